-- Phụ lục II of TT 38/2026: ten indicators. Read in a copy on the web, not in the official text: the wording is provisional.
insert into law.clause (code, text_code, label, summary, verified)
select 'TT38-2026.CS' || n.code, 'TT 38/2026/TT-BGDĐT', 'TT 38/2026/TT-BGDĐT, phụ lục II, chỉ số ' || n.code, n.summary, false
  from (values
    ('01', 'Tỷ lệ nhập học: người học hoàn thành thủ tục nhập học trên chỉ tiêu công bố; từ 50 % trở lên.'),
    ('02', 'Biến động quy mô so với hai năm trước, quy mô là tổng người học nhân số tháng chia 10; không giảm quá 30 %.'),
    ('03', 'Giờ dạy do nhà giáo cơ hữu đảm nhiệm trong từng chương trình; từ 60 % trở lên.'),
    ('04', 'Chương trình được rà soát, cập nhật trong năm; từ 60 % trở lên.'),
    ('05', 'Chương trình có người sử dụng lao động tham gia; từ 70 % trở lên.'),
    ('06', 'Môn học, mô-đun sẵn sàng dạy trực tuyến trong từng chương trình; từ 20 % trở lên.'),
    ('07', 'Người học tốt nghiệp đúng hạn trên số nhập học đầu khoá; từ 60 % trở lên.'),
    ('08', 'Người tốt nghiệp có việc làm phù hợp, tự tạo việc làm hoặc học tiếp, trong số trả lời khảo sát; từ 70 % trở lên.'),
    ('09', 'Người học, người tốt nghiệp hài lòng, trong số trả lời khảo sát; từ 70 % trở lên.'),
    ('10', 'Người sử dụng lao động hài lòng, ít nhất 3 người mỗi ngành, nghề; từ 70 % trở lên.')) as n (code, summary);
