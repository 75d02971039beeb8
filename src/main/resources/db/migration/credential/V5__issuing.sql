-- Issuing a diploma: four people, a blank form from the ledger, a number in the register book.

-- Sổ gốc cấp văn bằng: one a year and level (and one for certified copies). Its counters are kept by the trigger below alone.
create table credential.book (
  id             bigint generated always as identity primary key,
  institution_id bigint not null references institution.institution,
  kind           text not null check (kind in ('DIPLOMA', 'COPY')),
  year           integer not null check (year between 1950 and 2200),
  level          text not null,
  numbered_by    text not null check (numbered_by in ('SYSTEM', 'COLLEGE')), -- COLLEGE: as the college's own lists state it
  pattern        text not null, -- of the number printed: {0000} the running number, {LEVEL}, {YEAR}
  last_line      integer not null default 0,
  last_number    integer not null default 0,
  opened_by_name text not null,
  opened_at      timestamptz not null default now(),
  unique (institution_id, kind, year, level)
);
alter table credential.book enable row level security;
grant select, insert (institution_id, kind, year, level, numbered_by, pattern, last_number, opened_by_name) on credential.book to lanhnghe_app;
grant update (numbered_by, last_number) on credential.book to lanhnghe_app;

-- One line of a book: written once, never changed, never taken out; what happens later is another line.
create table credential.entry (
  id              bigint generated always as identity primary key,
  book_id         bigint not null references credential.book,
  institution_id  bigint not null,
  line            integer not null, -- counts every line of the book, without a gap
  kind            text not null check (kind in ('NUMBERED', 'BLANK_CHANGED', 'VOIDED', 'HANDED_OVER', 'SUSPENDED', 'RESTORED', 'REVOKED',
                    'ANNULLED', 'REPLACED', 'CORRECTED', 'COPIED')),
  number          integer, -- of a line that gives a number: counts those, without a gap where the system numbers
  register_number text not null,
  diploma_id      bigint not null references credential.diploma,
  content         jsonb not null, -- what the line says, by the words of the book's columns
  decision        text,
  reason          text,
  actor_id        bigint,
  actor_name      text not null,
  at              timestamptz not null default now(),
  unique (book_id, line)
);
create unique index entry_number on credential.entry (book_id, number) where number is not null;
create index on credential.entry (diploma_id, id);
create index on credential.entry (institution_id, at);
alter table credential.entry enable row level security;
grant select, insert on credential.entry to lanhnghe_app;

-- A statement's lines follow the last one without a gap, or none of them is written.
create function credential.lines_follow() returns trigger language plpgsql security definer set search_path = '' as $$
declare b record; n record;
begin
  for n in
    select w.book_id, min(w.line) as first_line, max(w.line) as last_line, count(*) as lines,
           min(w.number) as first_number, max(w.number) as last_number, count(w.number) as numbers, count(distinct w.institution_id) as owners,
           min(w.institution_id) as owner
      from written w group by w.book_id order by w.book_id
  loop
    select * into b from credential.book where id = n.book_id for update;
    if n.owners <> 1 or n.owner <> b.institution_id then
      raise exception 'a line stands in another college''s book';
    end if;
    if n.first_line <> b.last_line + 1 or n.last_line <> b.last_line + n.lines then
      raise exception 'the book % goes on at line %, not %', b.id, b.last_line + 1, n.first_line;
    end if;
    if n.numbers > 0 and b.numbered_by = 'SYSTEM'
       and (n.first_number <> b.last_number + 1 or n.last_number <> b.last_number + n.numbers) then
      raise exception 'the book % goes on at number %, not %', b.id, b.last_number + 1, n.first_number;
    end if;
    update credential.book set last_line = n.last_line, last_number = greatest(last_number, coalesce(n.last_number, 0)) where id = b.id;
  end loop;
  return null;
end $$;
create trigger lines_follow after insert on credential.entry referencing new table as written
  for each statement execute function credential.lines_follow();
revoke execute on function credential.lines_follow() from public;

-- A college may hand the numbering over to the system, from a number that is not lower than its own last; nothing else of a book changes.
create function credential.keep_the_book() returns trigger language plpgsql as $$
begin
  if old.numbered_by <> 'COLLEGE' or new.numbered_by <> 'SYSTEM' or new.last_number < old.last_number then
    raise exception 'a register book does not change';
  end if;
  return new;
end $$;
create trigger keep_the_book before update on credential.book
  for each row when (current_user = 'lanhnghe_app') execute function credential.keep_the_book();

