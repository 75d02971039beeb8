-- A certificate is found by what is printed on it: its number and the birth date; whether the name agrees is asked of what is found.
create index on person.training_certificate (printed);
create function person.certificates_of(wanted text, born date) returns setof person.training_certificate
language sql stable security definer set search_path = '' as $$
  select * from person.training_certificate where printed = wanted and birth_date = born
$$;
revoke execute on function person.certificates_of(text, date) from public;
grant execute on function person.certificates_of(text, date) to lanhnghe_app;
