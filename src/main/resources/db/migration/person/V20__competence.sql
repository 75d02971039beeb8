-- Tự đánh giá năng lực số: questions as versioned data, what a teacher answered, what it comes to, what they intend, and groups large enough to speak of.
create table person.competence_version (
  id                bigint generated always as identity primary key,
  code              text not null unique,
  title             text not null,
  minutes           integer not null check (minutes > 0),
  round_up_from     numeric(3, 2) not null check (round_up_from between 0 and 1), -- the part of a level from which it counts as the next
  most_above_lowest integer not null check (most_above_lowest >= 0),              -- how far the whole may stand above the lowest domain
  least_group       integer not null check (least_group >= 5),                    -- no figure of fewer people is ever shown
  year_starts       text not null check (year_starts ~ '^[0-9]{2}-[0-9]{2}$'),    -- month and day: a person counts once a year
  valid_from        date not null,
  valid_to          date,
  exclude using gist (daterange(valid_from, valid_to, '[]') with &&)
);
create table person.competence_domain (
  version_id      bigint not null references person.competence_version,
  domain          integer not null,
  name            text not null,
  about           text not null,
  item_identifier uuid not null, -- the domain of a framework that it speaks of
  training_kind   text not null references person.training_kind,
  primary key (version_id, domain)
);
create index on person.competence_domain (training_kind);
create table person.competence_level_name (
  version_id bigint not null references person.competence_version,
  level      integer not null check (level between 1 and 6),
  name       text not null,
  about      text not null,
  stands_for text not null, -- the level of each framework that it comes near to
  primary key (version_id, level)
);
create table person.competence_question (
  id         bigint generated always as identity primary key,
  version_id bigint not null references person.competence_version,
  place      integer not null,
  domain     integer not null,
  title      text not null,
  asks       text not null,
  unique (version_id, place),
  foreign key (version_id, domain) references person.competence_domain
);
create index on person.competence_question (version_id, domain);
create table person.competence_choice (
  question_id bigint not null references person.competence_question,
  level       integer not null check (level between 1 and 6),
  says        text not null,
  primary key (question_id, level)
);
-- Identifiers stay from version to version of a framework, so what was answered stays comparable.
create table person.competence_question_item (
  question_id     bigint not null references person.competence_question,
  item_identifier uuid not null,
  primary key (question_id, item_identifier)
);
create index on person.competence_question_item (item_identifier);
create table person.competence_step (
  version_id bigint not null,
  domain     integer not null,
  from_level integer not null,
  to_level   integer not null check (to_level >= from_level),
  place      integer not null,
  says       text not null,
  primary key (version_id, domain, from_level, place),
  foreign key (version_id, domain) references person.competence_domain
);

-- What is one's own. Nobody's scope reads it but the program's: the face asks whose account it is. Not the school, not the city.
create table person.competence_attempt (
  id             bigint generated always as identity primary key,
  person_id      bigint not null references person.person,
  version_id     bigint not null references person.competence_version,
  started_at     timestamptz not null,
  submitted_on   date,
  overall        integer check (overall between 1 and 6),
  institution_id bigint references institution.institution, -- where the person taught when submitting, for groups
  department     text not null default '',
  batch_id       bigint,                                    -- the lot in which it was counted
  check ((submitted_on is null) = (overall is null))
);
create index on person.competence_attempt (person_id, submitted_on);
create index on person.competence_attempt (version_id);
create index on person.competence_attempt (institution_id);
create table person.competence_answer (
  attempt_id  bigint not null references person.competence_attempt on delete cascade,
  question_id bigint not null references person.competence_question,
  level       integer not null check (level between 1 and 6),
  answered_at timestamptz not null,
  primary key (attempt_id, question_id),
  foreign key (question_id, level) references person.competence_choice
);
create index on person.competence_answer (question_id, level);
create table person.competence_result (
  attempt_id bigint not null references person.competence_attempt on delete cascade,
  domain     integer not null,
  average    numeric(3, 2) not null,
  level      integer not null check (level between 1 and 6),
  primary key (attempt_id, domain)
);
create table person.competence_intent (
  id         bigint generated always as identity primary key,
  attempt_id bigint not null references person.competence_attempt on delete cascade,
  domain     integer not null,
  what       text not null check (length(what) between 3 and 300),
  course_id  bigint references person.training_course,
  until_on   date not null,
  made_on    date not null,
  unique (attempt_id, what)
);
create index on person.competence_intent (course_id);

-- Lô: at least five people of one place who are counted together and for ever. Every figure shown is a sum of whole lots, so the
-- difference of any two figures, now or later, is again of whole lots: five people at least, or nobody.
create table person.competence_batch (
  id             bigint generated always as identity primary key,
  version_id     bigint not null references person.competence_version,
  year           integer not null, -- the year it starts in
  made_on        date not null,
  type           text,             -- of institution; null: of the whole city
  institution_id bigint references institution.institution,
  department     text,             -- null: people of several faculties that were too few
  people         integer not null check (people >= 5),
  check (department is null or institution_id is not null),
  check (institution_id is null or type is not null)
);
create index on person.competence_batch (version_id, year);
create index on person.competence_batch (institution_id);
create table person.competence_batch_sum (
  batch_id bigint not null references person.competence_batch on delete cascade,
  domain   integer not null,
  total    numeric(8, 2) not null,
  primary key (batch_id, domain)
);
alter table person.competence_attempt add foreign key (batch_id) references person.competence_batch;
create index on person.competence_attempt (batch_id);
-- The months that are closed: lots are made once a month.
create table person.competence_month (
  month   date primary key check (extract(day from month) = 1),
  made_at timestamptz not null
);

