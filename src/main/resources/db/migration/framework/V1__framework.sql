-- Khung năng lực: competence frameworks as versioned data. An item's identifier stays with it from version to version.
create schema framework;
grant usage on schema framework to lanhnghe_app;
create table framework.framework (
  id           bigint generated always as identity primary key,
  identifier   uuid not null unique,
  code         text not null check (code ~ '^[A-Z0-9-]{2,20}$'),
  version      text not null check (version ~ '^[A-Za-z0-9.-]{1,20}$'),
  title        text not null check (length(title) between 3 and 300),
  english      text not null default '',
  audience     text not null check (audience in ('LEARNER', 'TEACHER')),
  creator      text not null,
  clause_code  text references law.clause,
  note         text not null default '',
  state        text not null check (state in ('DRAFT', 'ACTIVE', 'ENDED')),
  valid_from   date,
  valid_to     date,
  made_by_name text not null,
  made_at      timestamptz not null default now(),
  unique (code, version),
  check (state = 'DRAFT' or valid_from is not null)
);
create unique index one_framework_in_use on framework.framework (code) where state = 'ACTIVE';
create index on framework.framework (clause_code);
create table framework.level (
  framework_id bigint not null references framework.framework on delete cascade,
  code         text not null,
  name         text not null,
  english      text not null default '',
  band         text not null default '', -- what several levels are called together
  place        integer not null,
  primary key (framework_id, code)
);
create table framework.item (
  id           bigint generated always as identity primary key,
  framework_id bigint not null references framework.framework on delete cascade,
  identifier   uuid not null,
  code         text not null check (code ~ '^[0-9A-Za-z.]{1,20}$'),
  parent_id    bigint references framework.item on delete cascade,
  kind         text not null check (kind in ('DOMAIN', 'COMPONENT', 'INDICATOR')),
  level_code   text, -- of an indicator
  name         text not null check (length(name) between 2 and 1000),
  english      text not null default '',
  place        integer not null,
  unique (framework_id, identifier),
  unique (framework_id, code),
  foreign key (framework_id, level_code) references framework.level (framework_id, code)
);
create index on framework.item (parent_id);
create index on framework.item (framework_id, level_code);
create index on framework.item (identifier);
-- Bảng quy chiếu between frameworks, by identifiers, so that it holds from version to version.
create table framework.crosswalk (
  from_identifier uuid not null,
  to_identifier   uuid not null,
  relation        text not null check (relation in ('EXACT', 'CLOSE', 'BROADER', 'NARROWER')),
  note            text not null default '',
  primary key (from_identifier, to_identifier)
);
create index on framework.crosswalk (to_identifier);
-- What takes the place of an item of the version before; nothing does where the successor is null.
create table framework.succession (
  framework_id bigint not null references framework.framework on delete cascade, -- the new one
  item_id      bigint not null references framework.item,                        -- of the old one
  successor_id bigint references framework.item on delete cascade,
  how          text not null check (how in ('SAME', 'CODE', 'NAME', 'CHOSEN', 'NONE')),
  primary key (framework_id, item_id)
);
create index on framework.succession (item_id);
create index on framework.succession (successor_id);

grant select on all tables in schema framework to lanhnghe_app;
grant insert, update, delete on framework.framework, framework.level, framework.item, framework.succession to lanhnghe_app;
do $$ declare t text; begin
  foreach t in array array['framework', 'level', 'item', 'crosswalk', 'succession'] loop
    execute format('alter table framework.%I enable row level security', t);
    execute format('create policy reading on framework.%I for select using (true)', t);
    execute format('create policy adding on framework.%I for insert with check ((select scope.writes_all()))', t);
    execute format('create policy changing on framework.%I for update using ((select scope.writes_all()))', t);
    execute format('create policy removing on framework.%I for delete using ((select scope.writes_all()))', t);
  end loop;
end $$;

