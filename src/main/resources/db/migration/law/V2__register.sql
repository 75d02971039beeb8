-- The legal register: kinds, issuers, relations. What a text is known by (source) is told apart from whether its official wording
-- was read (verified).
alter table law.text
  add id bigint generated always as identity unique,
  add kind text not null default 'THONG_TU' check (kind in ('LUAT', 'NGHI_DINH', 'NGHI_QUYET', 'QUYET_DINH', 'THONG_TU', 'KE_HOACH')),
  add issuer text not null default '',
  add use text not null default '', -- what the platform takes from it
  add source text not null default '';
grant insert, update on law.text to lanhnghe_app;

create table law.relation (
  id        bigint generated always as identity primary key,
  from_text text not null references law.text,
  to_text   text not null references law.text,
  kind      text not null check (kind in ('REPLACES', 'REPEALS', 'AMENDS', 'GUIDES', 'CITES')),
  since     date,
  note      text,
  undone_at timestamptz,
  undone_by text,
  check (from_text <> to_text)
);
create unique index on law.relation (from_text, to_text, kind) where undone_at is null;
create index on law.relation (from_text);
create index on law.relation (to_text);
grant select, insert, update on law.relation to lanhnghe_app;

-- Texts are public; only the department's acts change them.
do $$
declare t text;
begin
  foreach t in array array['text', 'relation'] loop
    execute format('alter table law.%I enable row level security', t);
    execute format('create policy reading on law.%I for select using (true)', t);
    execute format('create policy adding on law.%I for insert with check ((select scope.writes_all()))', t);
    execute format('create policy changing on law.%I for update using ((select scope.writes_all()))', t);
  end loop;
end $$;

update law.text set kind = 'QUYET_DINH', issuer = 'UBND Thành phố Hồ Chí Minh', use = 'Chín chỉ tiêu của Thành phố', source = 'toàn văn' where code = 'QĐ 2550/QĐ-UBND';
update law.text set kind = 'QUYET_DINH', issuer = 'Thủ tướng Chính phủ', use = 'Chỉ tiêu quốc gia', source = 'toàn văn' where code = 'QĐ 2222/QĐ-TTg';
update law.text set kind = 'LUAT', issuer = 'Quốc hội', use = 'Loại hình cơ sở (Điều 7), phân hiệu (15), giấy phép (19), tuyển sinh (20), người dạy nghề (21), nhà giáo (22, 24), hợp tác nước ngoài (41)', source = 'bản sao trên mạng' where code = '124/2025/QH15';
update law.text set kind = 'NGHI_DINH', issuer = 'Chính phủ', use = 'Dữ liệu giáo dục: nhóm dữ liệu, hồ sơ học tập suốt đời, mã định danh, kết nối, số hoá văn bằng', source = 'bản sao trên mạng' where code = 'NĐ 88/2026/NĐ-CP';
update law.text set issuer = 'Bộ Lao động – Thương binh và Xã hội', use = 'Tổ chức đào tạo, thang điểm, xếp loại', source = 'bản sao trên mạng' where code = 'TT 04/2022/TT-BLĐTBXH';
update law.text set issuer = 'Bộ Giáo dục và Đào tạo', use = 'Văn bằng, chứng chỉ; văn bằng số', source = 'bản sao trên mạng' where code = 'TT 10/2026/TT-BGDĐT';
update law.text set issuer = 'Bộ Lao động – Thương binh và Xã hội', use = 'Mẫu bằng, sổ gốc, cơ sở kế thừa', source = 'bản sao trên mạng' where code = 'TT 10/2017/TT-BLĐTBXH';
update law.text set issuer = 'Bộ Lao động – Thương binh và Xã hội', use = 'Danh mục ngành, nghề', source = 'bản sao trên mạng' where code = 'TT 26/2020/TT-BLĐTBXH';
update law.text set issuer = 'Bộ Giáo dục và Đào tạo', use = 'Chuẩn cơ sở: 6 điều kiện, 10 chỉ số', source = 'bản sao trên mạng' where code = 'TT 38/2026/TT-BGDĐT';