grant select on person.competence_version, person.competence_domain, person.competence_level_name, person.competence_question, person.competence_choice,
  person.competence_question_item, person.competence_step to lanhnghe_app;
grant select, insert, update, delete on person.competence_attempt, person.competence_answer, person.competence_result, person.competence_intent to lanhnghe_app;
grant select, insert on person.competence_batch, person.competence_batch_sum, person.competence_month to lanhnghe_app;
do $$ declare t text; begin
  foreach t in array array['version', 'domain', 'level_name', 'question', 'choice', 'question_item', 'step'] loop
    execute format('alter table person.competence_%s enable row level security', t);
    execute format('create policy reading on person.competence_%s for select using (true)', t);
  end loop;
  foreach t in array array['attempt', 'answer', 'result', 'intent', 'month'] loop
    execute format('alter table person.competence_%s enable row level security', t);
    execute format('create policy own on person.competence_%s using ((select scope.writes_all()))', t);
  end loop;
end $$;
alter table person.competence_batch enable row level security;
create policy reading on person.competence_batch for select using ((select scope.reads_all()) or institution_id = (select scope.institution()));
create policy adding on person.competence_batch for insert with check ((select scope.writes_all()));
alter table person.competence_batch_sum enable row level security;
create policy reading on person.competence_batch_sum for select using ((select scope.reads_all())
  or batch_id in (select b.id from person.competence_batch b where b.institution_id = (select scope.institution())));
create policy adding on person.competence_batch_sum for insert with check ((select scope.writes_all()));

-- What the passport of a teacher may show: the levels of their last assessment. Read through the face of its owner alone.
create view person.competence_level with (security_invoker = true) as
  select a.person_id, r.domain, d.name as domain_name, r.level, n.name as level_name, a.submitted_on
    from (select distinct on (person_id) * from person.competence_attempt where submitted_on is not null order by person_id, submitted_on desc, id desc) a
    join person.competence_result r on r.attempt_id = a.id
    join person.competence_domain d on d.version_id = a.version_id and d.domain = r.domain
    join person.competence_level_name n on n.version_id = a.version_id and n.level = r.level;
grant select on person.competence_level to lanhnghe_app;

insert into person.competence_version (code, title, minutes, round_up_from, most_above_lowest, least_group, year_starts, valid_from) values
  ('TDG-2026', 'Tự đánh giá năng lực số của nhà giáo, phiên bản 2026', 25, 0.5, 1, 5, '09-01', date '2026-01-01');
insert into person.competence_domain (version_id, domain, name, about, item_identifier, training_kind)
select v.id, d.domain, d.name, d.about, i.identifier, d.kind from person.competence_version v, (values
  (1, 'Gắn kết nghề nghiệp', 'Liên lạc, phối hợp, nhìn lại và tự học', 'DIGCOMPEDU', '1', 'DIGITAL'),
  (2, 'Học liệu số', 'Tìm, làm, cất giữ và chia sẻ', 'DIGCOMPEDU', '2', 'RESOURCES'),
  (3, 'Dạy và học', 'Ở lớp, ở xưởng, ở doanh nghiệp', 'DIGCOMPEDU', '3', 'PEDAGOGY'),
  (4, 'Kiểm tra, đánh giá', 'Hình thức, dữ liệu và phản hồi', 'DIGCOMPEDU', '4', 'PEDAGOGY'),
  (5, 'Trao quyền cho người học', 'Ai cũng học được, mỗi người một nhịp', 'DIGCOMPEDU', '5', 'PEDAGOGY'),
  (6, 'Năng lực số của người học', 'Dạy các em tìm, làm, giữ an toàn, gỡ rối', 'DIGCOMPEDU', '6', 'DIGITAL'),
  (7, 'Trí tuệ nhân tạo', 'Trong dạy học, có trách nhiệm, để giỏi nghề hơn', 'NLS-NG', '6', 'DIGITAL')) as d (domain, name, about, framework, code, kind)
  join framework.item_list i on i.framework_code = d.framework and i.code = d.code and i.state = 'ACTIVE' where v.code = 'TDG-2026';
insert into person.competence_level_name (version_id, level, name, about, stands_for)
select v.id, n.level, n.name, n.about, n.stands_for from person.competence_version v, (values
  (1, 'Mới làm quen', 'Thầy/Cô mới bắt đầu; một thử nghiệm nhỏ là đủ để tiến lên.', 'DigCompEdu A1 · Cơ bản'),
  (2, 'Đang thử', 'Thầy/Cô đã thử vài lần và biết mình muốn học gì.', 'DigCompEdu A2 · Cơ bản'),
  (3, 'Làm được đều', 'Thầy/Cô dùng công nghệ đều trong việc dạy của mình.', 'DigCompEdu B1 · Thành thạo'),
  (4, 'Làm tốt, biết chọn', 'Thầy/Cô chọn công cụ có lý do, phối hợp nhiều cách cho người học.', 'DigCompEdu B2 · Thành thạo'),
  (5, 'Dẫn dắt đồng nghiệp', 'Thầy/Cô giúp cả tổ, cả khoa cùng làm tốt.', 'DigCompEdu C1 · Nâng cao'),
  (6, 'Mở đường', 'Thầy/Cô tạo cách làm mới cho nghề và chia sẻ ra ngoài trường.', 'DigCompEdu C2 · Nâng cao')) as n (level, name, about, stands_for)
 where v.code = 'TDG-2026';

