create schema signing;
grant usage on schema signing to lanhnghe_app;

-- Khoá ký: the public half of each key, which everyone may read and nobody deletes; the private half never enters the database.
create table signing.key (
  id               text primary key,
  owner_id         bigint not null, -- the institution's id; 0 is the platform
  owner_name       text not null,   -- as the certificate names it
  use              text not null check (use in ('CREDENTIAL', 'DOCUMENT')),
  public_key       bytea not null,  -- X.509 SubjectPublicKeyInfo
  certificate      bytea not null,  -- X.509, issued by the key to itself
  valid_from       timestamptz not null,
  valid_to         timestamptz,     -- null as long as it signs
  compromised_from timestamptz,     -- what it signed from then on is not trusted
  check (valid_to >= valid_from)
);
create unique index one_current_key on signing.key (owner_id, use) where valid_to is null;
create index on signing.key (owner_id, use, valid_from);
alter table signing.key enable row level security;
grant select, insert, update (valid_to, compromised_from) on signing.key to lanhnghe_app;
create policy reading on signing.key for select using (true);
create policy adding on signing.key for insert
  with check ((select scope.writes_all()) or owner_id = (select scope.institution()) and (select scope.site()) is null);
create policy changing on signing.key for update
  using ((select scope.writes_all()) or owner_id = (select scope.institution()) and (select scope.site()) is null);

-- A key once retired stays so, and a day of compromise once told only moves back.
create function signing.keep() returns trigger language plpgsql as $$
begin
  if old.valid_to is distinct from new.valid_to and old.valid_to is not null then
    raise exception 'a retired key stays retired';
  end if;
  if old.compromised_from is not null and (new.compromised_from is null or new.compromised_from > old.compromised_from) then
    raise exception 'a compromised key stays compromised';
  end if;
  return new;
end $$;
create trigger keep before update on signing.key for each row execute function signing.keep();

-- What other modules may join to.
create view signing.public_key with (security_invoker = true) as
  select id as key_id, owner_id, use, valid_from, valid_to, compromised_from from signing.key;
grant select on signing.public_key to lanhnghe_app;