-- How a number is printed, until a college's book says otherwise.
create table credential.numbering (
  level       text primary key,
  pattern     text not null,
  clause_code text references law.clause
);
insert into credential.numbering (level, pattern, clause_code) values
  ('CAO_DANG', '{0000}/CĐ-{YEAR}', 'TT10-2026.SOGOC'), ('TRUNG_CAP', '{0000}/TC-{YEAR}', 'TT10-2026.SOGOC'),
  ('TRUNG_HOC_NGHE', '{0000}/THN-{YEAR}', 'TT10-2026.SOGOC'), ('SO_CAP', '{0000}/SC-{YEAR}', 'TT10-2026.SOGOC'), ('COPY', '{0000}/BS-{YEAR}', 'TT10-2026.SOGOC');
grant select on credential.numbering to lanhnghe_app;

-- Phôi: a lot as it was received, and each form in it by its serial. A digital diploma takes its serial from a digital lot.
create table credential.blank_lot (
  id               bigint generated always as identity primary key,
  institution_id   bigint not null references institution.institution,
  level            text not null,
  medium           text not null check (medium in ('PAPER', 'DIGITAL')),
  prefix           text not null,
  first_number     bigint not null check (first_number >= 0),
  last_number      bigint not null,
  digits           integer not null check (digits between 1 and 12),
  minutes          text not null, -- biên bản giao nhận
  received_on      date not null,
  recorded_by_name text not null,
  recorded_at      timestamptz not null default now(),
  check (last_number between first_number and first_number + 99999)
);
create index on credential.blank_lot (institution_id, level);

create table credential.blank (
  institution_id bigint not null,
  serial         text not null,
  lot_id         bigint not null references credential.blank_lot,
  ordinal        bigint not null,
  state          text not null default 'IN_STOCK' check (state in ('IN_STOCK', 'RESERVED', 'PRINTED', 'ISSUED', 'SPOILED', 'CANCELLED', 'LOST')),
  diploma_id     bigint references credential.diploma,
  changed_at     timestamptz not null default now(),
  primary key (institution_id, serial),
  check ((state in ('RESERVED', 'PRINTED', 'ISSUED')) = (diploma_id is not null))
);
create index on credential.blank (lot_id, state, ordinal);
create index on credential.blank (diploma_id);

-- What went in and out, as the ledger says it; written once.
create table credential.blank_move (
  id             bigint generated always as identity primary key,
  institution_id bigint not null references institution.institution,
  level          text not null,
  lot_id         bigint not null references credential.blank_lot,
  act            text not null check (act in ('RECEIVED', 'ISSUED', 'SPOILED', 'CANCELLED', 'LOST', 'FOUND')),
  first_serial   text not null,
  last_serial    text not null,
  count          integer not null check (count > 0),
  minutes        text,
  reason         text,
  actor_id       bigint,
  actor_name     text not null,
  at             timestamptz not null default now()
);
create index on credential.blank_move (institution_id, level, at);
create index on credential.blank_move (lot_id);

-- A period of the ledger, closed when what was counted on the shelf is what the ledger says.
create table credential.blank_period (
  id             bigint generated always as identity primary key,
  institution_id bigint not null references institution.institution,
  level          text not null,
  closed_at      timestamptz not null default now(),
  opening        integer not null,
  received       integer not null,
  issued         integer not null,
  spoiled        integer not null,
  cancelled      integer not null,
  lost           integer not null,
  closing        integer not null,
  counted        integer not null,
  minutes        text not null,
  closed_by_name text not null,
  check (opening + received - issued - spoiled - cancelled - lost = closing),
  check (counted = closing)
);
create index on credential.blank_period (institution_id, level, closed_at);

do $$
declare t text;
begin
  foreach t in array array['book', 'entry', 'blank_lot', 'blank', 'blank_move', 'blank_period'] loop
    execute format('alter table credential.%I enable row level security', t);
    execute format('create policy reading on credential.%I for select using ((select scope.reads_all()) or institution_id = (select scope.institution()))', t);
    execute format('create policy adding on credential.%I for insert with check ((select scope.writes_all()) or institution_id = (select scope.institution()))', t);
    execute format('create policy keeping on credential.%I for select using (institution_id = any ((select scope.keeps(''BOOKS''))::bigint[]))', t);
  end loop;
end $$;
grant select, insert on credential.blank_lot, credential.blank_move, credential.blank_period, credential.blank to lanhnghe_app;
grant update (state, diploma_id, changed_at) on credential.blank to lanhnghe_app;
create policy changing on credential.blank for update using ((select scope.writes_all()) or institution_id = (select scope.institution()));
create policy changing on credential.book for update using ((select scope.writes_all()) or institution_id = (select scope.institution()));

