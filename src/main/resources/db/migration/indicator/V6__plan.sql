-- The plan's targets are formulas like the others; what computed CT06 before, in a way of its own, goes.
insert into indicator.fact_set (code, label, unit, relation, people, place) values
  ('connection', 'Ngày có trao đổi dữ liệu qua kết nối', 'ngày', 'exchange.connection_fact', false, 6);
insert into indicator.field (set_code, code, label, kind, parts, place) values
  ('connection', 'used_on', 'Ngày trao đổi', 'DAY', false, 1), ('connection', 'calls', 'Số lượt gọi', 'NUMBER', false, 2), ('connection', 'items', 'Số mục gửi', 'NUMBER', false, 3);
insert into indicator.formula (code, version, state, family, name, kind, direction, decimals, least, types, clause_code, note, valid_from, made_by_name) values
  ('KN.NGAY', 1, 'DRAFT', 'CITY', 'Số ngày có trao đổi dữ liệu với nền tảng trong một tháng', 'COUNT', 'UP', 0, null, null, 'QD2550-2023.CT05',
   'Đếm từ nhật ký kết nối của nền tảng.', date '2023-06-22', 'Lành Nghề'),
  ('CT05', 1, 'DRAFT', 'PLAN', 'Trường cao đẳng, trung cấp có kết nối đang hoạt động', 'MEETING', 'UP', 1, null, '{CD,TC}', 'QD2550-2023.CT05',
   'Kết nối đang hoạt động: trong một tháng có ít nhất một ngày trao đổi dữ liệu. Phần kết nối với nền tảng quốc gia (mốc 2030) chưa tính. Công thức chưa xác minh với văn bản gốc.',
   date '2023-06-22', 'Lành Nghề'),
  ('CT06.2025', 1, 'DRAFT', 'PLAN', 'Trường cao đẳng, trung cấp số hoá đủ quá trình, kết quả học tập, văn bằng', 'MEETING', 'UP', 1, null, '{CD,TC}', 'QD2550-2023.CT06',
   'Mỗi phần phải tới mức tối thiểu của chính nó; cơ sở chưa có hồ sơ là chưa đạt. Công thức chưa xác minh với văn bản gốc.', date '2023-06-22', 'Lành Nghề'),
  ('CT06', 1, 'DRAFT', 'PLAN', 'Cơ sở số hoá đủ quá trình, kết quả học tập, văn bằng', 'MEETING', 'UP', 1, null, null, 'QD2550-2023.CT06',
   'Mỗi phần phải tới mức tối thiểu của chính nó; cơ sở chưa có hồ sơ là chưa đạt. Công thức chưa xác minh với văn bản gốc.', date '2023-06-22', 'Lành Nghề');
insert into indicator.term (formula_id, side, set_code) select id, 'NUMERATOR', 'connection' from indicator.formula where code = 'KN.NGAY';
insert into indicator.condition (formula_id, side, set_code, field, operator, value)
select id, 'NUMERATOR', 'connection', 'used_on', 'WITHIN', '{1}' from indicator.formula where code = 'KN.NGAY';
insert into indicator.demand (formula_id, code, least)
select f.id, d.code, d.least from (values ('CT05', 'KN.NGAY', 1), ('CT06', 'SH.KQ', 80), ('CT06', 'SH.VB', 80), ('CT06.2025', 'SH.KQ', 80), ('CT06.2025', 'SH.VB', 80)) as d (of, code, least)
  join indicator.formula f on f.code = d.of;
update indicator.formula set state = 'ACTIVE' where code in ('KN.NGAY', 'CT05', 'CT06.2025', 'CT06');
update indicator.formula set state = 'ENDED', valid_to = date '2026-11-25' where code = 'SH.CS' and state = 'ACTIVE';
drop table indicator.population;
drop table indicator.definition;
