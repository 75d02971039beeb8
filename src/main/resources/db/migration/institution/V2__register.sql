-- The register as at any day: what each institution was called and was, which day, and since when that is known.

alter table institution.institution drop constraint institution_status_check;
alter table institution.institution add constraint institution_status_check
  check (status in ('PROPOSED', 'OPEN', 'SUSPENDED', 'CLOSING', 'CLOSED'));

-- Mức tự chủ tài chính of public institutions.
create table institution.autonomy (code text primary key, label text not null, place integer not null);
insert into institution.autonomy (code, label, place) values
  ('NHOM_1', 'Nhóm 1 – tự bảo đảm chi thường xuyên và chi đầu tư', 1),
  ('NHOM_2', 'Nhóm 2 – tự bảo đảm chi thường xuyên', 2),
  ('NHOM_3', 'Nhóm 3 – tự bảo đảm một phần chi thường xuyên', 3),
  ('NHOM_4', 'Nhóm 4 – Nhà nước bảo đảm chi thường xuyên', 4);
grant select on institution.autonomy to lanhnghe_app;

-- Numbers that a rule of the register needs, with their clause and dates.
create table institution.rule (
  code        text not null,
  value       integer not null,
  label       text not null,
  clause_code text references law.clause,
  valid_from  date not null,
  valid_to    date,
  primary key (code, valid_from)
);
create index on institution.rule (clause_code);
insert into institution.rule (code, value, label, valid_from) values
  ('CONFIRM_DAYS', 90, 'Số ngày sau đó cơ sở được nhắc xác nhận thông tin', date '2026-01-01'),
  ('CONFIRM_HIGH_DAYS', 180, 'Số ngày sau đó việc xác nhận thành việc gấp', date '2026-01-01'),
  ('QUOTA_TOLERANCE', 10, 'Phần trăm vượt quy mô hằng năm buộc phải bổ sung giấy chứng nhận', date '2020-01-01');
grant select on institution.rule to lanhnghe_app;

-- Who may change which field: the school itself, the school with the department's approval, or the department only.
create table institution.field_rule (
  field       text not null,
  holder      text not null check (holder in ('SCHOOL', 'APPROVAL', 'DEPARTMENT')),
  why         text not null,
  clause_code text references law.clause,
  valid_from  date not null,
  valid_to    date,
  primary key (field, valid_from)
);
create index on institution.field_rule (clause_code);
insert into institution.field_rule (field, holder, why, valid_from) values
  ('NAME', 'APPROVAL', 'Đổi tên phải có quyết định (NĐ 95/2026)', date '2020-01-01'),
  ('NAME_EN', 'APPROVAL', 'Tên nước ngoài phải khớp với quyết định và tên miền (NĐ 95/2026)', date '2020-01-01'),
  ('TYPE', 'DEPARTMENT', 'Loại hình theo quyết định thành lập', date '2020-01-01'),
  ('OWNERSHIP', 'DEPARTMENT', 'Sở hữu theo quyết định thành lập', date '2020-01-01'),
  ('GOVERNING_BODY', 'DEPARTMENT', 'Cơ quan chủ quản theo quyết định thành lập', date '2020-01-01'),
  ('AUTONOMY', 'APPROVAL', 'Theo quyết định giao quyền tự chủ tài chính', date '2020-01-01'),
  ('STATUS', 'DEPARTMENT', 'Tình trạng theo quyết định của cơ quan có thẩm quyền', date '2020-01-01'),
  ('ADDRESS', 'APPROVAL', 'Chuyển trụ sở phải bổ sung giấy chứng nhận', date '2020-01-01'),
  ('WARD', 'APPROVAL', 'Chuyển trụ sở phải bổ sung giấy chứng nhận', date '2020-01-01'),
  ('LOCATION', 'SCHOOL', 'Vị trí trên bản đồ do cơ sở tự đặt', date '2020-01-01'),
  ('PHONE', 'SCHOOL', 'Thông tin liên lạc do cơ sở tự giữ đúng', date '2020-01-01'),
  ('EMAIL', 'SCHOOL', 'Thông tin liên lạc do cơ sở tự giữ đúng', date '2020-01-01'),
  ('WEBSITE', 'SCHOOL', 'Cơ sở phải công bố tên miền chính thức (NĐ 95/2026)', date '2020-01-01'),
  ('NATIONAL_CODE', 'DEPARTMENT', 'Mã do cơ quan quản lý trung ương cấp', date '2020-01-01'),
  ('AGENCY_CODE', 'DEPARTMENT', 'Mã định danh điện tử (QĐ 20/2020/QĐ-TTg)', date '2020-01-01'),
  ('TAX_CODE', 'APPROVAL', 'Mã số thuế theo giấy đăng ký', date '2020-01-01'),
  ('FOUNDED_ON', 'DEPARTMENT', 'Ngày thành lập theo quyết định', date '2020-01-01'),
  ('ALIAS', 'SCHOOL', 'Tên gọi tắt giúp người dân tìm ra cơ sở', date '2020-01-01'),
  ('SITE', 'APPROVAL', 'Thêm địa điểm đào tạo phải bổ sung giấy chứng nhận', date '2020-01-01'),
  ('LEADER', 'SCHOOL', 'Người đứng đầu và hội đồng do cơ sở báo', date '2020-01-01'),
  ('INFRASTRUCTURE', 'SCHOOL', 'Hạ tầng số do cơ sở tự kê hằng năm', date '2020-01-01');
