-- What can be counted: a view that a module publishes, one row a fact. Rows come by migrations alone, for they name relations and columns.
create table indicator.fact_set (
  code     text primary key check (code ~ '^[a-z_]+$'),
  label    text not null,
  unit     text not null,
  relation text not null check (relation ~ '^[a-z_]+\.[a-z_]+$'),
  people   boolean not null,
  place    integer not null
);
create table indicator.field (
  set_code text not null references indicator.fact_set,
  code     text not null check (code ~ '^[a-z_]+$'),
  label    text not null,
  kind     text not null check (kind in ('CODE', 'DAY', 'NUMBER')),
  parts    boolean not null default false, -- may a figure be broken down by it?
  place    integer not null,
  primary key (set_code, code)
);
create table indicator.choice (
  field text not null,
  value text not null,
  label text not null,
  place integer not null,
  primary key (field, value)
);

-- A formula as data, by version. A draft is changed and tried; one that is in use is only ended by the next.
create table indicator.formula (
  id           bigint generated always as identity primary key,
  code         text not null check (code ~ '^[A-Z0-9.]{2,20}$'),
  version      integer not null,
  state        text not null check (state in ('DRAFT', 'ACTIVE', 'ENDED')),
  family       text not null check (family in ('PLAN', 'STANDARD', 'CITY')),
  name         text not null check (length(name) between 3 and 200),
  kind         text not null check (kind in ('RATIO', 'GROWTH', 'COUNT', 'MEETING')),
  direction    text not null check (direction in ('UP', 'DOWN')),
  decimals     integer not null check (decimals between 0 and 4),
  least        numeric(12, 4), -- what an institution must reach (UP) or not pass (DOWN), in percent; none if nothing is asked
  types        text[],         -- institution types that count; null for all
  clause_code  text not null references law.clause,
  note         text not null default '',
  lacking      text,           -- which records no module publishes yet; such a formula computes nothing and says so
  verified     boolean not null default false,
  valid_from   date not null,
  valid_to     date,
  made_by_name text not null,
  made_at      timestamptz not null default now(),
  reason       text,
  unique (code, version),
  check (valid_to >= valid_from)
);
create unique index one_in_use on indicator.formula (code) where state = 'ACTIVE';
create unique index one_draft on indicator.formula (code) where state = 'DRAFT';
create table indicator.term (
  formula_id  bigint not null references indicator.formula on delete cascade,
  side        text not null check (side in ('NUMERATOR', 'DENOMINATOR')),
  set_code    text not null references indicator.fact_set,
  summed      text,              -- the number that is added up; null where rows are counted
  years_back  integer not null default 0 check (years_back between 0 and 10),
  primary key (formula_id, side),
  foreign key (set_code, summed) references indicator.field (set_code, code)
);
create table indicator.condition (
  id         bigint generated always as identity primary key,
  formula_id bigint not null,
  side       text not null,
  set_code   text not null,
  field      text not null,
  operator   text not null,
  value      text[] not null,
  foreign key (formula_id, side) references indicator.term on delete cascade,
  foreign key (set_code, field) references indicator.field (set_code, code)
);
create index on indicator.condition (formula_id, side);
create index on indicator.condition (set_code, field);
create index on indicator.term (set_code, summed);
create index on indicator.formula (clause_code);
-- Kind MEETING: institutions that reach so much in each of other formulas.
create table indicator.demand (
  formula_id bigint not null references indicator.formula on delete cascade,
  code       text not null,
  least      numeric(12, 4) not null,
  primary key (formula_id, code)
);

create function indicator.keep() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'formula' then
    if old.state = 'DRAFT' then return case tg_op when 'DELETE' then old else new end; end if;
    if tg_op = 'UPDATE' and new.state = 'ENDED' and old.state = 'ACTIVE'
       and to_jsonb(new) - '{state,valid_to}'::text[] = to_jsonb(old) - '{state,valid_to}'::text[] then return new; end if;
  elsif coalesce((select f.state from indicator.formula f where f.id = coalesce(new.formula_id, old.formula_id)), 'DRAFT') = 'DRAFT' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  raise exception 'a formula in use is not changed; make a new version' using errcode = 'restrict_violation';
