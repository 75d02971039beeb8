-- Whose a number is, told by more than a birth date: a row under another name or citizen number is about somebody else.
drop function person.known(text[], text[]);
create function person.known(citizens text[], numbers text[])
returns table (key text, person_id bigint, birth_date date, name_folded text, citizen_id text)
language sql stable security definer set search_path = '' as $$
  select 'C' || p.citizen_id, p.id, p.birth_date, p.name_folded, p.citizen_id from person.person p where p.citizen_id = any (citizens) and p.merged_into is null
  union all
  select 'N' || p.staff_number, p.id, p.birth_date, p.name_folded, p.citizen_id from person.person p where p.staff_number = any (numbers) and p.merged_into is null
  union all
  select 'N' || a.staff_number, p.id, p.birth_date, p.name_folded, p.citizen_id
    from person.alias a join person.person p on p.id = a.person_id where a.staff_number = any (numbers)
$$;
revoke all on function person.known(text[], text[]) from public;
grant execute on function person.known(text[], text[]) to lanhnghe_app;
