-- What is counted of people and programmes: the first three targets of the plan, four indicators and a condition of the national standard.
insert into indicator.fact_set (code, label, unit, relation, people, place) values
  ('staff', 'Thời gian làm việc của nhà giáo, cán bộ quản lý', 'người', 'person.staff_fact', true, 7),
  ('teacher', 'Thời gian làm việc của người có giảng dạy', 'người', 'person.teacher_fact', true, 8),
  ('programme', 'Chương trình đào tạo đã ban hành', 'chương trình', 'programme.offering_fact', false, 9);
insert into indicator.field (set_code, code, label, kind, parts, place)
select s.code, f.code, f.label, f.kind, f.parts, f.place from (values ('staff'), ('teacher')) as s (code), (values
  ('post', 'Công việc', 'CODE', true, 1), ('title_code', 'Chức danh', 'CODE', true, 2), ('sex', 'Giới tính', 'CODE', true, 3), ('contract', 'Hợp đồng', 'CODE', true, 4),
  ('qualified', 'Trình độ theo chức danh', 'CODE', false, 5), ('trained', 'Đã bồi dưỡng', 'CODE', false, 6),
  ('from_on', 'Từ ngày', 'DAY', false, 7), ('until_on', 'Đến trước ngày', 'DAY', false, 8)) as f (code, label, kind, parts, place);
insert into indicator.field (set_code, code, label, kind, parts, place) values
  ('programme', 'level', 'Trình độ', 'CODE', true, 1), ('programme', 'occupation_code', 'Mã ngành, nghề', 'CODE', true, 2), ('programme', 'integrated', 'Tích hợp năng lực số', 'CODE', false, 3),
  ('programme', 'from_on', 'Từ ngày', 'DAY', false, 4), ('programme', 'until_on', 'Đến trước ngày', 'DAY', false, 5),
  ('programme', 'reviewed_on', 'Ngày rà soát gần nhất', 'DAY', false, 6), ('programme', 'updated_on', 'Ngày cập nhật gần nhất', 'DAY', false, 7),
  ('programme', 'employer_on', 'Ngày ghi người sử dụng lao động tham gia', 'DAY', false, 8), ('programme', 'finished_on', 'Ngày khoá gần nhất kết thúc', 'DAY', false, 9),
  ('programme', 'own_hours_share', 'Giờ dạy do nhà giáo cơ hữu (%)', 'NUMBER', false, 10), ('programme', 'online_share', 'Mô-đun sẵn sàng trực tuyến (%)', 'NUMBER', false, 11);
insert into indicator.choice (field, value, label, place) values
  ('post', 'TEACHER', 'Nhà giáo', 1), ('post', 'BOTH', 'Cán bộ quản lý có giảng dạy', 2), ('post', 'MANAGER', 'Cán bộ quản lý', 3), ('post', 'INSTRUCTOR', 'Người dạy nghề', 4),
  ('contract', 'BIEN_CHE', 'Biên chế, viên chức', 1), ('contract', 'KHONG_THOI_HAN', 'Không thời hạn', 2), ('contract', 'CO_THOI_HAN', 'Có thời hạn', 3), ('contract', 'THINH_GIANG', 'Thỉnh giảng', 4),
  ('trained', 'YES', 'Đã bồi dưỡng', 1), ('trained', 'NO', 'Chưa', 2),
  ('qualified', 'YES', 'Đạt', 1), ('qualified', 'NO', 'Chưa đạt', 2), ('qualified', 'UNKNOWN', 'Chưa ghi trình độ', 3),
  ('integrated', 'YES', 'Đã tích hợp', 1), ('integrated', 'NO', 'Chưa', 2),
  ('title_code', 'GV_SO_CAP', 'Giáo viên sơ cấp', 1), ('title_code', 'GV_TRUNG_HOC_NGHE', 'Giáo viên trung học nghề', 2), ('title_code', 'GV_TRUNG_CAP', 'Giáo viên trung cấp', 3),
  ('title_code', 'GIANG_VIEN', 'Giảng viên cao đẳng', 4), ('title_code', 'GIANG_VIEN_CHINH', 'Giảng viên cao đẳng chính', 5), ('title_code', 'GIANG_VIEN_CAO_CAP', 'Giảng viên cao đẳng cao cấp', 6),
  ('title_code', 'NGUOI_DAY_NGHE', 'Người dạy nghề', 7), ('title_code', 'HIEU_TRUONG', 'Hiệu trưởng, giám đốc', 8), ('title_code', 'PHO_HIEU_TRUONG', 'Phó hiệu trưởng, phó giám đốc', 9),
  ('title_code', 'TRUONG_KHOA', 'Trưởng khoa, phòng, tổ', 10), ('title_code', 'PHO_TRUONG_KHOA', 'Phó trưởng khoa, phòng, tổ', 11);

