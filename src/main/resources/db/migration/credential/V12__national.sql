-- What goes to the national database of diplomas: which field is which fact, as data with a day; names are provisional until the ministry's own are published.
create table credential.national_field (
  name        text not null, -- in the package
  label       text not null,
  fact        text not null check (fact in ('CODE', 'SERIAL', 'REGISTER_NUMBER', 'CITIZEN_ID', 'FULL_NAME', 'BIRTH_DATE', 'SEX', 'BIRTH_PLACE', 'ETHNICITY',
                'NATIONALITY', 'AWARD', 'LEVEL', 'OCCUPATION_CODE', 'OCCUPATION', 'RANK', 'DECISION_NUMBER', 'DECIDED_ON', 'SIGNED_ON', 'SIGNED_BY', 'INSTITUTION', 'STATE')),
  required    boolean not null,
  longest     integer not null,
  place       integer not null,
  provisional boolean not null,
  clause_code text not null references law.clause,
  valid_from  date not null,
  valid_to    date,
  primary key (name, valid_from)
);
create index on credential.national_field (clause_code);
grant select on credential.national_field to lanhnghe_app;
insert into credential.national_field (name, label, fact, required, longest, place, provisional, clause_code, valid_from)
select f.name, f.label, f.fact, f.required, f.longest, row_number() over (), true, 'TT10-2026.SO', date '2026-04-15' from (values
  ('MA_TRA_CUU', 'Mã tra cứu', 'CODE', true, 20), ('SO_HIEU', 'Số hiệu', 'SERIAL', true, 40), ('SO_VAO_SO', 'Số vào sổ gốc', 'REGISTER_NUMBER', true, 40),
  ('SO_DINH_DANH', 'Số định danh cá nhân', 'CITIZEN_ID', true, 12), ('HO_TEN', 'Họ và tên', 'FULL_NAME', true, 120), ('NGAY_SINH', 'Ngày sinh', 'BIRTH_DATE', true, 10),
  ('GIOI_TINH', 'Giới tính', 'SEX', true, 10), ('NOI_SINH', 'Nơi sinh', 'BIRTH_PLACE', true, 200), ('DAN_TOC', 'Dân tộc', 'ETHNICITY', true, 40),
  ('QUOC_TICH', 'Quốc tịch', 'NATIONALITY', true, 40), ('TEN_VAN_BANG', 'Tên văn bằng', 'AWARD', true, 120), ('TRINH_DO', 'Trình độ', 'LEVEL', true, 20),
  ('MA_NGANH', 'Mã ngành, nghề', 'OCCUPATION_CODE', true, 20), ('TEN_NGANH', 'Tên ngành, nghề', 'OCCUPATION', true, 200), ('XEP_LOAI', 'Xếp loại', 'RANK', true, 40),
  ('SO_QUYET_DINH', 'Số quyết định', 'DECISION_NUMBER', true, 60), ('NGAY_QUYET_DINH', 'Ngày quyết định', 'DECIDED_ON', true, 10),
  ('NGAY_KY', 'Ngày ký', 'SIGNED_ON', true, 10), ('NGUOI_KY', 'Người ký', 'SIGNED_BY', true, 120), ('CO_SO_CAP', 'Cơ sở cấp', 'INSTITUTION', true, 200),
  ('TINH_TRANG', 'Tình trạng', 'STATE', true, 20)) as f (name, label, fact, required, longest);

create table credential.national_package (
  id             bigint generated always as identity primary key,
  institution_id bigint not null references institution.institution,
  released_from  date not null,
  released_to    date not null,
  made_by_name   text not null,
  made_at        timestamptz not null default now(),
  check (released_to >= released_from)
);
create index on credential.national_package (institution_id, id);

-- A diploma in a package: sent, and perhaps sent back with a reason; what was sent back goes with the next package.
create table credential.national_line (
  package_id     bigint not null references credential.national_package,
  diploma_id     bigint not null references credential.diploma,
  institution_id bigint not null,
  rejected       text,
  rejected_at    timestamptz,
  primary key (package_id, diploma_id),
  check ((rejected is null) = (rejected_at is null))
);
create index on credential.national_line (diploma_id);
create index on credential.national_line (institution_id) where rejected is not null;

do $$
declare t text;
begin
  foreach t in array array['national_package', 'national_line'] loop
    execute format('alter table credential.%I enable row level security', t);
    execute format('create policy reading on credential.%I for select using ((select scope.reads_all()) or institution_id = (select scope.institution()))', t);
    execute format('create policy adding on credential.%I for insert with check (institution_id = (select scope.institution()))', t);
    execute format('create policy changing on credential.%I for update using (institution_id = (select scope.institution()))', t);
  end loop;
end $$;
grant select, insert on credential.national_package to lanhnghe_app;
grant select, insert, update (rejected, rejected_at) on credential.national_line to lanhnghe_app;
