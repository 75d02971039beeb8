-- Phụ lục I of TT 38/2026: six conditions. Read in a copy on the web, not in the official text: the wording is provisional.
insert into law.clause (code, text_code, label, summary, verified)
select 'TT38-2026.DK' || n.code, 'TT 38/2026/TT-BGDĐT', 'TT 38/2026/TT-BGDĐT, phụ lục I, điều kiện ' || n.code, n.summary, false
  from (values
    ('1', 'Tổ chức bộ máy và quản trị: sứ mạng, mục tiêu, chiến lược, kế hoạch; quy chế; cơ cấu; vị trí việc làm.'),
    ('2', 'Nhà giáo, cán bộ quản lý: số lượng; đạt chuẩn.'),
    ('3', 'Chương trình, giáo trình: đủ; xây dựng, thẩm định, ban hành, rà soát.'),
    ('4', 'Cơ sở vật chất, thiết bị: phòng học, an toàn; công trình phụ trợ; thiết bị; quản lý, bảo trì.'),
    ('5', 'Tài chính: nguồn; quy chế, kiểm tra; báo cáo công khai.'),
    ('6', 'Hệ thống quản trị số và dữ liệu: hạ tầng, phần mềm, kết nối; cơ sở dữ liệu đồng bộ; cập nhật; an toàn thông tin.')) as n (code, summary);
insert into law.clause (code, text_code, label, summary, verified) values
  ('TT38-2026.BC', 'TT 38/2026/TT-BGDĐT', 'TT 38/2026/TT-BGDĐT, báo cáo tự đánh giá', 'Số liệu chốt 31/12, báo cáo trước 31/3 năm sau, công khai; Sở tổng hợp và có thể yêu cầu sửa.', false);
