-- The clauses that programmes rest on. Read in copies on the web, not in the official texts: the wording is provisional.
insert into law.clause (code, text_code, label, summary, verified) values
  ('TT03-2017.CT', 'TT 03/2017/TT-BLĐTBXH', 'TT 03/2017/TT-BLĐTBXH, nội dung chương trình đào tạo', 'Tên, mã ngành nghề, trình độ, đối tượng tuyển sinh, thời gian, mục tiêu, khối lượng, danh mục môn học, mô-đun.', false),
  ('TT03-2017.KL', 'TT 03/2017/TT-BLĐTBXH', 'TT 03/2017/TT-BLĐTBXH, khối lượng kiến thức tối thiểu', 'Cao đẳng từ 60 tín chỉ; trung cấp từ 35 tín chỉ.', false),
  ('TT03-2017.HD', 'TT 03/2017/TT-BLĐTBXH', 'TT 03/2017/TT-BLĐTBXH, hội đồng thẩm định chương trình', 'Từ 7 người, có chủ tịch, phó chủ tịch, thư ký; ít nhất một phần ba là nhà giáo; có phản biện ngoài trường và đại diện quản lý nhà nước; người biên soạn không tham gia.', false),
  ('TT03-2017.RS', 'TT 03/2017/TT-BLĐTBXH', 'TT 03/2017/TT-BLĐTBXH, rà soát chương trình', 'Ít nhất ba năm một lần chương trình được rà soát, điều chỉnh.', false),
  ('QD2550-2023.NLS', 'QĐ 2550/QĐ-UBND', 'QĐ 2550/QĐ-UBND, chuẩn đầu ra tích hợp năng lực số', 'Chương trình tích hợp năng lực số vào chuẩn đầu ra: 70 % đến 2025, 100 % đến 2030. Thế nào là tích hợp do Sở quy định.', false);
