create schema proof;
grant usage on schema proof to lanhnghe_app;

-- The public addresses under which documents were signed: one signed at a time names the address in force then, for good.
create table proof.address (
  address text not null, -- https://host, without a path
  since   timestamptz not null,
  primary key (since, address)
);
alter table proof.address enable row level security;
grant select, insert on proof.address to lanhnghe_app;
create policy reading on proof.address for select using (true);
create policy adding on proof.address for insert with check ((select scope.writes_all()));

-- Who has signed something: did:web:{host}:co-so:{slug}; the slug of the first signature stays.
create table proof.issuer (
  institution_id bigint primary key,
  slug           text not null unique check (slug ~ '^[a-z0-9-]+$'),
  name           text not null
);
alter table proof.issuer enable row level security;
grant select, insert, update (name) on proof.issuer to lanhnghe_app;
create policy reading on proof.issuer for select using (true);
create policy adding on proof.issuer for insert
  with check ((select scope.writes_all()) or institution_id = (select scope.institution()));
create policy renaming on proof.issuer for update
  using ((select scope.writes_all()) or institution_id = (select scope.institution()));

-- How many positions in its status lists an institution has given out; whoever takes some waits for whoever took before.
create table proof.status_counter (
  institution_id bigint primary key,
  given          bigint not null
);
alter table proof.status_counter enable row level security;
grant select, insert, update on proof.status_counter to lanhnghe_app;
create policy reading on proof.status_counter for select using (true);
create policy adding on proof.status_counter for insert
  with check ((select scope.writes_all()) or institution_id = (select scope.institution()));
create policy giving on proof.status_counter for update
  using ((select scope.writes_all()) or institution_id = (select scope.institution()));

-- Bitstring Status List 1.0: position p of an institution is bit p mod 131072, leftmost first, of its list p div 131072.
create table proof.status_list (
  institution_id bigint not null,
  number         integer not null,
  purpose        text not null check (purpose in ('revocation', 'suspension')),
  bits           bytea not null default decode(repeat('00', 16384), 'hex') check (length(bits) = 16384),
  version        bigint not null default 1,
  changed_at     timestamptz not null,
  primary key (institution_id, number, purpose)
);
alter table proof.status_list enable row level security;
grant select, insert, update (bits, version, changed_at) on proof.status_list to lanhnghe_app;
create policy reading on proof.status_list for select using (true);
create policy adding on proof.status_list for insert
  with check ((select scope.writes_all()) or institution_id = (select scope.institution()));
create policy changing on proof.status_list for update
  using ((select scope.writes_all()) or institution_id = (select scope.institution()));