update indicator.formula set state = 'ENDED', valid_to = date '2026-04-29' where code in ('TT38.03', 'TT38.04', 'TT38.05', 'TT38.06') and state = 'ACTIVE';
insert into indicator.formula (code, version, state, family, name, kind, direction, decimals, least, types, clause_code, note, valid_from, made_by_name) values
  ('CT01', 1, 'DRAFT', 'PLAN', 'Nhà giáo, cán bộ quản lý đã bồi dưỡng năng lực số, sư phạm số', 'RATIO', 'UP', 1, null, null, 'QD2550-2023.CT01',
   'Người đang làm việc, tính ở nơi làm việc chính; không tính người đã nghỉ việc, đang nghỉ, người dạy nghề. Đã bồi dưỡng: có ít nhất một khoá kỹ năng số hoặc sư phạm số được trường xác nhận hoặc có chứng nhận trên nền tảng, chưa bị loại khi rà soát. Công thức chưa xác minh với văn bản gốc.', date '2023-06-22', 'Lành Nghề'),
  ('CT02', 1, 'DRAFT', 'PLAN', 'Nhà giáo đã bồi dưỡng phát triển học liệu số', 'RATIO', 'UP', 1, null, null, 'QD2550-2023.CT02',
   'Nhà giáo, gồm cán bộ quản lý có giảng dạy, đang làm việc, tính ở nơi làm việc chính. Cộng với cán bộ quản lý không giảng dạy thì bằng tổng số của CT01. Công thức chưa xác minh với văn bản gốc.', date '2023-06-22', 'Lành Nghề'),
  ('CT03', 1, 'DRAFT', 'PLAN', 'Chương trình có chuẩn đầu ra tích hợp năng lực số', 'RATIO', 'UP', 1, null, null, 'QD2550-2023.CT03',
   'Chương trình đang dùng; “tích hợp” theo quy tắc có phiên bản của phần Chương trình. Công thức chưa xác minh với văn bản gốc.', date '2023-06-22', 'Lành Nghề'),
  ('TT38.03', 2, 'DRAFT', 'STANDARD', 'Chương trình có từ 60 % giờ dạy do nhà giáo cơ hữu', 'RATIO', 'UP', 2, 100, null, 'TT38-2026.CS03',
   'Chuẩn đòi hỏi mọi chương trình, nên phải đạt 100 % số chương trình. Chương trình chưa ghi giờ dạy là chưa đạt. Chưa xác minh.', date '2026-04-30', 'Lành Nghề'),
  ('TT38.04', 2, 'DRAFT', 'STANDARD', 'Chương trình được rà soát, cập nhật trong năm', 'RATIO', 'UP', 2, 60, null, 'TT38-2026.CS04', 'Chưa xác minh.', date '2026-04-30', 'Lành Nghề'),
  ('TT38.05', 2, 'DRAFT', 'STANDARD', 'Chương trình có người sử dụng lao động tham gia', 'RATIO', 'UP', 2, 70, null, 'TT38-2026.CS05',
   'Mẫu số: chương trình có khoá kết thúc trong năm. Chưa xác minh.', date '2026-04-30', 'Lành Nghề'),
  ('TT38.06', 2, 'DRAFT', 'STANDARD', 'Chương trình có từ 20 % môn học, mô-đun sẵn sàng trực tuyến', 'RATIO', 'UP', 2, 100, null, 'TT38-2026.CS06',
   'Chuẩn đòi hỏi mọi chương trình, nên phải đạt 100 % số chương trình. Chưa xác minh.', date '2026-04-30', 'Lành Nghề'),
  ('NG.SL', 1, 'DRAFT', 'CITY', 'Số nhà giáo, cán bộ quản lý đang làm việc', 'COUNT', 'UP', 0, null, null, 'TT38-2026.DK2', 'Tính ở nơi làm việc chính, không tính người đang nghỉ. Cho điều kiện 2 của chuẩn cơ sở.', date '2023-06-22', 'Lành Nghề'),
  ('NG.CHUAN', 1, 'DRAFT', 'CITY', 'Nhà giáo có trình độ theo chức danh', 'RATIO', 'UP', 1, null, null, 'TT38-2026.DK2',
   'Trình độ cao nhất so với bảng trình độ theo chức danh; người chưa ghi trình độ là chưa đạt. Bảng chưa xác minh.', date '2023-06-22', 'Lành Nghề'),
  ('QL.CHUAN', 1, 'DRAFT', 'CITY', 'Cán bộ quản lý có trình độ theo chức danh', 'RATIO', 'UP', 1, null, null, 'TT38-2026.DK2',
   'Trình độ cao nhất so với bảng trình độ theo chức danh; người chưa ghi trình độ là chưa đạt. Bảng chưa xác minh.', date '2023-06-22', 'Lành Nghề');
