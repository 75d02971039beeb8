create schema target;
grant usage on schema target to lanhnghe_app;

-- Chỉ tiêu of QĐ 2550/QĐ-UBND (22/6/2023). Thresholds come from the press account of the plan; the codes are ours.
create table target.target (
  code        text primary key check (code ~ '^CT[0-9]{2}$'),
  name        text not null,
  unit        text not null,
  direction   text not null check (direction in ('UP', 'DOWN', 'MILESTONE')),
  numerator   text not null,
  denominator text not null,
  owner       text not null,
  clause_code text not null,
  note        text not null,
  lacking     text, -- which records are missing to compute it; null for one that is computed
  awaited     text, -- what will bring them
  check ((lacking is null) = (awaited is null))
);

create table target.milestone (
  target_code text not null references target.target,
  year        integer not null check (year in (2025, 2030)),
  comparison  text check (comparison in ('>=', '>')),
  threshold   numeric(5, 2),
  wording     text not null,
  scope       text not null,
  verified    boolean not null, -- false: not found in any source, our reading
  primary key (target_code, year),
  check ((comparison is null) = (threshold is null))
);

-- When a value short of its threshold is "có nguy cơ" rather than "chậm": by its share of the threshold, in percent.
create table target.status_rule (
  id           bigint generated always as identity primary key,
  at_risk_from numeric(5, 2) not null check (at_risk_from between 0 and 100),
  note         text not null,
  valid_from   date not null,
  valid_to     date,
  check (valid_to >= valid_from)
);
insert into target.status_rule (at_risk_from, note, valid_from)
values (70, 'Mức phân biệt do thành phố đặt, chưa xác minh.', date '2023-06-22');

insert into target.target (code, name, unit, direction, numerator, denominator, owner, clause_code, note, lacking, awaited) values
  ('CT01', 'Nhà giáo và cán bộ quản lý được đào tạo, bồi dưỡng nâng cao năng lực số, phương pháp sư phạm trên môi trường số', '%', 'UP',
   'Người có ít nhất một khoá bồi dưỡng năng lực số đã hoàn thành và được công nhận', 'Toàn bộ nhà giáo và cán bộ quản lý đang làm việc',
   'Sở Giáo dục và Đào tạo', 'QD2550-2023.CT01', 'Thuộc nhóm mục tiêu 2.1 của kế hoạch.',
   'hồ sơ nhà giáo, cán bộ quản lý và các khoá bồi dưỡng', 'phần Nhà giáo'),
  ('CT02', 'Nhà giáo được đào tạo, bồi dưỡng phát triển học liệu số', '%', 'UP',
   'Nhà giáo có khoá bồi dưỡng phát triển học liệu số đã hoàn thành', 'Toàn bộ nhà giáo đang làm việc',
   'Sở Giáo dục và Đào tạo', 'QD2550-2023.CT02', 'Thuộc nhóm mục tiêu 2.1 của kế hoạch.',
   'hồ sơ nhà giáo và các khoá bồi dưỡng', 'phần Nhà giáo'),
  ('CT03', 'Chương trình đào tạo có chuẩn đầu ra tích hợp năng lực số', '%', 'UP',
   'Chương trình đang dùng mà phiên bản hiện hành có ít nhất một chuẩn đầu ra về năng lực số', 'Chương trình đào tạo đang dùng, tính cả theo trình độ',
   'Trường', 'QD2550-2023.CT03', 'Thuộc nhóm mục tiêu 2.2 của kế hoạch.',
   'chương trình đào tạo và chuẩn đầu ra', 'phần Chương trình đào tạo'),
  ('CT04', 'Nền tảng số giáo dục nghề nghiệp thành phố và kho học liệu, tài nguyên số dùng chung', 'có/không', 'MILESTONE',
   'Mốc có minh chứng', 'Không có mẫu số', 'Sở Giáo dục và Đào tạo', 'QD2550-2023.CT04', 'Là mốc, không phải tỷ lệ.',
   'minh chứng đã được Sở xác nhận', 'phần Kho học liệu dùng chung và phần Minh chứng'),
  ('CT05', 'Trường cao đẳng, trung cấp có hạ tầng số, nền tảng số kết nối, khai thác với nền tảng số giáo dục nghề nghiệp thành phố', '%', 'UP',
   'Trường cao đẳng, trung cấp có kết nối đang hoạt động', 'Trường cao đẳng, trung cấp đang hoạt động', 'Trường', 'QD2550-2023.CT05',
   'Đến 2030 kết nối cả với nền tảng quốc gia.', 'nhật ký kết nối của các trường', 'phần Kết nối hệ thống'),
  ('CT06', 'Số hoá quá trình học tập, kết quả học tập, văn bằng và kết nối dữ liệu', '%', 'UP',
   'Cơ sở số hoá đủ quá trình học tập, kết quả học tập, văn bằng', 'Cơ sở đang hoạt động thuộc phạm vi của mốc', 'Trường', 'QD2550-2023.CT06',
   'Mẫu số rộng hơn ở mốc 2030. Phần kết nối dữ liệu chưa tính.', null, null),
  ('CT07', 'Báo cáo định kỳ và báo cáo thống kê về giáo dục nghề nghiệp thực hiện trên môi trường số, kết nối, chia sẻ trên Hệ thống thông tin báo cáo Chính phủ', '%', 'UP',
   'Báo cáo gửi trên môi trường số và đã chia sẻ', 'Báo cáo đến hạn', 'Sở Giáo dục và Đào tạo, trường', 'QD2550-2023.CT07', 'Tính trên báo cáo đến hạn trong kỳ.',
   'chế độ báo cáo và các báo cáo đã gửi', 'phần Báo cáo'),
  ('CT08', 'Kiểm tra chuyên ngành giáo dục nghề nghiệp thực hiện qua môi trường số và hệ thống thông tin của cơ quan quản lý', '%', 'UP',
   'Cuộc kiểm tra thực hiện qua môi trường số', 'Toàn bộ cuộc kiểm tra', 'Sở Giáo dục và Đào tạo', 'QD2550-2023.CT08',
   'Kế hoạch viết khi còn thanh tra sở; nay là kiểm tra chuyên ngành.', 'hồ sơ các cuộc kiểm tra', 'phần Kiểm tra chuyên ngành'),
  ('CT09', 'Bản đồ số mạng lưới cơ sở giáo dục nghề nghiệp trên địa bàn', 'mốc', 'MILESTONE',
   'Mốc có minh chứng', 'Không có mẫu số', 'Sở Giáo dục và Đào tạo', 'QD2550-2023.CT09',
   'Liên kết 2030 là tra cứu văn bằng và tra cứu giấy phép.', 'minh chứng đã được Sở xác nhận', 'phần Bản đồ số và phần Minh chứng');