insert into person.competence_question (version_id, place, domain, title, asks)
select v.id, q.place, q.domain, q.title, q.asks from person.competence_version v, (values
  (1, 1, $$Liên lạc với người học, gia đình, doanh nghiệp$$, $$Thầy/Cô dùng công cụ số để trao đổi công việc ra sao?$$),
  (2, 1, $$Cùng đồng nghiệp làm chuyên môn$$, $$Khi soạn giáo trình, đề thi, bài thực hành chung, Thầy/Cô phối hợp thế nào?$$),
  (3, 1, $$Nhìn lại cách dạy có công nghệ$$, $$Sau một buổi dạy có dùng công nghệ, Thầy/Cô làm gì?$$),
  (4, 1, $$Tự học bằng công nghệ số$$, $$Khi nghề hoặc thiết bị có điều mới, Thầy/Cô học bằng cách nào?$$),
  (5, 2, $$Tìm và chọn học liệu$$, $$Thầy/Cô tìm video, mô phỏng, bản vẽ cho bài dạy thế nào?$$),
  (6, 2, $$Làm và sửa học liệu$$, $$Thầy/Cô tự làm học liệu số cho thao tác nghề ra sao?$$),
  (7, 2, $$Cất giữ, chia sẻ, giữ bản quyền$$, $$Học liệu của Thầy/Cô nằm ở đâu, ai dùng được?$$),
  (8, 3, $$Dạy ở lớp và xưởng với công nghệ$$, $$Trong giờ dạy thực hành, công nghệ giúp gì cho Thầy/Cô?$$),
  (9, 3, $$Hỗ trợ ngoài giờ và khi thực tập doanh nghiệp$$, $$Người học hỏi bài hoặc đang ở doanh nghiệp thì Thầy/Cô hỗ trợ ra sao?$$),
  (10, 3, $$Học nhóm$$, $$Người học cùng làm sản phẩm thì công nghệ tham gia thế nào?$$),
  (11, 3, $$Người học tự theo dõi việc học$$, $$Các em có tự ghi lại, tự nhìn tiến bộ bằng công cụ số không?$$),
  (12, 4, $$Kiểm tra bằng công cụ số$$, $$Thầy/Cô kiểm tra kiến thức và tay nghề thế nào?$$),
  (13, 4, $$Đọc dữ liệu kết quả học$$, $$Điểm, số lần làm lại, thời gian xem bài nói gì với Thầy/Cô?$$),
  (14, 4, $$Phản hồi cho người học$$, $$Các em nhận nhận xét của Thầy/Cô bằng cách nào?$$),
  (15, 5, $$Ai cũng học được$$, $$Em không có máy, mạng yếu, khó nghe, khó nhìn thì sao?$$),
  (16, 5, $$Mỗi người một nhịp$$, $$Em giỏi và em yếu cùng lớp thì Thầy/Cô giao việc ra sao?$$),
  (17, 5, $$Lôi cuốn người học$$, $$Công nghệ có làm các em muốn làm, muốn hỏi hơn không?$$),
  (18, 6, $$Dạy các em tìm và kiểm chứng thông tin nghề$$, $$Thầy/Cô dạy các em tra cứu và biết đâu là thông tin đúng thế nào?$$),
  (19, 6, $$Dạy các em giao tiếp và làm sản phẩm số$$, $$Trong mô-đun của Thầy/Cô, các em có viết, quay, trình bày, phối hợp bằng công cụ số không?$$),
  (20, 6, $$Dạy các em an toàn và có trách nhiệm$$, $$Thầy/Cô giữ an toàn số cho mình và cho các em ra sao?$$),
  (21, 6, $$Dạy các em tự gỡ rối bằng công nghệ$$, $$Gặp trục trặc máy móc, phần mềm nghề, các em được dạy làm gì?$$),
  (22, 7, $$Dùng trí tuệ nhân tạo trong dạy học$$, $$Thầy/Cô đã đưa trí tuệ nhân tạo (AI) vào việc dạy tới đâu?$$),
  (23, 7, $$Dùng AI có trách nhiệm$$, $$Thầy/Cô kiểm tra, giữ riêng tư và giữ công bằng khi có AI thế nào?$$),
  (24, 7, $$Dùng AI để phát triển chuyên môn$$, $$AI giúp Thầy/Cô học và làm nghề tốt hơn ra sao?$$)) as q (place, domain, title, asks) where v.code = 'TDG-2026';