end $$;

insert into indicator.fact_set (code, label, unit, relation, people, place) values
  ('study', 'Quá trình học của từng người học', 'hồ sơ', 'learning.study_fact', true, 1),
  ('load', 'Quy mô đào tạo quy đổi theo năm (người học × tháng ÷ 10)', 'lượt năm học', 'learning.load_fact', true, 2),
  ('diploma', 'Văn bằng đã có quyết định', 'văn bằng', 'credential.diploma_fact', true, 3),
  ('licence', 'Ngành, nghề được cấp phép', 'dòng giấy phép', 'institution.licence_fact', false, 4);
insert into indicator.field (set_code, code, label, kind, parts, place) values
  ('study', 'level', 'Trình độ', 'CODE', true, 1), ('study', 'sex', 'Giới tính', 'CODE', true, 2), ('study', 'cohort', 'Khoá nhập học', 'CODE', true, 3),
  ('study', 'occupation_code', 'Mã ngành, nghề', 'CODE', true, 4), ('study', 'admitted_on', 'Ngày nhập học', 'DAY', false, 5),
  ('study', 'results_on', 'Ngày có kết quả', 'DAY', false, 6), ('study', 'graduated_on', 'Ngày tốt nghiệp', 'DAY', false, 7),
  ('study', 'left_on', 'Ngày thôi học, chuyển trường', 'DAY', false, 8),
  ('load', 'level', 'Trình độ', 'CODE', true, 1), ('load', 'sex', 'Giới tính', 'CODE', true, 2), ('load', 'occupation_code', 'Mã ngành, nghề', 'CODE', true, 3),
  ('load', 'year_on', 'Năm', 'DAY', false, 4), ('load', 'left_on', 'Ngày thôi học, chuyển trường', 'DAY', false, 5), ('load', 'load', 'Quy mô quy đổi', 'NUMBER', false, 6),
  ('diploma', 'level', 'Trình độ', 'CODE', true, 1), ('diploma', 'rank', 'Xếp loại', 'CODE', true, 2), ('diploma', 'occupation_code', 'Mã ngành, nghề', 'CODE', true, 3),
  ('diploma', 'decided_on', 'Ngày quyết định', 'DAY', false, 4), ('diploma', 'released_on', 'Ngày phát hành', 'DAY', false, 5), ('diploma', 'ended_on', 'Ngày hết hiệu lực', 'DAY', false, 6),
  ('licence', 'level', 'Trình độ', 'CODE', true, 1), ('licence', 'occupation_code', 'Mã ngành, nghề', 'CODE', true, 2), ('licence', 'quota', 'Quy mô tuyển sinh được phép', 'NUMBER', false, 3),
  ('licence', 'valid_from', 'Ngày có hiệu lực', 'DAY', false, 4), ('licence', 'valid_to', 'Ngày hết hiệu lực', 'DAY', false, 5);
insert into indicator.choice (field, value, label, place) values
  ('level', 'CAO_DANG', 'Cao đẳng', 1), ('level', 'TRUNG_CAP', 'Trung cấp', 2), ('level', 'TRUNG_HOC_NGHE', 'Trung học nghề', 3), ('level', 'SO_CAP', 'Sơ cấp', 4),
  ('level', 'NGHE_KHAC', 'Đào tạo nghề khác', 5),
  ('sex', 'FEMALE', 'Nữ', 1), ('sex', 'MALE', 'Nam', 2), ('sex', 'UNKNOWN', 'Chưa ghi', 3),
  ('rank', 'EXCELLENT', 'Xuất sắc', 1), ('rank', 'VERY_GOOD', 'Giỏi', 2), ('rank', 'GOOD', 'Khá', 3), ('rank', 'AVERAGE', 'Trung bình', 4), ('rank', 'WEAK', 'Yếu', 5);

