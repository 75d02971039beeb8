-- Bồi dưỡng: the catalogue, classes from enrolment to certificate, training done elsewhere, and what of it all counts.
-- institution_id 0 is the department.

create table person.training_kind (
  code    text primary key check (code ~ '^[A-Z]+$'),
  label   text not null,
  about   text not null,
  planned boolean not null, -- one of the three kinds that the city's plan counts
  place   integer not null
);
insert into person.training_kind values
  ('DIGITAL', 'Kỹ năng số', 'Dùng công cụ số, dữ liệu và trí tuệ nhân tạo an toàn, có trách nhiệm', true, 1),
  ('PEDAGOGY', 'Phương pháp sư phạm trên môi trường số', 'Thiết kế, tổ chức, đánh giá dạy học trực tuyến và kết hợp', true, 2),
  ('RESOURCES', 'Phát triển học liệu số', 'Làm, thẩm định, chia sẻ học liệu số theo chuẩn', true, 3),
  ('OTHER', 'Khác', 'Bồi dưỡng ngoài ba loại của kế hoạch', false, 4);

-- How long a year's training of each purpose may take at most. The decree counts weeks; hours_a_week turns hours of class into weeks.
create table person.training_purpose (
  code         text primary key check (code ~ '^[A-Z_]+$'),
  label        text not null,
  weeks        integer,
  hours_a_week integer not null check (hours_a_week > 0),
  clause_code  text references law.clause,
  place        integer not null,
  valid_from   date not null,
  valid_to     date
);
create index on person.training_purpose (clause_code);
insert into person.training_purpose (code, label, weeks, hours_a_week, clause_code, place, valid_from) values
  ('THUONG_XUYEN', 'Bồi dưỡng thường xuyên', 3, 40, 'ND93-2026.D21', 1, date '2026-01-01'),
  ('CHUAN_NGHE_NGHIEP', 'Bồi dưỡng theo chuẩn nghề nghiệp', 6, 40, 'ND93-2026.D21', 2, date '2026-01-01'),
  ('QUAN_LY', 'Bồi dưỡng quản lý giáo dục', 1, 40, 'ND93-2026.D21', 3, date '2026-01-01'),
  ('TU_NGUYEN', 'Tự học, không thuộc bồi dưỡng bắt buộc', null, 40, null, 4, date '2026-01-01');

create table person.training_course (
  id               bigint generated always as identity primary key,
  institution_id   bigint not null,
  code             text not null check (code ~ '^[A-Z0-9][A-Z0-9-]{1,19}$'),
  title            text not null check (length(title) between 5 and 200),
  kind             text not null references person.training_kind,
  purpose          text not null references person.training_purpose,
  hours            integer not null check (hours between 1 and 2000),
  audience         text not null check (audience in ('TEACHER', 'MANAGER', 'BOTH')),
  prerequisites    text not null default '',
  provider         text not null,
  framework_code   text, -- the level that the course leads to, and in which framework
  level_code       text,
  description      text not null default '',
  attendance_share integer not null check (attendance_share between 0 and 100),
  final_pass       numeric(3, 1) check (final_pass between 0 and 10), -- none: no final test
  state            text not null default 'ACTIVE' check (state in ('ACTIVE', 'WITHDRAWN')),
  recorded_at      timestamptz not null default now(),
  unique (institution_id, code),
  check ((framework_code is null) = (level_code is null))
);
create index on person.training_course (kind);
create index on person.training_course (purpose);

-- Chuyên đề.
create table person.training_topic (
  id        bigint generated always as identity primary key,
  course_id bigint not null references person.training_course on delete cascade,
  place     integer not null,
  title     text not null check (length(title) between 3 and 200),
  hours     integer not null check (hours between 1 and 500),
  mode      text not null check (mode in ('ONLINE', 'IN_PERSON')),
  pass_mark numeric(3, 1) not null check (pass_mark between 0 and 10),
  unique (course_id, place)
);