insert into law.text (code, title, issued_on, effective_from, kind, issuer, use, source) values
  ('123/2025/QH15', 'Luật sửa đổi, bổ sung một số điều của Luật Giáo dục', null, date '2026-01-01', 'LUAT', 'Quốc hội', 'Trung học nghề ngang trung học phổ thông; văn bằng giấy hoặc số', 'bản sao trên mạng'),
  ('73/2025/QH15', 'Luật Nhà giáo', null, date '2026-01-01', 'LUAT', 'Quốc hội', 'Chức danh nhà giáo', 'bản sao trên mạng'),
  ('NĐ 93/2026/NĐ-CP', 'Nghị định quy định chi tiết Luật Nhà giáo', null, null, 'NGHI_DINH', 'Chính phủ', 'Số tuần bồi dưỡng của nhà giáo', 'bản sao trên mạng'),
  ('NĐ 66/2026/NĐ-CP', 'Nghị định quy định chi tiết Luật Giáo dục', null, date '2026-03-15', 'NGHI_DINH', 'Chính phủ', 'Học bổng, bổ nhiệm, chuyển sang không vì lợi nhuận', 'bản sao trên mạng'),
  ('NĐ 84/2020/NĐ-CP', 'Nghị định quy định chi tiết một số điều của Luật Giáo dục', null, null, 'NGHI_DINH', 'Chính phủ', 'Bị NĐ 66/2026 thay thế', 'bản sao trên mạng'),
  ('NĐ 95/2026/NĐ-CP', 'Nghị định về tổ chức và hoạt động của cơ sở giáo dục nghề nghiệp', null, date '2026-03-31', 'NGHI_DINH', 'Chính phủ', 'Đặt tên, đổi tên, phân hiệu, giấy phép của phân hiệu, hợp tác nước ngoài', 'bản sao trên mạng'),
  ('TT 40/2026/TT-BGDĐT', 'Công tác học sinh, sinh viên', null, date '2026-06-30', 'THONG_TU', 'Bộ Giáo dục và Đào tạo', 'Rèn luyện 100 điểm', 'bản sao trên mạng'),
  ('TT 43/2026/TT-BGDĐT', 'Người dạy nghề', null, date '2026-06-09', 'THONG_TU', 'Bộ Giáo dục và Đào tạo', 'Công nhận người dạy nghề', 'bản sao trên mạng'),
  ('TT 45/2026/TT-BGDĐT', 'Phân cấp quản lý giáo dục nghề nghiệp của Sở', null, date '2026-06-10', 'THONG_TU', 'Bộ Giáo dục và Đào tạo', 'Sở quản lý cơ sở và cơ sở tham gia hoạt động GDNN; tự đánh giá chuyển đổi số', 'bản sao trên mạng'),
  ('TT 46/2026/TT-BGDĐT', 'Điều lệ trường trung học nghề', null, date '2026-06-10', 'THONG_TU', 'Bộ Giáo dục và Đào tạo', 'Hồ sơ, sổ sách điện tử thay bản giấy (Điều 13)', 'bản sao trên mạng'),
  ('TT 52/2026/TT-BGDĐT', 'Đào tạo liên thông', null, date '2026-08-15', 'THONG_TU', 'Bộ Giáo dục và Đào tạo', 'Ít nhất 50 % khối lượng học ở trường cấp bằng', 'bản sao trên mạng'),
  ('TT 55/2026/TT-BGDĐT', 'Chuẩn chương trình đào tạo giáo dục nghề nghiệp', null, date '2026-06-30', 'THONG_TU', 'Bộ Giáo dục và Đào tạo', 'Chuẩn chương trình', 'chưa có toàn văn'),
  ('TT 02/2025/TT-BGDĐT', 'Khung năng lực số cho người học', null, date '2025-03-11', 'THONG_TU', 'Bộ Giáo dục và Đào tạo', '6 miền, 24 năng lực thành phần, 8 bậc', 'toàn văn'),
  ('TT 18/2026/TT-BGDĐT', 'Khung năng lực số cho nhà giáo', null, date '2026-03-27', 'THONG_TU', 'Bộ Giáo dục và Đào tạo', '6 miền, 20 năng lực, 3 bậc', 'toàn văn'),
  ('NĐ 334/2026/NĐ-CP', 'Cơ chế tự chủ tài chính của cơ sở giáo dục đại học và giáo dục nghề nghiệp công lập', null, null, 'NGHI_DINH', 'Chính phủ', 'Mức tự chủ tài chính', 'kho mã nguồn công khai'),
  ('148/2025/QH15', 'Luật Chuyển đổi số', null, date '2026-07-01', 'LUAT', 'Quốc hội', 'Nền tảng số, kế hoạch, cổng thông tin', 'bản sao trên mạng'),
  ('NĐ 224/2026/NĐ-CP', 'Nghị định quy định chi tiết Luật Chuyển đổi số', null, date '2026-07-01', 'NGHI_DINH', 'Chính phủ', 'Nhiệm vụ kỹ thuật của nền tảng số nhà nước', 'bản sao trên mạng'),
  ('NĐ 42/2022/NĐ-CP', 'Cung cấp thông tin và dịch vụ công trực tuyến trên môi trường mạng', null, null, 'NGHI_DINH', 'Chính phủ', 'Bị NĐ 224/2026 bãi bỏ', 'bản sao trên mạng'),
  ('NĐ 64/2007/NĐ-CP', 'Ứng dụng công nghệ thông tin trong hoạt động của cơ quan nhà nước', null, null, 'NGHI_DINH', 'Chính phủ', 'Bị NĐ 224/2026 bãi bỏ', 'bản sao trên mạng'),
  ('NĐ 45/2026/NĐ-CP', 'Nghị định về đầu tư, quản lý ứng dụng công nghệ thông tin', null, null, 'NGHI_DINH', 'Chính phủ', 'Bị NĐ 224/2026 bãi bỏ', 'bản sao trên mạng'),
  ('60/2024/QH15', 'Luật Dữ liệu', null, date '2025-07-01', 'LUAT', 'Quốc hội', 'Chia sẻ dữ liệu bắt buộc', 'bản sao trên mạng'),
  ('NĐ 278/2025/NĐ-CP', 'Chia sẻ dữ liệu bắt buộc trong hệ thống chính trị', date '2025-10-22', date '2025-10-22', 'NGHI_DINH', 'Chính phủ', 'Chia sẻ dữ liệu bắt buộc', 'bản sao trên mạng'),
  ('NĐ 47/2020/NĐ-CP', 'Quản lý, kết nối và chia sẻ dữ liệu số của cơ quan nhà nước', null, date '2020-05-25', 'NGHI_DINH', 'Chính phủ', 'Dịch vụ chia sẻ, nhật ký chia sẻ, dữ liệu mở', 'bản sao trên mạng'),
  ('QĐ 20/2020/QĐ-TTg', 'Mã định danh điện tử của các cơ quan, tổ chức', null, date '2020-09-15', 'QUYET_DINH', 'Thủ tướng Chính phủ', 'Mã định danh điện tử', 'bản sao trên mạng'),
  ('91/2025/QH15', 'Luật Bảo vệ dữ liệu cá nhân', null, date '2026-01-01', 'LUAT', 'Quốc hội', 'Quyền của chủ thể dữ liệu', 'bản sao trên mạng'),
  ('NĐ 356/2025/NĐ-CP', 'Nghị định quy định chi tiết Luật Bảo vệ dữ liệu cá nhân', null, date '2026-01-01', 'NGHI_DINH', 'Chính phủ', 'Dữ liệu nhạy cảm', 'kho mã nguồn công khai'),
  ('NĐ 13/2023/NĐ-CP', 'Bảo vệ dữ liệu cá nhân', null, null, 'NGHI_DINH', 'Chính phủ', 'Không còn hiện hành', 'kho mã nguồn công khai'),
  ('20/2023/QH15', 'Luật Giao dịch điện tử', null, date '2024-07-01', 'LUAT', 'Quốc hội', 'Chữ ký số, thông điệp dữ liệu', 'được NĐ 88/2026 dẫn chiếu'),
  ('116/2025/QH15', 'Luật An ninh mạng', null, date '2026-07-01', 'LUAT', 'Quốc hội', 'Hợp nhất luật 2018 và luật an toàn thông tin mạng 2015', 'bản sao trên mạng'),
  ('Luật Trí tuệ nhân tạo', 'Luật Trí tuệ nhân tạo', null, null, 'LUAT', 'Quốc hội', 'Đánh giá tác động khi kết quả là căn cứ trực tiếp của quyết định hành chính', 'bản sao trên mạng'),
  ('NĐ 142/2026/NĐ-CP', 'Nghị định quy định chi tiết Luật Trí tuệ nhân tạo', null, date '2026-05-01', 'NGHI_DINH', 'Chính phủ', 'Đánh giá tác động của trí tuệ nhân tạo', 'bản sao trên mạng'),
  ('84/2025/QH15', 'Luật Thanh tra', null, date '2025-07-01', 'LUAT', 'Quốc hội', 'Kiểm tra chuyên ngành', 'toàn văn'),
  ('NĐ 217/2025/NĐ-CP', 'Hoạt động kiểm tra chuyên ngành', null, date '2025-08-05', 'NGHI_DINH', 'Chính phủ', 'Trình tự, biểu mẫu kiểm tra chuyên ngành', 'toàn văn'),
  ('NĐ 88/2022/NĐ-CP', 'Xử phạt vi phạm hành chính trong lĩnh vực giáo dục nghề nghiệp', null, date '2022-12-12', 'NGHI_DINH', 'Chính phủ', 'Mức phạt', 'toàn văn'),
  ('NQ 66.22/2026/NQ-CP', 'Nghị quyết về công dân số', null, date '2026-08-15', 'NGHI_QUYET', 'Chính phủ', 'Ưu đãi khi dùng VNeID', 'bản sao trên mạng'),
  ('TT 03/2017/TT-BLĐTBXH', 'Quy trình xây dựng, thẩm định và ban hành chương trình', null, null, 'THONG_TU', 'Bộ Lao động – Thương binh và Xã hội', 'Chương trình đào tạo; chưa rõ còn hiệu lực', 'bản sao trên mạng'),
  ('TT 05/2021/TT-BLĐTBXH', 'Quy chế tuyển sinh trình độ trung cấp, cao đẳng', null, null, 'THONG_TU', 'Bộ Lao động – Thương binh và Xã hội', 'Tuyển sinh; chưa rõ còn hiệu lực', 'bản sao trên mạng'),
  ('TT 23/2018/TT-BLĐTBXH', 'Hồ sơ, sổ sách trong đào tạo trung cấp, cao đẳng', null, null, 'THONG_TU', 'Bộ Lao động – Thương binh và Xã hội', 'Sổ sách; chưa rõ còn hiệu lực', 'bản sao trên mạng'),
  ('TT 28/2017/TT-BLĐTBXH', 'Hệ thống bảo đảm chất lượng của cơ sở giáo dục nghề nghiệp', null, null, 'THONG_TU', 'Bộ Lao động – Thương binh và Xã hội', 'Bảo đảm chất lượng; chưa rõ còn hiệu lực', 'bản sao trên mạng'),
  ('TT 15/2017/TT-BLĐTBXH', 'Tiêu chí, tiêu chuẩn kiểm định chất lượng', null, null, 'THONG_TU', 'Bộ Lao động – Thương binh và Xã hội', 'Kiểm định; chưa rõ còn hiệu lực', 'bản sao trên mạng'),
  ('TT 35/2021/TT-BLĐTBXH', 'Tiêu chí trường chất lượng cao', null, null, 'THONG_TU', 'Bộ Lao động – Thương binh và Xã hội', 'Trường chất lượng cao; chưa rõ còn hiệu lực', 'bản sao trên mạng'),
  ('TT 08/2017/TT-BLĐTBXH', 'Chuẩn chuyên môn, nghiệp vụ của nhà giáo', null, null, 'THONG_TU', 'Bộ Lao động – Thương binh và Xã hội', 'Chuẩn nhà giáo; chưa rõ còn hiệu lực', 'bản sao trên mạng'),
  ('TT 33/2018/TT-BLĐTBXH', 'Đào tạo trực tuyến, từ xa', null, null, 'THONG_TU', 'Bộ Lao động – Thương binh và Xã hội', 'Đào tạo từ xa; chưa rõ còn hiệu lực', 'bản sao trên mạng'),
  ('NĐ 143/2016/NĐ-CP', 'Điều kiện đầu tư và hoạt động trong lĩnh vực giáo dục nghề nghiệp', null, null, 'NGHI_DINH', 'Chính phủ', 'Giấy chứng nhận, đình chỉ (Điều 21); chưa rõ còn hiệu lực', 'bản sao trên mạng'),
  ('NĐ 24/2022/NĐ-CP', 'Sửa đổi các nghị định về điều kiện đầu tư và hoạt động giáo dục nghề nghiệp', null, null, 'NGHI_DINH', 'Chính phủ', 'Sửa NĐ 143/2016; chưa rõ còn hiệu lực', 'bản sao trên mạng'),
  ('NQ 1685/NQ-UBTVQH15', 'Sắp xếp các đơn vị hành chính cấp xã của Thành phố Hồ Chí Minh', date '2025-06-16', date '2025-07-01', 'NGHI_QUYET', 'Uỷ ban Thường vụ Quốc hội', '168 phường, xã, đặc khu', 'chưa đối chiếu'),
  ('NĐ 85/2016/NĐ-CP', 'Bảo đảm an toàn hệ thống thông tin theo cấp độ', null, null, 'NGHI_DINH', 'Chính phủ', 'Cấp độ an toàn của hệ thống', 'bản sao trên mạng');