insert into framework.framework (identifier, code, version, title, english, audience, creator, clause_code, note, state, valid_from, made_by_name) values
  (md5('NLS-NH 2025')::uuid, 'NLS-NH', '2025', 'Khung năng lực số cho người học', 'Digital competence framework for learners', 'LEARNER', 'Bộ Giáo dục và Đào tạo', 'TT02-2025.KHUNG',
   'TT 02/2025/TT-BGDĐT. Tên tiếng Anh theo DigComp 2.2 nơi trùng, miền 6 là bản dịch. Chưa có lời của các chỉ báo.', 'ACTIVE', date '2025-03-11', 'Lành Nghề'),
  (md5('NLS-NG 2026')::uuid, 'NLS-NG', '2026', 'Khung năng lực số cho nhà giáo', 'Digital competence framework for teachers', 'TEACHER', 'Bộ Giáo dục và Đào tạo', 'TT18-2026.KHUNG',
   'TT 18/2026/TT-BGDĐT, viết cho mầm non và phổ thông; chưa có khung riêng cho giáo dục nghề nghiệp. Chưa có lời của các chỉ báo.', 'ACTIVE', date '2026-03-27', 'Lành Nghề'),
  (md5('DIGCOMPEDU 2017')::uuid, 'DIGCOMPEDU', '2017', 'Khung năng lực số của nhà giáo châu Âu', 'European Framework for the Digital Competence of Educators (DigCompEdu)', 'TEACHER',
   'European Commission, Joint Research Centre', null, 'Tên tiếng Việt là bản dịch của hệ thống.', 'ACTIVE', date '2017-11-01', 'Lành Nghề');
insert into framework.level (framework_id, code, name, english, place, band)
select f.id, l.code, l.name, l.english, l.place, l.band from (values
  ('NLS-NH', '1', 'Bậc 1', 'Level 1', 1, 'Cơ bản'),
  ('NLS-NH', '2', 'Bậc 2', 'Level 2', 2, 'Cơ bản'),
  ('NLS-NH', '3', 'Bậc 3', 'Level 3', 3, 'Trung cấp'),
  ('NLS-NH', '4', 'Bậc 4', 'Level 4', 4, 'Trung cấp'),
  ('NLS-NH', '5', 'Bậc 5', 'Level 5', 5, 'Nâng cao'),
  ('NLS-NH', '6', 'Bậc 6', 'Level 6', 6, 'Nâng cao'),
  ('NLS-NH', '7', 'Bậc 7', 'Level 7', 7, 'Chuyên sâu'),
  ('NLS-NH', '8', 'Bậc 8', 'Level 8', 8, 'Chuyên sâu'),
  ('NLS-NG', 'CB', 'Cơ bản', 'Basic', 1, ''),
  ('NLS-NG', 'TT', 'Thành thạo', 'Proficient', 2, ''),
  ('NLS-NG', 'NC', 'Nâng cao', 'Advanced', 3, ''),
  ('DIGCOMPEDU', 'A1', 'Người mới', 'Newcomer', 1, ''),
  ('DIGCOMPEDU', 'A2', 'Người khám phá', 'Explorer', 2, ''),
  ('DIGCOMPEDU', 'B1', 'Người tích hợp', 'Integrator', 3, ''),
  ('DIGCOMPEDU', 'B2', 'Người thành thạo', 'Expert', 4, ''),
  ('DIGCOMPEDU', 'C1', 'Người dẫn dắt', 'Leader', 5, ''),
  ('DIGCOMPEDU', 'C2', 'Người tiên phong', 'Pioneer', 6, '')) as l (framework, code, name, english, place, band) join framework.framework f on f.code = l.framework;
