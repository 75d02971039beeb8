-- What the register of people asks: titles by their words, rules as data, what a file found, numbers that live on.
alter table person.title add words text[] not null default '{}'; -- what colleges write for it
update person.title set clause_code = 'ND93-2026.3' where post = 'TEACHER';
update person.title set clause_code = 'TT43-2026.CN', valid_from = date '2026-06-09' where code = 'NGUOI_DAY_NGHE';
update person.title t set words = w.words from (values
  ('GV_SO_CAP', array['GV sơ cấp', 'Giáo viên dạy sơ cấp']),
  ('GV_TRUNG_HOC_NGHE', array['GV trung học nghề', 'GV THN']),
  ('GV_TRUNG_CAP', array['GV trung cấp', 'Giáo viên']),
  ('GIANG_VIEN', array['Giảng viên', 'GV cao đẳng', 'GV', 'Giảng viên GDNN']),
  ('GIANG_VIEN_CHINH', array['Giảng viên chính', 'GVC']),
  ('GIANG_VIEN_CAO_CAP', array['Giảng viên cao cấp', 'GVCC']),
  ('NGUOI_DAY_NGHE', array['Nghệ nhân', 'Thợ dạy nghề']),
  ('HIEU_TRUONG', array['Hiệu trưởng', 'Giám đốc']),
  ('PHO_HIEU_TRUONG', array['Phó hiệu trưởng', 'Phó giám đốc', 'P. Hiệu trưởng', 'Phó HT']),
  ('TRUONG_KHOA', array['Trưởng khoa', 'Trưởng phòng', 'Tổ trưởng', 'Trưởng bộ môn']),
  ('PHO_TRUONG_KHOA', array['Phó trưởng khoa', 'Phó khoa', 'Phó trưởng phòng', 'Phó phòng', 'Tổ phó'])) as w (code, words)
 where w.code = t.code;

-- Limits, each from a day to another.
create table person.rule (
  code        text not null check (code ~ '^[A-Z_]+$'),
  label       text not null,
  value       integer not null,
  clause_code text references law.clause, -- null: how the city works, no text of law
  valid_from  date not null,
  valid_to    date,
  primary key (code, valid_from)
);
create index on person.rule (clause_code);
insert into person.rule (code, label, value, clause_code, valid_from) values
  ('FULL_TIME', 'Cộng các nơi, trên bao nhiêu phần trăm thời gian thì đánh dấu để xem lại', 100, null, date '2020-01-01'),
  ('MOST_TIME', 'Cộng các nơi, nhiều nhất bao nhiêu phần trăm thời gian được ghi', 200, null, date '2020-01-01'),
  ('COUNCIL_SMALL', 'Hội đồng công nhận người dạy nghề, ít nhất bao nhiêu người', 5, 'TT43-2026.CN', date '2020-01-01'),
  ('COUNCIL_LARGE', 'Hội đồng công nhận người dạy nghề của một cơ sở, nhiều nhất bao nhiêu người', 7, 'TT43-2026.CN', date '2020-01-01'),
  ('LAPSE_MONTHS', 'Không dạy bao nhiêu tháng thì công nhận thôi hiệu lực', 12, 'TT43-2026.HL', date '2020-01-01'),
  ('LAPSE_SOON', 'Nhắc trước khi thôi hiệu lực bao nhiêu tháng', 2, null, date '2020-01-01');
grant select on person.rule to lanhnghe_app;

alter table person.person
  add degree text check (degree in ('NGHE_NHAN', 'TRUNG_CAP', 'CAO_DANG', 'DAI_HOC', 'THAC_SI', 'TIEN_SI', 'KHAC')), -- trình độ cao nhất
  add last_batch_id bigint; -- the last file that wrote it; null once a person has
alter table person.spell add last_batch_id bigint;
create index on person.person (sort_key, id) where merged_into is null;
create index on person.person (name_folded, birth_date);
create index on person.spell (person_id, principal desc, starts_on desc);
create index on person.spell (institution_id, department);
create index on person.spell (starts_on, ends_on);

-- Numbers of records that were merged away: found by search for good.
create table person.alias (
  staff_number text primary key,
  person_id    bigint not null references person.person on delete cascade
);
create index on person.alias (person_id);
grant select, insert, update, delete on person.alias to lanhnghe_app;
alter table person.alias enable row level security;
create policy reading on person.alias for select using ((select scope.reads_all())
  or person_id in (select s.person_id from person.spell s where s.institution_id = (select scope.institution())));
