-- Chương trình đào tạo (TT 03/2017): a programme of a school, by version. A version that is published is frozen; the next one is made as a copy.
create table programme.programme (
  id             bigint generated always as identity primary key,
  identifier     uuid not null unique default gen_random_uuid(),
  institution_id bigint not null references institution.institution,
  level          text not null check (level in ('CAO_DANG', 'TRUNG_CAP', 'TRUNG_HOC_NGHE', 'SO_CAP', 'NGHE_KHAC')),
  ended_on       date, -- the last day on which it takes learners
  made_at        timestamptz not null default now()
);
create index on programme.programme (institution_id);

create table programme.version (
  id                  bigint generated always as identity primary key,
  programme_id        bigint not null references programme.programme on delete cascade,
  institution_id      bigint not null references institution.institution,
  number              integer not null check (number > 0),
  state               text not null default 'DRAFT' check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPRAISED', 'PUBLISHED', 'SUPERSEDED')),
  name                text not null check (length(name) between 3 and 200),
  english             text not null default '',
  name_folded         text not null,
  sort_key            text not null collate "C",
  occupation_on_paper text not null default '',                 -- as the licence or the decision writes it
  occupation_code     text references programme.occupation,     -- as the list has it; short courses have none
  mode                text not null default 'CHINH_QUY' check (mode in ('CHINH_QUY', 'VLVH', 'TU_XA')),
  method              text not null default 'MO_DUN' check (method in ('NIEN_CHE', 'MO_DUN', 'TIN_CHI')),
  licence_line_id     bigint references institution.licence_line on delete set null,
  licence_note        text not null default '',                 -- why no line of a licence names it
  hours               integer check (hours > 0),
  credits             numeric(5, 1) check (credits > 0),
  months              integer check (months between 1 and 60),
  admission           text not null default '',
  goal                text not null default '',
  decision_number     text,
  decision_on         date,
  copied_from         bigint references programme.version,
  made_by_name        text not null,
  made_at             timestamptz not null default now(),
  submitted_at        timestamptz,
  submitted_by_name   text,
  appraised_at        timestamptz,
  published_at        timestamptz,
  published_by_name   text,
  superseded_at       timestamptz,
  checked_at          timestamptz,                              -- the department held it against the paper
  checked_by_name     text,
  unique (programme_id, number),
  check (state not in ('PUBLISHED', 'SUPERSEDED') or decision_number is not null and decision_on is not null and published_at is not null)
);
create unique index one_published on programme.version (programme_id) where state = 'PUBLISHED';
create unique index one_in_work on programme.version (programme_id) where state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPRAISED');
create index on programme.version (institution_id, state);
create index on programme.version (state, sort_key);
create index on programme.version (occupation_code);
create index on programme.version (licence_line_id);
create index on programme.version (copied_from);

-- Môn học, mô-đun. Ready for online teaching where all three are there (TT 38/2026, chỉ số 06).
create table programme.module (
  id             bigint generated always as identity primary key,
  version_id     bigint not null references programme.version on delete cascade,
  institution_id bigint not null references institution.institution,
  identifier     uuid not null default gen_random_uuid(),
  code           text not null check (length(code) between 1 and 20),
  name           text not null check (length(name) between 2 and 200),
  credits        numeric(4, 1) not null default 0 check (credits >= 0),
  theory         integer not null default 0 check (theory >= 0),
  practice       integer not null default 0 check (practice >= 0),
  exam           integer not null default 0 check (exam >= 0),
  own_hours      integer not null default 0 check (own_hours between 0 and theory + practice + exam), -- taught by own staff (TT 38/2026, chỉ số 03)
  material       boolean not null default false, -- học liệu số
  platform       boolean not null default false, -- hệ thống quản lý học tập
  software       boolean not null default false, -- phần mềm
  textbook       text not null default '',
  textbook_paper text not null default '',       -- the decision by which the school accepts the textbook for use
  place          integer not null,
  unique (version_id, code) deferrable initially deferred,
  unique (version_id, identifier)
);
create index on programme.module (institution_id);

-- Chuẩn đầu ra: a tree of statements. The identifier stays from version to version, the code says where a statement stands.
create table programme.outcome (
  id             bigint generated always as identity primary key,
  version_id     bigint not null references programme.version on delete cascade,
  institution_id bigint not null references institution.institution,
  identifier     uuid not null default gen_random_uuid(),
  parent_id      bigint references programme.outcome on delete cascade,
  code           text not null check (code ~ '^[0-9]{1,3}(\.[0-9]{1,3}){0,9}$'),
  kind           text not null check (kind in ('KNOWLEDGE', 'SKILL', 'AUTONOMY', 'DIGITAL')),
  statement      text not null check (length(statement) between 5 and 1000),
  hours          integer check (hours >= 0),
  place          integer not null,
  unique (version_id, code) deferrable initially deferred,
  unique (version_id, identifier)
);
create index on programme.outcome (parent_id);
create index on programme.outcome (institution_id);
create index on programme.outcome (identifier);

-- Which modules teach an outcome, which assess it.
create table programme.teaching (
  version_id     bigint not null references programme.version on delete cascade,
  institution_id bigint not null references institution.institution,
  outcome_id     bigint not null references programme.outcome on delete cascade,
  module_id      bigint not null references programme.module on delete cascade,
  teaches        boolean not null,
  assesses       boolean not null,
  primary key (outcome_id, module_id),
  check (teaches or assesses)
);
create index on programme.teaching (module_id);
create index on programme.teaching (version_id);
create index on programme.teaching (institution_id);

