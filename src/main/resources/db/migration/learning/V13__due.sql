-- Tốt nghiệp đúng hạn (TT 38/2026, chỉ số 07): by the end of the programme that the cohort began with.
create or replace view learning.study_fact with (security_invoker = true) as
  select e.id, e.institution_id, e.student_code as label, l.full_name as person, l.sort_key, e.recorded_at as known_at,
         case when e.results_at is null then 'DECLARED' else 'CONFIRMED' end as tier,
         e.level, e.occupation_code, coalesce(l.sex, 'UNKNOWN') as sex, e.cohort::text as cohort, e.mode, e.admitted_on,
         (e.results_at at time zone 'Asia/Ho_Chi_Minh')::date as results_on, e.graduated_on,
         case when e.status in ('WITHDRAWN', 'EXPELLED', 'TRANSFERRED') then e.left_on end as left_on,
         c.ends_on as due_on, case when c.ends_on is null then null when e.graduated_on <= c.ends_on then 'YES' else 'NO' end as on_time, e.results_at
    from learning.enrolment e left join learning.learner l on l.id = e.learner_id
    left join programme.cohort_end c
      on c.institution_id = e.institution_id and c.level = e.level and c.occupation_code = e.occupation_code and c.year = e.cohort;
