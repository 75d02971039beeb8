-- A seat that goes over to a record of another name or birth date, by a merge or by its undoing, is confirmed again as one whose name was corrected.
create function person.confirm_moved() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from person.person a, person.person b where a.id = old.person_id and b.id = new.person_id
                and (a.full_name, a.birth_date) is distinct from (b.full_name, b.birth_date))
     and not exists (select from person.training_certificate t where t.enrolment_id = old.id) then
    new.confirmed_at := null;
    new.confirmed_by := null;
    new.changed_at := now();
  end if;
  return new;
end $$;
create trigger confirm_moved before update of person_id on person.training_enrolment for each row
  when (old.person_id <> new.person_id and old.confirmed_at is not null) execute function person.confirm_moved();
