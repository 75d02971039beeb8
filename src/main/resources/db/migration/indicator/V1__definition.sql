create schema indicator;
grant usage on schema indicator to lanhnghe_app;

-- A formula by version and dates. What counts, the thresholds and the legal ground are data; the clause is looked up in law.reference.
create table indicator.definition (
  id                bigint generated always as identity primary key,
  code              text not null,
  version           integer not null,
  formula           text not null,
  numerator         text not null,
  denominator       text not null,
  process_rule      text not null,
  result_rule       text not null,
  diploma_rule      text not null,
  exclusion_rule    text not null,
  result_share      numeric(5, 2) not null check (result_share between 0 and 100),  -- percent
  result_after_days integer not null check (result_after_days >= 0),
  diploma_share     numeric(5, 2) not null check (diploma_share between 0 and 100), -- percent
  clause_code       text not null,
  verified          boolean not null,
  note              text not null,
  valid_from        date not null,
  valid_to          date,
  unique (code, version),
  check (valid_to >= valid_from)
);

-- Which types of institution a milestone counts; no types means every type.
create table indicator.population (
  definition_id bigint not null references indicator.definition,
  milestone     integer not null,
  label         text not null,
  types         text[],
  primary key (definition_id, milestone)
);

-- What a status of the register other than OPEN says about why an institution is not counted.
create table indicator.exclusion (
  status text primary key,
  reason text not null
);
grant select on all tables in schema indicator to lanhnghe_app;

insert into indicator.definition (code, version, formula, numerator, denominator, process_rule, result_rule, diploma_rule, exclusion_rule,
                                  result_share, result_after_days, diploma_share, clause_code, verified, note, valid_from)
values ('CT06', 1,
  'Số cơ sở đã số hoá đủ ba phần ÷ số cơ sở đang hoạt động × 100',
  'Cơ sở có đủ cả ba phần: quá trình học tập, kết quả học tập, văn bằng.',
  'Cơ sở đang hoạt động tại ngày tính, thuộc loại hình mà mốc tính đến.',
  'Có ít nhất một hồ sơ quá trình học được ghi đến ngày tính.',
  'Trong số người học đã nhập học đủ số ngày quy định, tỷ lệ có kết quả được ghi đạt mức tối thiểu. Chưa có người học nào đủ ngày thì chưa có căn cứ để tính là đạt.',
  'Trong số người học đã có quyết định cấp văn bằng, tỷ lệ có văn bằng số đã ký, còn giá trị đạt mức tối thiểu, và có ít nhất một văn bằng.',
  'Không tính cơ sở tạm dừng, đã giải thể, mới đề nghị thành lập hoặc chưa hoạt động tại ngày tính.',
  80, 365, 80, 'QD2550-2023.CT06', false,
  'Công thức do thành phố đặt, chưa xác minh: chưa tìm thấy văn bản hướng dẫn cách tính. Phần "kết nối dữ liệu" của chỉ tiêu chưa tính trong phiên bản này.',
  date '2023-06-22');
insert into indicator.population (definition_id, milestone, label, types)
select d.id, p.milestone, p.label, p.types
  from indicator.definition d,
       (values (2025, 'trường cao đẳng, trường trung cấp', array['CD', 'TC']), (2030, 'mọi cơ sở giáo dục nghề nghiệp', null))
         as p (milestone, label, types);
insert into indicator.exclusion (status, reason) values
  ('SUSPENDED', 'tạm dừng hoạt động'), ('CLOSED', 'đã giải thể hoặc chấm dứt hoạt động'), ('PROPOSED', 'mới đề nghị thành lập'),
  ('MERGED', 'đã sáp nhập'), ('PLANNED', 'mới đề nghị thành lập'), ('DISSOLVED', 'đã giải thể hoặc chấm dứt hoạt động');
