-- Nhắc trường: the department's word to a school about those who lack a kind of training; once a day, done when nobody lacks it any more.
create table person.training_reminder (
  id             bigint generated always as identity primary key,
  kind           text not null references person.training_kind,
  institution_id bigint not null references institution.institution,
  missing        integer not null check (missing > 0), -- how many lacked it on that day
  due_on         date not null,
  note           text not null check (length(note) <= 300),
  sent_on        date not null,
  sent_at        timestamptz not null,
  sent_by_name   text not null,
  unique (institution_id, kind, sent_on),
  check (due_on > sent_on)
);
create index on person.training_reminder (kind);
grant select, insert on person.training_reminder to lanhnghe_app;
alter table person.training_reminder enable row level security;
create policy reading on person.training_reminder for select using ((select scope.reads_all()) or institution_id = (select scope.institution()));
create policy adding on person.training_reminder for insert with check ((select scope.writes_all()));
