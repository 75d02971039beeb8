-- The life of a released diploma: decisions about it, what they correct, and the diplomas that take another's place.

-- Why a decision is taken, as the clauses know it.
create table credential.reason (
  code        text primary key,
  turn        text not null check (turn in ('SUSPEND', 'RESTORE', 'REVOKE', 'ANNUL', 'CORRECT', 'REISSUE', 'REPLACE')),
  position    integer not null,
  label       text not null,
  evidence    boolean not null default true, -- is a paper asked for that proves it?
  clause_code text not null references law.clause,
  valid_from  date not null,
  valid_to    date
);
insert into credential.reason (code, turn, position, label, clause_code, valid_from) values
  ('SUSPEND_VERIFYING', 'SUSPEND', 1, 'Đang xác minh việc cấp', 'TT10-2026.DUNG', date '1990-01-01'),
  ('SUSPEND_COMPLAINT', 'SUSPEND', 2, 'Có khiếu nại, tố cáo đang được giải quyết', 'TT10-2026.DUNG', date '1990-01-01'),
  ('SUSPEND_AUTHORITY', 'SUSPEND', 3, 'Theo yêu cầu của cơ quan điều tra, toà án, cơ quan kiểm tra', 'TT10-2026.DUNG', date '1990-01-01'),
  ('RESTORE_CLEARED', 'RESTORE', 1, 'Đã xác minh, việc cấp đúng', 'TT10-2026.DUNG', date '1990-01-01'),
  ('RESTORE_AUTHORITY', 'RESTORE', 2, 'Theo kết luận, bản án, quyết định có hiệu lực', 'TT10-2026.DUNG', date '1990-01-01'),
  ('RESTORE_MISTAKE', 'RESTORE', 3, 'Tạm dừng nhầm', 'TT10-2026.DUNG', date '1990-01-01'),
  ('REVOKE_FRAUD', 'REVOKE', 1, 'Gian lận trong tuyển sinh, học tập, thi hoặc trong hồ sơ xin cấp', 'TT10-2026.THUHOI', date '1990-01-01'),
  ('REVOKE_UNQUALIFIED', 'REVOKE', 2, 'Cấp cho người không đủ điều kiện', 'TT10-2026.THUHOI', date '1990-01-01'),
  ('REVOKE_UNAUTHORISED', 'REVOKE', 3, 'Do người không có thẩm quyền cấp', 'TT10-2026.THUHOI', date '1990-01-01'),
  ('REVOKE_ALTERED', 'REVOKE', 4, 'Bị tẩy xoá, sửa chữa', 'TT10-2026.THUHOI', date '1990-01-01'),
  ('REVOKE_LENT', 'REVOKE', 5, 'Để người khác sử dụng', 'TT10-2026.THUHOI', date '1990-01-01'),
  ('ANNUL_ISSUER', 'ANNUL', 1, 'Cấp sai do lỗi của cơ sở cấp, chưa hoặc không cấp lại', 'TT10-2026.THUHOI', date '1990-01-01'),
  ('ANNUL_TWICE', 'ANNUL', 2, 'Cấp trùng cho một người, một khoá học', 'TT10-2026.THUHOI', date '1990-01-01'),
  ('ANNUL_DECISION', 'ANNUL', 3, 'Quyết định công nhận tốt nghiệp bị huỷ bỏ', 'TT10-2026.THUHOI', date '1990-01-01'),
  ('CORRECT_CIVIL', 'CORRECT', 1, 'Thay đổi, cải chính hộ tịch', 'TT10-2026.CHINHSUA', date '1990-01-01'),
  ('CORRECT_ADDED', 'CORRECT', 2, 'Bổ sung hộ tịch, đăng ký lại khai sinh', 'TT10-2026.CHINHSUA', date '1990-01-01'),
  ('CORRECT_ISSUER', 'CORRECT', 3, 'Ghi sai do lỗi của cơ sở cấp', 'TT10-2026.CHINHSUA', date '1990-01-01'),
  ('REISSUE_ISSUER', 'REISSUE', 1, 'Ghi sai do lỗi của cơ sở cấp', 'TT10-2026.CAPLAI', date '1990-01-01'),
  ('REISSUE_CIVIL', 'REISSUE', 2, 'Thay đổi, cải chính hộ tịch', 'TT10-2026.CAPLAI', date '1990-01-01'),
  ('REPLACE_LOST', 'REPLACE', 1, 'Bản giấy bị mất', 'TT10-2026.CAPLAI', date '1990-01-01'),
  ('REPLACE_DAMAGED', 'REPLACE', 2, 'Bản giấy bị hỏng', 'TT10-2026.CAPLAI', date '1990-01-01'),
  ('REPLACE_FORM', 'REPLACE', 3, 'Phôi lỗi, mực phai do lỗi của cơ sở cấp', 'TT10-2026.CAPLAI', date '1990-01-01');