create temporary table asked (code text, side text, set_code text, field text, operator text, value text[]) on commit drop;
insert into asked values
  ('CT01', 'DENOMINATOR', 'staff', 'post', 'IS', '{TEACHER,BOTH,MANAGER}'), ('CT01', 'NUMERATOR', 'staff', 'post', 'IS', '{TEACHER,BOTH,MANAGER}'),
  ('CT01', 'NUMERATOR', 'staff', 'trained', 'IS', '{YES}'),
  ('CT02', 'DENOMINATOR', 'teacher', 'post', 'IS', '{TEACHER,BOTH}'), ('CT02', 'NUMERATOR', 'teacher', 'post', 'IS', '{TEACHER,BOTH}'), ('CT02', 'NUMERATOR', 'teacher', 'trained', 'IS', '{YES}'),
  ('CT03', 'NUMERATOR', 'programme', 'integrated', 'IS', '{YES}'), ('CT03', 'DENOMINATOR', 'programme', 'from_on', 'BY', '{}'),
  ('TT38.03', 'NUMERATOR', 'programme', 'own_hours_share', 'AT_LEAST', '{60}'), ('TT38.03', 'DENOMINATOR', 'programme', 'from_on', 'BY', '{}'),
  ('TT38.04', 'NUMERATOR', 'programme', 'updated_on', 'IN_YEAR', '{}'), ('TT38.04', 'DENOMINATOR', 'programme', 'from_on', 'BY', '{}'),
  ('TT38.05', 'NUMERATOR', 'programme', 'finished_on', 'IN_YEAR', '{}'), ('TT38.05', 'NUMERATOR', 'programme', 'employer_on', 'IN_YEAR', '{}'),
  ('TT38.05', 'DENOMINATOR', 'programme', 'finished_on', 'IN_YEAR', '{}'),
  ('TT38.06', 'NUMERATOR', 'programme', 'online_share', 'AT_LEAST', '{20}'), ('TT38.06', 'DENOMINATOR', 'programme', 'from_on', 'BY', '{}'),
  ('NG.SL', 'NUMERATOR', 'staff', 'post', 'IS', '{TEACHER,BOTH,MANAGER}'),
  ('NG.CHUAN', 'NUMERATOR', 'teacher', 'qualified', 'IS', '{YES}'), ('NG.CHUAN', 'DENOMINATOR', 'teacher', 'post', 'IS', '{TEACHER,BOTH}'),
  ('QL.CHUAN', 'NUMERATOR', 'staff', 'qualified', 'IS', '{YES}'), ('QL.CHUAN', 'NUMERATOR', 'staff', 'post', 'IS', '{MANAGER,BOTH}'),
  ('QL.CHUAN', 'DENOMINATOR', 'staff', 'post', 'IS', '{MANAGER,BOTH}');
-- on the day: begun, and not over yet
insert into asked select distinct a.code, a.side, a.set_code, d.field, d.operator, '{}'::text[] from asked a, (values ('from_on', 'BY'), ('until_on', 'NOT_BY')) as d (field, operator)
 where not exists (select from asked b where b.code = a.code and b.side = a.side and b.field = d.field);
insert into indicator.term (formula_id, side, set_code)
select distinct f.id, a.side, a.set_code from asked a join indicator.formula f on f.code = a.code and f.state = 'DRAFT';
insert into indicator.condition (formula_id, side, set_code, field, operator, value)
select f.id, a.side, a.set_code, a.field, a.operator, a.value from asked a join indicator.formula f on f.code = a.code and f.state = 'DRAFT';
update indicator.formula set state = 'ACTIVE' where state = 'DRAFT' and code in (select code from asked);