create temporary table seed (framework text, code text, parent text, kind text, name text, english text, place integer) on commit drop;
insert into seed values
  ('NLS-NH', '1', null, 'DOMAIN', 'Khai thác dữ liệu và thông tin', '', 1),
  ('NLS-NH', '1.1', '1', 'COMPONENT', 'Duyệt, tìm kiếm và lọc dữ liệu, thông tin và nội dung số', 'Browsing, searching and filtering', 2),
  ('NLS-NH', '1.2', '1', 'COMPONENT', 'Đánh giá dữ liệu, thông tin và nội dung số', 'Evaluating', 3),
  ('NLS-NH', '1.3', '1', 'COMPONENT', 'Quản lý dữ liệu, thông tin và nội dung số', 'Managing', 4),
  ('NLS-NH', '2', null, 'DOMAIN', 'Giao tiếp và hợp tác trong môi trường số', '', 5),
  ('NLS-NH', '2.1', '2', 'COMPONENT', 'Tương tác thông qua công nghệ số', 'Interacting', 6),
  ('NLS-NH', '2.2', '2', 'COMPONENT', 'Chia sẻ thông tin và nội dung thông qua công nghệ số', 'Sharing', 7),
  ('NLS-NH', '2.3', '2', 'COMPONENT', 'Sử dụng công nghệ số để thực hiện trách nhiệm công dân', 'Engaging citizenship', 8),
  ('NLS-NH', '2.4', '2', 'COMPONENT', 'Hợp tác thông qua công nghệ số', 'Collaborating', 9),
  ('NLS-NH', '2.5', '2', 'COMPONENT', 'Thực hiện quy tắc ứng xử trên mạng', 'Netiquette', 10),
  ('NLS-NH', '2.6', '2', 'COMPONENT', 'Quản lý danh tính số', 'Managing digital identity', 11),
  ('NLS-NH', '3', null, 'DOMAIN', 'Sáng tạo nội dung số', '', 12),
  ('NLS-NH', '3.1', '3', 'COMPONENT', 'Phát triển nội dung số', 'Developing content', 13),
  ('NLS-NH', '3.2', '3', 'COMPONENT', 'Tích hợp và tạo lập lại nội dung số', 'Integrating and re-elaborating', 14),
  ('NLS-NH', '3.3', '3', 'COMPONENT', 'Thực thi bản quyền và giấy phép', 'Copyright and licences', 15),
  ('NLS-NH', '3.4', '3', 'COMPONENT', 'Lập trình', 'Programming', 16),
  ('NLS-NH', '4', null, 'DOMAIN', 'An toàn', '', 17),
  ('NLS-NH', '4.1', '4', 'COMPONENT', 'Bảo vệ thiết bị', 'Protecting devices', 18),
  ('NLS-NH', '4.2', '4', 'COMPONENT', 'Bảo vệ dữ liệu cá nhân và quyền riêng tư', 'Personal data and privacy', 19),
  ('NLS-NH', '4.3', '4', 'COMPONENT', 'Bảo vệ sức khoẻ và an sinh số', 'Health and well-being', 20),
  ('NLS-NH', '4.4', '4', 'COMPONENT', 'Bảo vệ môi trường', 'Environment', 21),
  ('NLS-NH', '5', null, 'DOMAIN', 'Giải quyết vấn đề', '', 22),
  ('NLS-NH', '5.1', '5', 'COMPONENT', 'Giải quyết vấn đề kỹ thuật', 'Technical problems', 23),
  ('NLS-NH', '5.2', '5', 'COMPONENT', 'Xác định nhu cầu và giải pháp công nghệ', 'Needs and responses', 24),
  ('NLS-NH', '5.3', '5', 'COMPONENT', 'Sử dụng sáng tạo công nghệ số', 'Creatively using', 25),
  ('NLS-NH', '5.4', '5', 'COMPONENT', 'Xác định khoảng trống năng lực số', 'Gaps', 26),
  ('NLS-NH', '6', null, 'DOMAIN', 'Ứng dụng trí tuệ nhân tạo', '', 27),
  ('NLS-NH', '6.1', '6', 'COMPONENT', 'Hiểu biết về trí tuệ nhân tạo', 'Understanding AI', 28),
  ('NLS-NH', '6.2', '6', 'COMPONENT', 'Sử dụng trí tuệ nhân tạo', 'Using AI', 29),
  ('NLS-NH', '6.3', '6', 'COMPONENT', 'Đánh giá trí tuệ nhân tạo', 'Evaluating AI', 30),
  ('NLS-NG', '1', null, 'DOMAIN', 'Tổ chức dạy học, giáo dục', '', 1),
  ('NLS-NG', '1.1', '1', 'COMPONENT', 'Dạy học và giáo dục trong môi trường số', '', 2),
  ('NLS-NG', '1.2', '1', 'COMPONENT', 'Hướng dẫn, hỗ trợ học tập', '', 3),
  ('NLS-NG', '1.3', '1', 'COMPONENT', 'Cá nhân hoá học tập', '', 4),
  ('NLS-NG', '1.4', '1', 'COMPONENT', 'Học tập cộng tác', '', 5),
  ('NLS-NG', '2', null, 'DOMAIN', 'Kiểm tra, đánh giá', '', 6),
  ('NLS-NG', '2.1', '2', 'COMPONENT', 'Phương thức đánh giá', '', 7),
  ('NLS-NG', '2.2', '2', 'COMPONENT', 'Phân tích kết quả', '', 8),
  ('NLS-NG', '2.3', '2', 'COMPONENT', 'Phản hồi và cải tiến', '', 9),
  ('NLS-NG', '3', null, 'DOMAIN', 'Trao quyền cho người học', '', 10),
  ('NLS-NG', '3.1', '3', 'COMPONENT', 'Tiếp cận và hoà nhập', '', 11),
  ('NLS-NG', '3.2', '3', 'COMPONENT', 'Giải quyết vấn đề', '', 12),
  ('NLS-NG', '3.3', '3', 'COMPONENT', 'Khuyến khích tham gia tích cực', '', 13),
  ('NLS-NG', '4', null, 'DOMAIN', 'Kĩ năng công nghệ số', '', 14),
  ('NLS-NG', '4.1', '4', 'COMPONENT', 'Thông tin và dữ liệu', '', 15),
  ('NLS-NG', '4.2', '4', 'COMPONENT', 'Sáng tạo nội dung số', '', 16),
  ('NLS-NG', '4.3', '4', 'COMPONENT', 'An toàn', '', 17),
  ('NLS-NG', '5', null, 'DOMAIN', 'Phát triển chuyên môn', '', 18),
  ('NLS-NG', '5.1', '5', 'COMPONENT', 'Giao tiếp trong tổ chức', '', 19),
  ('NLS-NG', '5.2', '5', 'COMPONENT', 'Hợp tác phát triển chuyên môn', '', 20),
  ('NLS-NG', '5.3', '5', 'COMPONENT', 'Phát triển, sử dụng, chia sẻ, quản lí học liệu số', '', 21),
  ('NLS-NG', '6', null, 'DOMAIN', 'Ứng dụng AI', '', 22),
  ('NLS-NG', '6.1', '6', 'COMPONENT', 'Tư duy lấy con người làm trung tâm', '', 23),
  ('NLS-NG', '6.2', '6', 'COMPONENT', 'Đạo đức AI', '', 24),
  ('NLS-NG', '6.3', '6', 'COMPONENT', 'Sư phạm AI', '', 25),
  ('NLS-NG', '6.4', '6', 'COMPONENT', 'AI cho phát triển chuyên môn', '', 26),
  ('DIGCOMPEDU', '1', null, 'DOMAIN', 'Gắn kết nghề nghiệp', 'Professional engagement', 1),
  ('DIGCOMPEDU', '1.1', '1', 'COMPONENT', 'Giao tiếp trong tổ chức', 'Organisational communication', 2),
  ('DIGCOMPEDU', '1.2', '1', 'COMPONENT', 'Hợp tác nghề nghiệp', 'Professional collaboration', 3),
  ('DIGCOMPEDU', '1.3', '1', 'COMPONENT', 'Thực hành phản tư', 'Reflective practice', 4),
  ('DIGCOMPEDU', '1.4', '1', 'COMPONENT', 'Tự bồi dưỡng bằng công nghệ số', 'Digital CPD', 5),
  ('DIGCOMPEDU', '2', null, 'DOMAIN', 'Tài nguyên số', 'Digital resources', 6),
  ('DIGCOMPEDU', '2.1', '2', 'COMPONENT', 'Lựa chọn tài nguyên số', 'Selecting', 7),
  ('DIGCOMPEDU', '2.2', '2', 'COMPONENT', 'Tạo và chỉnh sửa tài nguyên số', 'Creating & modifying', 8),
  ('DIGCOMPEDU', '2.3', '2', 'COMPONENT', 'Quản lý, bảo vệ, chia sẻ tài nguyên số', 'Managing, protecting, sharing', 9),
  ('DIGCOMPEDU', '3', null, 'DOMAIN', 'Dạy và học', 'Teaching and learning', 10),
  ('DIGCOMPEDU', '3.1', '3', 'COMPONENT', 'Giảng dạy', 'Teaching', 11),
  ('DIGCOMPEDU', '3.2', '3', 'COMPONENT', 'Hướng dẫn', 'Guidance', 12),
  ('DIGCOMPEDU', '3.3', '3', 'COMPONENT', 'Học tập hợp tác', 'Collaborative learning', 13),
  ('DIGCOMPEDU', '3.4', '3', 'COMPONENT', 'Tự điều chỉnh việc học', 'Self-regulated learning', 14),
  ('DIGCOMPEDU', '4', null, 'DOMAIN', 'Đánh giá', 'Assessment', 15),
  ('DIGCOMPEDU', '4.1', '4', 'COMPONENT', 'Phương thức đánh giá', 'Assessment strategies', 16),
  ('DIGCOMPEDU', '4.2', '4', 'COMPONENT', 'Phân tích minh chứng', 'Analysing evidence', 17),
  ('DIGCOMPEDU', '4.3', '4', 'COMPONENT', 'Phản hồi và lập kế hoạch', 'Feedback & planning', 18),
  ('DIGCOMPEDU', '5', null, 'DOMAIN', 'Trao quyền cho người học', 'Empowering learners', 19),
  ('DIGCOMPEDU', '5.1', '5', 'COMPONENT', 'Tiếp cận và hoà nhập', 'Accessibility & inclusion', 20),
  ('DIGCOMPEDU', '5.2', '5', 'COMPONENT', 'Phân hoá và cá nhân hoá', 'Differentiation & personalisation', 21),
  ('DIGCOMPEDU', '5.3', '5', 'COMPONENT', 'Lôi cuốn người học tham gia', 'Actively engaging learners', 22),
  ('DIGCOMPEDU', '6', null, 'DOMAIN', 'Phát triển năng lực số của người học', 'Facilitating learners'' DC', 23),
  ('DIGCOMPEDU', '6.1', '6', 'COMPONENT', 'Năng lực thông tin và truyền thông', 'Information & media literacy', 24),
  ('DIGCOMPEDU', '6.2', '6', 'COMPONENT', 'Giao tiếp và hợp tác số', 'Communication & collaboration', 25),
  ('DIGCOMPEDU', '6.3', '6', 'COMPONENT', 'Sáng tạo nội dung số', 'Content creation', 26),
  ('DIGCOMPEDU', '6.4', '6', 'COMPONENT', 'Sử dụng có trách nhiệm', 'Responsible use', 27),
  ('DIGCOMPEDU', '6.5', '6', 'COMPONENT', 'Giải quyết vấn đề số', 'Problem solving', 28);
