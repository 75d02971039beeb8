-- Giấy chứng nhận đăng ký hoạt động GDNN: the papers, in the order in which they were given.
create table institution.licence (
  id             bigint generated always as identity primary key,
  institution_id bigint not null references institution.institution,
  kind           text not null check (kind in ('FIRST', 'SUPPLEMENT', 'REPLACEMENT', 'WITHDRAWAL')),
  number         text not null,
  number_folded  text not null,
  issuer         text not null,
  issued_on      date not null,
  valid_from     date not null,
  valid_to       date, -- the last day
  clause_code    text references law.clause,
  scan           text, -- SHA-256 of the scanned paper
  scan_name      text,
  note           text,
  token          text not null unique, -- what its QR code carries
  rehearsal      boolean not null default false,
  recorded_by    text not null,
  recorded_at    timestamptz not null default now(),
  check (valid_from >= issued_on - 366),
  check (valid_to >= valid_from),
  unique (institution_id, number_folded, issued_on)
);
create index on institution.licence (number_folded);
create index on institution.licence (clause_code);

-- The clause under which a licence was given, by its day.
create table institution.licence_basis (
  clause_code text not null references law.clause,
  valid_from  date not null,
  valid_to    date, -- the last day
  primary key (clause_code, valid_from)
);
insert into institution.licence_basis (clause_code, valid_from, valid_to) values
  ('ND143-2016.DK', date '2016-10-14', date '2025-12-31'), ('L124-2025.19', date '2026-01-01', null);
grant select on institution.licence_basis to lanhnghe_app;

-- One line of a paper: occupation × level × site × quota a year, as printed and as the list in force has it.
create table institution.licence_line (
  id              bigint generated always as identity primary key,
  licence_id      bigint not null references institution.licence,
  institution_id  bigint not null references institution.institution,
  site_id         bigint not null references institution.site,
  occupation_code text, -- none for short courses, which have no code
  code_on_paper   text,
  occupation_name text not null,
  level           text not null check (level in ('CAO_DANG', 'TRUNG_CAP', 'TRUNG_HOC_NGHE', 'SO_CAP', 'NGHE_KHAC')),
  quota           integer not null check (quota > 0), -- learners taken in a year
  valid_from      date not null,
  valid_to        date, -- the last day
  withdrawn_by    bigint references institution.licence,
  note            text,
  check (valid_to >= valid_from - 1)
);
create index on institution.licence_line (licence_id);
create index on institution.licence_line (institution_id, level);
create index on institution.licence_line (site_id);
create index on institution.licence_line (withdrawn_by);
create index on institution.licence_line (occupation_code, level);

do $$
declare t text;
begin
  foreach t in array array['licence', 'licence_line'] loop
    execute format('alter table institution.%I enable row level security', t);
    execute format('grant select, insert, update on institution.%I to lanhnghe_app', t);
    execute format('create policy reading on institution.%I for select using (true)', t);
    execute format('create policy adding on institution.%I for insert with check ((select scope.writes_all()))', t);
    execute format('create policy changing on institution.%I for update using ((select scope.writes_all()))', t);
  end loop;
end $$;

-- What other modules may join to: who may train what, where, from when to when.
create view institution.licensed with (security_invoker = true) as
  select n.id, n.institution_id, n.site_id, n.occupation_code, n.occupation_name, n.level, n.quota, n.valid_from, n.valid_to,
         l.number, l.issued_on
    from institution.licence_line n join institution.licence l on l.id = n.licence_id;
grant select on institution.licensed to lanhnghe_app;

-- Which levels a type of institution may train (Luật GDNN 124/2025/QH15).
create table institution.type_level (
  type  text not null references institution.type,
  level text not null check (level in ('CAO_DANG', 'TRUNG_CAP', 'TRUNG_HOC_NGHE', 'SO_CAP', 'NGHE_KHAC')),
  primary key (type, level)
);
insert into institution.type_level (type, level) values
  ('CD', 'CAO_DANG'), ('CD', 'TRUNG_CAP'), ('CD', 'SO_CAP'), ('CD', 'NGHE_KHAC'), ('TC', 'TRUNG_CAP'), ('TC', 'SO_CAP'), ('TC', 'NGHE_KHAC'),
  ('THN', 'TRUNG_HOC_NGHE'), ('THN', 'SO_CAP'), ('TTGDNN', 'SO_CAP'), ('TTGDNN', 'NGHE_KHAC'), ('TTGDTX', 'SO_CAP'),
  ('DN', 'SO_CAP'), ('DN', 'NGHE_KHAC'), ('DH', 'CAO_DANG'), ('PH', 'CAO_DANG'), ('PH', 'TRUNG_CAP'), ('PH', 'TRUNG_HOC_NGHE'), ('PH', 'SO_CAP');
grant select on institution.type_level to lanhnghe_app;
