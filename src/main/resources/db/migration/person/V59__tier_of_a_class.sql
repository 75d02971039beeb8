-- Who stands behind a class: the department behind its own, the two of a college – who settled it and who signed – behind a certificate of
-- the college's, and the college alone behind a class whose certificates nobody has signed yet ('RECORDED': counted as what a college says).
create or replace view person.training_record with (security_invoker = true) as
  select 'CLASS' as source, e.id as source_id, e.person_id, o.kind, o.purpose, o.title, o.hours, c.starts_on, c.ends_on as completed_on, c.closed_at as recorded_at,
         case when c.institution_id = 0 then case when t.id is null then 'CONFIRMED' else 'VERIFIED' end
              when t.id is null then 'RECORDED' else 'CONFIRMED' end as tier, t.revoked_at as ended_at
    from person.training_enrolment e
    join person.training_class c on c.id = e.class_id
    join person.training_course o on o.id = c.course_id
    left join person.training_certificate t on t.enrolment_id = e.id
   where e.state = 'COMPLETED'
  union all
  select 'ELSEWHERE', x.id, x.person_id, x.kind, x.purpose, x.title, x.hours, x.starts_on, x.finished_on, coalesce(x.confirmed_at, x.declared_at),
         case x.state when 'DECLARED' then 'DECLARED' when 'ACCEPTED' then 'VERIFIED' else 'CONFIRMED' end, x.ended_at
    from person.training_elsewhere x
   where x.state <> 'RETURNED';

create or replace view person.service_fact with (security_invoker = true) as
  select c.figure, s.id * 1000 + x.n as id, s.institution_id, p.staff_number as label, p.full_name as person, p.sort_key, s.recorded_at as known_at,
         case when x.trained = 'YES' then g.tier else 'DECLARED' end as tier,
         case when t.post = 'MANAGER' and s.teaches then 'BOTH' else t.post end as post, s.title_code, coalesce(p.sex, 'UNKNOWN') as sex, s.contract,
         case when p.degree is null then 'UNKNOWN' when exists (select from person.title_degree d where d.title_code = s.title_code and d.degree = p.degree) then 'YES'
              else 'NO' end as qualified,
         x.trained, lower(x.span) as from_on, upper(x.span) as until_on
    from person.spell s
    join person.person p on p.id = s.person_id and p.merged_into is null
    join person.title t on t.code = s.title_code
    cross join (values ('STAFF'), ('TEACHER')) as c (figure)
    cross join lateral (
      select datemultirange(daterange(s.starts_on, s.ends_on, '[]'))
             - coalesce((select range_agg(daterange(l.starts_on, l.ends_on, '[]')) from person.leave l where l.spell_id = s.id), '{}') as days) v
    cross join lateral (
      select coalesce(range_agg(daterange(r.first_on, r.until_on)), '{}') as days,
             case when bool_or(r.tier = 'VERIFIED' and r.until_on is null) then 'VERIFIED'
                  when bool_or(r.tier = 'CONFIRMED' and r.until_on is null) then 'CONFIRMED'
                  when bool_and(r.tier = 'RECORDED') then 'DECLARED' else 'CONFIRMED' end as tier
        from (select greatest(e.completed_on, (e.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date) as first_on,
                     (e.ended_at at time zone 'Asia/Ho_Chi_Minh')::date as until_on, e.tier
                from person.training_record e
               where e.person_id = any (array(select p.id union all select m.id from person.person m where m.merged_into = p.id))
                 and e.tier <> 'DECLARED' and e.kind in (select k.kind from person.counted_kind k where k.figure = c.figure)) r
       where r.until_on is null or r.until_on > r.first_on) g
    cross join lateral (
      select u.span, u.trained, row_number() over () as n
        from (select unnest(v.days * g.days) as span, 'YES' as trained union all select unnest(v.days - g.days), 'NO') u) x
   where s.principal;
