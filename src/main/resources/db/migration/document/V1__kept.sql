create schema document;
grant usage on schema document to lanhnghe_app;

-- Signed documents as they were first given out. The key is a hash of all that goes into one, so whoever can ask for a document
-- already knows what stands in it: the program asks for one at a time and cannot list them.
create table document.kept (
  key     bytea primary key check (octet_length(key) = 32),
  bytes   bytea not null,
  kept_at timestamptz not null default now(),
  used_on date not null default current_date
);
alter table document.kept alter column bytes set storage external;
alter table document.kept enable row level security;
create index kept_by_use on document.kept (used_on, key);

create function document.find(wanted bytea) returns table (bytes bytea, stale boolean)
language sql stable security definer set search_path = '' as $$
  select it.bytes, it.used_on < current_date from document.kept it where it.key = wanted
$$;

-- Whoever comes second is given what the first one kept.
create function document.keep(wanted bytea, made bytea) returns bytea
language sql security definer set search_path = '' as $$
  insert into document.kept (key, bytes) values (wanted, made) on conflict (key) do nothing;
  select it.bytes from document.kept it where it.key = wanted
$$;

create function document.touch(wanted bytea) returns void
language sql security definer set search_path = '' as $$
  update document.kept set used_on = current_date where key = wanted and used_on < current_date
$$;

-- Takes away what has not been asked for in so many days, and then whatever was asked for longest ago, down to so many bytes.
create function document.forget(days int, most bigint) returns bigint
language sql security definer set search_path = '' as $$
  with ranked as (
    select key, used_on, sum(octet_length(bytes)) over (order by used_on desc, key) as upto from document.kept
  ), gone as (
    delete from document.kept it using ranked
     where it.key = ranked.key and (ranked.used_on < current_date - days or ranked.upto > most)
    returning 1
  )
  select count(*) from gone
$$;

revoke execute on all functions in schema document from public;
grant execute on all functions in schema document to lanhnghe_app;
