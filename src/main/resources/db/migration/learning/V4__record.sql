-- A person, across colleges and courses of study: known by a citizen number or, without one, a passport. Nobody reads this table
-- directly: a college learns only which of its own learners are one person.
create table learning.person (
  id          bigint generated always as identity primary key,
  citizen_id  text unique check (citizen_id ~ '^[0-9]{12}$'),
  passport    text unique check (passport ~ '^[A-Z0-9]{6,12}$'),
  recorded_at timestamptz not null default now(),
  check (citizen_id is not null or passport is not null)
);

alter table learning.learner
  alter citizen_id drop not null,
  add passport          text check (passport ~ '^[A-Z0-9]{6,12}$'),
  add person_id         bigint references learning.person,
  add citizen_issued_on date,
  add citizen_issued_by text,
  add religion          text,
  add nationality       text not null default 'Việt Nam',
  add home_town         text,
  add email             text,
  add permanent_address text,
  add current_address   text,
  add contact           text,
  add merged_into       bigint references learning.learner,
  add first_batch_id    bigint, -- the file that brought the record; null when a person wrote it
  add check (citizen_id is not null or passport is not null);
create unique index on learning.learner (institution_id, passport);
create index on learning.learner (person_id);
create index on learning.learner (merged_into);
create index on learning.learner (institution_id, name_folded, birth_date);

-- The key is C and the citizen number, or P and the passport.
create function learning.persons(citizen_ids text[], passports text[]) returns table (key text, person_id bigint)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
begin
  insert into learning.person (citizen_id) select distinct c from unnest(citizen_ids) as c where c is not null on conflict do nothing;
  insert into learning.person (passport) select distinct p from unnest(passports) as p where p is not null on conflict do nothing;
  return query select 'C' || p.citizen_id, p.id from learning.person p where p.citizen_id = any(citizen_ids)
         union all select 'P' || p.passport, p.id from learning.person p where p.passport = any(passports);
end $$;
revoke execute on function learning.persons(text[], text[]) from public;
grant execute on function learning.persons(text[], text[]) to lanhnghe_app;

insert into learning.person (citizen_id) select distinct citizen_id from learning.learner where citizen_id is not null;
update learning.learner l set person_id = p.id from learning.person p where p.citizen_id = l.citizen_id;

-- A learner reads the whole of their own life: every course of study, at every college.
create function learning.own_learners() returns bigint[] language sql stable security definer set search_path = '' as $$
  with own as (
    select l.id from learning.learner l
     where scope.learner() is not null and l.person_id = (select m.person_id from learning.learner m where m.id = scope.learner()))
  select coalesce(array_agg(id), '{}') from (select id from own union select l.id from learning.learner l join own on l.merged_into = own.id) as all_of_them
$$;
create function learning.own_enrolments() returns bigint[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(e.id), '{}') from learning.enrolment e where e.learner_id = any (learning.own_learners())
$$;
revoke execute on function learning.own_learners(), learning.own_enrolments() from public;
grant execute on function learning.own_learners(), learning.own_enrolments() to lanhnghe_app;
create policy lifelong on learning.learner for select using (id = any ((select learning.own_learners())::bigint[]));
create policy lifelong on learning.enrolment for select using (learner_id = any ((select learning.own_learners())::bigint[]));
create policy lifelong on learning.result for select using (enrolment_id = any ((select learning.own_enrolments())::bigint[]));

-- Where somebody in the city's registers studies elsewhere, a college is told that much and no more.
create function learning.studies_elsewhere(wanted_person bigint, own_institution bigint) returns bigint
language sql stable security definer set search_path = '' as $$
  select count(*) from learning.enrolment e join learning.learner l on l.id = e.learner_id
   where l.person_id = wanted_person and e.institution_id <> own_institution
$$;
revoke execute on function learning.studies_elsewhere(bigint, bigint) from public;
grant execute on function learning.studies_elsewhere(bigint, bigint) to lanhnghe_app;

-- Lớp: learners of one occupation who study together.
create table learning.class (
  id              bigint generated always as identity primary key,
  institution_id  bigint not null references institution.institution,
  site_id         bigint references institution.site,
  code            text not null,
  occupation_code text not null references programme.occupation,
  level           text not null check (level in ('CAO_DANG', 'TRUNG_CAP', 'SO_CAP', 'TRUNG_HOC_NGHE')),
  cohort          integer not null,
  homeroom        text, -- giáo viên chủ nhiệm
  first_batch_id  bigint,
  opened_at       timestamptz not null default now(),
  unique (institution_id, code)
);
create index on learning.class (occupation_code);
create index on learning.class (site_id);

