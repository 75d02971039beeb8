-- How a module's mark is made of its parts, and what must be met before the examination.
alter table learning.grading_rule
  add regular_weight  integer not null default 1,         -- of an ongoing test (thường xuyên)
  add periodic_weight integer not null default 2,         -- of a periodic test (định kỳ)
  add tests_share     numeric(3, 2) not null default 0.40,
  add exam_share      numeric(3, 2) not null default 0.60,
  add attendance_least numeric(3, 2) not null default 0.80, -- of the periods held
  add tests_least     numeric(4, 1) not null default 5.0,
  add most_sittings   integer not null default 3;         -- an examination and its re-sits

-- How many re-sits a rank allows; with more, or after a warning, one rank is lost.
alter table learning.rank_band add most_resits integer;
update learning.rank_band set most_resits = 0 where code = 'EXCELLENT';
update learning.rank_band set most_resits = 1 where code = 'VERY_GOOD';

alter table learning.module
  add theory_periods   integer,
  add practice_periods integer,
  add semester         integer;

-- Sổ điểm, sổ lên lớp: a module taught to a class in one term by one teacher.
create table learning.course (
  id              bigint generated always as identity primary key,
  institution_id  bigint not null,
  site_id         bigint,
  class_id        bigint not null references learning.class,
  module_id       bigint not null references learning.module,
  year            integer not null, -- in which the school year begins
  term            integer not null check (term between 1 and 3),
  teacher         text not null,
  teacher_account bigint,
  periods         integer not null check (periods between 1 and 2000), -- planned
  state           text not null default 'OPEN' check (state in ('OPEN', 'SUBMITTED', 'APPROVED')),
  regular_tests   integer not null default 2 check (regular_tests between 1 and 10),
  periodic_tests  integer not null default 1 check (periodic_tests between 1 and 6),
  edition         integer not null default 0, -- how often it has been approved
  submitted_by    bigint,
  submitted_name  text,
  submitted_at    timestamptz,
  approved_by     bigint,
  approved_name   text,
  approved_at     timestamptz,
  returned_reason text,
  unique (class_id, module_id, year, term),
  constraint four_eyes check (approved_by <> submitted_by),
  check ((state = 'APPROVED') = (approved_at is not null))
);
create index on learning.course (module_id);
create index on learning.course (institution_id, state);
create index on learning.course (teacher_account);

-- One cell of a mark book. The part is TX1… (ongoing), DK1… (periodic), THI1… (examination, then re-sits).
create table learning.mark (
  course_id      bigint not null references learning.course,
  enrolment_id   bigint not null references learning.enrolment on delete cascade,
  part           text not null check (part ~ '^(TX([1-9]|10)|DK[1-6]|THI[1-3])$'),
  institution_id bigint not null,
  site_id        bigint,
  mark           numeric(3, 1) check (mark between 0 and 10),
  absent         boolean not null default false, -- without reason: counts as 0
  comment        text,
  version        integer not null default 1,
  written_by     text not null,
  written_at     timestamptz not null default now(),
  primary key (course_id, enrolment_id, part),
  check (not absent or mark is null)
);
create index on learning.mark (enrolment_id);

create table learning.mark_change (
  id             bigint generated always as identity primary key,
  course_id      bigint not null references learning.course,
  enrolment_id   bigint not null references learning.enrolment on delete cascade,
  part           text not null,
  institution_id bigint not null,
  site_id        bigint,
  before         text not null,
  after          text not null,
  comment        text,
  actor          text not null,
  changed_at     timestamptz not null default now()
);
create index on learning.mark_change (course_id, enrolment_id, part);
create index on learning.mark_change (enrolment_id);

-- Buổi học: what was taught when; who was missing.
create table learning.session (
  id             bigint generated always as identity primary key,
  course_id      bigint not null references learning.course,
  institution_id bigint not null,
  site_id        bigint,
  held_on        date not null,
  periods        integer not null check (periods between 1 and 12),
  content        text not null,
  recorder       text not null,
  recorded_at    timestamptz not null default now()
);
create index on learning.session (course_id, held_on);

