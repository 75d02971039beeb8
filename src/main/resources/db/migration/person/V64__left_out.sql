-- The days on which a person's principal place is a college, or another one: of another one no more is told than that.
create function person.principal_days(of_person bigint, at bigint, out here datemultirange, out elsewhere datemultirange)
language sql stable parallel safe security definer set search_path = '' as $$
  select coalesce(range_agg(daterange(o.starts_on, o.ends_on, '[]')) filter (where o.institution_id = at), '{}'),
         coalesce(range_agg(daterange(o.starts_on, o.ends_on, '[]')) filter (where o.institution_id <> at), '{}')
    from person.spell o where o.person_id = of_person and o.principal
$$;
revoke all on function person.principal_days(bigint, bigint) from public;
grant execute on function person.principal_days(bigint, bigint) to lanhnghe_app;

-- Who works at an institution, or did until lately, and is not counted there, with the days and the reason; what is counted is person.service_fact.
create view person.left_out with (security_invoker = true) as
  select f.set_code, r.label, r.place, r.opens, r.institution_id, r.person_id, r.from_on, r.until_on
    from (select 'người đang nghỉ (thai sản, đi học, ốm dài ngày…)' as label, 1 as place, '/staff?state=ON_LEAVE&institution={institution}' as opens,
                 s.institution_id, s.person_id, l.starts_on as from_on, l.ends_on + 1 as until_on, null as set_code
            from person.leave l join person.spell s on s.id = l.spell_id and s.principal
          union all
          select x.label, x.place, null, s.institution_id, s.person_id, lower(x.days), upper(x.days), null
            from person.spell s
            cross join lateral person.principal_days(s.person_id, s.institution_id) p
            cross join lateral (
              select 'người làm việc chính ở nơi khác, tính ở nơi đó' as label, 2 as place,
                     unnest(datemultirange(daterange(s.starts_on, s.ends_on, '[]')) * p.elsewhere) as days
              union all
              select 'người chưa nơi nào ghi là nơi làm việc chính', 3,
                     unnest(datemultirange(daterange(s.starts_on, s.ends_on, '[]')) - p.elsewhere - p.here)) x
           where not s.principal
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
             and not exists (select from person.spell o where o.person_id = s.person_id and o.institution_id = s.institution_id and o.starts_on > s.ends_on)) r
    join (values ('staff'), ('teacher')) as f (set_code) on r.set_code is null or r.set_code = f.set_code;
grant select on person.left_out to lanhnghe_app;
