-- Whose people a college keeps: those who work there, and those who work nowhere and worked there last. Of nobody else does it write.
create function person.kept() returns setof bigint
language sql stable security definer set search_path = '' as $$
  select s.person_id from person.spell s
   where s.institution_id = scope.institution()
     and (s.ends_on is null or s.ends_on >= (now() at time zone 'Asia/Ho_Chi_Minh')::date
          or not exists (select from person.spell o where o.person_id = s.person_id and o.institution_id <> s.institution_id
                            and (o.ends_on is null or o.ends_on > s.ends_on)))
$$;
revoke execute on function person.kept() from public;
grant execute on function person.kept() to lanhnghe_app;
alter policy writing on person.person using (id in (select person.kept()));

-- A record moves with the history it had: what came before the transfer, for as long as the person works where it went.
create function person.passed_on() returns setof bigint
language sql stable security definer set search_path = '' as $$
  select s.id
    from person.transfer t
    join person.spell n on n.id = t.new_spell_id and (n.ends_on is null or n.ends_on >= (now() at time zone 'Asia/Ho_Chi_Minh')::date)
    join person.spell s on s.person_id = t.person_id and s.starts_on < t.starts_on
   where t.to_id = scope.institution() and t.state = 'DONE'
$$;
revoke execute on function person.passed_on() from public;
grant execute on function person.passed_on() to lanhnghe_app;
alter policy moved on person.spell using (id in (select person.passed_on()));