grant select on institution.field_rule to lanhnghe_app;

-- Words that no name of an institution may carry: titles and ranks (NĐ 95/2026).
create table institution.barred_word (word text primary key, why text not null);
insert into institution.barred_word (word, why) values
  ('hang dau', 'từ xếp hạng'), ('so mot', 'từ xếp hạng'), ('top', 'từ xếp hạng'), ('dat chuan', 'danh hiệu'), ('xuat sac', 'danh hiệu'),
  ('anh hung', 'danh hiệu'), ('tien tien', 'danh hiệu'), ('trong diem', 'danh hiệu'), ('chat luong cao', 'danh hiệu');
grant select on institution.barred_word to lanhnghe_app;

-- The facts of an institution by their codes; the dates of a version are when they held, its times when the register said so.
create table institution.version (
  id             bigint generated always as identity primary key,
  institution_id bigint not null references institution.institution,
  valid_from     date not null,
  valid_to       date, -- the first day on which it no longer held
  recorded_at    timestamptz not null default now(),
  superseded_at  timestamptz,
  facts          jsonb not null,
  name           text not null generated always as (facts ->> 'NAME') stored,
  name_folded    text not null,
  sort_key       text not null collate "C",
  type           text not null generated always as (facts ->> 'TYPE') stored references institution.type,
  ownership      text not null generated always as (facts ->> 'OWNERSHIP') stored references institution.ownership,
  status         text not null generated always as (facts ->> 'STATUS') stored,
  ward_code      text generated always as (facts ->> 'WARD') stored references place.ward,
  lat            numeric(9, 6) generated always as (split_part(facts ->> 'LOCATION', ',', 1)::numeric) stored,
  lon            numeric(9, 6) generated always as (split_part(facts ->> 'LOCATION', ',', 2)::numeric) stored,
  check (valid_to > valid_from),
  check (superseded_at >= recorded_at)
);
create unique index one_version_a_day on institution.version (institution_id, valid_from) where superseded_at is null;
create index on institution.version (institution_id);
create index version_in_order on institution.version (sort_key) where superseded_at is null;
create index version_superseded on institution.version (superseded_at) where superseded_at is not null;

alter table institution.institution add facts jsonb;
update institution.institution set facts = jsonb_strip_nulls(jsonb_build_object(
  'NAME', name, 'TYPE', type, 'OWNERSHIP', ownership, 'GOVERNING_BODY', governing_body, 'STATUS', status, 'STATUS_FROM', status_from,
  'ADDRESS', address_old, 'WARD', ward_code, 'LOCATION', lat || ',' || lon, 'PHONE', phone, 'WEBSITE', website));
