-- A spell of a file that was removed by hand is gone already: whoever the file brought and has no spell any more goes along all the same.
create or replace function person.take_back(batch bigint, college bigint) returns integer
language plpgsql security definer set search_path = '' as $$
declare n integer;
begin
  if college is distinct from scope.institution() and not scope.writes_all() then raise exception 'not of this college'; end if;
  delete from person.spell s where s.batch_id = batch and s.institution_id = college;
  get diagnostics n = row_count;
  delete from person.person p where p.batch_id = batch and not exists (select from person.spell s where s.person_id = p.id);
  return n;
end $$;

-- Nor are days away given back to a spell that is no more.
create or replace function person.give_back_leaves(batch bigint, college bigint) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if college is distinct from scope.institution() and not scope.writes_all() then raise exception 'not of this college'; end if;
  insert into person.leave overriding system value
  select r.* from person.image i cross join jsonb_populate_record(null::person.leave, i.before) r
   where i.batch_id = $1 and i.institution_id = $2 and i.place = 'leave' and exists (select from person.spell s where s.id = r.spell_id)
  on conflict (id) do update set starts_on = excluded.starts_on, ends_on = excluded.ends_on;
end $$;
