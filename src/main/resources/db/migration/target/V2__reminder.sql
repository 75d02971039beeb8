-- What the department asks of an institution for a target: written once; it is done when the institution's own figure says so.
create table target.reminder (
  id             bigint generated always as identity primary key,
  target_code    text not null references target.target,
  milestone      integer not null,
  institution_id bigint not null,
  due_on         date not null,
  note           text not null,
  sent_by_name   text not null,
  sent_at        timestamptz not null default now()
);
create index on target.reminder (institution_id, target_code, milestone, id desc);
create index on target.reminder (target_code);
alter table target.reminder enable row level security;
grant select, insert on target.reminder to lanhnghe_app;
create policy reading on target.reminder for select using ((select scope.reads_all()) or institution_id = (select scope.institution()));
create policy adding on target.reminder for insert with check ((select scope.writes_all()));
