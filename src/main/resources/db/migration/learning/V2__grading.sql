-- How marks are weighed and named: by rule, with its clause and its dates.
create table learning.grading_rule (
  id          bigint generated always as identity primary key,
  name        text not null,
  clause_code text not null references law.clause,
  valid_from  date not null,
  valid_to    date,
  scale       numeric(4, 1) not null, -- the highest mark
  decimals    integer not null,       -- of an average, rounded half up
  pass_mark   numeric(4, 1) not null,
  check (valid_to >= valid_from)
);

create table learning.rank_band (
  rule_id  bigint not null references learning.grading_rule,
  code     text not null,
  label    text not null,
  english  text not null,
  at_least numeric(4, 1) not null,
  primary key (rule_id, code)
);

-- Subjects that must be passed and do not count in the average, by their folded names.
create table learning.condition_subject (
  rule_id bigint not null references learning.grading_rule,
  folded  text not null,
  label   text not null,
  primary key (rule_id, folded)
);

insert into learning.grading_rule (name, clause_code, valid_from, scale, decimals, pass_mark)
values ('Thang điểm 10, trung bình theo tín chỉ', 'TT04-2022.KQHT', date '2022-05-15', 10, 1, 5.0);
insert into learning.rank_band (rule_id, code, label, english, at_least)
select r.id, b.code, b.label, b.english, b.at_least
  from learning.grading_rule r,
       (values ('EXCELLENT', 'Xuất sắc', 'Excellent', 9.0), ('VERY_GOOD', 'Giỏi', 'Very good', 8.0), ('GOOD', 'Khá', 'Good', 7.0),
               ('AVERAGE', 'Trung bình', 'Average', 5.0), ('WEAK', 'Yếu', 'Weak', 0.0)) as b (code, label, english, at_least);
insert into learning.condition_subject (rule_id, folded, label)
select r.id, s.folded, s.label
  from learning.grading_rule r,
       (values ('giao duc the chat', 'Giáo dục thể chất'), ('gdtc', 'GDTC'),
               ('giao duc quoc phong', 'Giáo dục quốc phòng và an ninh'), ('gdqp', 'GDQP-AN')) as s (folded, label);
grant select on learning.grading_rule, learning.rank_band, learning.condition_subject to lanhnghe_app;