create table person.training_class (
  id             bigint generated always as identity primary key,
  course_id      bigint not null references person.training_course,
  institution_id bigint not null,
  name           text not null check (length(name) between 3 and 120),
  starts_on      date not null,
  ends_on        date not null,
  place          text not null,
  capacity       integer not null check (capacity between 1 and 2000),
  evaluators     text not null,
  self_enrol     boolean not null,
  state          text not null default 'OPEN' check (state in ('OPEN', 'CLOSED', 'ISSUED')),
  closed_at      timestamptz,
  closed_by_name text,
  made_by_name   text not null,
  recorded_at    timestamptz not null default now(),
  check (ends_on >= starts_on),
  check ((state = 'OPEN') = (closed_at is null))
);
create index on person.training_class (course_id);
create index on person.training_class (institution_id, state);

create table person.training_session (
  id        bigint generated always as identity primary key,
  class_id  bigint not null references person.training_class on delete cascade,
  topic_id  bigint references person.training_topic,
  held_on   date not null,
  starts_at time not null,
  mode      text not null check (mode in ('ONLINE', 'IN_PERSON')),
  place     text not null default '',
  unique (class_id, held_on, starts_at)
);
create index on person.training_session (topic_id);

-- People enrolled by one act, so that the act can be taken back.
create table person.training_batch (
  id             bigint generated always as identity primary key,
  class_id       bigint not null references person.training_class,
  way            text not null check (way in ('LIST', 'FILE')),
  people         integer not null,
  done_at        timestamptz not null,
  done_by_name   text not null,
  undone_at      timestamptz
);
create index on person.training_batch (class_id);

create table person.training_enrolment (
  id             bigint generated always as identity primary key,
  class_id       bigint not null references person.training_class,
  person_id      bigint not null references person.person,
  institution_id bigint not null references institution.institution, -- where the person worked when they were enrolled
  batch_id       bigint references person.training_batch,            -- none: they asked themselves
  state          text not null check (state in ('ASKED', 'REFUSED', 'ENROLLED', 'COMPLETED', 'FAILED', 'WITHDREW')),
  reason         text not null default '',                           -- why it came to that, in words
  final_mark     numeric(3, 1) check (final_mark between 0 and 10),
  confirmed_at   timestamptz,                                        -- the personal data were found right
  confirmed_by   text,
  answered_on    date,                                               -- the survey was answered; what was said is not kept here
  recorded_at    timestamptz not null default now(),
  unique (class_id, person_id)
);
create index on person.training_enrolment (person_id, state);
create index on person.training_enrolment (institution_id, state);
create index on person.training_enrolment (batch_id);

create table person.training_attendance (
  session_id   bigint not null references person.training_session on delete cascade,
  enrolment_id bigint not null references person.training_enrolment on delete cascade,
  primary key (enrolment_id, session_id)
);
create index on person.training_attendance (session_id);

create table person.training_score (
  topic_id     bigint not null references person.training_topic,
  enrolment_id bigint not null references person.training_enrolment on delete cascade,
  mark         numeric(3, 1) not null check (mark between 0 and 10),
  primary key (enrolment_id, topic_id)
);
create index on person.training_score (topic_id);

-- Phiếu phản hồi: of a class, of nobody; neither who nor when, and the key tells no order.
create table person.training_feedback (
  id       uuid primary key default gen_random_uuid(),
  class_id bigint not null references person.training_class,
  content  integer not null check (content between 1 and 5),
  teaching integer not null check (teaching between 1 and 5),
  useful   integer not null check (useful between 1 and 5),
  remark   text not null default '' check (length(remark) <= 1000)
);
create index on person.training_feedback (class_id);

-- Chứng nhận: what the paper says, the signature over it and its place in the issuer's status lists.
create table person.training_certificate (
  id             bigint generated always as identity primary key,
  enrolment_id   bigint not null unique references person.training_enrolment,
  class_id       bigint not null references person.training_class,
  person_id      bigint not null references person.person,
  institution_id bigint not null, -- who issued it
  holder_institution_id bigint not null references institution.institution,
  issuer_slug    text not null,
  issuer_name    text not null,
  year           integer not null,
  number         integer not null,
  printed        text not null,
  code           text not null unique,
  full_name      text not null,
  birth_date     date not null,
  course_code    text not null,
  course_title   text not null,
  kind           text not null references person.training_kind,
  hours          integer not null,
  result         text not null,
  signed_by      text not null,
  issued_on      date not null,
  key_id         text not null,
  signature      bytea not null,
  signed_at      timestamptz not null,
  status         bigint not null,
  state          text not null default 'VALID' check (state in ('VALID', 'REVOKED')),
  revoked_at     timestamptz,
  revoked_by     text,
  reason         text,
  unique (institution_id, year, number),
  unique (institution_id, status),
  check ((state = 'REVOKED') = (revoked_at is not null and reason is not null and revoked_by is not null))
);
create index on person.training_certificate (class_id);
create index on person.training_certificate (person_id);
create index on person.training_certificate (holder_institution_id);
create index on person.training_certificate (kind);