-- The decision is what its diplomas are; it keeps only who brought it in.
drop policy taking_back on credential.decision;
alter table credential.decision drop constraint four_eyes, drop column state, drop column signed_by, drop column signed_by_name, drop column signed_at,
  add column graduation_id bigint; -- the session that decided it, where the product held one
create policy taking_back on credential.decision for delete using ((select scope.writes_all()) or institution_id = (select scope.institution()));

-- Prepared, checked, signed, released: by four people.
drop index credential.one_living_diploma;
drop trigger keep_what_is_signed on credential.diploma;
drop function credential.keep_what_is_signed();
alter table credential.diploma
  drop constraint diploma_state_check, drop constraint four_eyes, drop constraint diploma_check, drop constraint diploma_check1, 
  drop constraint diploma_key_id_fkey,
  alter column serial drop not null,
  alter column register_number drop not null,
  add column medium text not null default 'PAPER' check (medium in ('PAPER', 'DIGITAL')),
  add column book_id bigint references credential.book,
  add column prepared_by_name text not null default '',
  add column checked_by bigint,
  add column checked_by_name text,
  add column checked_at timestamptz,
  add column printed_at timestamptz,
  add column released_by bigint,
  add column released_by_name text,
  add column released_at timestamptz,
  add column replaces bigint references credential.diploma,
  add column state_at timestamptz not null default now(), -- of its present state: since when, by whom, by which decision, why
  add column state_by_name text,
  add column state_decision text,
  add column state_reason text,
  add column ended_at timestamptz; -- when it went out of force for good

update credential.diploma set ended_at = revoked_at, state_at = revoked_at, state_by_name = revoked_by_name, state_decision = revoking_decision,
       state_reason = revoking_reason where state = 'REVOKED';
update credential.diploma set state_at = signed_at where state = 'VALID';
drop view credential.diploma_record;
alter table credential.diploma drop column revoked_at, drop column revoked_by_name, drop column revoking_decision, drop column revoking_reason;
update credential.diploma d set prepared_by_name = c.prepared_by_name from credential.decision c where c.id = d.decision_id;
update credential.diploma set released_at = signed_at where state <> 'PREPARED';
alter table credential.diploma
  alter column prepared_by_name drop default,
  add constraint diploma_state check (state in ('PREPARED', 'CHECKED', 'SIGNED', 'VALID', 'SUSPENDED', 'REVOKED', 'ANNULLED', 'REPLACED', 'VOID')),
  add constraint four_people check (checked_by <> prepared_by and signed_by <> prepared_by and signed_by <> checked_by
    and released_by <> prepared_by and released_by <> checked_by and released_by <> signed_by),
  add constraint numbered_when_checked check (state = 'PREPARED' or register_number is not null and serial is not null),
  add constraint signed_when_signed check (state in ('PREPARED', 'CHECKED', 'VOID') or signature is not null and signed_at is not null),
  add constraint ended_when_out_of_force check ((state in ('REVOKED', 'ANNULLED', 'REPLACED')) = (ended_at is not null)),
  add constraint released_when_in_force check (state in ('PREPARED', 'CHECKED', 'SIGNED', 'VOID') or released_at is not null);
create unique index one_living_diploma on credential.diploma (enrolment_id) where state in ('PREPARED', 'CHECKED', 'SIGNED', 'VALID', 'SUSPENDED');
create index on credential.diploma (book_id);
create index on credential.diploma (replaces);
create index diploma_waiting on credential.diploma (institution_id, state) where state in ('PREPARED', 'CHECKED', 'SIGNED');