-- Gắn chuẩn đầu ra với năng lực thành phần của khung, có kiểu liên hệ và bậc cần đạt.
create table programme.alignment (
  id             bigint generated always as identity primary key,
  version_id     bigint not null references programme.version on delete cascade,
  institution_id bigint not null references institution.institution,
  outcome_id     bigint not null references programme.outcome on delete cascade,
  framework_id   bigint not null,
  item_id        bigint not null references framework.item,
  relation       text not null check (relation in ('EXACT', 'PART', 'RELATED')),
  level_code     text not null,
  unique (outcome_id, item_id),
  foreign key (framework_id, level_code) references framework.level (framework_id, code)
);
create index on programme.alignment (version_id);
create index on programme.alignment (item_id);
create index on programme.alignment (framework_id, level_code);
create index on programme.alignment (institution_id);

-- Khoá: learners stay on the version they began with.
create table programme.cohort (
  programme_id   bigint not null references programme.programme on delete cascade,
  institution_id bigint not null references institution.institution,
  year           integer not null check (year between 2000 and 2100),
  version_id     bigint not null references programme.version,
  recorded_at    timestamptz not null default now(),
  recorded_by    text not null,
  primary key (programme_id, year)
);
create index on programme.cohort (version_id);
create index on programme.cohort (institution_id);

-- What was published, or lies with somebody else, is not changed. An alignment alone moves on to what takes the place of its item in the framework.
create function programme.keep_content() returns trigger language plpgsql as $$
declare s text;
begin
  select v.state into s from programme.version v where v.id = coalesce(new.version_id, old.version_id);
  if s is null or s in ('DRAFT', 'RETURNED') then return case tg_op when 'DELETE' then old else new end; end if;
  if tg_table_name = 'alignment' and tg_op = 'UPDATE'
     and to_jsonb(new) - '{item_id,framework_id,level_code}'::text[] = to_jsonb(old) - '{item_id,framework_id,level_code}'::text[]
     and exists (select from framework.succession x where x.item_id = old.item_id and x.successor_id = new.item_id) then return new; end if;
  raise exception 'a version that is published or under appraisal is not changed; make a new one' using errcode = 'restrict_violation';
end $$;
create function programme.keep_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.state in ('DRAFT', 'RETURNED') then return old; end if;
  elsif old.state not in ('PUBLISHED', 'SUPERSEDED')
     or to_jsonb(new) - '{state,superseded_at,checked_at,checked_by_name,licence_line_id}'::text[]
      = to_jsonb(old) - '{state,superseded_at,checked_at,checked_by_name,licence_line_id}'::text[] then return new;
  end if;
  raise exception 'a published version is not changed; make a new one' using errcode = 'restrict_violation';
end $$;
create trigger keep before update or delete on programme.version for each row execute function programme.keep_version();

-- No statement hangs under itself.
create function programme.no_circle() returns trigger language plpgsql as $$
begin
  if exists (with recursive above (id) as (select new.parent_id union select o.parent_id from programme.outcome o join above a on o.id = a.id)
             select from above where id = new.id) then
    raise exception 'an outcome hangs under itself' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger no_circle before insert or update of parent_id on programme.outcome for each row when (new.parent_id is not null) execute function programme.no_circle();

grant select, insert, update, delete on programme.programme, programme.version, programme.module, programme.outcome, programme.teaching,
  programme.alignment, programme.cohort to lanhnghe_app;
do $$ declare t text; begin
  foreach t in array array['programme', 'version', 'module', 'outcome', 'teaching', 'alignment', 'cohort'] loop
    execute format('alter table programme.%I enable row level security', t);
    execute format('create policy adding on programme.%I for insert with check (institution_id = (select scope.institution()) or (select scope.writes_all()))', t);
    execute format('create policy changing on programme.%I for update using (institution_id = (select scope.institution()) or (select scope.writes_all()))', t);
    execute format('create policy removing on programme.%I for delete using (institution_id = (select scope.institution()) or (select scope.writes_all()))', t);
  end loop;
  foreach t in array array['module', 'outcome', 'teaching', 'alignment'] loop
    execute format('create trigger keep before insert or update or delete on programme.%I for each row execute function programme.keep_content()', t);
    execute format('create policy reading on programme.%I for select using ((select scope.reads_all()) or institution_id = (select scope.institution())
                    or version_id in (select v.id from programme.version v where v.state in (''PUBLISHED'', ''SUPERSEDED'')))', t);
  end loop;
end $$;
-- Anybody reads what was published.
create policy reading on programme.version for select using ((select scope.reads_all()) or institution_id = (select scope.institution()) or state in ('PUBLISHED', 'SUPERSEDED'));
create policy reading on programme.programme for select using ((select scope.reads_all()) or institution_id = (select scope.institution())
  or id in (select v.programme_id from programme.version v where v.state = 'PUBLISHED'));
create policy reading on programme.cohort for select using ((select scope.reads_all()) or institution_id = (select scope.institution()));

-- How much a programme holds at least, by level.
create table programme.volume_rule (
  level       text primary key check (level in ('CAO_DANG', 'TRUNG_CAP', 'TRUNG_HOC_NGHE', 'SO_CAP', 'NGHE_KHAC')),
  least       numeric(5, 1) not null, -- credits
  clause_code text not null references law.clause,
  verified    boolean not null default false
);
create index on programme.volume_rule (clause_code);
insert into programme.volume_rule (level, least, clause_code) values ('CAO_DANG', 60, 'TT03-2017.KL'), ('TRUNG_CAP', 35, 'TT03-2017.KL');
grant select on programme.volume_rule to lanhnghe_app;
alter table programme.volume_rule enable row level security;
create policy reading on programme.volume_rule for select using (true);
