-- Nhà giáo, cán bộ quản lý: one record a person, whichever colleges they work at.
create schema person;
grant usage on schema person to lanhnghe_app;

-- Số nhà giáo: "NG", seven digits in the order of recording, two check digits (ISO 7064, mod 97-10). It says nothing of the person and is never given twice.
create sequence person.staff_number;
grant usage on sequence person.staff_number to lanhnghe_app;
create function person.numbered(n bigint) returns text language sql immutable parallel safe as $$
  select 'NG' || lpad(n::text, 7, '0') || lpad((98 - n * 100 % 97)::text, 2, '0')
$$;

create table person.person (
  id           bigint generated always as identity primary key,
  staff_number text not null unique default person.numbered(nextval('person.staff_number')),
  full_name    text not null check (length(full_name) between 3 and 120),
  name_folded  text not null,
  sort_key     text not null collate "C",
  birth_date   date,
  sex          text check (sex in ('MALE', 'FEMALE')),
  citizen_id   text unique check (citizen_id ~ '^[0-9]{12}$'), -- protected: never a key, never in an address
  phone        text,
  email        text,
  merged_into  bigint references person.person, -- the record that took this one's place
  batch_id     bigint,                          -- the file that first told of the person
  recorded_at  timestamptz not null default now()
);
create index on person.person (sort_key, id);
create index on person.person (name_folded text_pattern_ops);
create index on person.person (merged_into);
create index on person.person (batch_id);

-- Chức danh: what a person is to a college (NĐ 93/2026, Điều 3; TT 43/2026).
create table person.title (
  code        text primary key check (code ~ '^[A-Z_]+$'),
  label       text not null,
  post        text not null check (post in ('TEACHER', 'MANAGER', 'INSTRUCTOR')),
  clause_code text references law.clause,
  place       integer not null,
  valid_from  date not null,
  valid_to    date
);
create index on person.title (clause_code);
insert into person.title (code, label, post, place, valid_from) values
  ('GV_SO_CAP', 'Giáo viên sơ cấp', 'TEACHER', 1, date '2026-01-01'),
  ('GV_TRUNG_HOC_NGHE', 'Giáo viên trung học nghề', 'TEACHER', 2, date '2026-01-01'),
  ('GV_TRUNG_CAP', 'Giáo viên trung cấp', 'TEACHER', 3, date '2026-01-01'),
  ('GIANG_VIEN', 'Giảng viên cao đẳng', 'TEACHER', 4, date '2026-01-01'),
  ('GIANG_VIEN_CHINH', 'Giảng viên cao đẳng chính', 'TEACHER', 5, date '2026-01-01'),
  ('GIANG_VIEN_CAO_CAP', 'Giảng viên cao đẳng cao cấp', 'TEACHER', 6, date '2026-01-01'),
  ('NGUOI_DAY_NGHE', 'Người dạy nghề', 'INSTRUCTOR', 7, date '2026-01-01'),
  ('HIEU_TRUONG', 'Hiệu trưởng, giám đốc', 'MANAGER', 8, date '2026-01-01'),
  ('PHO_HIEU_TRUONG', 'Phó hiệu trưởng, phó giám đốc', 'MANAGER', 9, date '2026-01-01'),
  ('TRUONG_KHOA', 'Trưởng khoa, phòng, tổ', 'MANAGER', 10, date '2026-01-01'),
  ('PHO_TRUONG_KHOA', 'Phó trưởng khoa, phòng, tổ', 'MANAGER', 11, date '2026-01-01');

