-- Khảo sát of a college: who is asked what, from when to when. Rules rest on TT 38/2026, phụ lục II, and are data.
create table indicator.survey_rule (
  audience        text primary key check (audience in ('GRADUATE', 'LEARNER', 'EMPLOYER')),
  months          integer not null,        -- graduates of so many months before the survey opens
  least_invited   numeric(5, 2) not null,  -- percent of those there are
  least_answered  numeric(5, 2) not null,  -- percent of those invited
  least_each      integer not null,        -- answers of each occupation
  clause_code     text not null references law.clause,
  note            text not null
);
create index on indicator.survey_rule (clause_code);
insert into indicator.survey_rule (audience, months, least_invited, least_answered, least_each, clause_code, note) values
  ('GRADUATE', 12, 50, 70, 0, 'TT38-2026.CS08', 'Khối ngành sức khoẻ là 24 tháng. Giữ cơ cấu theo ngành, trình độ, khoá.'),
  ('LEARNER', 0, 50, 70, 0, 'TT38-2026.CS09', 'Giữ cơ cấu theo ngành, trình độ, khoá.'),
  ('EMPLOYER', 0, 0, 70, 3, 'TT38-2026.CS10', 'Ít nhất 3 người sử dụng lao động mỗi ngành, nghề.');

create table indicator.question (
  audience text not null,
  code     text not null check (code ~ '^[a-z]+$'),
  place    integer not null,
  text     text not null,
  english  text not null,
  primary key (audience, code)
);
create table indicator.answer_choice (
  question text not null,
  value    text not null,
  label    text not null,
  english  text not null,
  place    integer not null,
  good     boolean not null, -- does it count for the indicator?
  primary key (question, value)
);
insert into indicator.question (audience, code, place, text, english) values
  ('GRADUATE', 'work', 1, 'Hiện nay Anh/Chị đang làm gì?', 'What are you doing now?'),
  ('GRADUATE', 'satisfied', 2, 'Nhìn chung, Anh/Chị hài lòng với khoá học ở trường đến mức nào?', 'Overall, how satisfied are you with the programme?'),
  ('LEARNER', 'satisfied', 1, 'Nhìn chung, Anh/Chị hài lòng với việc dạy và học ở trường đến mức nào?', 'Overall, how satisfied are you with teaching and learning here?'),
  ('EMPLOYER', 'satisfied', 1, 'Nhìn chung, đơn vị hài lòng với người lao động tốt nghiệp từ trường đến mức nào?', 'Overall, how satisfied are you with the graduates you employ?');
insert into indicator.answer_choice (question, value, label, english, place, good) values
  ('work', 'SUITED', 'Có việc làm phù hợp với ngành, nghề đã học', 'Employed in the field of study', 1, true),
  ('work', 'SELF', 'Tự tạo việc làm', 'Self-employed', 2, true),
  ('work', 'STUDY', 'Đang học tiếp', 'In further study', 3, true),
  ('work', 'OTHER', 'Có việc làm không liên quan ngành, nghề đã học', 'Employed in another field', 4, false),
  ('work', 'NONE', 'Chưa có việc làm', 'Not employed', 5, false),
  ('satisfied', 'VERY', 'Rất hài lòng', 'Very satisfied', 1, true),
  ('satisfied', 'YES', 'Hài lòng', 'Satisfied', 2, true),
  ('satisfied', 'PARTLY', 'Bình thường', 'Neither', 3, false),
  ('satisfied', 'NO', 'Không hài lòng', 'Dissatisfied', 4, false),
  ('satisfied', 'NOT_AT_ALL', 'Rất không hài lòng', 'Very dissatisfied', 5, false);

create table indicator.survey (
  id             bigint generated always as identity primary key,
  institution_id bigint not null,
  audience       text not null references indicator.survey_rule,
  title          text not null check (length(title) between 3 and 200),
  opens_on       date not null,
  closes_on      date not null check (closes_on >= opens_on),
  eligible       integer not null,
  made_by_name   text not null,
  made_at        timestamptz not null default now()
);
create index on indicator.survey (institution_id, id desc);
create index on indicator.survey (audience);
-- One link for one person. Whether it was used is known, what was answered is not: answers carry no link back.
create table indicator.invitation (
  id              bigint generated always as identity primary key,
  survey_id       bigint not null references indicator.survey,
  institution_id  bigint not null,
  token           text not null unique check (token ~ '^[A-Za-z0-9_-]{22}$'),
  name            text not null,
  sort_key        text not null,
  occupation_code text,
  level           text,
  cohort          text,
  answered        boolean not null default false
);
create index on indicator.invitation (survey_id);
create index on indicator.invitation (institution_id);
create table indicator.answer (
  id              bigint generated always as identity primary key,
  survey_id       bigint not null references indicator.survey,
  institution_id  bigint not null,
  occupation_code text,
  level           text,
  work            text,
  satisfied       text not null,
  answered_on     date not null
);
create index on indicator.answer (survey_id);
create index on indicator.answer (institution_id);