-- What is checked changes no more but for its blank form, what is signed in nothing but its life; and every life has its ways.
create function credential.keep_what_is_signed() returns trigger language plpgsql as $$
begin
  if old.state <> 'PREPARED' and
     (old.code, old.register_number, old.book_id, old.institution_id, old.institution_name, old.full_name, old.birth_date, old.birth_place,
      old.occupation_code, old.occupation, old.level, old.average, old.rank, old.decision_number, old.decided_on, old.enrolment_id, old.decision_id,
      old.prepared_by, old.checked_by, old.checked_at)
     is distinct from
     (new.code, new.register_number, new.book_id, new.institution_id, new.institution_name, new.full_name, new.birth_date, new.birth_place,
      new.occupation_code, new.occupation, new.level, new.average, new.rank, new.decision_number, new.decided_on, new.enrolment_id, new.decision_id,
      new.prepared_by, new.checked_by, new.checked_at) then
    raise exception 'a checked diploma does not change';
  end if;
  if old.signature is not null and
     (old.serial, old.signature, old.key_id, old.signed_by, old.signed_at) is distinct from (new.serial, new.signature, new.key_id, new.signed_by, new.signed_at) then
    raise exception 'a signed diploma does not change';
  end if;
  if old.released_at is not null and (old.released_by, old.released_at) is distinct from (new.released_by, new.released_at) then
    raise exception 'a released diploma does not change';
  end if;
  if old.state <> new.state and not (old.state || '>' || new.state = any (array[
       'PREPARED>CHECKED', 'CHECKED>SIGNED', 'SIGNED>VALID', 'CHECKED>VOID', 'SIGNED>VOID', 'VALID>SUSPENDED', 'SUSPENDED>VALID',
       'VALID>REVOKED', 'SUSPENDED>REVOKED', 'VALID>ANNULLED', 'SUSPENDED>ANNULLED', 'VALID>REPLACED', 'SUSPENDED>REPLACED'])) then
    raise exception 'a diploma does not go from % to %', old.state, new.state;
  end if;
  return new;
end $$;
create trigger keep_what_is_signed before update on credential.diploma
  for each row when (current_user = 'lanhnghe_app') execute function credential.keep_what_is_signed();

-- The public meets what has been released, whatever became of it since.
create or replace function credential.look_up(wanted text) returns setof credential.diploma
language plpgsql stable security definer as $$
begin
  return query select * from credential.diploma where code = wanted and released_at is not null;
end $$;
create or replace function credential.look_up(wanted_serial text, wanted_name text, wanted_birth_date date) returns setof credential.diploma
language sql stable security definer set search_path = '' as $$
  select * from credential.diploma
   where serial = wanted_serial and name_folded = wanted_name and birth_date = wanted_birth_date and released_at is not null limit 2
$$;

-- How long issuing may take, as the clauses have it; which clock a diploma runs against depends on its medium and its step.
create table credential.deadline (
  step        text not null check (step in ('ISSUE', 'HAND_OVER')), -- from the decision to the release, from the release to the hand-over
  medium      text not null check (medium in ('PAPER', 'DIGITAL')),
  days        integer not null check (days > 0),
  working     boolean not null, -- working days, not calendar days
  clause_code text not null references law.clause,
  valid_from  date not null,
  valid_to    date,
  primary key (step, medium, valid_from)
);
insert into credential.deadline (step, medium, days, working, clause_code, valid_from, valid_to) values
  ('ISSUE', 'DIGITAL', 5, false, 'TT10-2026.HAN', date '2026-04-15', null), ('ISSUE', 'PAPER', 30, false, 'TT10-2026.HAN', date '2026-04-15', null),
  ('ISSUE', 'PAPER', 30, true, 'TT10-2026.HAN', date '1990-01-01', date '2026-04-14'),
  ('HAND_OVER', 'DIGITAL', 30, false, 'TT10-2026.HAN', date '1990-01-01', null), ('HAND_OVER', 'PAPER', 30, false, 'TT10-2026.HAN', date '1990-01-01', null);
grant select on credential.deadline to lanhnghe_app;

create view credential.diploma_record with (security_invoker = true) as
  select id as diploma_id, enrolment_id, learner_id, institution_id, site_id, serial, register_number, state, medium, level, occupation_code, decided_on,
         signed_at, released_at, ended_at
    from credential.diploma;
grant select on credential.diploma_record to lanhnghe_app;

-- A step of issuing on its way: asked for by a person, done in the background, whole or not at all.
create table credential.run (
  id             bigint generated always as identity primary key,
  institution_id bigint not null references institution.institution,
  site_id        bigint,
  decision_id    bigint not null references credential.decision on delete cascade,
  step           text not null check (step in ('CHECK', 'SIGN', 'RELEASE')),
  state          text not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'FAILED')),
  done           integer not null default 0,
  total          integer not null,
  plan           text, -- fingerprint of what the checker was shown
  trouble        text,
  account_id     bigint not null,
  actor          text not null,
  at             timestamptz not null default now()
);
create unique index one_run_at_a_time on credential.run (decision_id) where state = 'RUNNING';
create index on credential.run (decision_id, id);
create index on credential.run (institution_id);
alter table credential.run enable row level security;
grant select, insert, update (state, done, trouble) on credential.run to lanhnghe_app;
create policy reading on credential.run for select using ((select scope.reads_all()) or institution_id = (select scope.institution()));
create policy adding on credential.run for insert with check ((select scope.writes_all()) or institution_id = (select scope.institution()));
create policy changing on credential.run for update using ((select scope.writes_all()) or institution_id = (select scope.institution()));
