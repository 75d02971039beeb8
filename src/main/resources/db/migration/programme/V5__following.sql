-- Rà soát hằng năm (TT 38/2026, chỉ số 04).
create table programme.review (
  id             bigint generated always as identity primary key,
  programme_id   bigint not null references programme.programme on delete cascade,
  institution_id bigint not null references institution.institution,
  year           integer not null check (year between 2000 and 2100),
  reviewed_on    date not null,
  updated        boolean not null, -- was anything changed by it?
  words          text not null check (length(words) between 3 and 1000),
  recorded_by    text not null,
  recorded_at    timestamptz not null default now(),
  unique (programme_id, year)
);
create index on programme.review (institution_id);
-- Người sử dụng lao động tham gia (TT 38/2026, chỉ số 05).
create table programme.partner (
  id             bigint generated always as identity primary key,
  programme_id   bigint not null references programme.programme on delete cascade,
  institution_id bigint not null references institution.institution,
  year           integer not null check (year between 2000 and 2100),
  organisation   text not null check (length(organisation) between 3 and 200),
  practice       boolean not null,
  assessment     boolean not null,
  research       boolean not null,
  words          text not null default '',
  recorded_by    text not null,
  recorded_at    timestamptz not null default now(),
  unique (programme_id, year, organisation),
  check (practice or assessment or research)
);
create index on programme.partner (institution_id);
-- How many of a cohort's learners reached an outcome.
create table programme.attainment (
  outcome_id     bigint not null references programme.outcome,
  institution_id bigint not null references institution.institution,
  cohort         integer not null check (cohort between 2000 and 2100),
  assessed       integer not null check (assessed > 0),
  achieved       integer not null check (achieved between 0 and assessed),
  source         text not null check (length(source) between 3 and 300),
  recorded_by    text not null,
  recorded_at    timestamptz not null default now(),
  primary key (outcome_id, cohort)
);
create index on programme.attainment (institution_id);
-- So many months after the last review, or after publication, the next one is due.
create table programme.review_rule (
  months      integer not null check (months > 0),
  before      integer not null, -- so many days ahead it is brought up
  clause_code text not null references law.clause,
  verified    boolean not null default false
);
create index on programme.review_rule (clause_code);
insert into programme.review_rule (months, before, clause_code) values (12, 30, 'TT38-2026.CS04');

grant select on programme.review_rule to lanhnghe_app;
grant select, insert, update on programme.review, programme.partner, programme.attainment to lanhnghe_app;
grant delete on programme.partner to lanhnghe_app;
alter table programme.review_rule enable row level security;
create policy reading on programme.review_rule for select using (true);
do $$ declare t text; begin
  foreach t in array array['review', 'partner', 'attainment'] loop
    execute format('alter table programme.%I enable row level security', t);
    execute format('create policy reading on programme.%I for select using ((select scope.reads_all()) or institution_id = (select scope.institution()))', t);
    execute format('create policy adding on programme.%I for insert with check (institution_id = (select scope.institution()) or (select scope.writes_all()))', t);
    execute format('create policy changing on programme.%I for update using (institution_id = (select scope.institution()) or (select scope.writes_all()))', t);
    execute format('create policy removing on programme.%I for delete using (institution_id = (select scope.institution()) or (select scope.writes_all()))', t);
  end loop;
end $$;
