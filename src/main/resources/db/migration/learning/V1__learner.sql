create schema learning;
grant usage on schema learning to lanhnghe_app;

-- A person as one college knows them.
create table learning.learner (
  id             bigint generated always as identity primary key,
  institution_id bigint not null references institution.institution,
  site_id        bigint references institution.site,
  full_name      text not null,
  name_folded    text not null,
  sort_key       text not null collate "C",
  birth_date     date not null,
  sex            text check (sex in ('MALE', 'FEMALE')),
  citizen_id     text not null check (citizen_id ~ '^[0-9]{12}$'),
  birth_place    text,
  ethnicity      text,
  phone          text,
  policy_group   text,
  recorded_at    timestamptz not null default now(),
  unique (institution_id, citizen_id)
);
create index on learning.learner (institution_id, sort_key);
create index on learning.learner (site_id);

alter table learning.learner enable row level security;
grant select, insert, update on learning.learner to lanhnghe_app;
create policy reading on learning.learner for select using ((select scope.reads_all()) or institution_id = (select scope.institution())
         and ((select scope.site()) is null or site_id = (select scope.site())) or id = (select scope.learner()));
create policy adding on learning.learner for insert with check ((select scope.writes_all()) or institution_id = (select scope.institution())
         and ((select scope.site()) is null or site_id = (select scope.site())));
create policy changing on learning.learner for update using ((select scope.writes_all()) or institution_id = (select scope.institution())
         and ((select scope.site()) is null or site_id = (select scope.site())));

-- One course of study of one learner at one college.
create table learning.enrolment (
  id              bigint generated always as identity primary key,
  learner_id      bigint not null references learning.learner,
  institution_id  bigint not null references institution.institution,
  site_id         bigint references institution.site,
  student_code    text not null,
  occupation_code text not null references programme.occupation,
  level           text not null check (level in ('CAO_DANG', 'TRUNG_CAP', 'SO_CAP', 'TRUNG_HOC_NGHE')),
  admitted_on     date,
  cohort          integer not null generated always as (coalesce(extract(year from admitted_on)::integer, 0)) stored, -- 0: not known
  status          text not null default 'STUDYING'
    check (status in ('STUDYING', 'SUSPENDED', 'WITHDRAWN', 'EXPELLED', 'TRANSFERRED', 'GRADUATED')),
  note            text,
  batch_id        bigint,
  recorded_at     timestamptz not null default now(),
  results_at      timestamptz, -- when the first results were recorded
  unique (institution_id, student_code)
);
create index on learning.enrolment (learner_id);
create index on learning.enrolment (batch_id);
create index on learning.enrolment (site_id);
create index on learning.enrolment (occupation_code);

alter table learning.enrolment enable row level security;
grant select, insert, update on learning.enrolment to lanhnghe_app;
create policy reading on learning.enrolment for select using ((select scope.reads_all()) or institution_id = (select scope.institution())
         and ((select scope.site()) is null or site_id = (select scope.site())) or learner_id = (select scope.learner()));
create policy adding on learning.enrolment for insert with check ((select scope.writes_all()) or institution_id = (select scope.institution())
         and ((select scope.site()) is null or site_id = (select scope.site())));
create policy changing on learning.enrolment for update using ((select scope.writes_all()) or institution_id = (select scope.institution())
         and ((select scope.site()) is null or site_id = (select scope.site())));

-- Môn học, mô-đun of an occupation as a college teaches it to one cohort. A condition subject must be passed and does not count in the average.
create table learning.module (
  id              bigint generated always as identity primary key,
  institution_id  bigint not null references institution.institution,
  occupation_code text not null references programme.occupation,
  cohort          integer not null,
  code            text not null,
  name            text not null,
  credits         numeric(4, 1) not null check (credits > 0),
  condition       boolean not null default false,
  unique (institution_id, occupation_code, cohort, code, name)
);
create index on learning.module (occupation_code);
alter table learning.module enable row level security;
grant select, insert, update on learning.module to lanhnghe_app;
create policy reading on learning.module for select
  using ((select scope.reads_all()) or institution_id = (select scope.institution())
         or (select scope.reach()) = 'SELF');
create policy adding on learning.module for insert with check ((select scope.writes_all()) or institution_id = (select scope.institution()));
create policy changing on learning.module for update using ((select scope.writes_all()) or institution_id = (select scope.institution()));

-- The modules of one course of study, each with its final mark: neither a mark nor absent means that it is still to come.
-- Absent from the examination counts as not passed.
create table learning.result (
  enrolment_id   bigint not null references learning.enrolment,
  module_code    text not null,
  module_id      bigint not null references learning.module,
  institution_id bigint not null references institution.institution,
  site_id        bigint references institution.site,
  mark           numeric(3, 1) check (mark between 0 and 10),
  absent         boolean not null default false,
  batch_id       bigint,
  recorded_at    timestamptz not null default now(),
  primary key (enrolment_id, module_code),
  check (not absent or mark is null)
);
create index on learning.result (module_id);
create index on learning.result (batch_id);
create index on learning.result (institution_id);
create index on learning.result (site_id);
alter table learning.result enable row level security;
grant select, insert, update on learning.result to lanhnghe_app;
create policy reading on learning.result for select
  using ((select scope.reads_all()) or institution_id = (select scope.institution())
         and ((select scope.site()) is null or site_id = (select scope.site()))
         or exists (select from learning.enrolment e where e.id = enrolment_id and e.learner_id = (select scope.learner())));
create policy adding on learning.result for insert with check ((select scope.writes_all()) or institution_id = (select scope.institution())
         and ((select scope.site()) is null or site_id = (select scope.site())));
create policy changing on learning.result for update using ((select scope.writes_all()) or institution_id = (select scope.institution())
         and ((select scope.site()) is null or site_id = (select scope.site())));

-- What other modules may join to: one row a course of study.
create view learning.study_record with (security_invoker = true) as
  select e.id as enrolment_id, e.learner_id, e.institution_id, e.site_id, e.student_code, l.full_name, l.sort_key, l.birth_date,
         l.birth_place, e.occupation_code, e.level, e.status, e.admitted_on, e.recorded_at, e.results_at
    from learning.enrolment e left join learning.learner l on l.id = e.learner_id; -- left, so that counting does without it
grant select on learning.study_record to lanhnghe_app;