grant select on indicator.survey_rule, indicator.question, indicator.answer_choice to lanhnghe_app;
grant select, insert on indicator.survey, indicator.invitation to lanhnghe_app;
grant select on indicator.answer to lanhnghe_app;
alter table indicator.survey enable row level security;
create policy reading on indicator.survey for select using ((select scope.reads_all()) or institution_id = (select scope.institution()));
create policy adding on indicator.survey for insert with check (institution_id = (select scope.institution()));
-- links and names stay in the college
alter table indicator.invitation enable row level security;
create policy reading on indicator.invitation for select using (institution_id = (select scope.institution()));
create policy adding on indicator.invitation for insert with check (institution_id = (select scope.institution()));
alter table indicator.answer enable row level security;
create policy reading on indicator.answer for select using ((select scope.reads_all()) or institution_id = (select scope.institution()));

-- What the holder of a link sees before answering.
create function indicator.look_up_invitation(wanted text)
returns table (audience text, title text, institution text, opens_on date, closes_on date, answered boolean)
language sql stable security definer set search_path = '' as $$
  select s.audience, s.title, i.name, s.opens_on, s.closes_on, v.answered
    from indicator.invitation v join indicator.survey s on s.id = v.survey_id join institution.institution i on i.id = s.institution_id
   where v.token = wanted
$$;
-- The link is used up and the answer kept, both or neither; false when the link is not open.
create function indicator.answer_once(wanted text, said_work text, said_satisfied text, today date) returns boolean
language plpgsql security definer set search_path = '' as $$
declare v indicator.invitation;
begin
  update indicator.invitation i set answered = true from indicator.survey s
   where i.token = wanted and not i.answered and s.id = i.survey_id and today between s.opens_on and s.closes_on returning i.* into v;
  if not found then return false; end if;
  insert into indicator.answer (survey_id, institution_id, occupation_code, level, work, satisfied, answered_on)
  values (v.survey_id, v.institution_id, v.occupation_code, v.level, said_work, said_satisfied, today);
  return true;
end $$;
-- How far each survey is, without names: for the college and for the city.
create function indicator.survey_progress(surveys bigint[])
returns table (survey_id bigint, occupation_code text, level text, invited bigint, answered bigint)
language sql stable security definer set search_path = '' as $$
  select v.survey_id, v.occupation_code, v.level, count(*), count(*) filter (where v.answered)
    from indicator.invitation v where v.survey_id = any(surveys)
     and (scope.reads_all() or v.institution_id = scope.institution()) group by 1, 2, 3
$$;
revoke execute on function indicator.look_up_invitation(text), indicator.answer_once(text, text, text, date), indicator.survey_progress(bigint[]) from public;
grant execute on function indicator.look_up_invitation(text), indicator.answer_once(text, text, text, date), indicator.survey_progress(bigint[]) to lanhnghe_app;

-- Whether a survey keeps the rules, counted once for each.
create function indicator.survey_standing(wanted bigint) returns text
language sql stable security definer set search_path = '' as $$
  select case when s.eligible * r.least_invited > count(*) * 100 then 'FEW_INVITED'
              when count(*) = 0 or count(*) * r.least_answered > 100 * count(*) filter (where v.answered) then 'FEW_ANSWERED'
              when r.least_each > 0 and exists (select from indicator.invitation e where e.survey_id = s.id group by e.occupation_code
                                                having count(*) filter (where e.answered) < r.least_each) then 'FEW_EACH'
              else 'ENOUGH' end
    from indicator.survey s join indicator.survey_rule r on r.audience = s.audience left join indicator.invitation v on v.survey_id = s.id
   where s.id = wanted group by s.id, r.audience
$$;
revoke execute on function indicator.survey_standing(bigint) from public;
grant execute on function indicator.survey_standing(bigint) to lanhnghe_app;

