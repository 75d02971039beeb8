-- Each diploma is a credential too: signed by its college's own key, with a place in the college's status lists.
alter table credential.diploma
  add column status bigint, -- the place in the status lists of module proof; none for what was signed before there were credentials
  add column wording text,  -- what the paper calls things, a line each: award, level and rank in Vietnamese and English, as when it was signed
  add constraint credential_whole check ((status is null) = (wording is null)),
  add constraint credential_signed check (status is null or signature is not null);
create unique index one_place_each on credential.diploma (institution_id, status) where status is not null;

create or replace function credential.keep_what_is_signed() returns trigger language plpgsql as $$
begin
  if old.state <> 'PREPARED' and
     (old.code, old.register_number, old.book_id, old.institution_id, old.institution_name, old.full_name, old.birth_date, old.birth_place,
      old.occupation_code, old.occupation, old.level, old.average, old.rank, old.decision_number, old.decided_on, old.enrolment_id, old.decision_id,
      old.prepared_by, old.checked_by, old.checked_at)
     is distinct from
     (new.code, new.register_number, new.book_id, new.institution_id, new.institution_name, new.full_name, new.birth_date, new.birth_place,
      new.occupation_code, new.occupation, new.level, new.average, new.rank, new.decision_number, new.decided_on, new.enrolment_id, new.decision_id,
      new.prepared_by, new.checked_by, new.checked_at) then
    raise exception 'a checked diploma does not change';
  end if;
  if old.signature is not null and
     (old.serial, old.signature, old.key_id, old.signed_by, old.signed_at, old.status, old.wording)
     is distinct from
     (new.serial, new.signature, new.key_id, new.signed_by, new.signed_at, new.status, new.wording) then
    raise exception 'a signed diploma does not change';
  end if;
  if old.released_at is not null and (old.released_by, old.released_at) is distinct from (new.released_by, new.released_at) then
    raise exception 'a released diploma does not change';
  end if;
  if old.state <> new.state and not (old.state || '>' || new.state = any (array[
       'PREPARED>CHECKED', 'CHECKED>SIGNED', 'SIGNED>VALID', 'CHECKED>VOID', 'SIGNED>VOID', 'VALID>SUSPENDED', 'SUSPENDED>VALID',
       'VALID>REVOKED', 'SUSPENDED>REVOKED', 'VALID>ANNULLED', 'SUSPENDED>ANNULLED', 'VALID>REPLACED', 'SUSPENDED>REPLACED'])) then
    raise exception 'a diploma does not go from % to %', old.state, new.state;
  end if;
  return new;
end $$;

-- An occupation's code begins with its level (6 college, 5 intermediate; TT 26/2020); many registers write the one for the other, so that
-- occupations are held against licences by the six digits that follow, and by the level by itself.
-- What stands behind a released diploma: its line in the register book, the licence that covered it on the day of the decision (and
-- whether any licence of its college was known for that day), and how many learners were taken in with it under what quota a year.
create function credential.backing(wanted bigint)
returns table (book_year integer, entered_number text, entered_at timestamptz, licence text, licensed_from date, licences_known boolean, cohort integer,
               quota bigint, taken bigint)
language sql stable security definer set search_path = '' as $$
  select b.year, t.register_number, t.at, l.number, l.valid_from,
         exists (select from institution.licensed k
                  where k.institution_id = d.institution_id and k.valid_from <= d.decided_on and (k.valid_to is null or k.valid_to >= d.decided_on)),
         s.cohort,
         (select sum(q.quota) from institution.licensed q
           where q.institution_id = d.institution_id and right(q.occupation_code, 6) = right(d.occupation_code, 6) and q.level = d.level
             and q.valid_from <= s.admitted_on and (q.valid_to is null or q.valid_to >= s.admitted_on)),
         (select count(*) from learning.study_record m
           where m.cohort = s.cohort and m.institution_id = d.institution_id and m.occupation_code = d.occupation_code and m.level = d.level)
    from credential.diploma d
    join learning.study_record s on s.enrolment_id = d.enrolment_id
    left join lateral (select e.register_number, e.at, e.book_id from credential.entry e
                        where e.diploma_id = d.id and e.kind = 'NUMBERED' order by e.id limit 1) t on true
    left join credential.book b on b.id = t.book_id
    left join lateral (select n.number, n.valid_from from institution.licensed n
                        where n.institution_id = d.institution_id and right(n.occupation_code, 6) = right(d.occupation_code, 6) and n.level = d.level
                          and n.valid_from <= d.decided_on and (n.valid_to is null or n.valid_to >= d.decided_on)
                        order by n.valid_from desc limit 1) l on true
   where d.id = wanted and d.released_at is not null
$$;
revoke execute on function credential.backing(bigint) from public;
grant execute on function credential.backing(bigint) to lanhnghe_app;

-- A file handed in, a row of a list, a program of others: ways to ask as well.
alter table credential.verification drop constraint verification_way_check,
  add constraint verification_way check (way in ('CODE', 'LINK', 'SERIAL', 'FILE', 'LIST', 'API'));
