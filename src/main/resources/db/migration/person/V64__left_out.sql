-- Who works at an institution, or did until lately, and is not counted there, with the days and the reason; what is counted is person.service_fact.
create view person.left_out with (security_invoker = true) as
  select f.set_code, r.label, r.place, r.opens, r.institution_id, r.person_id, r.from_on, r.until_on
    from (select 'người đang nghỉ (thai sản, đi học, ốm dài ngày…)' as label, 1 as place, '/staff?state=ON_LEAVE&institution={institution}' as opens,
                 s.institution_id, s.person_id, l.starts_on as from_on, l.ends_on + 1 as until_on, null as set_code
            from person.leave l join person.spell s on s.id = l.spell_id and s.principal
          union all
          select 'người làm việc chính ở nơi khác, tính ở nơi đó', 2, null, s.institution_id, s.person_id, s.starts_on, s.ends_on + 1, null
            from person.spell s
           where not s.principal
             and exists (select from person.spell o where o.person_id = s.person_id and o.principal and (o.ends_on is null or o.ends_on >= s.starts_on)
                            and (s.ends_on is null or o.starts_on <= s.ends_on))
          union all
          select 'người chưa nơi nào ghi là nơi làm việc chính', 3, null, s.institution_id, s.person_id, s.starts_on, s.ends_on + 1, null
            from person.spell s
           where not s.principal
             and not exists (select from person.spell o where o.person_id = s.person_id and o.principal and (o.ends_on is null or o.ends_on >= s.starts_on)
                                and (s.ends_on is null or o.starts_on <= s.ends_on))
          union all
          select 'người dạy nghề', 4, '/staff?post=INSTRUCTOR&institution={institution}', s.institution_id, s.person_id, s.starts_on, s.ends_on + 1, null
            from person.spell s join person.title t on t.code = s.title_code and t.post = 'INSTRUCTOR' where s.principal
          union all
          select 'cán bộ quản lý không giảng dạy', 5, null, s.institution_id, s.person_id, s.starts_on, s.ends_on + 1, 'teacher'
            from person.spell s join person.title t on t.code = s.title_code and t.post = 'MANAGER' where s.principal and not s.teaches
          union all
          select 'người đã thôi làm việc trong 12 tháng', 6, '/staff?state=LEFT&institution={institution}', s.institution_id, s.person_id, s.ends_on + 1,
                 (s.ends_on + interval '12 months')::date, null
            from person.spell s
           where s.principal and s.ends_on is not null
             and not exists (select from person.spell o where o.person_id = s.person_id and o.principal and o.starts_on > s.ends_on)) r
    join (values ('staff'), ('teacher')) as f (set_code) on r.set_code is null or r.set_code = f.set_code;
grant select on person.left_out to lanhnghe_app;