update law.text set effective_to = date '2027-02-28' where code = 'NQ 66.22/2026/NQ-CP';

insert into law.relation (from_text, to_text, kind, since, note) values
  ('NĐ 66/2026/NĐ-CP', 'NĐ 84/2020/NĐ-CP', 'REPLACES', date '2026-03-15', null),
  ('NĐ 224/2026/NĐ-CP', 'NĐ 42/2022/NĐ-CP', 'REPEALS', date '2026-07-01', null),
  ('NĐ 224/2026/NĐ-CP', 'NĐ 64/2007/NĐ-CP', 'REPEALS', date '2026-07-01', null),
  ('NĐ 224/2026/NĐ-CP', 'NĐ 45/2026/NĐ-CP', 'REPEALS', date '2026-07-01', null),
  ('NĐ 224/2026/NĐ-CP', '148/2025/QH15', 'GUIDES', date '2026-07-01', null),
  ('NĐ 356/2025/NĐ-CP', '91/2025/QH15', 'GUIDES', date '2026-01-01', null),
  ('NĐ 356/2025/NĐ-CP', 'NĐ 13/2023/NĐ-CP', 'REPLACES', date '2026-01-01', 'NĐ 13/2023 không còn hiện hành'),
  ('NĐ 278/2025/NĐ-CP', '60/2024/QH15', 'GUIDES', null, null),
  ('NĐ 93/2026/NĐ-CP', '73/2025/QH15', 'GUIDES', null, null),
  ('NĐ 95/2026/NĐ-CP', '124/2025/QH15', 'GUIDES', date '2026-03-31', null),
  ('NĐ 88/2026/NĐ-CP', '20/2023/QH15', 'CITES', null, null),
  ('NĐ 88/2026/NĐ-CP', 'NĐ 278/2025/NĐ-CP', 'CITES', null, null),
  ('NĐ 142/2026/NĐ-CP', 'Luật Trí tuệ nhân tạo', 'GUIDES', date '2026-05-01', null),
  ('NĐ 217/2025/NĐ-CP', '84/2025/QH15', 'GUIDES', date '2025-08-05', null),
  ('NĐ 24/2022/NĐ-CP', 'NĐ 143/2016/NĐ-CP', 'AMENDS', null, null),
  ('TT 46/2026/TT-BGDĐT', '124/2025/QH15', 'GUIDES', date '2026-06-10', null),
  ('TT 43/2026/TT-BGDĐT', '124/2025/QH15', 'GUIDES', date '2026-06-09', null),
  ('QĐ 2550/QĐ-UBND', 'QĐ 2222/QĐ-TTg', 'GUIDES', date '2023-06-22', 'Kế hoạch của Thành phố theo chương trình quốc gia');
