create schema access;
grant usage on schema access to lanhnghe_app;

-- Who may sign in, in which role, for which part of the city: all of it, one college, one site of a college, or one's own record.
create table access.account (
  id             bigint generated always as identity primary key,
  username       text not null unique check (username = lower(username)),
  full_name      text not null,
  role           text not null,
  institution_id bigint,
  site_id        bigint,
  learner_id     bigint,
  place          text not null,
  password_hash  text,
  persona        boolean not null default false,
  opened_at      timestamptz not null default now(),
  closed_at      timestamptz,
  check (role not in ('HEAD', 'REGISTRAR', 'CHECKER', 'TEACHER') or institution_id is not null),
  check (site_id is null or institution_id is not null),
  check (role <> 'LEARNER' or learner_id is not null)
);
create index on access.account (institution_id);

alter table access.account enable row level security;
grant select, insert, update on access.account to lanhnghe_app;
create policy reading on access.account for select using ((select scope.reads_all()) or institution_id = (select scope.institution()) and (select scope.site()) is null);
create policy adding on access.account for insert with check ((select scope.writes_all()));
create policy changing on access.account for update using ((select scope.writes_all()));

-- A link to set a password, good for one use; only its hash is kept.
create table access.invitation (
  token_hash text primary key,
  account_id bigint not null references access.account,
  expires_at timestamptz not null,
  used_at    timestamptz
);
create index on access.invitation (account_id);
alter table access.invitation enable row level security;
grant select, insert, update on access.invitation to lanhnghe_app;
create policy system_only on access.invitation using ((select scope.writes_all()));

-- Failed sign-ins by user name, whether or not there is such an account; each one more makes the next wait longer.
create table access.attempt (
  username     text primary key,
  failures     integer not null,
  locked_until timestamptz not null
);
alter table access.attempt enable row level security;
grant select, insert, update, delete on access.attempt to lanhnghe_app;
create policy system_only on access.attempt using ((select scope.writes_all()));
