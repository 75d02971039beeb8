-- What is said of a year is counted by the year's own row, so that what a later year brings moves no earlier figure; and who was due to graduate
-- is known by the programme that the cohort began with.
insert into indicator.fact_set (code, label, unit, relation, people, place) values
  ('programme_year', 'Chương trình đào tạo theo từng năm', 'chương trình', 'programme.year_fact', false, 10);
insert into indicator.field (set_code, code, label, kind, parts, place) values
  ('programme_year', 'level', 'Trình độ', 'CODE', true, 1), ('programme_year', 'occupation_code', 'Mã ngành, nghề', 'CODE', true, 2), ('programme_year', 'year_on', 'Năm', 'DAY', false, 3),
  ('programme_year', 'from_on', 'Từ ngày', 'DAY', false, 4), ('programme_year', 'until_on', 'Đến trước ngày', 'DAY', false, 5),
  ('programme_year', 'updated_on', 'Ngày ghi lần cập nhật của năm', 'DAY', false, 6), ('programme_year', 'employer_on', 'Ngày ghi người sử dụng lao động tham gia trong năm', 'DAY', false, 7),
  ('programme_year', 'finished_on', 'Ngày một khoá kết thúc trong năm', 'DAY', false, 8),
  ('study', 'due_on', 'Ngày phải xong theo chương trình', 'DAY', false, 9), ('study', 'on_time', 'Tốt nghiệp đúng hạn', 'CODE', false, 10),
  ('study', 'recognised_on', 'Ngày ghi nhận tốt nghiệp', 'DAY', false, 11),
  ('study', 'reopened_on', 'Ngày mở lại sau khi văn bằng bị thu hồi, huỷ', 'DAY', false, 12), ('study', 'due_known_on', 'Ngày biết hạn tốt nghiệp', 'DAY', false, 13);
insert into indicator.choice (field, value, label, place) values ('on_time', 'YES', 'Đúng hạn', 1), ('on_time', 'NO', 'Không', 2);

-- Where somebody has made a later version meanwhile, or drafts one, theirs stands.
create temporary table coming (code text, version integer, name text, least numeric, clause_code text, note text, valid_from date, reason text) on commit drop;
insert into coming values
  ('TT38.04', 3, 'Chương trình được rà soát, cập nhật trong năm', 60, 'TT38-2026.CS04', 'Chưa xác minh.', date '2026-05-01',
   'Đếm theo từng năm của chương trình: lần rà soát năm sau không đổi số của năm trước.'),
  ('TT38.05', 3, 'Chương trình có người sử dụng lao động tham gia', 70, 'TT38-2026.CS05', 'Mẫu số: chương trình có khoá kết thúc trong năm. Chưa xác minh.', date '2026-05-01',
   'Đếm theo từng năm của chương trình: người sử dụng lao động tham gia năm sau không đổi số của năm trước.'),
  ('TT38.07', 2, 'Tốt nghiệp đúng hạn', 60, 'TT38-2026.CS07',
   'Mẫu số: người nhập học của các khoá phải xong trong năm, theo thời gian của chương trình khoá ấy bắt đầu. Khoá chưa gắn với chương trình, hoặc một nghề có hai chương trình dài ngắn khác nhau, thì chưa tính được. Chưa xác minh.',
   date '2026-04-30', 'Chương trình đã có thời gian đào tạo và khoá.');
