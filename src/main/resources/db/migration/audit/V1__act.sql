create schema audit;
grant usage on schema audit to lanhnghe_app;

-- What was done, by whom, when, why; added to and never changed.
create table audit.act (
  id             bigint generated always as identity primary key,
  at             timestamptz not null default now(),
  kind           text not null,
  subject        text not null,
  subject_id     bigint not null,
  institution_id bigint,
  account_id     bigint,
  actor          text not null,
  summary        text not null,
  reason         text
);
create index on audit.act (subject, subject_id, id);
create index on audit.act (institution_id, id);

alter table audit.act enable row level security;
grant select, insert on audit.act to lanhnghe_app;
create policy reading on audit.act for select
  using ((select scope.reads_all()) or institution_id = (select scope.institution()) and (select scope.site()) is null or (subject = 'learner' and subject_id = (select scope.learner())));
create policy adding on audit.act for insert with check (true);
