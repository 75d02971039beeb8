-- Nhiệm vụ of a document: who leads, with whom, what comes of it, until when. No lead named is the department itself.
create table target.task (
  id           bigint generated always as identity primary key,
  text_code    text not null,
  title        text not null check (length(title) between 3 and 300),
  product      text not null check (length(product) between 3 and 300),
  lead_id      bigint,
  due_on       date not null, -- as it stands, after extensions
  first_due_on date not null, -- as it was given
  made_by_name text not null,
  made_at      timestamptz not null default now(),
  closed_on    date,
  closed_by_name text,
  close_reason text,
  check ((closed_on is null) = (closed_by_name is null))
);
create index on target.task (due_on) where closed_on is null;
create index on target.task (lead_id);
create table target.task_partner (
  task_id        bigint not null references target.task,
  institution_id bigint not null,
  primary key (task_id, institution_id)
);
create index on target.task_partner (institution_id);
-- What was said of its progress; added to and never changed.
create table target.task_report (
  id             bigint generated always as identity primary key,
  task_id        bigint not null references target.task,
  institution_id bigint, -- none: the department
  percent        integer not null check (percent between 0 and 100),
  words          text not null check (length(words) between 3 and 1000),
  evidence       text,
  evidence_name  text,
  by_name        text not null,
  at             timestamptz not null default now()
);
create index on target.task_report (task_id, id desc);
create table target.task_extension (
  id           bigint generated always as identity primary key,
  task_id      bigint not null references target.task,
  wanted_on    date not null,
  reason       text not null check (length(reason) between 10 and 500),
  asked_by_name text not null,
  asked_at     timestamptz not null default now(),
  granted      boolean,
  answer       text,
  answered_by_name text,
  answered_at  timestamptz,
  check ((granted is null) = (answered_at is null))
);
create index on target.task_extension (task_id, id desc);
create unique index one_open_extension on target.task_extension (task_id) where granted is null;
-- How many days before the due day a task is brought up, and how many after it goes to the city's leader.
create table target.task_rule (
  remind_days   integer not null,
  escalate_days integer not null,
  note          text not null,
  valid_from    date primary key
);
insert into target.task_rule values (7, 7, 'Mức do thành phố đặt, chưa có văn bản quy định.', date '2026-01-01');

create function target.sees_task(task bigint) returns boolean
language sql stable security definer set search_path = '' as $$
  select scope.reads_all() or exists (select from target.task t where t.id = task and t.lead_id = scope.institution())
      or exists (select from target.task_partner p where p.task_id = task and p.institution_id = scope.institution())
$$;
grant execute on function target.sees_task(bigint) to lanhnghe_app;
grant select on target.task_rule to lanhnghe_app;
grant select, insert, update on target.task, target.task_extension to lanhnghe_app;
grant select, insert on target.task_partner, target.task_report to lanhnghe_app;
alter table target.task enable row level security;
create policy reading on target.task for select using ((select scope.reads_all()) or lead_id = (select scope.institution())
  or exists (select from target.task_partner p where p.task_id = id and p.institution_id = (select scope.institution())));
create policy adding on target.task for insert with check ((select scope.writes_all()));
create policy changing on target.task for update using ((select scope.writes_all()));
alter table target.task_partner enable row level security;
create policy reading on target.task_partner for select using ((select scope.reads_all()) or institution_id = (select scope.institution()) or target.sees_task(task_id));
create policy adding on target.task_partner for insert with check ((select scope.writes_all()));
alter table target.task_report enable row level security;
create policy reading on target.task_report for select using (target.sees_task(task_id));
create policy adding on target.task_report for insert with check ((select scope.writes_all()) or institution_id = (select scope.institution()) and target.sees_task(task_id));
alter table target.task_extension enable row level security;
create policy reading on target.task_extension for select using (target.sees_task(task_id));
create policy adding on target.task_extension for insert with check (granted is null and ((select scope.writes_all()) or target.sees_task(task_id)));
create policy changing on target.task_extension for update using ((select scope.writes_all()));
