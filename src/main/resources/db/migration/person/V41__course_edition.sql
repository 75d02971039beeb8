-- Sửa khoá: classes keep the course as they began with it; a change that they would feel makes a new edition of the same code.
alter table person.training_course drop constraint training_course_institution_id_code_key;
alter table person.training_course drop constraint training_course_state_check;
alter table person.training_course
  add column edition integer not null default 1 check (edition between 1 and 999),
  add column version integer not null default 0, -- how often the row itself was changed, so that nobody writes over another's change unseen
  add constraint training_course_state_check check (state in ('ACTIVE', 'WITHDRAWN', 'REPLACED')),
  add constraint training_course_edition_key unique (institution_id, code, edition);
create unique index training_course_in_force on person.training_course (institution_id, code) where state <> 'REPLACED';

-- Khoá phải hoàn thành trước: any edition of the needed course will do.
create table person.training_prerequisite (
  course_id bigint not null references person.training_course on delete cascade,
  needs_id  bigint not null references person.training_course,
  primary key (course_id, needs_id),
  check (course_id <> needs_id)
);
create index on person.training_prerequisite (needs_id);
grant select, insert, delete on person.training_prerequisite to lanhnghe_app;
alter table person.training_prerequisite enable row level security;
create policy reading on person.training_prerequisite for select using (true);
create policy adding on person.training_prerequisite for insert with check ((select scope.writes_all())
  or course_id in (select c.id from person.training_course c where c.institution_id = (select scope.institution())));
create policy removing on person.training_prerequisite for delete using ((select scope.writes_all())
  or course_id in (select c.id from person.training_course c where c.institution_id = (select scope.institution())));

-- Why somebody sits in a class who lacks what its course asks for first.
alter table person.training_enrolment add column exception text not null default '' check (length(exception) <= 300);
