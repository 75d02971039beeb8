-- Where the record behind a row of a figure is opened, for whoever may: {label} is the row's number, {institution} whose it is.
alter table indicator.fact_set
  add opens     text check (opens like '/%'),
  add authority text,
  add check ((opens is null) = (authority is null));
update indicator.fact_set set opens = '/staff?state=ALL&q={label}', authority = 'PERSON_VIEW' where code in ('staff', 'teacher');
update indicator.fact_set set opens = '/programmes?institution={institution}', authority = 'PROGRAMME_VIEW' where code in ('programme', 'programme_year');

-- Who is left out of a set on a day and why, in the set's own module: set_code, label, place, opens, institution_id, person_id, from_on, until_on.
alter table indicator.fact_set add left_out text check (left_out ~ '^[a-z_]+\.[a-z_]+$');
update indicator.fact_set set left_out = 'person.left_out' where code in ('staff', 'teacher');