insert into person.competence_choice (question_id, level, says)
select q.id, c.level, c.says from person.competence_question q, (values
  (1, 1, $$Tôi chủ yếu gặp trực tiếp, gọi điện hoặc dán thông báo; ít khi nhắn qua mạng.$$),
  (1, 2, $$Tôi gửi lịch xưởng và tin nhắn vào nhóm Zalo của lớp khi cần.$$),
  (1, 3, $$Tôi có một kênh cố định cho mỗi lớp: thông báo, tài liệu, lịch thực hành đều ở đó, ai nghỉ cũng xem lại được.$$),
  (1, 4, $$Tôi chọn kênh theo người nhận: hệ thống học trực tuyến cho lớp, thư điện tử cho doanh nghiệp nhận thực tập, tin nhắn cho việc gấp; biết giữ giờ giấc và riêng tư.$$),
  (1, 5, $$Tôi giúp khoa thống nhất cách liên lạc số: mẫu thông báo, thời hạn trả lời, nơi lưu trao đổi với doanh nghiệp.$$),
  (1, 6, $$Tôi dựng được cách liên lạc mới cho trường, như sổ liên lạc thực tập điện tử ba bên, và chỉnh theo ý kiến người dùng.$$),
  (2, 1, $$Mỗi người làm bản riêng, gặp nhau thì đưa bản in hoặc USB.$$),
  (2, 2, $$Tôi nhận và gửi tệp bài thực hành qua thư hay Zalo, đôi khi lẫn phiên bản.$$),
  (2, 3, $$Tổ tôi dùng chung một thư mục; tôi cùng sửa một tệp đề cương với đồng nghiệp.$$),
  (2, 4, $$Tôi góp bài, nhận xét trên tài liệu chung, theo dõi phiên bản và tham gia một nhóm nghề ngoài trường.$$),
  (2, 5, $$Tôi mời đồng nghiệp xem lớp trực tuyến, chia sẻ giáo án số và dẫn một nhóm cùng xây ngân hàng bài thực hành.$$),
  (2, 6, $$Tôi lập cộng đồng nghề giữa các trường, doanh nghiệp; sản phẩm chung được nhiều nơi dùng.$$),
  (3, 1, $$Tôi ít khi nghĩ lại xem công nghệ có giúp ích hay không.$$),
  (3, 2, $$Tôi biết chỗ mình lúng túng, ví dụ chiếu bản vẽ bị mờ, và định sửa.$$),
  (3, 3, $$Tôi hỏi lại người học một, hai câu sau buổi xưởng rồi đổi cách làm lần sau.$$),
  (3, 4, $$Tôi thử hai cách (xem video trước, làm mẫu trực tiếp), so kết quả bài thực hành để chọn.$$),
  (3, 5, $$Tôi cùng đồng nghiệp dự giờ, xem lại bản ghi và viết rút kinh nghiệm cho tổ.$$),
  (3, 6, $$Tôi làm đề tài, sáng kiến về dạy nghề có công nghệ; cách làm được nơi khác học theo.$$),
  (4, 1, $$Tôi chờ lớp tập huấn do trường gọi đi.$$),
  (4, 2, $$Tôi tìm video trên mạng khi cần gấp, ví dụ cách dùng máy chiếu vật thể.$$),
  (4, 3, $$Tôi đều đặn theo dõi vài kênh, trang của hãng để cập nhật máy, phần mềm nghề.$$),
  (4, 4, $$Tôi chọn khoá trực tuyến theo điều mình còn yếu, học xong có chứng nhận và dùng ngay vào bài dạy.$$),
  (4, 5, $$Tôi gợi ý lộ trình học số cho đồng nghiệp, chia sẻ ghi chép sau mỗi khoá.$$),
  (4, 6, $$Tôi mở lớp, soạn khoá trực tuyến cho nhà giáo khác trong nghề.$$),
  (5, 1, $$Tôi dùng giáo trình in và tài liệu có sẵn trong máy.$$),
  (5, 2, $$Tôi gõ từ khoá đơn giản trên mạng, lấy cái hiện ra đầu tiên.$$),
  (5, 3, $$Tôi tìm ở vài nơi quen (kho học liệu, trang của hãng), xem có đúng quy trình nghề không rồi mới dùng.$$),
  (5, 4, $$Tôi tìm bằng tiếng Việt và tiếng Anh, so độ mới, nguồn, giấy phép, mức phù hợp với trình độ lớp.$$),
  (5, 5, $$Tôi lập danh mục học liệu đã thẩm định cho cả mô-đun và chỉ đồng nghiệp cách chọn.$$),
  (5, 6, $$Tôi đặt ra tiêu chí chọn học liệu số cho khoa, góp vào kho dùng chung của thành phố.$$),
  (6, 1, $$Tôi chưa làm; lên lớp bằng bảng và lời nói.$$),
  (6, 2, $$Tôi làm được bài trình chiếu nhiều chữ, thêm ảnh chụp ở xưởng.$$),
  (6, 3, $$Tôi quay video thao tác ngắn bằng điện thoại, cắt ghép và đưa cho lớp xem trước.$$),
  (6, 4, $$Tôi làm video có phụ đề, câu hỏi dừng giữa chừng, phiếu thao tác kèm theo; sửa học liệu có sẵn cho hợp máy ở xưởng mình.$$),
  (6, 5, $$Tôi dựng bài mô phỏng hoặc gói bài trực tuyến hoàn chỉnh, hướng dẫn tổ cùng làm theo một mẫu.$$),
  (6, 6, $$Tôi cùng doanh nghiệp làm học liệu thực tế ảo, bản sao số của máy thật; nơi khác dùng lại được.$$),
  (7, 1, $$Nằm rải rác trong máy và USB, mất thì làm lại.$$),
  (7, 2, $$Tôi chép lên đám mây, gửi cho ai hỏi; chưa để ý bản quyền ảnh, nhạc.$$),
  (7, 3, $$Tôi xếp thư mục theo mô-đun, đặt quyền xem cho lớp, ghi nguồn hình tôi mượn.$$),
  (7, 4, $$Tôi ghi giấy phép, che mặt người học trong video, giữ riêng đề thi và bảng điểm.$$),
  (7, 5, $$Tôi đưa học liệu lên kho của trường với mô tả đầy đủ và giúp đồng nghiệp làm đúng quyền.$$),
  (7, 6, $$Tôi công bố học liệu mở, nhận góp ý, ra bản mới đều đặn; góp vào quy định học liệu số của trường.$$),
  (8, 1, $$Hầu như tôi chưa dùng, hoặc chỉ chiếu chữ.$$),
  (8, 2, $$Tôi chiếu video, bản vẽ để cả lớp nhìn rõ trước khi làm.$$),
  (8, 3, $$Tôi cho lớp tập trên phần mềm mô phỏng (PLC, hàn, tiêm, pha chế…) trước khi vào máy thật.$$),
  (8, 4, $$Tôi kết hợp học trực tuyến ở nhà và thực hành ở xưởng; biết khi nào mô phỏng, khi nào phải làm thật.$$),
  (8, 5, $$Tôi thiết kế cả mô-đun dạy kết hợp, đồng nghiệp dạy theo được và đo được tiến bộ.$$),
  (8, 6, $$Tôi thử cách dạy mới như xưởng nối với dây chuyền doanh nghiệp, thực tế tăng cường, rồi chỉnh và nhân rộng.$$),
  (9, 1, $$Các em chờ tới buổi học sau hoặc về trường mới hỏi được.$$),
  (9, 2, $$Tôi trả lời tin nhắn khi có em hỏi riêng.$$),
  (9, 3, $$Tôi có giờ trả lời trực tuyến và một chỗ gom câu hỏi chung cho cả lớp.$$),
  (9, 4, $$Khi thực tập, các em gửi ảnh, nhật ký công việc hằng tuần; tôi nhận xét trên hệ thống và trao đổi với người hướng dẫn ở doanh nghiệp.$$),
  (9, 5, $$Tôi nhìn dấu hiệu trên hệ thống (vắng, chậm bài) để chủ động giúp, và chỉ đồng nghiệp cùng làm.$$),
  (9, 6, $$Tôi xây cách theo dõi thực tập số mà trường và doanh nghiệp cùng dùng.$$),
  (10, 1, $$Nhóm làm trên giấy, nộp bản in.$$),
  (10, 2, $$Các em tự lập nhóm chat để chia việc.$$),
  (10, 3, $$Tôi giao nhóm cùng làm một bản vẽ, bảng kê vật tư trên tệp chung.$$),
  (10, 4, $$Tôi tổ chức dự án nghề: phân vai, bảng tiến độ, nhận xét chéo trên mạng; thấy được ai đóng góp gì.$$),
  (10, 5, $$Tôi cho nhóm liên khoa hoặc nhóm với doanh nghiệp cùng làm sản phẩm thật từ xa.$$),
  (10, 6, $$Tôi nghĩ ra dạng dự án số mới, nhiều trường cùng tham gia.$$),
  (11, 1, $$Chưa; chỉ có sổ điểm của tôi.$$),
  (11, 2, $$Tôi nhắc các em chụp lại sản phẩm để nhớ.$$),
  (11, 3, $$Các em giữ nhật ký xưởng hoặc phiếu tự kiểm trên mạng sau mỗi bài.$$),
  (11, 4, $$Các em lập hồ sơ nghề số, tự chấm theo tiêu chí rồi so với tôi chấm.$$),
  (11, 5, $$Các em tự đặt mục tiêu, nhìn biểu đồ tiến bộ; tôi giúp đồng nghiệp dùng hồ sơ ấy.$$),
  (11, 6, $$Hồ sơ nghề số theo các em tới doanh nghiệp; tôi cùng nhà tuyển dụng cải tiến nó.$$),
  (12, 1, $$Bài giấy và chấm tay toàn bộ.$$),
  (12, 2, $$Tôi đã thử trắc nghiệm trực tuyến vài lần.$$),
  (12, 3, $$Tôi dùng câu hỏi trực tuyến cho lý thuyết, quay video thao tác để chấm lại khi cần.$$),
  (12, 4, $$Tôi kết hợp nhiều hình thức: mô phỏng, video thao tác, hồ sơ sản phẩm, phiếu chấm số theo tiêu chí.$$),
  (12, 5, $$Tôi xây ngân hàng câu hỏi, phiếu chấm chung cho tổ, giữ công bằng giữa các lớp.$$),
  (12, 6, $$Tôi thử cách đánh giá mới, ví dụ chấm thao tác bằng cảm biến, cùng doanh nghiệp công nhận kết quả.$$),
  (13, 1, $$Tôi chỉ ghi điểm vào sổ.$$),
  (13, 2, $$Tôi nhập điểm vào bảng tính, xem trung bình lớp.$$),
  (13, 3, $$Tôi nhìn ra câu hỏi, thao tác nào cả lớp hay sai để dạy lại.$$),
  (13, 4, $$Tôi ghép nhiều nguồn (điểm danh, bài trực tuyến, lỗi ở xưởng) để biết em nào cần gì.$$),
  (13, 5, $$Tôi lập báo cáo có biểu đồ cho tổ bàn, hướng dẫn đồng nghiệp đọc đúng, giữ kín dữ liệu từng em.$$),
  (13, 6, $$Tôi dùng dữ liệu nhiều khoá để đề nghị sửa chương trình, và kiểm lại xem sửa có tốt hơn.$$),
  (14, 1, $$Nhận xét miệng chung cho cả lớp, hoặc chỉ có điểm.$$),
  (14, 2, $$Tôi nhắn riêng vài lời cho em làm chưa đạt.$$),
  (14, 3, $$Tôi ghi nhận xét trên bài nộp trực tuyến, kịp trước bài sau.$$),
  (14, 4, $$Tôi đánh dấu ngay trên video thao tác của em, chỉ chỗ sửa và hẹn nộp lại.$$),
  (14, 5, $$Tôi dùng phản hồi để đổi kế hoạch dạy, cho các em góp ý lại tôi; chia sẻ cách làm với tổ.$$),
  (14, 6, $$Tôi tạo cách phản hồi mới, như nhận xét ba bên có doanh nghiệp, và chứng minh nó giúp tay nghề tiến bộ.$$),
  (15, 1, $$Tôi chưa nghĩ tới điều này.$$),
  (15, 2, $$Tôi hỏi xem em nào thiếu máy, cho mượn tài liệu in.$$),
  (15, 3, $$Tôi làm tài liệu nhẹ, xem được trên điện thoại, tải về khi có mạng.$$),
  (15, 4, $$Video của tôi có phụ đề, chữ đủ lớn, có cách khác cho em khuyết tật; không ai bị bỏ lại vì thiết bị.$$),
  (15, 5, $$Tôi giúp khoa kiểm tra học liệu cho dễ tiếp cận và tìm thiết bị hỗ trợ.$$),
  (15, 6, $$Tôi cùng người khuyết tật, doanh nghiệp thiết kế cách học nghề số mà nhiều nơi dùng.$$),
  (16, 1, $$Cả lớp một bài, một tốc độ.$$),
  (16, 2, $$Tôi gửi thêm bài cho em học nhanh, video xem lại cho em chậm.$$),
  (16, 3, $$Tôi có vài mức bài thực hành trên mạng, các em chọn theo sức.$$),
  (16, 4, $$Tôi dựa vào kết quả để giao lộ trình khác nhau; em nào vững mới qua thao tác khó.$$),
  (16, 5, $$Tôi thiết kế mô-đun cho học theo nhịp riêng, cùng đồng nghiệp dùng và chỉnh.$$),
  (16, 6, $$Tôi thử lộ trình thích ứng, công nhận phần các em đã biết từ việc làm.$$),
  (17, 1, $$Các em chủ yếu ngồi nghe và nhìn.$$),
  (17, 2, $$Tôi dùng video, trò đố vui để lớp bớt buồn ngủ.$$),
  (17, 3, $$Tôi hỏi nhanh bằng điện thoại giữa giờ, cả lớp đều trả lời.$$),
  (17, 4, $$Các em tự quay hướng dẫn thao tác, làm mô phỏng, giải bài từ sự cố thật ở xưởng.$$),
  (17, 5, $$Các em làm sản phẩm số cho khách thật, doanh nghiệp thật; tôi hướng dẫn đồng nghiệp cách tổ chức.$$),
  (17, 6, $$Tôi cùng người học nghĩ ra hoạt động nghề mới bằng công nghệ, được nhân rộng.$$),
  (18, 1, $$Việc này tôi chưa đưa vào bài.$$),
  (18, 2, $$Tôi nhắc các em tìm thêm trên mạng.$$),
  (18, 3, $$Tôi giao bài tra mã lỗi, thông số ở tài liệu của hãng và yêu cầu ghi nguồn.$$),
  (18, 4, $$Các em so hai nguồn trái nhau, giải thích vì sao tin nguồn nào, vì sai là hỏng máy, hại người.$$),
  (18, 5, $$Tôi soạn bài về kiểm chứng thông tin nghề cho cả tổ dùng.$$),
  (18, 6, $$Tôi cùng doanh nghiệp dựng tình huống thông tin sai có thật trong nghề để dạy và đánh giá.$$),
  (19, 1, $$Chưa có bài nào như vậy.$$),
  (19, 2, $$Các em nộp ảnh chụp sản phẩm qua tin nhắn.$$),
  (19, 3, $$Các em viết thư công việc, làm bản báo giá hoặc bản vẽ số theo mẫu.$$),
  (19, 4, $$Các em làm video hướng dẫn khách, hồ sơ sản phẩm, phối hợp trên tệp chung; có tiêu chí chấm phần số.$$),
  (19, 5, $$Tôi đưa yêu cầu này vào chuẩn đầu ra của mô-đun, cùng tổ thống nhất cách dạy.$$),
  (19, 6, $$Các em làm sản phẩm số được doanh nghiệp dùng thật; tôi chia sẻ cách làm cho trường khác.$$),
  (20, 1, $$Tôi ít để ý; mật khẩu dùng chung cho tiện.$$),
  (20, 2, $$Tôi nhắc các em đừng bấm đường dẫn lạ, đừng đăng ảnh bậy.$$),
  (20, 3, $$Tôi có nội quy máy ở xưởng: tài khoản riêng, không cắm USB lạ, xin phép trước khi quay bạn.$$),
  (20, 4, $$Tôi dạy bảo vệ dữ liệu khách hàng, máy điều khiển nối mạng, sức khoẻ khi dùng máy lâu; có bài tập tình huống.$$),
  (20, 5, $$Tôi giúp khoa xử lý sự cố thật (lộ dữ liệu, bắt nạt trên mạng) và rút bài học.$$),
  (20, 6, $$Tôi góp vào quy định an toàn số của trường và huấn luyện nhà giáo khác.$$),
  (21, 1, $$Tôi hoặc kỹ thuật viên sửa giúp.$$),
  (21, 2, $$Tôi chỉ các em khởi động lại, xem dây, hỏi bạn.$$),
  (21, 3, $$Các em có phiếu dò lỗi từng bước cho phần mềm và máy ở xưởng.$$),
  (21, 4, $$Các em chọn công cụ số cho một việc thật và nói được vì sao chọn, cái nào không cần.$$),
  (21, 5, $$Tôi giao bài toán mở từ doanh nghiệp, các em phối hợp nhiều công cụ để giải; tổ tôi làm theo.$$),
  (21, 6, $$Các em cải tiến được quy trình bằng cảm biến, tự động hoá; kết quả được doanh nghiệp nhận.$$),
  (22, 1, $$Tôi chưa dùng, hoặc mới nghe nói.$$),
  (22, 2, $$Tôi thử hỏi ChatGPT, Gemini vài lần khi soạn bài.$$),
  (22, 3, $$Tôi dùng AI gợi ý câu hỏi, tình huống, phiếu thực hành rồi tự sửa cho đúng nghề.$$),
  (22, 4, $$Tôi thiết kế hoạt động có AI cho lớp, ví dụ các em nhờ AI tìm nguyên nhân lỗi rồi kiểm lại trên máy thật.$$),
  (22, 5, $$Tôi giúp tổ chọn công cụ, viết câu lệnh mẫu, và đo xem có thật sự học tốt hơn.$$),
  (22, 6, $$Tôi cùng doanh nghiệp, người học làm trợ lý AI hoặc bài tập AI riêng cho nghề, nơi khác dùng được.$$),
  (23, 1, $$Tôi chưa biết cần để ý điều gì.$$),
  (23, 2, $$Tôi biết AI có thể sai nên đọc lại trước khi dùng.$$),
  (23, 3, $$Tôi không đưa tên, điểm, ảnh người học vào AI; tôi đối chiếu thông số AI nói với tài liệu hãng.$$),
  (23, 4, $$Tôi dạy các em nói rõ chỗ nào dùng AI, nhận ra chỗ bịa, và người làm nghề chịu trách nhiệm cuối cùng.$$),
  (23, 5, $$Tôi giúp khoa viết quy ước dùng AI trong bài tập, thi, đồ án; xử lý công bằng khi có nghi vấn.$$),
  (23, 6, $$Tôi tham gia xây quy định AI của trường, của nghề, theo dõi và sửa khi có hệ quả xấu.$$),
  (24, 1, $$Chưa giúp gì.$$),
  (24, 2, $$Tôi nhờ AI dịch, tóm tắt tài liệu máy mới.$$),
  (24, 3, $$Tôi hỏi AI để hiểu điều mới, rồi thử ở xưởng và tìm nguồn khác xác nhận.$$),
  (24, 4, $$Tôi dùng AI để xem lại giáo án, tìm chỗ người học dễ vấp, lập kế hoạch tự học của mình.$$),
  (24, 5, $$Tôi chia sẻ cách dùng AI trong nghề, hướng dẫn đồng nghiệp học cùng AI.$$),
  (24, 6, $$Tôi thử nghiệm AI mới trong nghề với doanh nghiệp và viết lại để cả ngành cùng học.$$)) as c (place, level, says) where q.place = c.place;