create function person.keep_what_is_signed() returns trigger language plpgsql as $$
begin
  if row (old.enrolment_id, old.person_id, old.institution_id, old.issuer_slug, old.issuer_name, old.printed, old.code, old.full_name, old.birth_date,
          old.course_code, old.course_title, old.kind, old.hours, old.result, old.signed_by, old.issued_on, old.key_id, old.signature, old.signed_at, old.status)
     is distinct from
     row (new.enrolment_id, new.person_id, new.institution_id, new.issuer_slug, new.issuer_name, new.printed, new.code, new.full_name, new.birth_date,
          new.course_code, new.course_title, new.kind, new.hours, new.result, new.signed_by, new.issued_on, new.key_id, new.signature, new.signed_at, new.status) then
    raise exception 'a signed certificate does not change';
  end if;
  if old.state = 'REVOKED' then
    raise exception 'a revoked certificate stays revoked';
  end if;
  return new;
end $$;
create trigger keep before update on person.training_certificate for each row execute function person.keep_what_is_signed();

-- Mẫu rà soát: percent of what schools had confirmed since the sample before, drawn by a seed anybody can draw by again.
create table person.training_sample (
  id            bigint generated always as identity primary key,
  seed          bigint not null,
  percent       integer not null check (percent between 1 and 100),
  pool          integer not null,
  drawn_at      timestamptz not null,
  drawn_by_name text not null
);

-- Bồi dưỡng ở nơi khác: declared by the teacher, confirmed by the school, reviewed by the department where the sample falls on it.
create table person.training_elsewhere (
  id             bigint generated always as identity primary key,
  person_id      bigint not null references person.person,
  institution_id bigint not null references institution.institution,
  title          text not null check (length(title) between 5 and 200),
  kind           text not null references person.training_kind,
  purpose        text not null references person.training_purpose,
  hours          integer not null check (hours between 1 and 2000),
  provider       text not null check (length(provider) between 3 and 200),
  paper_number   text not null default '',
  starts_on      date not null,
  finished_on    date not null,
  file_sha256    text not null,
  file_name      text not null,
  state          text not null default 'DECLARED' check (state in ('DECLARED', 'RETURNED', 'CONFIRMED', 'ACCEPTED', 'REJECTED')),
  reason         text,                                       -- why it was returned or rejected
  declared_at    timestamptz not null,
  confirmed_at   timestamptz,
  confirmed_by   text,
  pool_id        bigint references person.training_sample,  -- the sample that could have fallen on it
  sample_id      bigint references person.training_sample,  -- the sample that did
  sample_place   integer,
  reviewed_at    timestamptz,
  reviewed_by    text,
  ended_at       timestamptz,                                -- from when it does not count any more
  check (finished_on >= starts_on),
  check ((confirmed_at is null) = (state in ('DECLARED', 'RETURNED'))),
  check ((state = 'REJECTED') = (ended_at is not null)),
  check (state not in ('RETURNED', 'REJECTED') or reason is not null)
);
create index on person.training_elsewhere (person_id, state);
create index on person.training_elsewhere (institution_id, state);
create index on person.training_elsewhere (kind);
create index on person.training_elsewhere (purpose);
create index on person.training_elsewhere (pool_id);
create index on person.training_elsewhere (sample_id, sample_place);
create index training_elsewhere_counted on person.training_elsewhere (kind, person_id) where state in ('CONFIRMED', 'ACCEPTED');
create index training_elsewhere_unpooled on person.training_elsewhere (id) where pool_id is null and state = 'CONFIRMED';

-- Hộ chiếu số của nhà giáo: a page that its owner opens and closes.
create table person.training_passport (
  person_id      bigint primary key references person.person,
  code           text not null unique,
  open           boolean not null,
  changed_at     timestamptz not null
);

