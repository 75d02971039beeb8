-- A merge lets a signed certificate go along with its person: nothing that is signed changes, and only the merge itself may do it.
create or replace function person.keep_what_is_signed() returns trigger language plpgsql as $$
begin
  if new.person_id <> old.person_id
     and current_user = (select pg_catalog.pg_get_userbyid(c.relowner) from pg_catalog.pg_class c where c.oid = tg_relid)
     and to_jsonb(new) - 'person_id' = to_jsonb(old) - 'person_id'
     and exists (select from person.merge m where (m.gone_id, m.kept_id) in ((old.person_id, new.person_id), (new.person_id, old.person_id))) then
    return new;
  end if;
  if row (old.enrolment_id, old.person_id, old.institution_id, old.issuer_slug, old.issuer_name, old.printed, old.code, old.full_name, old.birth_date,
          old.course_code, old.course_title, old.kind, old.hours, old.result, old.signed_by, old.issued_on, old.key_id, old.signature, old.signed_at, old.status)
     is distinct from
     row (new.enrolment_id, new.person_id, new.institution_id, new.issuer_slug, new.issuer_name, new.printed, new.code, new.full_name, new.birth_date,
          new.course_code, new.course_title, new.kind, new.hours, new.result, new.signed_by, new.issued_on, new.key_id, new.signature, new.signed_at, new.status) then
    raise exception 'a signed certificate does not change';
  end if;
  if old.state = 'REVOKED' then
    raise exception 'a revoked certificate stays revoked';
  end if;
  return new;
end $$;

-- What the kept record was right after the merge: what differs later was corrected since, and stays when the two are taken apart.
alter table person.merge add after jsonb; -- null: merged before this was written down; then the corrections by hand tell

-- As before, but what a unique key lets a person have only once stays with the record that goes, which points to the one that is kept; the
-- certificate of a seat that stays, stays with it.
create or replace function person.move(gone bigint, kept bigint) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare r record; keys jsonb; moved jsonb := '{}';
begin
  if not scope.writes_all() then raise exception 'not of this scope'; end if;
  for r in
    select c.conrelid::regclass::text as place, a.attname::text as col,
           coalesce((select array_agg(k.attname::text) from pg_catalog.pg_index i join pg_catalog.pg_attribute k on k.attrelid = i.indrelid and k.attnum = any (i.indkey)
             where i.indrelid = c.conrelid and i.indisprimary and k.attname <> a.attname), '{}') as pk,
           coalesce((
             select string_agg(format(
                      ' and not exists (select from (select * from %1$s where %2$I = $1%3$s) k, (select *, ctid as at from %1$s where %2$I = $2%3$s) g where g.at = t.ctid%4$s)',
                      c.conrelid::regclass, a.attname, coalesce(' and ' || pg_catalog.pg_get_expr(i.indpred, i.indrelid), ''),
                      coalesce((select string_agg(format(' and k.%1$I = g.%1$I', o.attname), '') from pg_catalog.pg_attribute o
                                 where o.attrelid = i.indrelid and o.attnum = any (i.indkey) and o.attnum <> a.attnum), '')), '')
               from pg_catalog.pg_index i
              where i.indrelid = c.conrelid and i.indisunique and a.attnum = any (i.indkey) and 0 <> all (i.indkey)), '')
             || case when c.conrelid = 'person.training_certificate'::regclass
                     then ' and exists (select from person.training_enrolment e where e.id = t.enrolment_id and e.person_id = $1)' else '' end as once
      from pg_catalog.pg_constraint c join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and c.confrelid = 'person.person'::regclass
       and c.conrelid not in ('person.person'::regclass, 'person.merge'::regclass, 'person.apart'::regclass)
     order by c.conrelid = 'person.training_certificate'::regclass, 1, 2
  loop
    execute format('with u as (update %s t set %I = $1 where t.%I = $2%s returning t.*)
      select coalesce(jsonb_agg(coalesce((select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(u)) e where e.key = any ($3)), ''{}'')), ''[]'') from u',
      r.place, r.col, r.col, r.once)
      into keys using kept, gone, r.pk;
    if keys <> '[]' then moved := moved || jsonb_build_object(r.place || '.' || r.col, keys); end if;
  end loop;
  return moved;
end $$;
