-- Phổ biến: a document sent to institutions, and when each says it has read it.
create table target.distribution (
  id           bigint generated always as identity primary key,
  text_code    text not null,
  note         text not null check (length(note) <= 500),
  sent_by_name text not null,
  sent_at      timestamptz not null default now()
);
create table target.receipt (
  distribution_id bigint not null references target.distribution,
  institution_id  bigint not null,
  read_at         timestamptz,
  read_by_name    text,
  primary key (distribution_id, institution_id),
  check ((read_at is null) = (read_by_name is null))
);
create index on target.receipt (institution_id, distribution_id);

-- Lấy ý kiến: a draft's wording that institutions comment on by clause until a day; each comment is answered with the reason.
create table target.consultation (
  id             bigint generated always as identity primary key,
  edition_id     bigint not null,
  title          text not null check (length(title) between 5 and 200),
  note           text not null check (length(note) <= 1000),
  closes_on      date not null,
  opened_by_name text not null,
  opened_at      timestamptz not null default now()
);
create index on target.consultation (closes_on);
create table target.opinion (
  id               bigint generated always as identity primary key,
  consultation_id  bigint not null references target.consultation,
  institution_id   bigint not null,
  anchor           text not null, -- of the clause; empty for the whole
  label            text not null,
  words            text not null check (length(words) between 5 and 2000),
  by_name          text not null,
  at               timestamptz not null default now(),
  outcome          text check (outcome in ('ACCEPTED', 'PARTLY', 'REJECTED')),
  answer           text,
  answered_by_name text,
  answered_at      timestamptz,
  check ((outcome is null) = (answered_at is null))
);
create index on target.opinion (consultation_id, anchor, id);
create index on target.opinion (institution_id);

-- Mốc of a task: what must be there by when on the way to the whole.
create table target.task_milestone (
  task_id      bigint not null references target.task,
  place        integer not null,
  name         text not null check (length(name) between 3 and 200),
  due_on       date not null,
  done_on      date,
  done_by_name text,
  primary key (task_id, place),
  check ((done_on is null) = (done_by_name is null))
);

grant select, insert on target.distribution, target.receipt, target.consultation, target.opinion, target.task_milestone to lanhnghe_app;
grant update (read_at, read_by_name) on target.receipt to lanhnghe_app;
grant update (outcome, answer, answered_by_name, answered_at) on target.opinion to lanhnghe_app;
grant update (done_on, done_by_name) on target.task_milestone to lanhnghe_app;
alter table target.distribution enable row level security;
create policy reading on target.distribution for select using ((select scope.reads_all())
  or exists (select from target.receipt r where r.distribution_id = id and r.institution_id = (select scope.institution())));
create policy adding on target.distribution for insert with check ((select scope.writes_all()));
alter table target.receipt enable row level security;
create policy reading on target.receipt for select using ((select scope.reads_all()) or institution_id = (select scope.institution()));
create policy adding on target.receipt for insert with check ((select scope.writes_all()));
create policy marking on target.receipt for update using (institution_id = (select scope.institution()) and read_at is null)
  with check (institution_id = (select scope.institution()));
alter table target.consultation enable row level security;
create policy reading on target.consultation for select using ((select scope.reads_all()) or (select scope.institution()) is not null);
create policy adding on target.consultation for insert with check ((select scope.writes_all()));
alter table target.opinion enable row level security;
create policy reading on target.opinion for select using ((select scope.reads_all()) or institution_id = (select scope.institution()));
create policy adding on target.opinion for insert with check (institution_id = (select scope.institution()) and outcome is null
  and exists (select from target.consultation c where c.id = consultation_id and c.closes_on >= (now() at time zone 'Asia/Ho_Chi_Minh')::date));
create policy answering on target.opinion for update using ((select scope.writes_all())) with check ((select scope.writes_all()));
alter table target.task_milestone enable row level security;
create policy reading on target.task_milestone for select using (target.sees_task(task_id));
create policy adding on target.task_milestone for insert with check ((select scope.writes_all()));
create policy ticking on target.task_milestone for update using ((select scope.writes_all())
  or exists (select from target.task t where t.id = task_id and t.lead_id = (select scope.institution())));
