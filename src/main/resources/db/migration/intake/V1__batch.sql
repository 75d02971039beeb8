create schema intake;
grant usage on schema intake to lanhnghe_app;

-- One file that a college sent, on its way into the register.
create table intake.batch (
  id             bigint generated always as identity primary key,
  institution_id bigint not null,
  site_id        bigint,
  kind           text not null,
  file_name      text not null,
  sha256         text not null,
  state          text not null default 'CHECKED' check (state in ('CHECKED', 'COMMITTING', 'DONE', 'FAILED', 'DROPPED')),
  uploaded_by    bigint not null,
  uploader       text not null,
  uploaded_at    timestamptz not null default now(),
  version        integer not null default 0, -- grows with each correction
  accepted       integer not null default 0, -- rows that the uploader was shown and asked to commit
  refused        integer not null default 0,
  committed_at   timestamptz,
  failure        text
);
create index on intake.batch (institution_id, id);
alter table intake.batch enable row level security;
grant select, insert, update on intake.batch to lanhnghe_app;
create policy reading on intake.batch for select using ((select scope.reads_all()) or institution_id = (select scope.institution())
         and ((select scope.site()) is null or site_id = (select scope.site())));
create policy adding on intake.batch for insert with check ((select scope.writes_all()) or institution_id = (select scope.institution())
         and ((select scope.site()) is null or site_id = (select scope.site())));
create policy changing on intake.batch for update using ((select scope.writes_all()) or institution_id = (select scope.institution())
         and ((select scope.site()) is null or site_id = (select scope.site())));

-- What a person wrote into a cell instead of what the file says; the file itself is never changed.
create table intake.correction (
  batch_id       bigint not null references intake.batch,
  institution_id bigint not null,
  site_id        bigint,
  sheet          text not null,
  row_no         integer not null,
  col            integer not null,
  value          text not null,
  primary key (batch_id, sheet, row_no, col)
);
alter table intake.correction enable row level security;
grant select, insert, update, delete on intake.correction to lanhnghe_app;
create policy own on intake.correction using ((select scope.writes_all()) or institution_id = (select scope.institution())
         and ((select scope.site()) is null or site_id = (select scope.site())));

-- Rows that a person left out of the commit.
create table intake.set_aside (
  batch_id       bigint not null references intake.batch,
  institution_id bigint not null,
  site_id        bigint,
  sheet          text not null,
  row_no         integer not null,
  primary key (batch_id, sheet, row_no)
);
alter table intake.set_aside enable row level security;
grant select, insert, delete on intake.set_aside to lanhnghe_app;
create policy own on intake.set_aside using ((select scope.writes_all()) or institution_id = (select scope.institution())
         and ((select scope.site()) is null or site_id = (select scope.site())));

-- How far a running commit is; written outside its transaction.
create table intake.progress (
  batch_id       bigint primary key references intake.batch,
  institution_id bigint not null,
  site_id        bigint,
  done           integer not null,
  total          integer not null
);
alter table intake.progress enable row level security;
grant select, insert, update on intake.progress to lanhnghe_app;
create policy own on intake.progress using ((select scope.writes_all()) or institution_id = (select scope.institution())
         and ((select scope.site()) is null or site_id = (select scope.site())));