create policy changing on person.alias using ((select scope.writes_all()));

-- A fact corrected by hand, with the reason and the paper it was read from. A file leaves such a fact alone.
create table person.correction (
  id             bigint generated always as identity primary key,
  person_id      bigint not null references person.person on delete cascade,
  institution_id bigint references institution.institution, -- whose shelf the paper lies on
  field          text not null,
  reason         text not null check (length(reason) between 3 and 500),
  sha256         text not null,
  file_name      text not null,
  actor          text not null,
  at             timestamptz not null default now()
);
create index on person.correction (person_id, field);
create index on person.correction (institution_id);
grant select, insert on person.correction to lanhnghe_app;
alter table person.correction enable row level security;
create policy reading on person.correction for select using ((select scope.reads_all())
  or person_id in (select s.person_id from person.spell s where s.institution_id = (select scope.institution())));
create policy adding on person.correction for insert with check ((select scope.writes_all()));

-- What a file found before it changed it.
create table person.image (
  batch_id       bigint not null,
  institution_id bigint not null references institution.institution,
  place          text not null check (place in ('person', 'spell')),
  id             bigint not null,
  before         jsonb not null,
  primary key (batch_id, place, id)
);
create index on person.image (institution_id);
grant select, insert, delete on person.image to lanhnghe_app;
alter table person.image enable row level security;
create policy own on person.image using ((select scope.writes_all()) or institution_id = (select scope.institution()));

-- A college's file brings people nobody has recorded, and writes of those who work or worked there.
grant usage on sequence person.person_id_seq to lanhnghe_app;
create policy bringing on person.person for insert with check ((select scope.institution()) is not null and batch_id is not null);
create policy writing on person.person for update using (id in (select s.person_id from person.spell s where s.institution_id = (select scope.institution())));

-- Who already stands in the register under these citizen numbers or staff numbers: enough to tell a person, no more.
create function person.known(citizens text[], numbers text[])
returns table (key text, person_id bigint, birth_date date)
language sql stable security definer set search_path = '' as $$
  select 'C' || p.citizen_id, p.id, p.birth_date from person.person p where p.citizen_id = any (citizens) and p.merged_into is null
  union all
  select 'N' || p.staff_number, p.id, p.birth_date from person.person p where p.staff_number = any (numbers) and p.merged_into is null
  union all
  select 'N' || a.staff_number, p.id, p.birth_date from person.alias a join person.person p on p.id = a.person_id where a.staff_number = any (numbers)
$$;

-- When and how much people are employed, wherever; of another college not where and not as what.
create function person.engagements(persons bigint[], own bigint)
returns table (person_id bigint, spell_id bigint, own boolean, starts_on date, ends_on date, percent integer, principal boolean)
language sql stable security definer set search_path = '' as $$
  select s.person_id, s.id, s.institution_id is not distinct from own, s.starts_on, s.ends_on, s.percent, s.principal
    from person.spell s where s.person_id = any (persons)
$$;

-- Takes back the spells that a college's file brought, and the people who are then of no college.
create function person.take_back(batch bigint, college bigint) returns integer
language plpgsql security definer set search_path = '' as $$
declare gone bigint[]; n integer;
begin
  if college is distinct from scope.institution() and not scope.writes_all() then raise exception 'not of this college'; end if;
  with d as (delete from person.spell s where s.batch_id = batch and s.institution_id = college returning s.person_id)
  select array_agg(d.person_id) into gone from d;
  delete from person.person p
   where p.batch_id = batch and p.id = any (gone) and not exists (select from person.spell s where s.person_id = p.id);
  select coalesce(cardinality(gone), 0) into n;
  return n;
end $$;
revoke all on function person.known(text[], text[]), person.engagements(bigint[], bigint), person.take_back(bigint, bigint) from public;
grant execute on function person.known(text[], text[]), person.engagements(bigint[], bigint), person.take_back(bigint, bigint) to lanhnghe_app;

drop view person.staff;
create view person.staff with (security_invoker = true) as
  select s.id as spell_id, p.id as person_id, p.staff_number, p.full_name, p.name_folded, p.sort_key, p.sex, p.birth_date,
         s.institution_id, s.site_id, s.department, s.title_code, t.label as title, t.post, s.teaches or t.post <> 'MANAGER' as teaches,
         s.contract, s.percent, s.principal, s.starts_on, s.ends_on, p.degree
    from person.spell s join person.person p on p.id = s.person_id join person.title t on t.code = s.title_code
   where p.merged_into is null;
grant select on person.staff to lanhnghe_app;
