-- Đợt xét tốt nghiệp: who is looked at, by which council; a decision freezes what was found.
create table learning.graduation (
  id              bigint generated always as identity primary key,
  institution_id  bigint not null,
  site_id         bigint,
  name            text not null,
  occupation_code text references programme.occupation, -- null: every occupation
  cohort          integer not null,
  class_id        bigint references learning.class,
  planned_on      date not null,
  state           text not null default 'OPEN' check (state in ('OPEN', 'DECIDED')),
  decision_number text,
  decided_on      date,
  opened_by       bigint not null,
  opened_name     text not null,
  opened_at       timestamptz not null default now(),
  decided_by      bigint,
  decided_name    text,
  decided_at      timestamptz,
  constraint four_eyes check (decided_by <> opened_by),
  check ((state = 'DECIDED') = (decision_number is not null and decided_on is not null and decided_at is not null))
);
create index on learning.graduation (institution_id, id);
create index on learning.graduation (occupation_code);
create index on learning.graduation (class_id);

create table learning.council_member (
  id             bigint generated always as identity primary key,
  graduation_id  bigint not null references learning.graduation,
  institution_id bigint not null,
  site_id        bigint,
  full_name      text not null,
  position       text not null,
  role           text not null check (role in ('CHAIR', 'DEPUTY', 'SECRETARY', 'MEMBER'))
);
create index on learning.council_member (graduation_id);
create unique index one_chair on learning.council_member (graduation_id) where role = 'CHAIR';

create table learning.graduation_run (
  id             bigint generated always as identity primary key,
  graduation_id  bigint not null references learning.graduation,
  institution_id bigint not null,
  site_id        bigint,
  number         integer not null,
  actor          text not null,
  run_at         timestamptz not null default now(),
  unique (graduation_id, number)
);

-- What a run found for one learner: each condition met, not met or missing, and why.
create table learning.verdict (
  run_id         bigint not null references learning.graduation_run,
  enrolment_id   bigint not null references learning.enrolment,
  institution_id bigint not null,
  site_id        bigint,
  eligible       boolean not null,
  average        numeric(4, 1),
  rank           text,
  conditions     jsonb not null,
  primary key (run_id, enrolment_id)
);
create index on learning.verdict (enrolment_id);

-- How many sit on a council and what the law asks, as data.
create table learning.graduation_rule (
  id              bigint generated always as identity primary key,
  clause_code     text references law.clause,
  valid_from      date not null,
  valid_to        date,
  council_least   integer not null,
  exam_least      numeric(4, 1) not null, -- year system: theory and practice each
  average_share   integer not null,       -- (3·ĐTB + 2·TH + LT) / 6
  practice_share  integer not null,
  theory_share    integer not null,
  thesis_share    integer not null        -- (3·ĐTB + 2·CĐ) / 5
);
create index on learning.graduation_rule (clause_code);
insert into learning.graduation_rule (clause_code, valid_from, council_least, exam_least, average_share, practice_share, theory_share, thesis_share)
values ('TT04-2022.TN', date '2022-05-15', 5, 5.0, 3, 2, 1, 2);
grant select on learning.graduation_rule to lanhnghe_app;

-- Thi tốt nghiệp (year system): the better of the sittings stands.
create table learning.final_exam (
  enrolment_id   bigint not null references learning.enrolment on delete cascade,
  part           text not null check (part in ('THEORY', 'PRACTICE', 'THESIS')),
  institution_id bigint not null,
  site_id        bigint,
  mark           numeric(3, 1) not null check (mark between 0 and 10),
  sitting        integer not null default 1,
  recorder       text not null,
  recorded_at    timestamptz not null default now(),
  primary key (enrolment_id, part)
);

-- Bảng điểm as it was given out: an edition with its code; what it said can be looked up by whoever holds the paper.
create table learning.transcript (
  id             bigint generated always as identity primary key,
  enrolment_id   bigint not null references learning.enrolment,
  institution_id bigint not null,
  site_id        bigint,
  edition        integer not null,
  code           text not null unique,
  facts          jsonb not null,
  issued_by      text not null,
  issued_at      timestamptz not null default now(),
  unique (enrolment_id, edition)
);

create function learning.look_up_transcript(wanted text) returns table (facts jsonb, edition integer, issued_at timestamptz, latest boolean)
language sql stable security definer set search_path = '' as $$
  select t.facts, t.edition, t.issued_at,
         not exists (select from learning.transcript n where n.enrolment_id = t.enrolment_id and n.edition > t.edition)
    from learning.transcript t where t.code = wanted
$$;
revoke execute on function learning.look_up_transcript(text) from public;
grant execute on function learning.look_up_transcript(text) to lanhnghe_app;

do $$
declare t text;
begin
  foreach t in array array['graduation', 'council_member', 'graduation_run', 'verdict', 'final_exam', 'transcript'] loop
    execute format('alter table learning.%I enable row level security', t);
    execute format('grant select, insert, update, delete on learning.%I to lanhnghe_app', t);
    execute format('create policy reading on learning.%I for select using ((select scope.reads_all()))', t);
    execute format('create policy keeping on learning.%I for select using (institution_id = any ((select scope.keeps(''LEARNERS''))::bigint[]))', t);
    execute format('create policy own on learning.%I using ((select scope.writes_all()) or institution_id = (select scope.institution())
         and ((select scope.site()) is null or site_id = (select scope.site())))', t);
  end loop;
end $$;
revoke update, delete on learning.transcript, learning.verdict, learning.graduation_run from lanhnghe_app;
create policy lifelong on learning.transcript for select using (enrolment_id = any ((select learning.own_enrolments())::bigint[]));
create policy issuing on learning.transcript for insert with check (enrolment_id = any ((select learning.own_enrolments())::bigint[]));
