-- Chuyển công tác: one college gives, another takes; both must agree, and the record goes along with its history.
create table person.transfer (
  id            bigint generated always as identity primary key,
  person_id     bigint not null references person.person,
  spell_id      bigint not null references person.spell on delete cascade, -- the principal spell that ends
  from_id       bigint not null references institution.institution,
  to_id         bigint not null references institution.institution,
  asked_by_id   bigint not null references institution.institution,
  starts_on     date not null,                                            -- the first day at the new college
  title_code    text not null references person.title,
  department    text not null default '',
  contract      text not null check (contract in ('BIEN_CHE', 'KHONG_THOI_HAN', 'CO_THOI_HAN', 'THINH_GIANG')),
  reason        text not null check (length(reason) between 3 and 500),
  state         text not null default 'PENDING' check (state in ('PENDING', 'DONE', 'REFUSED', 'WITHDRAWN')),
  asked_by      text not null,
  asked_at      timestamptz not null default now(),
  answer        text,
  answered_by   text,
  answered_at   timestamptz,
  new_spell_id  bigint references person.spell on delete set null,
  check (from_id <> to_id and asked_by_id in (from_id, to_id))
);
create unique index transfer_pending on person.transfer (person_id) where state = 'PENDING';
create index on person.transfer (person_id);
create index on person.transfer (spell_id);
create index on person.transfer (from_id, state);
create index on person.transfer (to_id, state);
create index on person.transfer (asked_by_id);
create index on person.transfer (title_code);
create index on person.transfer (new_spell_id);
grant select, insert, update on person.transfer to lanhnghe_app;
alter table person.transfer enable row level security;
create policy reading on person.transfer for select using ((select scope.reads_all()) or (select scope.institution()) in (from_id, to_id));
create policy adding on person.transfer for insert with check ((select scope.writes_all()));
create policy changing on person.transfer for update using ((select scope.writes_all()));

-- The record moves with its history: who took a person over reads where they worked before.
create policy moved on person.spell for select
  using (person_id in (select t.person_id from person.transfer t where t.to_id = (select scope.institution()) and t.state = 'DONE'));

-- Gộp hồ sơ: which values the kept record had, and what moved, so that it can be taken apart exactly.
create table person.merge (
  id         bigint generated always as identity primary key,
  kept_id    bigint not null references person.person,
  gone_id    bigint not null references person.person,
  before     jsonb not null, -- both records as they were
  moved      jsonb not null, -- ids by table
  reason     text not null check (length(reason) between 3 and 500),
  actor      text not null,
  merged_at  timestamptz not null default now(),
  undone_at  timestamptz,
  undone_by  text,
  check (kept_id <> gone_id)
);
create index on person.merge (kept_id);
create index on person.merge (gone_id);

-- Two who look alike and are two people.
create table person.apart (
  first_id  bigint not null references person.person on delete cascade,
  second_id bigint not null references person.person on delete cascade,
  actor     text not null,
  at        timestamptz not null default now(),
  primary key (first_id, second_id),
  check (first_id < second_id)
);
create index on person.apart (second_id);
grant select, insert, update on person.merge to lanhnghe_app;
grant select, insert, delete on person.apart to lanhnghe_app;
alter table person.merge enable row level security;
create policy reading on person.merge for select using ((select scope.reads_all()));
create policy adding on person.merge for insert with check ((select scope.writes_all()));
create policy changing on person.merge for update using ((select scope.writes_all()));
alter table person.apart enable row level security;
create policy reading on person.apart for select using ((select scope.reads_all()));
create policy changing on person.apart using ((select scope.writes_all()));

-- Whatever refers to a person goes over to the record that is kept, whichever table it stands in; answers with the keys by table.
create function person.move(gone bigint, kept bigint) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare r record; keys jsonb; moved jsonb := '{}';
begin
  if not scope.writes_all() then raise exception 'not of this scope'; end if;
  for r in
    select c.conrelid::regclass::text as place, a.attname::text as col,
           coalesce((select array_agg(k.attname::text) from pg_catalog.pg_index i join pg_catalog.pg_attribute k on k.attrelid = i.indrelid and k.attnum = any (i.indkey)
             where i.indrelid = c.conrelid and i.indisprimary and k.attname <> a.attname), '{}') as pk
      from pg_catalog.pg_constraint c join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and c.confrelid = 'person.person'::regclass
       and c.conrelid not in ('person.person'::regclass, 'person.merge'::regclass, 'person.apart'::regclass)
     order by 1, 2
  loop
    execute format('with u as (update %s t set %I = $1 where t.%I = $2 returning t.*)
      select coalesce(jsonb_agg(coalesce((select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(u)) e where e.key = any ($3)), ''{}'')), ''[]'') from u', r.place, r.col, r.col)
      into keys using kept, gone, r.pk;
    if keys <> '[]' then moved := moved || jsonb_build_object(r.place || '.' || r.col, keys); end if;
  end loop;
  return moved;
end $$;

create function person.move_back(moved jsonb, gone bigint, kept bigint) returns void
language plpgsql security definer set search_path = '' as $$
declare r record;
begin
  if not scope.writes_all() then raise exception 'not of this scope'; end if;
  for r in select regexp_replace(e.key, '\.[^.]*$', '') as place, regexp_replace(e.key, '^.*\.', '') as col, e.value as keys from jsonb_each(moved) e
  loop
    execute format('update %s t set %I = $1 where t.%I = $2 and exists (select from jsonb_array_elements($3) k where to_jsonb(t) @> k)', r.place::regclass, r.col, r.col)
      using gone, kept, r.keys;
  end loop;
end $$;
revoke all on function person.move(bigint, bigint), person.move_back(jsonb, bigint, bigint) from public;
grant execute on function person.move(bigint, bigint), person.move_back(jsonb, bigint, bigint) to lanhnghe_app;
