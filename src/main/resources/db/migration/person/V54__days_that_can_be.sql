-- Days that cannot be: too young for a post, too far ahead, a paper of a child. How the city works; no text of law.
insert into person.rule (code, label, value, clause_code, valid_from) values
  ('YOUNGEST', 'Ngày đầu làm việc ở một nơi, ít nhất bao nhiêu tuổi', 15, null, date '2020-01-01'),
  ('FURTHEST', 'Một nơi làm việc hay một lần chuyển công tác bắt đầu xa nhất bao nhiêu tháng sau hôm nay', 24, null, date '2020-01-01'),
  ('LAST_DAY', 'Ngày làm việc cuối cùng được ghi trước xa nhất bao nhiêu tháng sau hôm nay', 120, null, date '2020-01-01'),
  ('PAPER_AGE', 'Ngày cấp văn bằng, chứng chỉ, ít nhất bao nhiêu tuổi', 10, null, date '2020-01-01');
