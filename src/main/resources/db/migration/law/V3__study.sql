-- The clauses that study, conduct and books rest on; their texts have not been read in full.
insert into law.clause (code, text_code, label, summary, verified) values
  ('TT40-2026.RL', 'TT 40/2026/TT-BGDĐT', 'TT 40/2026/TT-BGDĐT, đánh giá rèn luyện', 'Thang 100 điểm, năm nội dung; khiển trách cao nhất khá, cảnh cáo cao nhất trung bình.', false),
  ('TT23-2018.SS', 'TT 23/2018/TT-BLĐTBXH', 'TT 23/2018/TT-BLĐTBXH, hồ sơ, sổ sách', 'Sổ lên lớp, sổ quản lý học sinh, sinh viên và các sổ khác; sổ điện tử in ra được, an toàn, có giá trị như sổ giấy.', false),
  ('TT04-2022.DKT', 'TT 04/2022/TT-BLĐTBXH', 'TT 04/2022/TT-BLĐTBXH, điều kiện dự thi kết thúc môn học, mô-đun', 'Dự ít nhất 80% thời gian và trung bình các điểm kiểm tra từ 5,0; điểm môn = 0,4 × kiểm tra + 0,6 × thi.', false),
  ('TT04-2022.TN', 'TT 04/2022/TT-BLĐTBXH', 'TT 04/2022/TT-BLĐTBXH, điều kiện và công nhận tốt nghiệp', 'Hội đồng ít nhất 5 người; niên chế: (3·ĐTB + 2·ĐTNTH + ĐTNLT)/6; tín chỉ: tích luỹ đủ môn học, mô-đun.', false);