-- Thời gian công tác: a person at a college in one title. The principal one is where they are counted; a person has one of those on any day.
create table person.spell (
  id             bigint generated always as identity primary key,
  person_id      bigint not null references person.person,
  institution_id bigint not null references institution.institution,
  site_id        bigint references institution.site,
  department     text not null default '',           -- khoa, phòng, tổ
  title_code     text not null references person.title,
  teaches        boolean not null default true,      -- a manager who teaches as well is counted among both
  contract       text not null check (contract in ('BIEN_CHE', 'KHONG_THOI_HAN', 'CO_THOI_HAN', 'THINH_GIANG')),
  percent        integer not null default 100 check (percent between 1 and 100),
  principal      boolean not null default true,
  starts_on      date not null,
  ends_on        date,                               -- the last day
  batch_id       bigint,
  recorded_at    timestamptz not null default now(),
  check (ends_on >= starts_on),
  exclude using gist (int8range(person_id, person_id, '[]') with &&, daterange(starts_on, ends_on, '[]') with &&) where (principal)
);
create index on person.spell (person_id);
create index on person.spell (institution_id, person_id);
create index on person.spell (site_id);
create index on person.spell (title_code);
create index on person.spell (batch_id);

-- Nghỉ: days away from a spell that take the person out of what is counted (maternity, study abroad, long illness).
create table person.leave (
  id          bigint generated always as identity primary key,
  spell_id    bigint not null references person.spell on delete cascade,
  reason      text not null check (length(reason) between 3 and 200),
  starts_on   date not null,
  ends_on     date, -- the last day
  recorded_at timestamptz not null default now(),
  check (ends_on >= starts_on),
  exclude using gist (int8range(spell_id, spell_id, '[]') with &&, daterange(starts_on, ends_on, '[]') with &&)
);
create index on person.leave (spell_id);

-- Which account is whose.
create table person.login (
  account_id bigint primary key,
  person_id  bigint not null references person.person
);
create index on person.login (person_id);

grant select, insert, update on person.person, person.spell to lanhnghe_app;
grant select, insert, update, delete on person.leave, person.login to lanhnghe_app;
grant delete on person.person, person.spell to lanhnghe_app; -- a file taken back
grant select on person.title to lanhnghe_app;

-- A college sees those who work or have worked there. Writing asks the face, which asks the college; the database asks again.
alter table person.spell enable row level security;
create policy reading on person.spell for select using ((select scope.reads_all()) or institution_id = (select scope.institution()));
create policy adding on person.spell for insert with check ((select scope.writes_all()) or institution_id = (select scope.institution()));
create policy changing on person.spell for update using ((select scope.writes_all()) or institution_id = (select scope.institution()));
create policy removing on person.spell for delete using ((select scope.writes_all()) or institution_id = (select scope.institution()));
alter table person.person enable row level security;
create policy reading on person.person for select using ((select scope.reads_all())
  or id in (select s.person_id from person.spell s where s.institution_id = (select scope.institution())));
create policy adding on person.person for insert with check ((select scope.writes_all()));
create policy changing on person.person for update using ((select scope.writes_all()));
create policy removing on person.person for delete using ((select scope.writes_all()));
alter table person.leave enable row level security;
create policy reading on person.leave for select using ((select scope.reads_all()) or spell_id in (select s.id from person.spell s where s.institution_id = (select scope.institution())));
create policy changing on person.leave using ((select scope.writes_all()));
alter table person.login enable row level security;
create policy reading on person.login for select using ((select scope.reads_all())
  or person_id in (select s.person_id from person.spell s where s.institution_id = (select scope.institution())));
create policy changing on person.login using ((select scope.writes_all()));

-- Who works where and since when: what other modules may join to.
create view person.staff with (security_invoker = true) as
  select s.id as spell_id, p.id as person_id, p.staff_number, p.full_name, p.name_folded, p.sort_key, p.sex, p.birth_date,
         s.institution_id, s.site_id, s.department, s.title_code, t.label as title, t.post, s.teaches or t.post <> 'MANAGER' as teaches,
         s.contract, s.percent, s.principal, s.starts_on, s.ends_on
    from person.spell s join person.person p on p.id = s.person_id join person.title t on t.code = s.title_code
   where p.merged_into is null;
grant select on person.staff to lanhnghe_app;
