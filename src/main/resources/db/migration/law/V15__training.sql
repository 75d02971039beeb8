-- The clauses that the training of teachers and managers rests on.
insert into law.clause (code, text_code, label, summary, verified) values
  ('ND93-2026.D21', 'NĐ 93/2026/NĐ-CP', 'NĐ 93/2026/NĐ-CP, Điều 21',
   'Thời gian bồi dưỡng: chuẩn nghề nghiệp không quá 6 tuần; quản lý giáo dục không quá 1 tuần; bồi dưỡng thường xuyên không quá 3 tuần một năm.', false);