insert into person.competence_question_item (question_id, item_identifier)
select q.id, i.identifier from person.competence_question q, (values
  (1, 'DIGCOMPEDU', '1.1'),
  (1, 'NLS-NG', '5.1'),
  (2, 'DIGCOMPEDU', '1.2'),
  (2, 'NLS-NG', '5.2'),
  (3, 'DIGCOMPEDU', '1.3'),
  (4, 'DIGCOMPEDU', '1.4'),
  (5, 'DIGCOMPEDU', '2.1'),
  (5, 'NLS-NG', '4.1'),
  (6, 'DIGCOMPEDU', '2.2'),
  (6, 'NLS-NG', '4.2'),
  (7, 'DIGCOMPEDU', '2.3'),
  (7, 'NLS-NG', '5.3'),
  (8, 'DIGCOMPEDU', '3.1'),
  (8, 'NLS-NG', '1.1'),
  (9, 'DIGCOMPEDU', '3.2'),
  (9, 'NLS-NG', '1.2'),
  (10, 'DIGCOMPEDU', '3.3'),
  (10, 'NLS-NG', '1.4'),
  (11, 'DIGCOMPEDU', '3.4'),
  (12, 'DIGCOMPEDU', '4.1'),
  (12, 'NLS-NG', '2.1'),
  (13, 'DIGCOMPEDU', '4.2'),
  (13, 'NLS-NG', '2.2'),
  (14, 'DIGCOMPEDU', '4.3'),
  (14, 'NLS-NG', '2.3'),
  (15, 'DIGCOMPEDU', '5.1'),
  (15, 'NLS-NG', '3.1'),
  (16, 'DIGCOMPEDU', '5.2'),
  (16, 'NLS-NG', '1.3'),
  (17, 'DIGCOMPEDU', '5.3'),
  (17, 'NLS-NG', '3.3'),
  (18, 'DIGCOMPEDU', '6.1'),
  (19, 'DIGCOMPEDU', '6.2'),
  (19, 'DIGCOMPEDU', '6.3'),
  (20, 'DIGCOMPEDU', '6.4'),
  (20, 'NLS-NG', '4.3'),
  (21, 'DIGCOMPEDU', '6.5'),
  (21, 'NLS-NG', '3.2'),
  (22, 'NLS-NG', '6.3'),
  (23, 'NLS-NG', '6.1'),
  (23, 'NLS-NG', '6.2'),
  (24, 'NLS-NG', '6.4')) as t (place, framework, code), framework.item_list i
 where q.place = t.place and i.framework_code = t.framework and i.code = t.code and i.state = 'ACTIVE';