insert into indicator.formula (code, version, state, family, name, kind, direction, decimals, least, types, clause_code, note, lacking, valid_from, made_by_name) values
  ('TT38.01', 1, 'ACTIVE', 'STANDARD', 'Tỷ lệ nhập học', 'RATIO', 'UP', 2, 50, null, 'TT38-2026.CS01',
   'Mẫu số lấy quy mô tuyển sinh ghi trên giấy phép, vì chưa có nơi ghi chỉ tiêu công bố của năm.', null, date '2026-04-29', 'Lành Nghề'),
  ('TT38.02', 1, 'ACTIVE', 'STANDARD', 'Biến động quy mô so với hai năm trước', 'GROWTH', 'UP', 2, -30, null, 'TT38-2026.CS02',
   'Không tính người đã thôi học. Người học quá hạn chưa loại ra được, vì chương trình chưa có thời gian đào tạo.', null, date '2026-04-29', 'Lành Nghề'),
  ('TT38.03', 1, 'ACTIVE', 'STANDARD', 'Giờ dạy do nhà giáo cơ hữu đảm nhiệm', 'RATIO', 'UP', 2, 60, null, 'TT38-2026.CS03', '',
   'giờ dạy của từng nhà giáo trong từng chương trình', date '2026-04-29', 'Lành Nghề'),
  ('TT38.04', 1, 'ACTIVE', 'STANDARD', 'Chương trình được rà soát, cập nhật', 'RATIO', 'UP', 2, 60, null, 'TT38-2026.CS04', '',
   'chương trình đào tạo và lần rà soát', date '2026-04-29', 'Lành Nghề'),
  ('TT38.05', 1, 'ACTIVE', 'STANDARD', 'Chương trình có người sử dụng lao động tham gia', 'RATIO', 'UP', 2, 70, null, 'TT38-2026.CS05', '',
   'việc tham gia của người sử dụng lao động trong từng chương trình', date '2026-04-29', 'Lành Nghề'),
  ('TT38.06', 1, 'ACTIVE', 'STANDARD', 'Môn học, mô-đun sẵn sàng dạy trực tuyến', 'RATIO', 'UP', 2, 20, null, 'TT38-2026.CS06', '',
   'mô-đun của chương trình và tình trạng sẵn sàng trực tuyến', date '2026-04-29', 'Lành Nghề'),
  ('TT38.07', 1, 'ACTIVE', 'STANDARD', 'Tốt nghiệp đúng hạn', 'RATIO', 'UP', 2, 60, null, 'TT38-2026.CS07', '',
   'thời gian đào tạo của chương trình, để biết thế nào là đúng hạn', date '2026-04-29', 'Lành Nghề'),
  ('TT38.08', 1, 'ACTIVE', 'STANDARD', 'Việc làm phù hợp, tự tạo việc làm, học tiếp', 'RATIO', 'UP', 2, 70, null, 'TT38-2026.CS08', '',
   'kết quả khảo sát người tốt nghiệp', date '2026-04-29', 'Lành Nghề'),
  ('TT38.09', 1, 'ACTIVE', 'STANDARD', 'Người học, người tốt nghiệp hài lòng', 'RATIO', 'UP', 2, 70, null, 'TT38-2026.CS09', '',
   'kết quả khảo sát người học và người tốt nghiệp', date '2026-04-29', 'Lành Nghề'),
  ('TT38.10', 1, 'ACTIVE', 'STANDARD', 'Người sử dụng lao động hài lòng', 'RATIO', 'UP', 2, 70, null, 'TT38-2026.CS10', '',
   'kết quả khảo sát người sử dụng lao động', date '2026-04-29', 'Lành Nghề'),
  ('SH.KQ', 1, 'ACTIVE', 'CITY', 'Người học đến hạn đã có kết quả học tập trên hệ thống', 'RATIO', 'UP', 1, 80, null, 'QD2550-2023.CT06',
   'Đến hạn: đã nhập học ít nhất 365 ngày và chưa thôi học.', null, date '2023-06-22', 'Lành Nghề'),
  ('SH.VB', 1, 'ACTIVE', 'CITY', 'Văn bằng đã quyết định có bản số còn hiệu lực', 'RATIO', 'UP', 1, 80, null, 'QD2550-2023.CT06', '', null, date '2023-06-22', 'Lành Nghề'),
  ('SH.CS', 1, 'ACTIVE', 'CITY', 'Cơ sở số hoá cả kết quả học tập và văn bằng', 'MEETING', 'UP', 1, null, null, 'QD2550-2023.CT06',
   'Mỗi phần phải tới mức tối thiểu của chính nó.', null, date '2023-06-22', 'Lành Nghề'),
  ('DT.NU', 1, 'ACTIVE', 'CITY', 'Người học nữ trong số đang học', 'RATIO', 'UP', 1, 35, null, 'QD2550.MT',
   'Chiến lược phát triển giáo dục nghề nghiệp đặt mức ít nhất 35 % người học là nữ; chưa xác minh.', null, date '2023-06-22', 'Lành Nghề');