alter table learning.enrolment drop constraint enrolment_status_check;
alter table learning.enrolment
  add constraint enrolment_status_check
    check (status in ('STUDYING', 'SUSPENDED', 'SLOWED', 'WITHDRAWN', 'EXPELLED', 'TRANSFERRED', 'GRADUATED')),
  add class_id           bigint references learning.class,
  add mode               text, -- hình thức đào tạo
  add entry_schooling    text, -- học vấn đầu vào
  add entry_year         integer,
  add admission_decision text, -- quyết định trúng tuyển
  add first_batch_id     bigint;
-- Room on the page, so that a change of standing or results touches no index.
alter table learning.enrolment set (fillfactor = 80);
create index on learning.enrolment (class_id);
create index on learning.enrolment (first_batch_id);
alter table learning.result add first_batch_id bigint, add by_hand boolean not null default false;
alter table learning.module add first_batch_id bigint;
create index on learning.learner (first_batch_id);
create index on learning.result (first_batch_id);
create index on learning.module (first_batch_id);
create index on learning.class (first_batch_id);

-- What a file found before it changed it, so that it can be put back.
create table learning.image (
  batch_id       bigint not null,
  institution_id bigint not null,
  site_id        bigint,
  place          text not null check (place in ('learner', 'enrolment', 'result', 'module', 'conduct')),
  id             bigint not null,
  part           text not null default '',
  before         jsonb not null,
  primary key (batch_id, place, id, part)
);

-- Values that a person has written by hand: a file leaves them alone unless its row says otherwise.
create table learning.hand_edit (
  enrolment_id   bigint not null references learning.enrolment on delete cascade,
  institution_id bigint not null,
  site_id        bigint,
  field          text not null,
  before         text,
  after          text,
  actor          text not null,
  edited_at      timestamptz not null default now(),
  superseded_by  bigint, -- the file whose row said that it knows better
  primary key (enrolment_id, field)
);

-- Which step leads from which standing to which, and what it needs.
create table learning.step_rule (
  kind            text not null,
  label           text not null,
  from_status     text not null,
  to_status       text not null,
  needs_decision  boolean not null,
  clause_code     text references law.clause,
  primary key (kind, from_status)
);
create index on learning.step_rule (clause_code);

-- A step in the life of a course of study: suspended, back, transferred …; a wrong one is undone, not erased.
create table learning.step (
  id              bigint generated always as identity primary key,
  enrolment_id    bigint not null references learning.enrolment on delete cascade,
  institution_id  bigint not null,
  site_id         bigint,
  kind            text not null,
  from_status     text not null,
  to_status       text not null,
  effective_on    date not null,
  until_on        date, -- how long a suspension lasts
  decision_number text,
  decision_on     date,
  reason          text not null,
  elsewhere       text, -- to or from which college
  recorder        text not null,
  recorded_at     timestamptz not null default now(),
  undone_at       timestamptz,
  undone_by       text,
  undone_reason   text
);
create index on learning.step (enrolment_id, id);

-- Người giám hộ, asked for learners under sixteen.
create table learning.guardian (
  id             bigint generated always as identity primary key,
  learner_id     bigint not null references learning.learner on delete cascade,
  institution_id bigint not null,
  site_id        bigint,
  full_name      text not null,
  relation       text not null,
  phone          text not null,
  address        text,
  ended_at       timestamptz
);
create index on learning.guardian (learner_id);

-- Two records of one person made one; which course of study came from which is kept, so that it can be taken apart again.
create table learning.merge (
  id             bigint generated always as identity primary key,
  institution_id bigint not null,
  site_id        bigint,
  kept_id        bigint not null references learning.learner,
  gone_id        bigint not null references learning.learner,
  enrolment_ids  bigint[] not null,
  filled         jsonb not null, -- empty fields of the kept record that the other one filled
  reason         text not null,
  actor          text not null,
  merged_at      timestamptz not null default now(),
  undone_at      timestamptz,
  undone_by      text
);
create index on learning.merge (kept_id);
create index on learning.merge (gone_id);

-- Pairs that a person has looked at and found to be two people.
create table learning.distinct_pair (
  institution_id bigint not null,
  site_id        bigint,
  first_id       bigint not null references learning.learner on delete cascade,
  second_id      bigint not null references learning.learner on delete cascade,
  actor          text not null,
  told_at        timestamptz not null default now(),
  primary key (first_id, second_id),
  check (first_id < second_id)
);
create index on learning.distinct_pair (second_id);