insert into person.competence_step (version_id, domain, from_level, to_level, place, says)
select v.id, s.domain, s.from_level, s.to_level, s.place, s.says from person.competence_version v, (values
  (1, 1, 2, 1, $$Lập một kênh cố định cho mỗi lớp và nói rõ giờ trả lời.$$),
  (1, 1, 2, 2, $$Đưa một tệp đề cương lên thư mục chung, cùng một đồng nghiệp sửa trong tuần này.$$),
  (1, 1, 2, 3, $$Chọn một kênh nghề để theo dõi mỗi tuần 30 phút, ghi lại một điều dùng được.$$),
  (1, 3, 4, 1, $$Thử hai cách dạy cho cùng một bài thực hành và so kết quả.$$),
  (1, 3, 4, 2, $$Học một khoá trực tuyến có chứng nhận về điều mình còn yếu.$$),
  (1, 5, 6, 1, $$Mời hai đồng nghiệp xem lớp của mình rồi cùng viết rút kinh nghiệm.$$),
  (1, 5, 6, 2, $$Mở một buổi chia sẻ trực tuyến cho nhà giáo cùng nghề ở trường khác.$$),
  (2, 1, 2, 1, $$Quay một video thao tác dưới ba phút bằng điện thoại và cho lớp xem trước buổi xưởng.$$),
  (2, 1, 2, 2, $$Xếp học liệu của một mô-đun vào một thư mục, ghi nguồn ảnh đã mượn.$$),
  (2, 1, 2, 3, $$Tìm một học liệu trên kho dùng chung, đối chiếu với máy ở xưởng trước khi dùng.$$),
  (2, 3, 4, 1, $$Thêm phụ đề và hai câu hỏi dừng vào một video đã có.$$),
  (2, 3, 4, 2, $$Ghi giấy phép và che mặt người học trong học liệu chia sẻ ra ngoài lớp.$$),
  (2, 5, 6, 1, $$Đưa một gói bài hoàn chỉnh lên kho học liệu và mời một trường khác dùng thử.$$),
  (2, 5, 6, 2, $$Cùng doanh nghiệp chọn một thao tác đáng làm mô phỏng.$$),
  (3, 1, 2, 1, $$Chiếu một đoạn mô phỏng hoặc video trước bài thực hành kế tiếp, hỏi lớp ba câu.$$),
  (3, 1, 2, 2, $$Mở một chỗ gom câu hỏi chung, trả lời vào một giờ cố định mỗi tuần.$$),
  (3, 3, 4, 1, $$Chuyển phần lý thuyết của một bài thành học trước ở nhà, giữ giờ xưởng để làm.$$),
  (3, 3, 4, 2, $$Cho lớp thực tập gửi nhật ký công việc có ảnh mỗi tuần và nhận xét trên đó.$$),
  (3, 3, 4, 3, $$Giao một dự án nhóm có bảng tiến độ chung.$$),
  (3, 5, 6, 1, $$Viết lại một mô-đun dạy kết hợp để đồng nghiệp dạy theo được.$$),
  (3, 5, 6, 2, $$Rủ một doanh nghiệp cùng theo dõi thực tập trên một hồ sơ chung.$$),
  (4, 1, 2, 1, $$Làm một bài trắc nghiệm trực tuyến năm câu cho bài đang dạy.$$),
  (4, 1, 2, 2, $$Nhập điểm một lớp vào bảng tính và tìm câu cả lớp hay sai.$$),
  (4, 3, 4, 1, $$Lập phiếu chấm thao tác theo tiêu chí, chấm thử bằng video với một đồng nghiệp.$$),
  (4, 3, 4, 2, $$Nhận xét trên bài nộp trực tuyến trong ba ngày, cho nộp lại một lần.$$),
  (4, 5, 6, 1, $$Cùng tổ làm ngân hàng câu hỏi chung và xem câu nào không phân loại được.$$),
  (4, 5, 6, 2, $$Mời doanh nghiệp cùng nhận xét một sản phẩm của lớp.$$),
  (5, 1, 2, 1, $$Hỏi lớp ai thiếu máy, mạng yếu; chuẩn bị một bản tải về được trên điện thoại.$$),
  (5, 1, 2, 2, $$Chuẩn bị bài thêm cho em nhanh và video xem lại cho em chậm.$$),
  (5, 3, 4, 1, $$Thêm phụ đề, tăng cỡ chữ cho học liệu dùng nhiều nhất.$$),
  (5, 3, 4, 2, $$Chia một bài thực hành thành ba mức, cho các em tự chọn.$$),
  (5, 5, 6, 1, $$Cùng khoa rà một mô-đun xem ai có thể bị bỏ lại, rồi sửa.$$),
  (5, 5, 6, 2, $$Cho người học làm một sản phẩm số cho khách thật.$$),
  (6, 1, 2, 1, $$Thêm một bài tra cứu có ghi nguồn vào mô-đun đang dạy.$$),
  (6, 1, 2, 2, $$Đặt nội quy máy ở xưởng: tài khoản riêng, không USB lạ, xin phép khi quay.$$),
  (6, 3, 4, 1, $$Giao bài so hai nguồn trái nhau và giải thích chọn nguồn nào.$$),
  (6, 3, 4, 2, $$Đưa một tiêu chí phần số vào phiếu chấm sản phẩm.$$),
  (6, 5, 6, 1, $$Đề nghị ghi yêu cầu năng lực số vào chuẩn đầu ra của mô-đun.$$),
  (6, 5, 6, 2, $$Xin một bài toán thật của doanh nghiệp để lớp giải bằng công cụ số.$$),
  (7, 1, 2, 1, $$Nhờ AI gợi ý năm câu hỏi cho một bài, tự sửa lại cho đúng nghề.$$),
  (7, 1, 2, 2, $$Đọc một trang về điều không nên đưa vào AI: tên, điểm, ảnh người học.$$),
  (7, 1, 2, 3, $$Nhờ AI tóm tắt một tài liệu máy mới rồi đối chiếu với bản gốc.$$),
  (7, 3, 4, 1, $$Làm một hoạt động để lớp bắt lỗi một câu trả lời sai của AI.$$),
  (7, 3, 4, 2, $$Thống nhất với lớp cách nói rõ chỗ nào có dùng AI.$$),
  (7, 5, 6, 1, $$Cùng khoa viết quy ước dùng AI trong bài tập và thi.$$),
  (7, 5, 6, 2, $$Viết lại một kinh nghiệm dùng AI trong nghề để gửi nhà giáo khác.$$)) as s (domain, from_level, to_level, place, says) where v.code = 'TDG-2026';