-- All that counts or may come to count, a line each. Who declared it, whether the school or the platform stands behind it, until when.
create view person.training_record with (security_invoker = true) as
  select 'CLASS' as source, e.id as source_id, e.person_id, o.kind, o.purpose, o.title, o.hours, c.starts_on, c.ends_on as completed_on, c.closed_at as recorded_at,
         case when t.id is null then 'CONFIRMED' else 'VERIFIED' end as tier, t.revoked_at as ended_at
    from person.training_enrolment e
    join person.training_class c on c.id = e.class_id
    join person.training_course o on o.id = c.course_id
    left join person.training_certificate t on t.enrolment_id = e.id
   where e.state = 'COMPLETED'
  union all
  select 'ELSEWHERE', x.id, x.person_id, x.kind, x.purpose, x.title, x.hours, x.starts_on, x.finished_on, coalesce(x.confirmed_at, x.declared_at),
         case x.state when 'DECLARED' then 'DECLARED' when 'ACCEPTED' then 'VERIFIED' else 'CONFIRMED' end, x.ended_at
    from person.training_elsewhere x
   where x.state <> 'RETURNED';

-- Who was trained in what, on which days: from first_on, the day on which it was over and known, until the day before until_on. A row for
-- each unbroken time, so that on any day a person has one row of a kind at most.
create view person.trained with (security_invoker = true) as
  select person_id, kind, lower(span) as first_on, upper(span) as until_on, tier
    from (select coalesce(p.merged_into, r.person_id) as person_id, r.kind,
                 case when bool_or(r.tier = 'VERIFIED' and r.ended_at is null) then 'VERIFIED' else 'CONFIRMED' end as tier,
                 unnest(range_agg(daterange(greatest(r.completed_on, (r.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date),
                                            (r.ended_at at time zone 'Asia/Ho_Chi_Minh')::date))) as span
            from person.training_record r
            join person.person p on p.id = r.person_id
           where r.tier <> 'DECLARED'
             and (r.ended_at is null
                  or (r.ended_at at time zone 'Asia/Ho_Chi_Minh')::date > greatest(r.completed_on, (r.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date))
           group by coalesce(p.merged_into, r.person_id), r.kind) spans;
grant select on person.training_record, person.trained to lanhnghe_app;

grant select on person.training_kind, person.training_purpose to lanhnghe_app;
grant select, insert, update, delete on person.training_course, person.training_topic, person.training_class, person.training_session,
  person.training_batch, person.training_enrolment, person.training_attendance, person.training_score, person.training_passport to lanhnghe_app;
grant select, insert on person.training_feedback to lanhnghe_app;
grant select, insert, update on person.training_certificate, person.training_sample, person.training_elsewhere to lanhnghe_app;

-- The catalogue and what is offered are everybody's to see; each institution writes its own.
alter table person.training_course enable row level security;
create policy reading on person.training_course for select using (true);
create policy changing on person.training_course using ((select scope.writes_all()) or institution_id = (select scope.institution()));
alter table person.training_topic enable row level security;
create policy reading on person.training_topic for select using (true);
create policy changing on person.training_topic using ((select scope.writes_all())
  or course_id in (select c.id from person.training_course c where c.institution_id = (select scope.institution())));
alter table person.training_class enable row level security;
create policy reading on person.training_class for select using (true);
create policy changing on person.training_class using ((select scope.writes_all()) or institution_id = (select scope.institution()));
alter table person.training_session enable row level security;
create policy reading on person.training_session for select using (true);
create policy changing on person.training_session using ((select scope.writes_all())
  or class_id in (select c.id from person.training_class c where c.institution_id = (select scope.institution())));
alter table person.training_batch enable row level security;
create policy reading on person.training_batch for select using ((select scope.reads_all())
  or class_id in (select c.id from person.training_class c where c.institution_id = (select scope.institution())));
create policy changing on person.training_batch using ((select scope.writes_all())
  or class_id in (select c.id from person.training_class c where c.institution_id = (select scope.institution())));

-- Who learns in a class is seen by who runs the class and by where they work or worked: what was learnt goes along to the next college.
alter table person.training_enrolment enable row level security;
create policy reading on person.training_enrolment for select using ((select scope.reads_all()) or institution_id = (select scope.institution())
  or person_id in (select s.person_id from person.spell s where s.institution_id = (select scope.institution()))
  or class_id in (select c.id from person.training_class c where c.institution_id = (select scope.institution())));
create policy changing on person.training_enrolment using ((select scope.writes_all()) or institution_id = (select scope.institution()));
alter table person.training_attendance enable row level security;
create policy reading on person.training_attendance for select using ((select scope.reads_all())
  or enrolment_id in (select e.id from person.training_enrolment e));
create policy changing on person.training_attendance using ((select scope.writes_all())
  or session_id in (select s.id from person.training_session s join person.training_class c on c.id = s.class_id
                     where c.institution_id = (select scope.institution())));
alter table person.training_score enable row level security;
create policy reading on person.training_score for select using ((select scope.reads_all())
  or enrolment_id in (select e.id from person.training_enrolment e));
create policy changing on person.training_score using ((select scope.writes_all())
  or enrolment_id in (select e.id from person.training_enrolment e join person.training_class c on c.id = e.class_id
                       where c.institution_id = (select scope.institution())));
alter table person.training_feedback enable row level security;
create policy reading on person.training_feedback for select using ((select scope.reads_all())
  or class_id in (select c.id from person.training_class c where c.institution_id = (select scope.institution())));
create policy adding on person.training_feedback for insert with check ((select scope.writes_all()));
alter table person.training_certificate enable row level security;
create policy reading on person.training_certificate for select using ((select scope.reads_all())
  or institution_id = (select scope.institution()) or holder_institution_id = (select scope.institution())
  or person_id in (select s.person_id from person.spell s where s.institution_id = (select scope.institution())));
create policy adding on person.training_certificate for insert with check ((select scope.writes_all()) or institution_id = (select scope.institution()));
create policy changing on person.training_certificate for update using ((select scope.writes_all()) or institution_id = (select scope.institution()));
alter table person.training_sample enable row level security;
create policy reading on person.training_sample for select using ((select scope.reads_all()));
create policy adding on person.training_sample for insert with check ((select scope.writes_all()));
create policy changing on person.training_sample for update using ((select scope.writes_all()));
alter table person.training_elsewhere enable row level security;
create policy reading on person.training_elsewhere for select using ((select scope.reads_all()) or institution_id = (select scope.institution())
  or person_id in (select s.person_id from person.spell s where s.institution_id = (select scope.institution())));
create policy adding on person.training_elsewhere for insert with check ((select scope.writes_all()) or institution_id = (select scope.institution()));
create policy changing on person.training_elsewhere for update using ((select scope.writes_all()) or institution_id = (select scope.institution()));
alter table person.training_passport enable row level security;
create policy reading on person.training_passport for select using ((select scope.reads_all())
  or person_id in (select s.person_id from person.spell s where s.institution_id = (select scope.institution())));
create policy changing on person.training_passport using ((select scope.writes_all()));

-- The public's ways in: one certificate by its code, one passport that stands open.
create function person.certificate_of(wanted text) returns setof person.training_certificate
language sql stable security definer set search_path = '' as $$
  select * from person.training_certificate where code = wanted
$$;
revoke execute on function person.certificate_of(text) from public;
grant execute on function person.certificate_of(text) to lanhnghe_app;

create function person.passport_of(wanted text)
returns table (person_id bigint, full_name text, institution text, code text)
language sql stable security definer set search_path = '' as $$
  select p.id, p.full_name,
         (select i.name from person.spell s join institution.institution i on i.id = s.institution_id
           where s.person_id = p.id and s.principal and s.starts_on <= current_date and (s.ends_on is null or s.ends_on >= current_date)), w.code
    from person.training_passport w join person.person p on p.id = w.person_id
   where w.code = wanted and w.open
$$;
revoke execute on function person.passport_of(text) from public;
grant execute on function person.passport_of(text) to lanhnghe_app;

create function person.passport_lines(wanted text)
returns table (source text, kind text, title text, hours integer, completed_on date, tier text, certificate_code text, certificate_state text)
language sql stable security definer set search_path = '' as $$
  select r.source, r.kind, r.title, r.hours, r.completed_on, r.tier, t.code, t.state
    from person.training_passport w
    join person.training_record r on r.person_id = w.person_id
    left join person.training_certificate t on r.source = 'CLASS' and t.enrolment_id = r.source_id
   where w.code = wanted and w.open and r.ended_at is null and r.tier <> 'DECLARED'
   order by r.completed_on desc, r.title
$$;
revoke execute on function person.passport_lines(text) from public;
grant execute on function person.passport_lines(text) to lanhnghe_app;
