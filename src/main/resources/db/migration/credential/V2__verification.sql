-- Every check of a diploma by the public. What was typed is kept only where it met one of our diplomas.
create table credential.verification (
  id             bigint generated always as identity,
  at             timestamptz not null,
  way            text not null check (way in ('CODE', 'LINK', 'SERIAL')),
  outcome        text not null,
  diploma_id     bigint references credential.diploma,
  institution_id bigint,
  primary key (id)
);
create index on credential.verification (diploma_id, at);
create index on credential.verification (institution_id, at);
alter table credential.verification enable row level security;
grant select, insert on credential.verification to lanhnghe_app;
create policy reading on credential.verification for select using ((select scope.reads_all()) or institution_id = (select scope.institution()));
create policy adding on credential.verification for insert with check ((select scope.writes_all()));
