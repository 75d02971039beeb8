-- What the plan counts of people: which kinds of training bring a person into which of its figures.
create table person.counted_kind (
  figure      text not null check (figure in ('STAFF', 'TEACHER')), -- all who teach or lead; those who teach
  kind        text not null references person.training_kind,
  clause_code text not null references law.clause,
  primary key (figure, kind)
);
create index on person.counted_kind (kind);
create index on person.counted_kind (clause_code);
insert into person.counted_kind values
  ('STAFF', 'DIGITAL', 'QD2550-2023.CT01'), ('STAFF', 'PEDAGOGY', 'QD2550-2023.CT01'), ('TEACHER', 'RESOURCES', 'QD2550-2023.CT02');

-- Trình độ chuẩn: which highest degrees a title asks for. From TT 08/2017, not yet held against the text of the standard in force.
create table person.title_degree (
  title_code text not null references person.title,
  degree     text not null,
  primary key (title_code, degree)
);
insert into person.title_degree
select t.code, d.degree from person.title t, (values
  ('GV_SO_CAP', 'NGHE_NHAN'), ('GV_SO_CAP', 'TRUNG_CAP'), ('GV_SO_CAP', 'CAO_DANG'), ('GV_SO_CAP', 'DAI_HOC'), ('GV_SO_CAP', 'THAC_SI'), ('GV_SO_CAP', 'TIEN_SI'),
  ('GV_TRUNG_HOC_NGHE', 'DAI_HOC'), ('GV_TRUNG_HOC_NGHE', 'THAC_SI'), ('GV_TRUNG_HOC_NGHE', 'TIEN_SI'),
  ('GV_TRUNG_CAP', 'DAI_HOC'), ('GV_TRUNG_CAP', 'THAC_SI'), ('GV_TRUNG_CAP', 'TIEN_SI'),
  ('GIANG_VIEN', 'DAI_HOC'), ('GIANG_VIEN', 'THAC_SI'), ('GIANG_VIEN', 'TIEN_SI'),
  ('GIANG_VIEN_CHINH', 'THAC_SI'), ('GIANG_VIEN_CHINH', 'TIEN_SI'), ('GIANG_VIEN_CAO_CAP', 'THAC_SI'), ('GIANG_VIEN_CAO_CAP', 'TIEN_SI'),
  ('HIEU_TRUONG', 'DAI_HOC'), ('HIEU_TRUONG', 'THAC_SI'), ('HIEU_TRUONG', 'TIEN_SI'), ('PHO_HIEU_TRUONG', 'DAI_HOC'), ('PHO_HIEU_TRUONG', 'THAC_SI'),
  ('PHO_HIEU_TRUONG', 'TIEN_SI'), ('TRUONG_KHOA', 'DAI_HOC'), ('TRUONG_KHOA', 'THAC_SI'), ('TRUONG_KHOA', 'TIEN_SI'),
  ('PHO_TRUONG_KHOA', 'DAI_HOC'), ('PHO_TRUONG_KHOA', 'THAC_SI'), ('PHO_TRUONG_KHOA', 'TIEN_SI')) as d (title, degree) where d.title = t.code;
grant select on person.counted_kind, person.title_degree to lanhnghe_app;

-- Who takes a person on sees what they were trained in before, wherever that was: the same person counts the same for every reader.
create policy of_own_people on person.training_elsewhere for select using (state in ('CONFIRMED', 'ACCEPTED', 'REJECTED')
  and person_id in (select s.person_id from person.spell s where s.institution_id = (select scope.institution())));
create policy of_own_people on person.training_enrolment for select using (state = 'COMPLETED'
  and person_id in (select s.person_id from person.spell s where s.institution_id = (select scope.institution())));
create policy of_own_people on person.training_certificate for select using (
  person_id in (select s.person_id from person.spell s where s.institution_id = (select scope.institution())));

-- A person is counted where their principal spell is, without the days away; the days are cut where they came to be trained, or stopped
-- being so. So on any day a person has one row at most, and what is recorded later cuts later days only. until_on is the first day after.
create view person.service_fact with (security_invoker = true) as
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
             case when bool_or(r.tier = 'VERIFIED' and r.until_on is null) then 'VERIFIED' else 'CONFIRMED' end as tier
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
create view person.staff_fact with (security_invoker = true) as select * from person.service_fact where figure = 'STAFF';
create view person.teacher_fact with (security_invoker = true) as select * from person.service_fact where figure = 'TEACHER' and post in ('TEACHER', 'BOTH');
grant select on person.service_fact, person.staff_fact, person.teacher_fact to lanhnghe_app;
create index on person.spell (institution_id) where principal;