-- Đối tượng chính sách, as forms of support list them.
create table learning.policy_group (
  code       text primary key,
  label      text not null unique,
  ordinal    integer not null
);
insert into learning.policy_group (code, label, ordinal) values
  ('NGUOI_CO_CONG', 'Người có công và thân nhân', 1),
  ('HO_NGHEO', 'Hộ nghèo', 2),
  ('HO_CAN_NGHEO', 'Hộ cận nghèo', 3),
  ('MOI_THOAT_NGHEO', 'Mới thoát nghèo (dưới 36 tháng)', 4),
  ('DAN_TOC_THIEU_SO', 'Dân tộc thiểu số', 5),
  ('KHUYET_TAT', 'Người khuyết tật', 6),
  ('THU_HOI_DAT', 'Bị thu hồi đất', 7),
  ('LAO_DONG_NU_MAT_VIEC', 'Lao động nữ mất việc làm', 8),
  ('LAO_DONG_NONG_THON', 'Lao động nông thôn khác', 9),
  ('NGU_DAN', 'Ngư dân', 10),
  ('HOAN_THANH_NGHIA_VU', 'Thanh niên hoàn thành nghĩa vụ quân sự, công an', 11);
grant select on learning.policy_group, learning.step_rule to lanhnghe_app;

insert into learning.step_rule (kind, label, from_status, to_status, needs_decision) values
  ('SUSPEND', 'Bảo lưu kết quả', 'STUDYING', 'SUSPENDED', true),
  ('SUSPEND', 'Bảo lưu kết quả', 'SLOWED', 'SUSPENDED', true),
  ('SLOW_DOWN', 'Điều chỉnh tiến độ', 'STUDYING', 'SLOWED', true),
  ('RETURN', 'Học lại, tiếp tục học', 'SUSPENDED', 'STUDYING', true),
  ('RETURN', 'Học lại, tiếp tục học', 'SLOWED', 'STUDYING', false),
  ('RETURN', 'Học lại, tiếp tục học', 'WITHDRAWN', 'STUDYING', true),
  ('WITHDRAW', 'Tự thôi học', 'STUDYING', 'WITHDRAWN', false),
  ('WITHDRAW', 'Tự thôi học', 'SUSPENDED', 'WITHDRAWN', false),
  ('WITHDRAW', 'Tự thôi học', 'SLOWED', 'WITHDRAWN', false),
  ('EXPEL', 'Buộc thôi học', 'STUDYING', 'EXPELLED', true),
  ('EXPEL', 'Buộc thôi học', 'SUSPENDED', 'EXPELLED', true),
  ('EXPEL', 'Buộc thôi học', 'SLOWED', 'EXPELLED', true),
  ('TRANSFER', 'Chuyển trường', 'STUDYING', 'TRANSFERRED', true),
  ('TRANSFER', 'Chuyển trường', 'SUSPENDED', 'TRANSFERRED', true),
  ('TRANSFER', 'Chuyển trường', 'SLOWED', 'TRANSFERRED', true);

do $$
declare t text;
begin
  foreach t in array array['class', 'image', 'hand_edit', 'step', 'guardian', 'merge', 'distinct_pair'] loop
    execute format('alter table learning.%I enable row level security', t);
    execute format('grant select, insert, update, delete on learning.%I to lanhnghe_app', t);
    execute format('create policy reading on learning.%I for select using ((select scope.reads_all()))', t);
    execute format('create policy own on learning.%I using ((select scope.writes_all()) or institution_id = (select scope.institution())
         and ((select scope.site()) is null or site_id = (select scope.site())))', t);
  end loop;
  -- what a file brought can be taken back
  foreach t in array array['learner', 'enrolment', 'result', 'module'] loop
    execute format('grant delete on learning.%I to lanhnghe_app', t);
    execute format('create policy taking_back on learning.%I for delete using ((select scope.writes_all()) or institution_id = (select scope.institution()))', t);
  end loop;
end $$;
create policy lifelong on learning.step for select using (enrolment_id = any ((select learning.own_enrolments())::bigint[]));
create policy lifelong on learning.class for select using ((select scope.reach()) = 'SELF');
create policy keeping on learning.step for select using (institution_id = any ((select scope.keeps('LEARNERS'))::bigint[]));