insert into framework.item (framework_id, identifier, code, kind, name, english, place)
select f.id, md5(s.framework || ' ' || s.code)::uuid, s.code, s.kind, s.name, s.english, s.place from seed s join framework.framework f on f.code = s.framework;
update framework.item i set parent_id = p.id from seed s join framework.framework f on f.code = s.framework
  join framework.item p on p.framework_id = f.id and p.code = s.parent where i.framework_id = f.id and i.code = s.code;
insert into framework.crosswalk (from_identifier, to_identifier, relation, note)
select md5(c.a || ' ' || c.b)::uuid, md5(c.c || ' ' || c.d)::uuid, c.relation, 'Đối chiếu theo tên, chưa xác minh' from (values
  ('NLS-NG', '1.1', 'DIGCOMPEDU', '3.1', 'CLOSE'),
  ('NLS-NG', '1.2', 'DIGCOMPEDU', '3.2', 'EXACT'),
  ('NLS-NG', '1.3', 'DIGCOMPEDU', '5.2', 'CLOSE'),
  ('NLS-NG', '1.4', 'DIGCOMPEDU', '3.3', 'EXACT'),
  ('NLS-NG', '2.1', 'DIGCOMPEDU', '4.1', 'EXACT'),
  ('NLS-NG', '2.2', 'DIGCOMPEDU', '4.2', 'CLOSE'),
  ('NLS-NG', '2.3', 'DIGCOMPEDU', '4.3', 'CLOSE'),
  ('NLS-NG', '3.1', 'DIGCOMPEDU', '5.1', 'EXACT'),
  ('NLS-NG', '3.2', 'DIGCOMPEDU', '6.5', 'CLOSE'),
  ('NLS-NG', '3.3', 'DIGCOMPEDU', '5.3', 'EXACT'),
  ('NLS-NG', '4.1', 'DIGCOMPEDU', '6.1', 'CLOSE'),
  ('NLS-NG', '4.2', 'DIGCOMPEDU', '6.3', 'CLOSE'),
  ('NLS-NG', '4.3', 'DIGCOMPEDU', '6.4', 'CLOSE'),
  ('NLS-NG', '5.1', 'DIGCOMPEDU', '1.1', 'EXACT'),
  ('NLS-NG', '5.2', 'DIGCOMPEDU', '1.2', 'CLOSE'),
  ('NLS-NG', '5.3', 'DIGCOMPEDU', '2.3', 'BROADER')) as c (a, b, c, d, relation);

-- What other modules may join to.
create view framework.item_list with (security_invoker = true) as
  select i.id, i.framework_id, i.identifier, f.code as framework_code, f.version, f.state, f.audience, i.code, i.kind, p.code as parent_code, i.name, i.english, i.place
    from framework.item i join framework.framework f on f.id = i.framework_id left join framework.item p on p.id = i.parent_id;
grant select on framework.item_list to lanhnghe_app;