alter table institution.institution alter facts set not null, drop governing_body, drop address_old, drop phone, drop website;
insert into institution.version (institution_id, valid_from, recorded_at, facts, name_folded, sort_key)
select id, valid_from, valid_from, facts, name_folded, sort_key from institution.institution;

-- Yêu cầu và lịch sử thay đổi: one field of one institution each, whether done at once or waiting for the department.
create table institution.change (
  id             bigint generated always as identity primary key,
  institution_id bigint not null references institution.institution,
  field          text not null,
  subject_id     bigint, -- the site or leader it is about; none when it is to be added
  old_value      text,
  new_value      text,
  details        jsonb, -- what a site, leader or alias is to become
  effective_on   date not null,
  state          text not null check (state in ('PENDING', 'DONE', 'REJECTED', 'WITHDRAWN', 'UNDONE')),
  reason         text,
  evidence       text, -- SHA-256 of the paper
  evidence_name  text,
  source         text not null default 'SCREEN' check (source in ('SCREEN', 'SHEET', 'SUCCESSION')),
  batch_id       bigint,
  requested_by   text not null,
  account_id     bigint,
  requested_at   timestamptz not null default now(),
  decided_by     text,
  decided_at     timestamptz,
  reply          text check (length(reply) <= 1000),
  seen_at        timestamptz -- when the requester's side saw the answer
);
create index on institution.change (institution_id, id);
create index on institution.change (id) where state = 'PENDING';
create index on institution.change (batch_id);

-- Why a request is usually sent back, offered for choice.
create table institution.refusal_reason (code text primary key, label text not null, place integer not null);
insert into institution.refusal_reason (code, label, place) values
  ('NO_PAPER', 'Chưa kèm quyết định hoặc giấy tờ chứng minh', 1),
  ('UNREADABLE', 'Giấy tờ kèm theo không đọc được', 2),
  ('DIFFERS', 'Thông tin đề nghị khác với giấy tờ kèm theo', 3),
  ('NAME_RULE', 'Tên chưa đúng quy tắc đặt tên (NĐ 95/2026)', 4),
  ('LICENCE_FIRST', 'Cần bổ sung giấy chứng nhận trước', 5),
  ('DOUBLE', 'Trùng với yêu cầu khác', 6);
grant select on institution.refusal_reason to lanhnghe_app;

-- Tên gọi khác: short names and names it is asked for by; former names stand in its versions.
create table institution.alias (
  id             bigint generated always as identity primary key,
  institution_id bigint not null references institution.institution,
  name           text not null,
  valid_from     date not null default current_date,
  valid_to       date
);
create index on institution.alias (institution_id);

alter table institution.site
  add code text,
  add kind text not null default 'SITE' check (kind in ('MAIN', 'SITE', 'BRANCH')),
  add lat numeric(9, 6), add lon numeric(9, 6), add phone text, add email text, add decision text,
  add valid_from date not null default date '2020-01-01', add valid_to date,
  add check (valid_to > valid_from);
update institution.site set kind = 'MAIN' where main;
update institution.site s set lat = i.lat, lon = i.lon from institution.institution i where i.id = s.institution_id and s.main;
update institution.site s set code = x.code from (
  select s.id, i.code || '-' || row_number() over (partition by i.id order by s.main desc, s.id) as code
    from institution.site s join institution.institution i on i.id = s.institution_id) x where x.id = s.id;
create unique index on institution.site (code);