insert into target.milestone (target_code, year, comparison, threshold, wording, scope, verified) values
  ('CT01', 2025, '>=', 70, '≥ 70 %', 'nhà giáo và cán bộ quản lý', true), ('CT01', 2030, '>=', 100, '100 %', 'nhà giáo và cán bộ quản lý', true),
  ('CT02', 2025, '>=', 70, '≥ 70 %', 'nhà giáo', true), ('CT02', 2030, '>=', 100, '100 %', 'nhà giáo', true),
  ('CT03', 2025, '>=', 70, '70 %', 'chương trình đào tạo', true), ('CT03', 2030, '>=', 100, '100 %', 'chương trình đào tạo', true),
  ('CT04', 2025, null, null, 'hình thành', 'nền tảng và kho học liệu', true), ('CT04', 2030, null, null, 'vận hành', 'nền tảng và kho học liệu', false),
  ('CT05', 2025, '>', 70, '> 70 %', 'trường cao đẳng, trung cấp', true), ('CT05', 2030, '>=', 100, '100 %', 'trường cao đẳng, trung cấp, cả kết nối quốc gia', true),
  ('CT06', 2025, '>=', 100, '100 %', 'trường cao đẳng, trung cấp', true), ('CT06', 2030, '>=', 100, '100 %', 'mọi cơ sở giáo dục nghề nghiệp', true),
  ('CT07', 2025, '>=', 100, '100 %', 'báo cáo đến hạn', true), ('CT07', 2030, '>=', 100, 'giữ 100 %', 'báo cáo đến hạn', false),
  ('CT08', 2025, '>=', 60, '60 %', 'cuộc kiểm tra', true), ('CT08', 2030, '>=', 80, '80 %', 'cuộc kiểm tra', true),
  ('CT09', 2025, null, null, 'hình thành', 'bản đồ số', true),
  ('CT09', 2030, null, null, 'liên kết chứng thực, tra cứu', 'bản đồ số', true);
grant select on all tables in schema target to lanhnghe_app;
