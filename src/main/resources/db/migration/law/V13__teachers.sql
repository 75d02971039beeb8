-- The clauses that titles, the recognition of người dạy nghề and the training of teachers rest on.
insert into law.clause (code, text_code, label, summary, verified) values
  ('ND93-2026.3', 'NĐ 93/2026/NĐ-CP', 'NĐ 93/2026/NĐ-CP, Điều 3', 'Chức danh nhà giáo giáo dục nghề nghiệp: giáo viên sơ cấp, trung học nghề, trung cấp; giảng viên cao đẳng, chính, cao cấp.', false),
  ('TT43-2026.CN', 'TT 43/2026/TT-BGDĐT', 'TT 43/2026/TT-BGDĐT, công nhận người dạy nghề', 'Hội đồng 5 hoặc 7 người; minh chứng có thể thay một phần kiểm tra; quyết định của người đứng đầu cơ sở.', false),
  ('TT43-2026.HL', 'TT 43/2026/TT-BGDĐT', 'TT 43/2026/TT-BGDĐT, hiệu lực công nhận', 'Thôi có hiệu lực sau 12 tháng không dạy; cơ sở khác dùng lại được khi còn hiệu lực; danh sách công khai trên trang của cơ sở.', false);
