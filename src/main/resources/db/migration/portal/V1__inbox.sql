-- Thông báo: what was brought up to a person, when first and whether they have looked; and how often they want to be told by e-mail.
create schema portal;
grant usage on schema portal to lanhnghe_app;
create table portal.notice (
  id         bigint generated always as identity primary key,
  account_id bigint not null,
  address    text not null,
  what       text not null,
  about      text not null,
  button     text not null,
  until      date,
  first_at   timestamptz not null default now(),
  read_at    timestamptz,
  gone_at    timestamptz, -- no longer waits
  told_at    timestamptz, -- by e-mail
  unique (account_id, address, what)
);
create index on portal.notice (account_id, id desc);
create table portal.preference (
  account_id   bigint primary key,
  frequency    text not null check (frequency in ('NEVER', 'DAILY', 'WEEKLY')),
  email        text check (email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' and length(email) <= 200),
  confirmed_at timestamptz,
  token_hash   text unique, -- of the link that confirms the address
  told_on      date
);
grant select, insert, update on portal.notice, portal.preference to lanhnghe_app;
alter table portal.notice enable row level security;
create policy system on portal.notice using ((select scope.writes_all()));
alter table portal.preference enable row level security;
create policy system on portal.preference using ((select scope.writes_all()));