delete from coming c where exists (select from indicator.formula f where f.code = c.code and (f.version >= c.version or f.state = 'DRAFT'));
update indicator.formula f set state = 'ENDED', valid_to = greatest(f.valid_from, c.valid_from - 1) from coming c where f.code = c.code and f.state = 'ACTIVE';
insert into indicator.formula (code, version, state, family, name, kind, direction, decimals, least, types, clause_code, note, valid_from, made_by_name, reason)
select c.code, c.version, 'DRAFT', 'STANDARD', c.name, 'RATIO', 'UP', 2, c.least, null, c.clause_code, c.note, c.valid_from, 'Lành Nghề', c.reason from coming c;
create temporary table asked (code text, side text, set_code text, field text, operator text, value text[]) on commit drop;
insert into asked values
  ('TT38.04', 'NUMERATOR', 'programme_year', 'updated_on', 'BY', '{}'),
  ('TT38.05', 'NUMERATOR', 'programme_year', 'finished_on', 'BY', '{}'), ('TT38.05', 'NUMERATOR', 'programme_year', 'employer_on', 'BY', '{}'),
  ('TT38.05', 'DENOMINATOR', 'programme_year', 'finished_on', 'BY', '{}'),
  ('TT38.07', 'NUMERATOR', 'study', 'due_on', 'IN_YEAR', '{}'), ('TT38.07', 'NUMERATOR', 'study', 'on_time', 'IS', '{YES}'),
  ('TT38.07', 'NUMERATOR', 'study', 'recognised_on', 'BY', '{}'), ('TT38.07', 'NUMERATOR', 'study', 'reopened_on', 'NOT_BY', '{}'),
  ('TT38.07', 'NUMERATOR', 'study', 'due_known_on', 'BY', '{}'), ('TT38.07', 'DENOMINATOR', 'study', 'due_known_on', 'BY', '{}'),
  ('TT38.07', 'DENOMINATOR', 'study', 'due_on', 'IN_YEAR', '{}');
-- the year's row of a programme that was in use on the day
insert into asked select f.code, s.side, 'programme_year', d.field, d.operator, '{}'::text[]
  from (values ('TT38.04'), ('TT38.05')) as f (code), (values ('NUMERATOR'), ('DENOMINATOR')) as s (side),
       (values ('year_on', 'IN_YEAR'), ('from_on', 'BY'), ('until_on', 'NOT_BY')) as d (field, operator);
delete from asked a where not exists (select from coming c where c.code = a.code);
insert into indicator.term (formula_id, side, set_code)
select distinct f.id, a.side, a.set_code from asked a join indicator.formula f on f.code = a.code and f.state = 'DRAFT';
insert into indicator.condition (formula_id, side, set_code, field, operator, value)
select f.id, a.side, a.set_code, a.field, a.operator, a.value from asked a join indicator.formula f on f.code = a.code and f.state = 'DRAFT';
update indicator.formula set state = 'ACTIVE' where state = 'DRAFT' and code in (select code from asked);

-- Two targets of the plan have nothing to count yet, and say so in their place.
insert into indicator.formula (code, version, state, family, name, kind, direction, decimals, least, types, clause_code, note, lacking, valid_from, made_by_name)
select x.* from (values
  ('CT07', 1, 'ACTIVE', 'PLAN', 'Báo cáo định kỳ, thống kê gửi và chia sẻ trên môi trường số', 'RATIO', 'UP', 1, null::numeric, null::text[], 'QD2550-2023.CT07', '',
   'chế độ báo cáo và các báo cáo đã gửi', date '2023-06-22', 'Lành Nghề'),
  ('CT08', 1, 'ACTIVE', 'PLAN', 'Kiểm tra chuyên ngành thực hiện qua môi trường số', 'RATIO', 'UP', 1, null, null, 'QD2550-2023.CT08', '',
   'hồ sơ các cuộc kiểm tra', date '2023-06-22', 'Lành Nghề')) as x (code) where not exists (select from indicator.formula f where f.code = x.code);

-- A day that is the day of a moment is asked of the moment itself.
alter table indicator.field add column moment text check (moment is null or kind = 'DAY' and moment ~ '^[a-z_]+$');
update indicator.field set moment = case code when 'results_on' then 'results_at' when 'recognised_on' then 'graduated_at' else 'reopened_at' end
 where set_code = 'study' and code in ('results_on', 'recognised_on', 'reopened_on');
update indicator.field set moment = case code when 'released_on' then 'released_at' else 'ended_at' end where set_code = 'diploma' and code in ('released_on', 'ended_on');
