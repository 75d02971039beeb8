-- Tự đánh giá theo chuẩn cơ sở (TT 38/2026): what is judged, by when, and each college's report of a year.
create table indicator.requirement (
  code        text primary key check (code ~ '^[1-9]\.[1-9]$'),
  name        text not null,
  clause_code text not null references law.clause,
  exempt      text, -- who need not meet it; null when everybody must
  place       integer not null
);
create index on indicator.requirement (clause_code);
insert into indicator.requirement (code, name, clause_code, exempt, place)
select r.code, r.name, 'TT38-2026.DK' || left(r.code, 1), r.exempt, row_number() over ()
  from (values
    ('1.1', 'Có sứ mạng, mục tiêu, chiến lược và kế hoạch phát triển', null),
    ('1.2', 'Có quy chế tổ chức, hoạt động và các quy chế nội bộ', null),
    ('1.3', 'Cơ cấu tổ chức đúng quy định', null),
    ('1.4', 'Có danh mục vị trí việc làm', 'trường của lực lượng vũ trang'),
    ('2.1', 'Đủ số lượng nhà giáo', null),
    ('2.2', 'Nhà giáo đạt chuẩn', null),
    ('2.3', 'Cán bộ quản lý đạt chuẩn', null),
    ('3.1', 'Đủ chương trình, giáo trình cho các ngành, nghề đang đào tạo', null),
    ('3.2', 'Chương trình được xây dựng, thẩm định, ban hành, rà soát đúng quy trình', null),
    ('4.1', 'Đủ phòng học, phòng thực hành, bảo đảm an toàn', null),
    ('4.2', 'Có công trình phụ trợ', null),
    ('4.3', 'Đủ thiết bị đào tạo', null),
    ('4.4', 'Có quy định quản lý, bảo trì thiết bị', null),
    ('5.1', 'Bảo đảm nguồn tài chính', 'trường của lực lượng vũ trang'),
    ('5.2', 'Có quy chế tài chính, có kiểm tra, giám sát', 'trường của lực lượng vũ trang'),
    ('5.3', 'Báo cáo, công khai tài chính', 'trường của lực lượng vũ trang'),
    ('6.1', 'Có hạ tầng công nghệ thông tin, phần mềm quản lý; kết nối, chia sẻ dữ liệu', null),
    ('6.2', 'Có cơ sở dữ liệu số đồng bộ', null),
    ('6.3', 'Dữ liệu được cập nhật đầy đủ, kịp thời', null),
    ('6.4', 'Bảo đảm an toàn thông tin, có phương án xử lý sự cố', null)) as r (code, name, exempt);

create table indicator.report_rule (
  valid_from   date primary key,
  freeze_month integer not null check (freeze_month between 1 and 12), -- of the year that is reported on
  freeze_day   integer not null check (freeze_day between 1 and 31),
  due_month    integer not null check (due_month between 1 and 12),    -- of the next year
  due_day      integer not null check (due_day between 1 and 31),
  clause_code  text not null references law.clause
);
create index on indicator.report_rule (clause_code);
insert into indicator.report_rule values (date '2026-04-29', 12, 31, 3, 31, 'TT38-2026.BC');

create table indicator.assessment (
  id             bigint generated always as identity primary key,
  institution_id bigint not null,
  year           integer not null check (year between 2026 and 2100),
  as_at          date not null,
  due_on         date not null,
  state          text not null default 'DRAFT' check (state in ('DRAFT', 'SENT', 'RETURNED', 'ACCEPTED')),
  verdict        text check (verdict in ('MEETS', 'FAILS')), -- as it was sent
  made_at        timestamptz not null default now(),
  unique (institution_id, year),
  unique (id, institution_id)
);
create index on indicator.assessment (year, state);
-- One line for each requirement and for each indicator that the records do not tell yet.
create table indicator.assessment_line (
  assessment_id  bigint not null,
  institution_id bigint not null,
  code           text not null,
  verdict        text not null check (verdict in ('MET', 'NOT_MET', 'EXEMPT')),
  declared       numeric(12, 2),
  words          text not null check (length(words) between 3 and 1000),
  evidence       text,
  evidence_name  text,
  by_name        text not null,
  at             timestamptz not null default now(),
  primary key (assessment_id, code),
  foreign key (assessment_id, institution_id) references indicator.assessment (id, institution_id)
);
create index on indicator.assessment_line (assessment_id, institution_id);
create index on indicator.assessment_line (institution_id);
-- What each indicator was when the report was sent; written with each sending.
create table indicator.assessment_figure (
  assessment_id  bigint not null,
  institution_id bigint not null,
  code           text not null,
  version        integer not null,
  name           text not null,
  asked          text not null,
  said           text not null,
  met            boolean,
  primary key (assessment_id, code),
  foreign key (assessment_id, institution_id) references indicator.assessment (id, institution_id)
);
create index on indicator.assessment_figure (assessment_id, institution_id);
create index on indicator.assessment_figure (institution_id);

grant select on indicator.requirement, indicator.report_rule to lanhnghe_app;
grant select, insert, update on indicator.assessment, indicator.assessment_line, indicator.assessment_figure to lanhnghe_app;
grant delete on indicator.assessment_figure to lanhnghe_app;
-- A report that has been sent is the department's to judge; its lines stand until it comes back.
create function indicator.report_open(wanted bigint) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from indicator.assessment a where a.id = wanted and a.state in ('DRAFT', 'RETURNED') and a.institution_id = scope.institution())
$$;
revoke execute on function indicator.report_open(bigint) from public;
grant execute on function indicator.report_open(bigint) to lanhnghe_app;
alter table indicator.assessment enable row level security;
create policy reading on indicator.assessment for select using ((select scope.reads_all()) or institution_id = (select scope.institution()));
create policy adding on indicator.assessment for insert with check (institution_id = (select scope.institution()) and state = 'DRAFT');
create policy sending on indicator.assessment for update using (institution_id = (select scope.institution()) and state in ('DRAFT', 'RETURNED'))
  with check (institution_id = (select scope.institution()) and state in ('DRAFT', 'RETURNED', 'SENT'));
create policy judging on indicator.assessment for update using ((select scope.writes_all()) and state = 'SENT')
  with check ((select scope.writes_all()) and state in ('RETURNED', 'ACCEPTED'));
do $$ declare t text; begin
  foreach t in array array['assessment_line', 'assessment_figure'] loop
    execute format('alter table indicator.%I enable row level security', t);
    execute format('create policy reading on indicator.%I for select using ((select scope.reads_all()) or institution_id = (select scope.institution()))', t);
    execute format('create policy adding on indicator.%I for insert with check (indicator.report_open(assessment_id))', t);
    execute format('create policy changing on indicator.%I for update using (indicator.report_open(assessment_id))', t);
  end loop;
end $$;
create policy removing on indicator.assessment_figure for delete using (indicator.report_open(assessment_id));