-- What is counted: one row an answer, without a name.
create view indicator.answer_fact with (security_invoker = true) as
  select a.id, a.institution_id, 'Phiếu ' || s.title as label, null::text as person, s.title as sort_key,
         a.answered_on::timestamp at time zone 'Asia/Ho_Chi_Minh' as known_at, 'CONFIRMED' as tier, s.audience, a.level, a.occupation_code,
         a.work, a.satisfied, t.standing, s.closes_on
    from indicator.answer a join indicator.survey s on s.id = a.survey_id
    cross join lateral (select indicator.survey_standing(s.id) as standing offset 0) t;
grant select on indicator.answer_fact to lanhnghe_app;

insert into indicator.fact_set (code, label, unit, relation, people, place) values
  ('answer', 'Phiếu trả lời khảo sát', 'phiếu', 'indicator.answer_fact', false, 5);
insert into indicator.field (set_code, code, label, kind, parts, place) values
  ('answer', 'audience', 'Người trả lời', 'CODE', true, 1), ('answer', 'work', 'Việc làm', 'CODE', true, 2), ('answer', 'satisfied', 'Mức hài lòng', 'CODE', true, 3),
  ('answer', 'level', 'Trình độ', 'CODE', true, 4), ('answer', 'occupation_code', 'Mã ngành, nghề', 'CODE', true, 5),
  ('answer', 'standing', 'Cuộc khảo sát', 'CODE', false, 6), ('answer', 'closes_on', 'Ngày đóng khảo sát', 'DAY', false, 7);
insert into indicator.choice (field, value, label, place) values
  ('audience', 'GRADUATE', 'Người tốt nghiệp', 1), ('audience', 'LEARNER', 'Người học', 2), ('audience', 'EMPLOYER', 'Người sử dụng lao động', 3),
  ('standing', 'ENOUGH', 'đủ điều kiện', 1), ('standing', 'FEW_INVITED', 'mời chưa đủ', 2), ('standing', 'FEW_ANSWERED', 'trả lời chưa đủ', 3),
  ('standing', 'FEW_EACH', 'có ngành, nghề chưa đủ phiếu', 4);
insert into indicator.choice (field, value, label, place) select question, value, label, place from indicator.answer_choice;

-- The three indicators that rest on surveys: their first version had nothing to compute from.
update indicator.formula set state = 'ENDED', valid_to = date '2026-04-30' where code in ('TT38.08', 'TT38.09', 'TT38.10');
insert into indicator.formula (code, version, state, family, name, kind, direction, decimals, least, types, clause_code, note, valid_from, made_by_name)
select code, 2, 'DRAFT', family, name, kind, direction, decimals, least, types, clause_code,
       'Chỉ tính cuộc khảo sát đã đóng trong 12 tháng, mời và trả lời đủ tỷ lệ; khảo sát chưa đủ thì cơ sở chưa có số.', date '2026-05-01', made_by_name
  from indicator.formula where code in ('TT38.08', 'TT38.09', 'TT38.10');
insert into indicator.term (formula_id, side, set_code) select f.id, s.side, 'answer'
  from indicator.formula f, (values ('NUMERATOR'), ('DENOMINATOR')) as s (side) where f.code in ('TT38.08', 'TT38.09', 'TT38.10') and f.version = 2;
insert into indicator.condition (formula_id, side, set_code, field, operator, value)
select t.formula_id, t.side, 'answer', c.field, c.operator, c.value
  from indicator.formula f join indicator.term t on t.formula_id = f.id
  join (values ('TT38.08', 'BOTH', 'audience', 'IS', '{GRADUATE}'::text[]), ('TT38.09', 'BOTH', 'audience', 'IS', '{GRADUATE,LEARNER}'),
               ('TT38.10', 'BOTH', 'audience', 'IS', '{EMPLOYER}'), ('', 'BOTH', 'standing', 'IS', '{ENOUGH}'), ('', 'BOTH', 'closes_on', 'WITHIN', '{12}'),
               ('TT38.08', 'NUMERATOR', 'work', 'IS', '{SUITED,SELF,STUDY}'),
               ('TT38.09', 'NUMERATOR', 'satisfied', 'IS', '{VERY,YES}'), ('TT38.10', 'NUMERATOR', 'satisfied', 'IS', '{VERY,YES}'))
         as c (code, side, field, operator, value) on c.code in ('', f.code) and c.side in ('BOTH', t.side)
 where f.version = 2 and f.code in ('TT38.08', 'TT38.09', 'TT38.10');
update indicator.formula set state = 'ACTIVE' where version = 2 and code in ('TT38.08', 'TT38.09', 'TT38.10');