update credential.reason set evidence = false where turn in ('SUSPEND', 'RESTORE');
grant select on credential.reason to lanhnghe_app;

-- A decision that orders diplomas to be issued again; its own page leads them through the four steps.
alter table credential.decision add column kind text not null default 'GRADUATION' check (kind in ('GRADUATION', 'REISSUE'));

-- Quyết định về văn bằng đã phát hành: a draft with the diplomas it is about, looked at row by row, then carried out as one whole.
create table credential.ruling (
  id             bigint generated always as identity primary key,
  institution_id bigint not null references institution.institution,
  turn           text check (turn in ('SUSPEND', 'RESTORE', 'REVOKE', 'ANNUL', 'CORRECT', 'REISSUE', 'REPLACE')), -- null until the draft says
  decision       text,
  decided_on     date,
  reason_code    text references credential.reason,
  reason         text,
  evidence       text, -- SHA-256 of a file of the college's shelf
  evidence_name  text,
  unknown        text[] not null default '{}', -- what was typed and found nowhere in the college's register
  state          text not null default 'DRAFT' check (state in ('DRAFT', 'DONE')),
  opened_by      bigint not null,
  opened_by_name text not null,
  opened_at      timestamptz not null default now(),
  done_by_name   text,
  done_at        timestamptz,
  decision_id    bigint references credential.decision, -- where the diplomas are issued that take the place of these
  check (state = 'DRAFT' or turn is not null and decision is not null and decided_on is not null and reason_code is not null
         and reason is not null and done_by_name is not null and done_at is not null)
);
create index on credential.ruling (institution_id, state, id);
create index on credential.ruling (reason_code);
create index on credential.ruling (decision_id);

create table credential.ruling_diploma (
  ruling_id      bigint not null references credential.ruling on delete cascade,
  diploma_id     bigint not null references credential.diploma,
  institution_id bigint not null,
  carried_out    boolean, -- null while it is a draft
  told           text,    -- what happened to it, or why it was left out
  primary key (ruling_id, diploma_id)
);
create index on credential.ruling_diploma (diploma_id);

-- What a decision puts in the place of what is printed; the same for all its diplomas.
create table credential.ruling_change (
  ruling_id      bigint not null references credential.ruling on delete cascade,
  institution_id bigint not null,
  field          text not null,
  value          text not null,
  primary key (ruling_id, field)
);

-- What was corrected on one diploma, field by field: written once.
create table credential.correction (
  id             bigint generated always as identity primary key,
  ruling_id      bigint not null references credential.ruling,
  diploma_id     bigint not null references credential.diploma,
  institution_id bigint not null,
  field          text not null,
  before         text not null, -- in words: what is printed, or was put in its place earlier
  after          text not null,
  value          text not null, -- of the new words, as the register keeps it
  unique (ruling_id, diploma_id, field)
);
create index on credential.correction (diploma_id, id);

do $$
declare t text;
begin
  foreach t in array array['ruling', 'ruling_diploma', 'ruling_change', 'correction'] loop
    execute format('alter table credential.%I enable row level security', t);
    execute format('create policy reading on credential.%I for select using ((select scope.reads_all()) or institution_id = (select scope.institution()))', t);
    execute format('create policy adding on credential.%I for insert with check ((select scope.writes_all()) or institution_id = (select scope.institution()))', t);
    execute format('create policy keeping on credential.%I for select using (institution_id = any ((select scope.keeps(''BOOKS''))::bigint[]))', t);
  end loop;
  foreach t in array array['ruling', 'ruling_diploma', 'ruling_change'] loop
    execute format('create policy changing on credential.%I for update using ((select scope.writes_all()) or institution_id = (select scope.institution()))', t);
    execute format('create policy removing on credential.%I for delete using ((select scope.writes_all()) or institution_id = (select scope.institution()))', t);
  end loop;