create table learning.absence (
  session_id     bigint not null references learning.session on delete cascade,
  enrolment_id   bigint not null references learning.enrolment on delete cascade,
  institution_id bigint not null,
  site_id        bigint,
  periods        integer not null check (periods between 1 and 12),
  excused        boolean not null default false,
  primary key (session_id, enrolment_id)
);
create index on learning.absence (enrolment_id);

-- A locked mark book is opened again for a reason and by a second person.
create table learning.unlock (
  id             bigint generated always as identity primary key,
  course_id      bigint not null references learning.course,
  institution_id bigint not null,
  site_id        bigint,
  reason         text not null,
  asked_by       bigint not null,
  asked_name     text not null,
  asked_at       timestamptz not null default now(),
  granted        boolean,
  answer         text,
  decided_by     bigint,
  decided_name   text,
  decided_at     timestamptz,
  constraint four_eyes check (decided_by <> asked_by)
);
create unique index one_open_unlock on learning.unlock (course_id) where granted is null;
create index on learning.unlock (course_id);

-- A module that a learner need not take, or whose earlier mark is kept.
alter table learning.result
  add exempt           boolean not null default false,
  add exempt_reason    text,
  add exempt_decision  text,
  add course_id        bigint references learning.course,
  add sittings         integer not null default 1;
create index on learning.result (course_id) where course_id is not null;

-- Kết quả rèn luyện: parts, bands and caps as data (TT 40/2026).
create table learning.conduct_part (
  code        text primary key,
  label       text not null,
  most        numeric(4, 1) not null,
  ordinal     integer not null,
  clause_code text references law.clause,
  valid_from  date not null,
  valid_to    date
);
create index on learning.conduct_part (clause_code);
create table learning.conduct_band (
  code       text primary key,
  label      text not null,
  english    text not null,
  at_least   numeric(4, 1) not null
);
create table learning.conduct_cap (
  discipline text primary key check (discipline in ('REPRIMAND', 'WARNING')),
  label      text not null,
  band_code  text not null references learning.conduct_band -- the best that can be had
);
create index on learning.conduct_cap (band_code);

create table learning.conduct (
  enrolment_id   bigint not null references learning.enrolment on delete cascade,
  year           integer not null,
  term           integer not null check (term between 1 and 3),
  institution_id bigint not null,
  site_id        bigint,
  rules          numeric(4, 1) not null, -- pháp luật, nội quy
  study          numeric(4, 1) not null,
  activities     numeric(4, 1) not null, -- chính trị, văn hoá, thể thao
  community      numeric(4, 1) not null,
  leadership     numeric(4, 1) not null, -- cán bộ lớp, thành tích
  total          numeric(4, 1) not null generated always as (rules + study + activities + community + leadership) stored,
  discipline     text check (discipline in ('REPRIMAND', 'WARNING')),
  note           text,
  batch_id       bigint,
  first_batch_id bigint,
  by_hand        boolean not null default false,
  recorder       text not null,
  recorded_at    timestamptz not null default now(),
  primary key (enrolment_id, year, term)
);
create index on learning.conduct (batch_id);

-- Credit or year system, and by which table marks become letters and points: per college and cohort.
create table learning.conversion (
  id             bigint generated always as identity primary key,
  institution_id bigint, -- null: offered to all
  name           text not null,
  clause_code    text references law.clause,
  source         text not null
);
create index on learning.conversion (clause_code);
create table learning.conversion_step (
  conversion_id bigint not null references learning.conversion,
  letter        text not null,
  at_least      numeric(4, 1) not null,
  points        numeric(3, 2) not null,
  primary key (conversion_id, letter)
);
create table learning.conversion_band (
  conversion_id bigint not null references learning.conversion,
  label         text not null,
  english       text not null,
  at_least      numeric(3, 2) not null,
  primary key (conversion_id, label)
);
create table learning.scheme (
  institution_id bigint not null references institution.institution,
  cohort_from    integer not null,
  system         text not null check (system in ('CREDIT', 'YEAR')),
  conversion_id  bigint references learning.conversion,
  chosen_by      text not null,
  chosen_at      timestamptz not null default now(),
  primary key (institution_id, cohort_from)
);
create index on learning.scheme (conversion_id);

