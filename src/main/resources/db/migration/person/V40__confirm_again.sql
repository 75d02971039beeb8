-- A name or birth date that is corrected after it was confirmed for a certificate is confirmed again before a certificate says it.
alter table person.training_enrolment add column changed_at timestamptz; -- when the record last changed under a confirmation

create function person.confirm_again() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update person.training_enrolment e set confirmed_at = null, confirmed_by = null, changed_at = now()
   where e.person_id = new.id and e.confirmed_at is not null
     and not exists (select from person.training_certificate t where t.enrolment_id = e.id);
  return null;
end $$;
create trigger confirm_again after update of full_name, birth_date on person.person for each row
  when (old.full_name is distinct from new.full_name or old.birth_date is distinct from new.birth_date) execute function person.confirm_again();

-- What was corrected by hand after it was confirmed, before anybody looked out for that.
update person.training_enrolment e set confirmed_at = null, confirmed_by = null, changed_at = c.at
  from (select person_id, max(at) as at from person.correction where field in ('fullName', 'birthDate') group by person_id) c
 where c.person_id = e.person_id and e.confirmed_at < c.at and not exists (select from person.training_certificate t where t.enrolment_id = e.id);
