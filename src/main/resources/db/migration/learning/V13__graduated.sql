-- The day of graduation is the decision's, not a step's: it is written where graduates are recognised, with the moment it was recorded.
-- A diploma that is revoked opens the course of study again, from a moment on: what was before it stays said.
alter table learning.enrolment add graduated_at timestamptz, add reopened_at timestamptz;
create or replace function learning.tell_ends(enrolments bigint[]) returns void
language sql security definer set search_path = '' as $$
  update learning.enrolment e
     set left_on = (select max(s.effective_on) from learning.step s
                     where s.enrolment_id = e.id and s.to_status in ('WITHDRAWN', 'EXPELLED', 'TRANSFERRED') and s.undone_at is null)
   where e.id = any(enrolments)
$$;
update learning.enrolment e set graduated_on = g.decided_on, graduated_at = g.decided_at
  from (select distinct on (v.enrolment_id) v.enrolment_id, d.decided_on, d.decided_at
          from learning.graduation d join learning.graduation_run r on r.graduation_id = d.id and not exists (
                 select from learning.graduation_run x where x.graduation_id = d.id and x.number > r.number)
          join learning.verdict v on v.run_id = r.id and v.eligible
         where d.state = 'DECIDED' order by v.enrolment_id, d.decided_at desc) g
 where e.id = g.enrolment_id and e.status = 'GRADUATED';
update learning.enrolment set graduated_at = recorded_at where graduated_on is not null and graduated_at is null;
alter table learning.enrolment add constraint graduated check ((graduated_at is null) = (graduated_on is null) and (reopened_at is null or graduated_at is not null));

-- Tốt nghiệp đúng hạn (TT 38/2026, chỉ số 07): by the end of the programme that the cohort began with.
create or replace view learning.study_fact with (security_invoker = true) as
  select e.id, e.institution_id, e.student_code as label, l.full_name as person, l.sort_key, e.recorded_at as known_at,
         case when e.results_at is null then 'DECLARED' else 'CONFIRMED' end as tier,
         e.level, e.occupation_code, coalesce(l.sex, 'UNKNOWN') as sex, e.cohort::text as cohort, e.mode, e.admitted_on,
         (e.results_at at time zone 'Asia/Ho_Chi_Minh')::date as results_on, case when e.reopened_at is null then e.graduated_on end as graduated_on,
         case when e.status in ('WITHDRAWN', 'EXPELLED', 'TRANSFERRED') then e.left_on end as left_on,
         c.ends_on as due_on, case when c.ends_on is null then null when e.graduated_on <= c.ends_on then 'YES' else 'NO' end as on_time, e.results_at,
         (e.graduated_at at time zone 'Asia/Ho_Chi_Minh')::date as recognised_on, e.graduated_at,
         (e.reopened_at at time zone 'Asia/Ho_Chi_Minh')::date as reopened_on, e.reopened_at, c.known_on as due_known_on
    from learning.enrolment e left join learning.learner l on l.id = e.learner_id
    left join programme.cohort_end c
      on c.institution_id = e.institution_id and c.level = e.level and c.occupation_code = e.occupation_code and c.year = e.cohort;
