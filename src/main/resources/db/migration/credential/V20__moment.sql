-- The moments beside their days: ten million of them are compared, not made into days.
create or replace view credential.diploma_fact with (security_invoker = true) as
  select d.id, d.institution_id, coalesce(d.register_number, d.decision_number) as label, d.full_name as person, d.sort_key, d.prepared_at as known_at,
         case when d.released_at is not null then 'CONFIRMED' else 'DECLARED' end as tier,
         d.level, d.occupation_code, d.rank, d.decided_on, (d.released_at at time zone 'Asia/Ho_Chi_Minh')::date as released_on,
         (d.ended_at at time zone 'Asia/Ho_Chi_Minh')::date as ended_on, d.released_at, d.ended_at
    from credential.diploma d;

-- Whose diploma was signed has graduated by its decision; no step ever said so. A copy keeps the day of the first one.
update learning.enrolment e set graduated_on = d.decided_on, graduated_at = d.signed_at
  from (select distinct on (enrolment_id) enrolment_id, decided_on, signed_at from credential.diploma
         where state in ('SIGNED', 'VALID', 'SUSPENDED', 'REPLACED') order by enrolment_id, decided_on) d
 where e.id = d.enrolment_id and e.status = 'GRADUATED' and e.graduated_on is null;
