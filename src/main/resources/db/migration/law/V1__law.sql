create schema law;
grant usage on schema law to lanhnghe_app;

-- Văn bản pháp luật: what rules, deadlines and forms rest on. Not verified: the official text has not been read.
create table law.text (
  code           text primary key,
  title          text not null,
  issued_on      date,
  effective_from date,
  effective_to   date,
  verified       boolean not null default false
);

-- Điều, khoản: what a rule or a figure refers to.
create table law.clause (
  code      text primary key,
  text_code text not null references law.text,
  label     text not null,
  summary   text not null,
  verified  boolean not null default false
);
create index on law.clause (text_code);
grant select on law.text, law.clause to lanhnghe_app;

insert into law.text (code, title, issued_on, effective_from, effective_to, verified) values
  ('QĐ 2550/QĐ-UBND', 'Kế hoạch triển khai Chương trình chuyển đổi số trong giáo dục nghề nghiệp trên địa bàn Thành phố Hồ Chí Minh đến năm 2025, định hướng đến năm 2030', date '2023-06-22', date '2023-06-22', null, true),
  ('QĐ 2222/QĐ-TTg', 'Chương trình chuyển đổi số trong giáo dục nghề nghiệp đến năm 2025, định hướng đến năm 2030', date '2021-12-30', date '2021-12-30', null, true),
  ('124/2025/QH15', 'Luật Giáo dục nghề nghiệp', date '2025-12-10', date '2026-01-01', null, false),
  ('NĐ 88/2026/NĐ-CP', 'Nghị định về dữ liệu giáo dục', null, date '2026-05-15', null, false),
  ('TT 04/2022/TT-BLĐTBXH', 'Tổ chức đào tạo trình độ cao đẳng, trung cấp theo niên chế hoặc theo phương thức tích luỹ mô-đun, tín chỉ', date '2022-03-30', date '2022-05-15', null, false),
  ('TT 10/2026/TT-BGDĐT', 'Quản lý văn bằng, chứng chỉ; văn bằng số, chứng chỉ số', null, date '2026-04-15', null, false),
  ('TT 10/2017/TT-BLĐTBXH', 'Mẫu bằng tốt nghiệp trung cấp, cao đẳng; in, quản lý, cấp phát, thu hồi, huỷ bỏ bằng tốt nghiệp', null, date '2017-04-28', null, false),
  ('TT 26/2020/TT-BLĐTBXH', 'Danh mục ngành, nghề đào tạo trình độ trung cấp, cao đẳng', null, date '2021-02-15', null, false),
  ('TT 38/2026/TT-BGDĐT', 'Chuẩn cơ sở giáo dục nghề nghiệp', date '2026-04-29', null, null, false);

insert into law.clause (code, text_code, label, summary, verified) values
  ('QD2550.MT', 'QĐ 2550/QĐ-UBND', 'QĐ 2550/QĐ-UBND, mục tiêu cụ thể', 'Chín chỉ tiêu chuyển đổi số giáo dục nghề nghiệp của Thành phố đến năm 2025 và 2030.', true),
  ('QD2550-2023.CT01', 'QĐ 2550/QĐ-UBND', 'QĐ 2550/QĐ-UBND, chỉ tiêu 1', 'Chỉ tiêu thứ 1 của kế hoạch; toàn văn phụ lục chưa đọc được.', false),
  ('QD2550-2023.CT02', 'QĐ 2550/QĐ-UBND', 'QĐ 2550/QĐ-UBND, chỉ tiêu 2', 'Chỉ tiêu thứ 2 của kế hoạch; toàn văn phụ lục chưa đọc được.', false),
  ('QD2550-2023.CT03', 'QĐ 2550/QĐ-UBND', 'QĐ 2550/QĐ-UBND, chỉ tiêu 3', 'Chỉ tiêu thứ 3 của kế hoạch; toàn văn phụ lục chưa đọc được.', false),
  ('QD2550-2023.CT04', 'QĐ 2550/QĐ-UBND', 'QĐ 2550/QĐ-UBND, chỉ tiêu 4', 'Chỉ tiêu thứ 4 của kế hoạch; toàn văn phụ lục chưa đọc được.', false),
  ('QD2550-2023.CT05', 'QĐ 2550/QĐ-UBND', 'QĐ 2550/QĐ-UBND, chỉ tiêu 5', 'Chỉ tiêu thứ 5 của kế hoạch; toàn văn phụ lục chưa đọc được.', false),
  ('QD2550-2023.CT06', 'QĐ 2550/QĐ-UBND', 'QĐ 2550/QĐ-UBND, chỉ tiêu 6', 'Chỉ tiêu thứ 6 của kế hoạch; toàn văn phụ lục chưa đọc được.', false),
  ('QD2550-2023.CT07', 'QĐ 2550/QĐ-UBND', 'QĐ 2550/QĐ-UBND, chỉ tiêu 7', 'Chỉ tiêu thứ 7 của kế hoạch; toàn văn phụ lục chưa đọc được.', false),
  ('QD2550-2023.CT08', 'QĐ 2550/QĐ-UBND', 'QĐ 2550/QĐ-UBND, chỉ tiêu 8', 'Chỉ tiêu thứ 8 của kế hoạch; toàn văn phụ lục chưa đọc được.', false),
  ('QD2550-2023.CT09', 'QĐ 2550/QĐ-UBND', 'QĐ 2550/QĐ-UBND, chỉ tiêu 9', 'Chỉ tiêu thứ 9 của kế hoạch; toàn văn phụ lục chưa đọc được.', false),
  ('QD2222.MT', 'QĐ 2222/QĐ-TTg', 'QĐ 2222/QĐ-TTg, mục tiêu cụ thể', 'Chỉ tiêu quốc gia về chuyển đổi số giáo dục nghề nghiệp.', true),
  ('TT04-2022.KQHT', 'TT 04/2022/TT-BLĐTBXH', 'TT 04/2022/TT-BLĐTBXH, đánh giá và xếp loại kết quả học tập', 'Thang điểm 10, trung bình theo tín chỉ làm tròn một chữ số; môn điều kiện không tính vào trung bình; các mức xếp loại.', false),
  ('TT04-2022.18', 'TT 04/2022/TT-BLĐTBXH', 'TT 04/2022/TT-BLĐTBXH, Điều 18', 'Bằng tốt nghiệp, bảng điểm và danh hiệu kỹ sư thực hành, cử nhân thực hành.', false),
  ('TT10-2026.SO', 'TT 10/2026/TT-BGDĐT', 'TT 10/2026/TT-BGDĐT, văn bằng số', 'Văn bằng số có giá trị như văn bằng giấy; cấp trong 5 ngày từ ngày quyết định.', false),
  ('TT10-2017.SG', 'TT 10/2017/TT-BLĐTBXH', 'TT 10/2017/TT-BLĐTBXH, sổ gốc', 'Số hiệu, số vào sổ gốc; chỉ cơ sở cấp hoặc cơ sở kế thừa được sửa.', false);

-- What other modules may join to.
create view law.reference with (security_invoker = true) as
  select c.code as clause_code, c.text_code, c.label, c.summary, c.verified and t.verified as verified, t.effective_from, t.effective_to
    from law.clause c join law.text t on t.code = c.text_code;
grant select on law.reference to lanhnghe_app;