-- Chức danh of heads and councils; a mandatory post is never to be vacant, a single one never held by two.
create table institution.post (
  code      text primary key,
  label     text not null,
  single    boolean not null,
  mandatory boolean not null,
  types     text[] not null, -- the types of institution that have it; empty means all
  publicly  boolean not null, -- only at public institutions
  place     integer not null
);
insert into institution.post (code, label, single, mandatory, types, publicly, place) values
  ('HIEU_TRUONG', 'Hiệu trưởng', true, true, '{CD,TC,THN,DH}', false, 1),
  ('GIAM_DOC', 'Giám đốc', true, true, '{TTGDNN,TTGDTX,DN,PH}', false, 2),
  ('PHO_HIEU_TRUONG', 'Phó hiệu trưởng, phó giám đốc', false, false, '{}', false, 3),
  ('CHU_TICH_HOI_DONG', 'Chủ tịch hội đồng trường', true, true, '{CD,TC}', true, 4),
  ('THANH_VIEN_HOI_DONG', 'Thành viên hội đồng trường', false, false, '{}', false, 5);
grant select on institution.post to lanhnghe_app;

create table institution.leader (
  id             bigint generated always as identity primary key,
  institution_id bigint not null references institution.institution,
  post           text not null references institution.post,
  full_name      text not null,
  decision       text,
  term_from      date not null,
  term_to        date, -- the last day
  check (term_to >= term_from)
);
create index on institution.leader (institution_id);
create index on institution.leader (post);

-- Hạ tầng số of a site, one picture a year; the picture of a past year stays as it was.
create table institution.infrastructure (
  id              bigint generated always as identity primary key,
  institution_id  bigint not null references institution.institution,
  site_id         bigint not null references institution.site,
  year            integer not null check (year between 2020 and 2100),
  computer_rooms  integer not null check (computer_rooms >= 0),
  computers       integer not null check (computers >= 0),
  workshops       integer not null check (workshops >= 0),
  simulators      integer not null check (simulators >= 0),
  bandwidth_mbps  integer not null check (bandwidth_mbps >= 0),
  platforms       text,
  recorded_by     text not null,
  recorded_at     timestamptz not null default now(),
  unique (site_id, year)
);
create index on institution.infrastructure (institution_id);

-- Xác nhận thông tin: somebody of the institution said that what is shown is right.
create table institution.confirmation (
  id             bigint generated always as identity primary key,
  institution_id bigint not null references institution.institution,
  at             timestamptz not null default now(),
  actor          text not null
);
create index on institution.confirmation (institution_id, at);
alter table institution.institution add confirmed_at timestamptz;

-- The register is public. A college's people write what is theirs in their own entry; the facts, versions and sites are written by
-- the register's own acts only, which ask first whose word the field needs.
do $$
declare t text;
begin
  foreach t in array array['version', 'change', 'alias', 'leader', 'infrastructure', 'confirmation'] loop
    execute format('alter table institution.%I enable row level security', t);
    execute format('grant select, insert, update on institution.%I to lanhnghe_app', t);
    if t = 'version' then
      create policy adding on institution.version for insert with check ((select scope.writes_all()));
      create policy changing on institution.version for update using ((select scope.writes_all()));
    else
      execute format('create policy adding on institution.%I for insert with check ((select scope.writes_all()) or institution_id = (select scope.institution()) and (select scope.site()) is null)', t);
      execute format('create policy changing on institution.%I for update using ((select scope.writes_all()) or institution_id = (select scope.institution()) and (select scope.site()) is null)', t);
    end if;
    if t <> 'change' then
      execute format('create policy reading on institution.%I for select using (true)', t);
    end if;
  end loop;
end $$;
create policy reading on institution.change for select using ((select scope.reads_all()) or institution_id = (select scope.institution()));

-- What is looked for when somebody searches: the names with their accents, and all words and initials without them.
create extension if not exists pg_trgm with schema public;
create table institution.search (
  institution_id bigint primary key references institution.institution,
  exact          text not null, -- every name it ever had and what else it is found by, lower case, accents kept
  names          text not null, -- the same folded, with abbreviations written out and initials added
  also           text not null, -- code, wards, occupations
  found          text not null generated always as (names || also) stored
);
create index on institution.search using gin (found gin_trgm_ops);
alter table institution.search enable row level security;
grant select, insert, update on institution.search to lanhnghe_app;
create policy reading on institution.search for select using (true);
create policy adding on institution.search for insert with check ((select scope.writes_all()));
create policy changing on institution.search for update using ((select scope.writes_all()));