insert into indicator.term (formula_id, side, set_code, summed, years_back)
select f.id, t.side, t.set_code, t.summed, t.years_back
  from (values ('TT38.01', 'NUMERATOR', 'study', null, 0), ('TT38.01', 'DENOMINATOR', 'licence', 'quota', 0),
               ('TT38.02', 'NUMERATOR', 'load', 'load', 0), ('TT38.02', 'DENOMINATOR', 'load', 'load', 2),
               ('SH.KQ', 'NUMERATOR', 'study', null, 0), ('SH.KQ', 'DENOMINATOR', 'study', null, 0),
               ('SH.VB', 'NUMERATOR', 'diploma', null, 0), ('SH.VB', 'DENOMINATOR', 'diploma', null, 0),
               ('DT.NU', 'NUMERATOR', 'study', null, 0), ('DT.NU', 'DENOMINATOR', 'study', null, 0)) as t (code, side, set_code, summed, years_back)
  join indicator.formula f on f.code = t.code;
insert into indicator.condition (formula_id, side, set_code, field, operator, value)
select t.formula_id, t.side, t.set_code, c.field, c.operator, c.value
  from (values ('TT38.01', 'NUMERATOR', 'admitted_on', 'IN_YEAR', '{}'::text[]),
               ('TT38.01', 'DENOMINATOR', 'valid_from', 'BY', '{}'), ('TT38.01', 'DENOMINATOR', 'valid_to', 'NOT_BY', '{}'),
               ('TT38.02', 'NUMERATOR', 'year_on', 'IN_YEAR', '{}'), ('TT38.02', 'NUMERATOR', 'left_on', 'NOT_BY', '{}'),
               ('TT38.02', 'DENOMINATOR', 'year_on', 'IN_YEAR', '{}'), ('TT38.02', 'DENOMINATOR', 'left_on', 'NOT_BY', '{}'),
               ('SH.KQ', 'DENOMINATOR', 'admitted_on', 'DAYS_AGO', '{365}'), ('SH.KQ', 'DENOMINATOR', 'left_on', 'NOT_BY', '{}'),
               ('SH.KQ', 'NUMERATOR', 'admitted_on', 'DAYS_AGO', '{365}'), ('SH.KQ', 'NUMERATOR', 'left_on', 'NOT_BY', '{}'),
               ('SH.KQ', 'NUMERATOR', 'results_on', 'BY', '{}'),
               ('SH.VB', 'DENOMINATOR', 'decided_on', 'BY', '{}'),
               ('SH.VB', 'NUMERATOR', 'decided_on', 'BY', '{}'), ('SH.VB', 'NUMERATOR', 'released_on', 'BY', '{}'), ('SH.VB', 'NUMERATOR', 'ended_on', 'NOT_BY', '{}'),
               ('DT.NU', 'DENOMINATOR', 'left_on', 'NOT_BY', '{}'), ('DT.NU', 'DENOMINATOR', 'graduated_on', 'NOT_BY', '{}'),
               ('DT.NU', 'NUMERATOR', 'left_on', 'NOT_BY', '{}'), ('DT.NU', 'NUMERATOR', 'graduated_on', 'NOT_BY', '{}'),
               ('DT.NU', 'NUMERATOR', 'sex', 'IS', '{FEMALE}')) as c (code, side, field, operator, value)
  join indicator.formula f on f.code = c.code join indicator.term t on t.formula_id = f.id and t.side = c.side;