update law.text t set effective_to = r.since - 1 from law.relation r where r.to_text = t.code and r.kind in ('REPLACES', 'REPEALS');

insert into law.clause (code, text_code, label, summary, verified) values
  ('L124-2025.7', '124/2025/QH15', 'Luật 124/2025/QH15, Điều 7', 'Các loại cơ sở giáo dục nghề nghiệp.', false),
  ('L124-2025.15', '124/2025/QH15', 'Luật 124/2025/QH15, Điều 15', 'Phân hiệu.', false),
  ('L124-2025.19', '124/2025/QH15', 'Luật 124/2025/QH15, Điều 19', 'Giấy phép hoạt động.', false),
  ('L124-2025.20', '124/2025/QH15', 'Luật 124/2025/QH15, Điều 20', 'Tuyển sinh.', false),
  ('ND95-2026.TEN', 'NĐ 95/2026/NĐ-CP', 'NĐ 95/2026/NĐ-CP, đặt tên và đổi tên', 'Tên gồm loại trường và tên riêng; không danh hiệu, thứ hạng; tên nước ngoài và tên miền phải khớp; đổi tên 3 ngày làm việc, công bố 2 ngày.', false),
  ('ND95-2026.12', 'NĐ 95/2026/NĐ-CP', 'NĐ 95/2026/NĐ-CP, Điều 12', 'Giấy phép của phân hiệu.', false),
  ('ND95-2026.BS', 'NĐ 95/2026/NĐ-CP', 'NĐ 95/2026/NĐ-CP, bổ sung giấy phép', 'Bổ sung khi mở ngành, trình độ mới; vượt quá 10 % quy mô hằng năm; chia, tách, sáp nhập; thêm hoặc chuyển địa điểm.', false),
  ('ND143-2016.DK', 'NĐ 143/2016/NĐ-CP', 'NĐ 143/2016/NĐ-CP, đăng ký hoạt động', 'Giấy chứng nhận đăng ký hoạt động giáo dục nghề nghiệp.', false),
  ('ND143-2016.21', 'NĐ 143/2016/NĐ-CP', 'NĐ 143/2016/NĐ-CP, Điều 21', 'Căn cứ đình chỉ, kể cả không công bố điều kiện và không cập nhật văn bằng.', false),
  ('ND88-2026.5', 'NĐ 88/2026/NĐ-CP', 'NĐ 88/2026/NĐ-CP, Điều 5', '21 nhóm dữ liệu giáo dục.', false),
  ('ND88-2026.8', 'NĐ 88/2026/NĐ-CP', 'NĐ 88/2026/NĐ-CP, Điều 8', 'Hồ sơ học tập suốt đời; ký số; lưu vĩnh viễn.', false),
  ('ND88-2026.9', 'NĐ 88/2026/NĐ-CP', 'NĐ 88/2026/NĐ-CP, Điều 9', 'Mã là số định danh cá nhân.', false),
  ('ND88-2026.11', 'NĐ 88/2026/NĐ-CP', 'NĐ 88/2026/NĐ-CP, Điều 11–12', 'Ai được xem dữ liệu nào.', false),
  ('ND88-2026.15', 'NĐ 88/2026/NĐ-CP', 'NĐ 88/2026/NĐ-CP, Điều 15–17', 'Chủ dữ liệu chịu trách nhiệm trước khi đồng bộ; trao đổi qua nền tảng.', false),
  ('ND88-2026.21', 'NĐ 88/2026/NĐ-CP', 'NĐ 88/2026/NĐ-CP, Điều 21–22', 'Trách nhiệm của UBND và của cơ sở về cơ sở dữ liệu, kết nối.', false),
  ('ND88-2026.24', 'NĐ 88/2026/NĐ-CP', 'NĐ 88/2026/NĐ-CP, Điều 24–25', 'Số hoá văn bằng cấp từ 1990; cấp mã trước 01/01/2027.', false),
  ('ND224-2026.10', 'NĐ 224/2026/NĐ-CP', 'NĐ 224/2026/NĐ-CP, Điều 10', 'Đánh giá hài lòng, giữ kín người đánh giá.', false),
  ('ND224-2026.11', 'NĐ 224/2026/NĐ-CP', 'NĐ 224/2026/NĐ-CP, Điều 11', 'Cổng thông tin, tên miền.', false),
  ('ND224-2026.13', 'NĐ 224/2026/NĐ-CP', 'NĐ 224/2026/NĐ-CP, Điều 13', 'Báo trước việc tạm dừng 7 ngày làm việc.', false),
  ('ND224-2026.23', 'NĐ 224/2026/NĐ-CP', 'NĐ 224/2026/NĐ-CP, Điều 23', 'Nền tảng dùng chung, chuẩn mở, khai một lần, hoàn tác được.', false),
  ('ND224-2026.27', 'NĐ 224/2026/NĐ-CP', 'NĐ 224/2026/NĐ-CP, Điều 27–28', 'Yêu cầu tối thiểu và nhãn nền tảng số.', false),
  ('ND224-2026.29', 'NĐ 224/2026/NĐ-CP', 'NĐ 224/2026/NĐ-CP, Điều 29', 'Định danh người dùng bằng VNeID.', false),
  ('ND47-2020.MO', 'NĐ 47/2020/NĐ-CP', 'NĐ 47/2020/NĐ-CP, dữ liệu mở', 'Dữ liệu mở không có dữ liệu cá nhân; rà soát 6 tháng; cập nhật 3 tháng.', false),
  ('QD20-2020.MA', 'QĐ 20/2020/QĐ-TTg', 'QĐ 20/2020/QĐ-TTg, mã định danh', 'Tối đa 35 ký tự, các nhóm A–Z, 0–9 cách nhau dấu chấm.', false),
  ('TT26-2020.MA', 'TT 26/2020/TT-BLĐTBXH', 'TT 26/2020/TT-BLĐTBXH, mã ngành, nghề', '7 chữ số: bậc, lĩnh vực, nhóm, số thứ tự.', false),
  ('ND334-2026.TC', 'NĐ 334/2026/NĐ-CP', 'NĐ 334/2026/NĐ-CP, mức tự chủ', 'Bốn nhóm tự chủ tài chính của đơn vị công lập.', false),
  ('NQ1685.1', 'NQ 1685/NQ-UBTVQH15', 'NQ 1685/NQ-UBTVQH15, Điều 1', 'Các phường, xã, đặc khu từ 01/7/2025.', false);

-- What other modules may join to, now with the text's own address.
create or replace view law.reference with (security_invoker = true) as
  select c.code as clause_code, c.text_code, c.label, c.summary, c.verified and t.verified as verified, t.effective_from, t.effective_to,
         t.id as text_id
    from law.clause c join law.text t on t.code = c.text_code;
