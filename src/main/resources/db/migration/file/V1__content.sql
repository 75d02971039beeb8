create schema file;
grant usage on schema file to lanhnghe_app;

-- Files as they came, once per college, named by their SHA-256.
create table file.content (
  institution_id bigint not null,
  sha256         text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes          bytea not null,
  stored_at      timestamptz not null default now(),
  primary key (institution_id, sha256)
);
alter table file.content enable row level security;
grant select, insert on file.content to lanhnghe_app;
create policy reading on file.content for select
  using ((select scope.reads_all()) or institution_id = (select scope.institution()));
create policy adding on file.content for insert
  with check ((select scope.writes_all()) or institution_id = (select scope.institution()));