end $$;
grant select, insert, update, delete on credential.ruling, credential.ruling_diploma, credential.ruling_change to lanhnghe_app;
grant select, insert on credential.correction to lanhnghe_app;

-- What has been carried out does not change any more.
create function credential.keep_the_ruling() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'ruling' then
    if old.state = 'DONE' then
      raise exception 'a ruling that was carried out does not change';
    end if;
  elsif exists (select from credential.ruling where id = coalesce(new.ruling_id, old.ruling_id) and state = 'DONE') then
    raise exception 'a ruling that was carried out does not change';
  end if;
  return coalesce(new, old);
end $$;
create trigger keep_the_ruling before update or delete on credential.ruling
  for each row when (current_user = 'lanhnghe_app') execute function credential.keep_the_ruling();
create trigger keep_the_ruling before insert or update or delete on credential.ruling_diploma
  for each row when (current_user = 'lanhnghe_app') execute function credential.keep_the_ruling();
create trigger keep_the_ruling before insert or update or delete on credential.ruling_change
  for each row when (current_user = 'lanhnghe_app') execute function credential.keep_the_ruling();

-- A diploma that takes another's place is made while the other is still in force, and ends it when it is released.
drop index credential.one_living_diploma;
create unique index one_living_diploma on credential.diploma (enrolment_id, coalesce(replaces, 0))
  where state in ('PREPARED', 'CHECKED', 'SIGNED', 'VALID', 'SUSPENDED');
create unique index one_diploma_in_force on credential.diploma (enrolment_id) where state in ('VALID', 'SUSPENDED');

-- A form that lies free again may be used for another diploma.
alter table credential.diploma drop constraint diploma_institution_id_serial_key;
create unique index one_serial on credential.diploma (institution_id, serial) where state <> 'VOID';

create function credential.keep_the_succession() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.replaces is null then
      if exists (select from credential.diploma where enrolment_id = new.enrolment_id and state in ('PREPARED', 'CHECKED', 'SIGNED', 'VALID', 'SUSPENDED')) then
        raise exception 'a course of study has one living diploma' using errcode = 'unique_violation';
      end if;
    elsif not exists (select from credential.diploma where id = new.replaces and enrolment_id = new.enrolment_id
                         and institution_id = new.institution_id and state = 'VALID') then
      raise exception 'a diploma takes the place of one in force, of the same course of study';
    end if;
  elsif new.replaces is distinct from old.replaces then
    raise exception 'a diploma does not change which one it replaces';
  elsif new.replaces is not null and new.state = 'VALID' and old.state = 'SIGNED'
        and not exists (select from credential.diploma where id = new.replaces and state = 'REPLACED') then
    raise exception 'the diploma % is not replaced yet', new.replaces;
  end if;
  return new;
end $$;
create trigger keep_the_succession before insert or update on credential.diploma
  for each row when (current_user = 'lanhnghe_app') execute function credential.keep_the_succession();

-- What the public is told beside a diploma whose code it holds: what was decided about it, and which diploma it replaces or is replaced by.
create function credential.rulings_of(wanted text)
returns table (ruling_id bigint, turn text, decision text, decided_on date, done_at timestamptz, field text, before text, after text)
language sql stable security definer set search_path = '' as $$
  select r.id, r.turn, r.decision, r.decided_on, r.done_at, c.field, c.before, c.after
    from credential.diploma d
    join credential.ruling_diploma n on n.diploma_id = d.id and n.carried_out
    join credential.ruling r on r.id = n.ruling_id and r.state = 'DONE'
    left join credential.correction c on c.ruling_id = r.id and c.diploma_id = d.id
   where d.code = wanted and d.released_at is not null
   order by r.done_at, r.id, c.id
$$;
create function credential.kin_of(wanted text)
returns table (later boolean, code text, serial text, register_number text, released_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select true, n.code, n.serial, n.register_number, n.released_at
    from credential.diploma d join credential.diploma n on n.replaces = d.id and n.released_at is not null
   where d.code = wanted and d.released_at is not null
  union all
  select false, o.code, o.serial, o.register_number, o.released_at
    from credential.diploma d join credential.diploma o on o.id = d.replaces
   where d.code = wanted and d.released_at is not null
$$;
revoke execute on function credential.rulings_of(text), credential.kin_of(text) from public;
grant execute on function credential.rulings_of(text), credential.kin_of(text) to lanhnghe_app;
