-- The days on which a course of study ended, kept beside it as its steps say: figures ask for them by the million.
alter table learning.enrolment add graduated_on date, add left_on date;
create function learning.tell_ends(enrolments bigint[]) returns void
language sql security definer set search_path = '' as $$
  update learning.enrolment e
     set graduated_on = (select min(s.effective_on) from learning.step s where s.enrolment_id = e.id and s.to_status = 'GRADUATED' and s.undone_at is null),
         left_on = (select max(s.effective_on) from learning.step s
                     where s.enrolment_id = e.id and s.to_status in ('WITHDRAWN', 'EXPELLED', 'TRANSFERRED') and s.undone_at is null)
   where e.id = any(enrolments)
$$;
revoke execute on function learning.tell_ends(bigint[]) from public;
create function learning.follow_steps() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'DELETE' then
    perform learning.tell_ends(array(select distinct enrolment_id from gone));
  else
    perform learning.tell_ends(array(select distinct enrolment_id from come where to_status in ('GRADUATED', 'WITHDRAWN', 'EXPELLED', 'TRANSFERRED')));
  end if;
  return null;
end $$;
create trigger ends_added after insert on learning.step referencing new table as come for each statement execute function learning.follow_steps();
create trigger ends_changed after update on learning.step referencing new table as come for each statement execute function learning.follow_steps();
create trigger ends_removed after delete on learning.step referencing old table as gone for each statement execute function learning.follow_steps();
select learning.tell_ends(array(select distinct enrolment_id from learning.step));

create or replace view learning.study_fact with (security_invoker = true) as
  select e.id, e.institution_id, e.student_code as label, l.full_name as person, l.sort_key, e.recorded_at as known_at,
         case when e.results_at is null then 'DECLARED' else 'CONFIRMED' end as tier,
         e.level, e.occupation_code, coalesce(l.sex, 'UNKNOWN') as sex, e.cohort::text as cohort, e.mode, e.admitted_on,
         (e.results_at at time zone 'Asia/Ho_Chi_Minh')::date as results_on, e.graduated_on,
         case when e.status in ('WITHDRAWN', 'EXPELLED', 'TRANSFERRED') then e.left_on end as left_on
    from learning.enrolment e left join learning.learner l on l.id = e.learner_id;
