-- Thẩm định: what a council must be is data, each rule with its number and its sentence.
create table programme.council_rule (
  code        text primary key check (code in ('MEMBERS', 'CHAIR', 'DEPUTY', 'SECRETARY', 'TEACHERS', 'OUTSIDE_REVIEWERS', 'STATE', 'DEGREE', 'YEARS', 'DRAFTERS', 'PRESENT', 'IN_FAVOUR')),
  least       numeric(6, 2) not null, -- people; percent for TEACHERS, PRESENT and IN_FAVOUR; years for YEARS; a rank of degree for DEGREE; at most for DRAFTERS
  sentence    text not null,
  clause_code text not null references law.clause,
  verified    boolean not null default false,
  place       integer not null
);
create index on programme.council_rule (clause_code);
insert into programme.council_rule (code, least, sentence, clause_code, place) values
  ('MEMBERS', 7, 'Hội đồng cần ít nhất 7 người', 'TT03-2017.HD', 1),
  ('CHAIR', 1, 'Hội đồng cần đúng một chủ tịch', 'TT03-2017.HD', 2),
  ('DEPUTY', 1, 'Hội đồng cần phó chủ tịch', 'TT03-2017.HD', 3),
  ('SECRETARY', 1, 'Hội đồng cần đúng một thư ký', 'TT03-2017.HD', 4),
  ('TEACHERS', 33.33, 'Ít nhất một phần ba thành viên là nhà giáo đang dạy trình độ, ngành nghề đó', 'TT03-2017.HD', 5),
  ('OUTSIDE_REVIEWERS', 2, 'Cần ít nhất 2 uỷ viên phản biện ngoài trường', 'TT03-2017.HD', 6),
  ('STATE', 1, 'Cần ít nhất một đại diện cơ quan quản lý nhà nước', 'TT03-2017.HD', 7),
  ('DEGREE', 3, 'Thành viên cần trình độ từ đại học', 'TT03-2017.HD', 8),
  ('YEARS', 5, 'Thành viên cần ít nhất 5 năm kinh nghiệm', 'TT03-2017.HD', 9),
  ('DRAFTERS', 0, 'Người biên soạn không tham gia hội đồng', 'TT03-2017.HD', 10),
  ('PRESENT', 66.67, 'Phiên họp cần ít nhất hai phần ba thành viên, có chủ tịch và thư ký', 'TT03-2017.HD', 11),
  ('IN_FAVOUR', 66.67, 'Chương trình đạt khi ít nhất hai phần ba người dự họp tán thành', 'TT03-2017.HD', 12);
create table programme.degree (
  code  text primary key,
  label text not null,
  rank  integer not null unique
);
insert into programme.degree (code, label, rank) values
  ('TRUNG_CAP', 'Trung cấp', 1), ('CAO_DANG', 'Cao đẳng', 2), ('DAI_HOC', 'Đại học', 3), ('THAC_SI', 'Thạc sĩ', 4), ('TIEN_SI', 'Tiến sĩ', 5);

-- Ban chủ nhiệm, tổ biên soạn.
create table programme.drafter (
  id             bigint generated always as identity primary key,
  version_id     bigint not null references programme.version on delete cascade,
  institution_id bigint not null references institution.institution,
  name           text not null check (length(name) between 3 and 120),
  staff_number   text,
  unique (version_id, name)
);
create index on programme.drafter (institution_id);
create table programme.member (
  id             bigint generated always as identity primary key,
  version_id     bigint not null references programme.version on delete cascade,
  institution_id bigint not null references institution.institution,
  name           text not null check (length(name) between 3 and 120),
  workplace      text not null check (length(workplace) between 2 and 200),
  staff_number   text,
  post           text not null check (post in ('CHAIR', 'DEPUTY', 'SECRETARY', 'REVIEWER', 'MEMBER')),
  teacher        boolean not null,
  outside        boolean not null, -- of another institution or business
  state_side     boolean not null, -- đại diện cơ quan quản lý nhà nước
  degree_code    text not null references programme.degree,
  years          integer not null check (years between 0 and 60),
  unique (version_id, name)
);
create index on programme.member (institution_id);
create index on programme.member (degree_code);
create table programme.minutes (
  version_id     bigint primary key references programme.version on delete cascade,
  institution_id bigint not null references institution.institution,
  decision       text not null check (length(decision) between 3 and 100), -- by which the council was set up
  held_on        date not null,
  present        integer not null check (present > 0),
  in_favour      integer not null check (in_favour between 0 and present),
  conclusion     text not null check (length(conclusion) between 10 and 4000),
  recorded_by    text not null,
  recorded_at    timestamptz not null default now()
);
create index on programme.minutes (institution_id);

-- What was said of a version or of one statement in it, and what became of it: by the head, the council, or an employer.
create table programme.comment (
  id             bigint generated always as identity primary key,
  version_id     bigint not null references programme.version on delete cascade,
  institution_id bigint not null references institution.institution,
  outcome_id     bigint references programme.outcome on delete set null,
  about          text not null default '', -- the statement's code when it was said
  source         text not null check (source in ('HEAD', 'COUNCIL', 'EMPLOYER')),
  by_name        text not null check (length(by_name) between 3 and 120),
  organisation   text not null default '',
  said_on        date not null,
  words          text not null check (length(words) between 3 and 2000),
  agrees         boolean not null default false, -- an employer's consent
  decision       text check (decision in ('TAKEN', 'PARTLY', 'NOT_TAKEN')),
  answer         text not null default '',
  answered_by    text,
  answered_at    timestamptz,
  recorded_at    timestamptz not null default now(),
  check (source <> 'EMPLOYER' or organisation <> ''),
  check (decision is null or answered_at is not null)
);
create index on programme.comment (version_id, id);
create index on programme.comment (outcome_id);
create index on programme.comment (institution_id) where decision is null;

grant select on programme.council_rule, programme.degree to lanhnghe_app;
grant select, insert, update, delete on programme.drafter, programme.member, programme.minutes, programme.comment to lanhnghe_app;
do $$ declare t text; begin
  foreach t in array array['council_rule', 'degree'] loop
    execute format('alter table programme.%I enable row level security', t);
    execute format('create policy reading on programme.%I for select using (true)', t);
  end loop;
  foreach t in array array['drafter', 'member', 'minutes', 'comment'] loop
    execute format('alter table programme.%I enable row level security', t);
    execute format('create policy reading on programme.%I for select using ((select scope.reads_all()) or institution_id = (select scope.institution()))', t);
    execute format('create policy adding on programme.%I for insert with check (institution_id = (select scope.institution()) or (select scope.writes_all()))', t);
    execute format('create policy changing on programme.%I for update using (institution_id = (select scope.institution()) or (select scope.writes_all()))', t);
    execute format('create policy removing on programme.%I for delete using (institution_id = (select scope.institution()) or (select scope.writes_all()))', t);
  end loop;
end $$;
