-- What is counted: one row a course of study, and one row a year of it, each known from a moment on. A day is the day it came about.
create view learning.study_fact with (security_invoker = true) as
  select e.id, e.institution_id, e.student_code as label, l.full_name as person, l.sort_key, e.recorded_at as known_at,
         case when e.results_at is null then 'DECLARED' else 'CONFIRMED' end as tier,
         e.level, e.occupation_code, coalesce(l.sex, 'UNKNOWN') as sex, e.cohort::text as cohort, e.mode, e.admitted_on,
         (e.results_at at time zone 'Asia/Ho_Chi_Minh')::date as results_on, g.graduated_on, w.left_on
    from learning.enrolment e
    left join learning.learner l on l.id = e.learner_id
    left join (select s.enrolment_id, min(s.effective_on) as graduated_on from learning.step s
                where s.to_status = 'GRADUATED' and s.undone_at is null group by s.enrolment_id) g on g.enrolment_id = e.id
    left join (select s.enrolment_id, max(s.effective_on) as left_on from learning.step s
                where s.to_status in ('WITHDRAWN', 'EXPELLED', 'TRANSFERRED') and s.undone_at is null group by s.enrolment_id) w
      on w.enrolment_id = e.id and e.status in ('WITHDRAWN', 'EXPELLED', 'TRANSFERRED');

-- Quy mô of a year: learners by months over ten (TT 38/2026, phụ lục II, chỉ số 02); a year begun counts to its end or to the day the learner left.
create view learning.load_fact with (security_invoker = true) as
  select f.id, f.institution_id, f.label, f.person, f.sort_key, f.known_at, f.tier, f.level, f.occupation_code, f.sex, f.cohort, f.left_on,
         make_date(y.year, 1, 1) as year_on,
         (1 + extract(month from least(coalesce(f.graduated_on, f.left_on, make_date(y.year, 12, 31)), make_date(y.year, 12, 31)))
            - extract(month from greatest(f.admitted_on, make_date(y.year, 1, 1)))) / 10.0 as load
    from learning.study_fact f
    cross join lateral generate_series(extract(year from f.admitted_on)::integer,
           extract(year from coalesce(f.graduated_on, f.left_on, (now() at time zone 'Asia/Ho_Chi_Minh')::date))::integer) as y(year);
grant select on learning.study_fact, learning.load_fact to lanhnghe_app;