insert into learning.conduct_part (code, label, most, ordinal, valid_from, clause_code)
select p.code, p.label, p.most, p.ordinal, p.valid_from, 'TT40-2026.RL' from (values
  ('rules', 'Chấp hành pháp luật, nội quy', 25, 1, date '2026-06-30'),
  ('study', 'Ý thức học tập', 20, 2, date '2026-06-30'),
  ('activities', 'Hoạt động chính trị, văn hoá, thể thao', 20, 3, date '2026-06-30'),
  ('community', 'Quan hệ cộng đồng', 15, 4, date '2026-06-30'),
  ('leadership', 'Cán bộ lớp, thành tích', 20, 5, date '2026-06-30')) as p (code, label, most, ordinal, valid_from);
insert into learning.conduct_band (code, label, english, at_least) values
  ('EXCELLENT', 'Xuất sắc', 'Excellent', 90), ('GOOD', 'Tốt', 'Good', 80), ('FAIR', 'Khá', 'Fair', 70),
  ('AVERAGE', 'Trung bình', 'Average', 50), ('WEAK', 'Yếu', 'Weak', 0);
insert into learning.conduct_cap (discipline, label, band_code) values
  ('REPRIMAND', 'Khiển trách', 'FAIR'), ('WARNING', 'Cảnh cáo', 'AVERAGE');

insert into learning.conversion (name, source) values
  ('Thang chữ A–F, bước nguyên', 'TT 04/2022/TT-BLĐTBXH (chưa xác minh)'),
  ('Thang điểm 4, nửa bước', 'Bảng quy đổi trường công bố (chưa xác minh)');
insert into learning.conversion_step (conversion_id, letter, at_least, points)
select 1, s.* from (values ('A', 8.5, 4.0), ('B', 7.0, 3.0), ('C', 5.5, 2.0), ('D', 4.0, 1.0), ('F', 0.0, 0.0)) as s;
insert into learning.conversion_step (conversion_id, letter, at_least, points)
select 2, s.* from (values ('A+', 9.0, 4.0), ('A', 8.0, 3.5), ('B', 7.0, 3.0), ('C+', 6.0, 2.5), ('C', 5.0, 2.0), ('D', 4.0, 1.5), ('F', 0.0, 0.0)) as s;
insert into learning.conversion_band (conversion_id, label, english, at_least)
select c.id, b.* from learning.conversion c,
  (values ('Xuất sắc', 'Excellent', 3.60), ('Giỏi', 'Very good', 3.20), ('Khá', 'Good', 2.50), ('Trung bình', 'Average', 2.00), ('Yếu', 'Weak', 0.00)) as b;
grant select on learning.conduct_part, learning.conduct_band, learning.conduct_cap, learning.conversion_step, learning.conversion_band
  to lanhnghe_app;
grant insert on learning.conversion_step, learning.conversion_band to lanhnghe_app;

alter table learning.conversion enable row level security;
grant select, insert on learning.conversion to lanhnghe_app;
create policy reading on learning.conversion for select using (true);
create policy own on learning.conversion for insert with check (institution_id = (select scope.institution()));
alter table learning.scheme enable row level security;
grant select, insert, update on learning.scheme to lanhnghe_app;
create policy reading on learning.scheme for select using (true);
create policy own on learning.scheme using (institution_id = (select scope.institution()) and (select scope.site()) is null);

do $$
declare t text;
begin
  foreach t in array array['course', 'mark', 'mark_change', 'session', 'absence', 'unlock', 'conduct'] loop
    execute format('alter table learning.%I enable row level security', t);
    execute format('grant select, insert, update, delete on learning.%I to lanhnghe_app', t);
    execute format('create policy reading on learning.%I for select using ((select scope.reads_all()))', t);
    execute format('create policy keeping on learning.%I for select using (institution_id = any ((select scope.keeps(''LEARNERS''))::bigint[]))', t);
    execute format('create policy own on learning.%I using ((select scope.writes_all()) or institution_id = (select scope.institution())
         and ((select scope.site()) is null or site_id = (select scope.site())))', t);
  end loop;
end $$;
revoke update, delete on learning.mark_change from lanhnghe_app;
create policy lifelong on learning.conduct for select using (enrolment_id = any ((select learning.own_enrolments())::bigint[]));
