-- Days away that are not days of the spell any more are none, whoever changes the spell: a screen, a file, its taking back.
create function person.cut_leaves() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from person.leave l where l.spell_id = new.id and (l.starts_on > new.ends_on or l.ends_on < new.starts_on);
  update person.leave l set starts_on = greatest(l.starts_on, new.starts_on), ends_on = least(l.ends_on, new.ends_on)
   where l.spell_id = new.id and (l.starts_on < new.starts_on or l.ends_on > new.ends_on or l.ends_on is null and new.ends_on is not null);
  return null;
end $$;
revoke all on function person.cut_leaves() from public;
create trigger cut_leaves after update of starts_on, ends_on on person.spell for each row
  when (old.starts_on is distinct from new.starts_on or old.ends_on is distinct from new.ends_on) execute function person.cut_leaves();

-- Those that a file left standing.
delete from person.leave l using person.spell s where s.id = l.spell_id and (l.starts_on > s.ends_on or l.ends_on < s.starts_on);
update person.leave l set starts_on = greatest(l.starts_on, s.starts_on), ends_on = least(l.ends_on, s.ends_on) from person.spell s
 where s.id = l.spell_id and (l.starts_on < s.starts_on or l.ends_on > s.ends_on or l.ends_on is null and s.ends_on is not null);

-- A file that is taken back gives back the days it cut.
alter table person.image drop constraint image_place_check, add check (place in ('person', 'spell', 'leave'));
create function person.give_back_leaves(batch bigint, college bigint) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if college is distinct from scope.institution() and not scope.writes_all() then raise exception 'not of this college'; end if;
  insert into person.leave overriding system value
  select r.* from person.image i cross join jsonb_populate_record(null::person.leave, i.before) r
   where i.batch_id = $1 and i.institution_id = $2 and i.place = 'leave'
  on conflict (id) do update set starts_on = excluded.starts_on, ends_on = excluded.ends_on;
end $$;
revoke all on function person.give_back_leaves(bigint, bigint) from public;
grant execute on function person.give_back_leaves(bigint, bigint) to lanhnghe_app;
