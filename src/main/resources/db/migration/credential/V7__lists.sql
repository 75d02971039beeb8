-- Lists that somebody had checked: who said they were, for what, and that they accepted the terms; nothing of the list itself is kept.
create table credential.list_check (
  id       bigint generated always as identity primary key,
  at       timestamptz not null default now(),
  asker    text not null,
  purpose  text not null,
  terms    text not null, -- the edition of the terms that was accepted
  lines    integer not null check (lines between 1 and 200)
);
create index on credential.list_check (at);
alter table credential.list_check enable row level security;
grant select, insert on credential.list_check to lanhnghe_app;
create policy reading on credential.list_check for select using ((select scope.reads_all()));
create policy adding on credential.list_check for insert with check (true);
