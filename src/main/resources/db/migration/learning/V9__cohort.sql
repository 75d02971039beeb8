-- The year of admission beside the rest of what other modules may join to; 0 where it is not known.
create or replace view learning.study_record with (security_invoker = true) as
  select e.id as enrolment_id, e.learner_id, e.institution_id, e.site_id, e.student_code, l.full_name, l.sort_key, l.birth_date,
         l.birth_place, e.occupation_code, e.level, e.status, e.admitted_on, e.recorded_at, e.results_at, e.cohort
    from learning.enrolment e left join learning.learner l on l.id = e.learner_id; -- left, so that counting does without it