insert into indicator.demand (formula_id, code, least)
select f.id, d.code, d.least from (values ('SH.KQ', 80), ('SH.VB', 80)) as d (code, least), indicator.formula f where f.code = 'SH.CS';

create trigger kept before update or delete on indicator.formula for each row execute function indicator.keep();
create trigger kept before insert or update or delete on indicator.term for each row execute function indicator.keep();
create trigger kept before insert or update or delete on indicator.condition for each row execute function indicator.keep();
create trigger kept before insert or update or delete on indicator.demand for each row execute function indicator.keep();

-- Chốt tháng: what was published for the last day of a month. Written once; what the records say later stands beside it, never in its place.
create table indicator.frozen (
  formula_id     bigint not null references indicator.formula,
  as_at          date not null,
  institution_id bigint not null,
  numerator      numeric(14, 2) not null,
  denominator    numeric(14, 2), -- null for a count
  exclusion      text,
  frozen_at      timestamptz not null default now(),
  primary key (formula_id, as_at, institution_id)
);
create index on indicator.frozen (institution_id);
-- Why a recomputed value differs from the published one, in the words of whoever answers for it.
create table indicator.correction (
  id         bigint generated always as identity primary key,
  formula_id bigint not null references indicator.formula,
  as_at      date not null,
  published  text not null,
  recomputed text not null,
  reason     text not null check (length(reason) between 10 and 500),
  made_by_name text not null,
  made_at    timestamptz not null default now()
);
create index on indicator.correction (formula_id, as_at);

grant select on indicator.fact_set, indicator.field, indicator.choice, indicator.formula, indicator.term, indicator.condition, indicator.demand,
  indicator.frozen, indicator.correction to lanhnghe_app;
grant insert, update, delete on indicator.formula, indicator.term, indicator.condition, indicator.demand to lanhnghe_app;
grant insert on indicator.frozen, indicator.correction to lanhnghe_app;
do $$ declare t text; begin
  foreach t in array array['formula', 'term', 'condition', 'demand'] loop
    execute format('alter table indicator.%I enable row level security', t);
    execute format('create policy reading on indicator.%I for select using (true)', t);
    execute format('create policy adding on indicator.%I for insert with check ((select scope.writes_all()))', t);
    execute format('create policy changing on indicator.%I for update using ((select scope.writes_all()))', t);
    execute format('create policy removing on indicator.%I for delete using ((select scope.writes_all()))', t);
  end loop;
end $$;
alter table indicator.frozen enable row level security;
create policy reading on indicator.frozen for select using ((select scope.reads_all()) or institution_id = (select scope.institution()));
create policy adding on indicator.frozen for insert with check ((select scope.writes_all()));
alter table indicator.correction enable row level security;
create policy reading on indicator.correction for select using ((select scope.reads_all()) or (select scope.institution()) is not null);
create policy adding on indicator.correction for insert with check ((select scope.writes_all()));
