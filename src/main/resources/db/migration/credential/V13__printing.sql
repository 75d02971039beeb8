-- Printing on forms: what stands where, in millimetres; how each printer errs; whose data has been confirmed; how far a step is.

-- A layout is never changed in place: a change is its next version. Without an institution it is what a college starts from.
create table credential.layout (
  id             bigint generated always as identity primary key,
  institution_id bigint references institution.institution,
  level          text not null check (level in ('CAO_DANG', 'TRUNG_CAP', 'TRUNG_HOC_NGHE', 'SO_CAP')),
  version        integer not null check (version > 0),
  width          numeric(5,1) not null check (width between 100 and 420),
  height         numeric(5,1) not null check (height between 100 and 420),
  clause_code    text references law.clause,
  actor_id       bigint,
  actor_name     text not null,
  at             timestamptz not null default now(),
  unique nulls not distinct (institution_id, level, version)
);
create index on credential.layout (clause_code);

-- Where one thing stands on a form: its upper left corner and width in mm, its letters in pt.
create table credential.placement (
  layout_id bigint not null references credential.layout on delete cascade,
  item      text not null,
  shown     boolean not null,
  x         numeric(5,1) not null check (x >= 0),
  y         numeric(5,1) not null check (y >= 0),
  width     numeric(5,1) not null check (width >= 5),
  size      numeric(4,1) not null check (size between 5 and 40),
  align     text not null check (align in ('LEFT', 'CENTRE', 'RIGHT')),
  bold      boolean not null,
  capitals  boolean not null,
  primary key (layout_id, item)
);

insert into credential.layout (level, version, width, height, clause_code, actor_name)
select level, 1, 270, 190, 'TT10-2017.SG', 'Mẫu chung' from unnest(array['CAO_DANG', 'TRUNG_CAP', 'TRUNG_HOC_NGHE', 'SO_CAP']) as level;
insert into credential.placement (layout_id, item, shown, x, y, width, size, align, bold, capitals)
select l.id, i.item, i.shown, i.x, i.y, i.width, i.size, i.align, i.bold, i.capitals
  from credential.layout l cross join (values
  ('INSTITUTION_EN', true, 12, 40, 111, 11, 'CENTRE', true, true), ('AWARD_EN', false, 12, 54, 111, 15, 'CENTRE', true, true),
  ('FULL_NAME_EN', true, 12, 72, 111, 15, 'CENTRE', true, false), ('BIRTH_DATE_EN', true, 55, 86, 66, 11, 'LEFT', false, false),
  ('BIRTH_PLACE_EN', true, 55, 94, 66, 11, 'LEFT', false, false), ('OCCUPATION_EN', true, 55, 102, 66, 11, 'LEFT', false, false),
  ('RANK_EN', true, 55, 114, 66, 11, 'LEFT', false, false), ('DECISION_EN', true, 55, 122, 66, 11, 'LEFT', false, false),
  ('PHOTO', false, 14, 140, 30, 8, 'CENTRE', false, false), ('QR', true, 14, 150, 26, 8, 'CENTRE', false, false),
  ('CODE', true, 42, 168, 50, 8, 'LEFT', false, false),
  ('INSTITUTION', true, 147, 40, 111, 11, 'CENTRE', true, true), ('AWARD', false, 147, 54, 111, 15, 'CENTRE', true, true),
  ('TITLE', true, 147, 64, 111, 11, 'CENTRE', true, false), ('FULL_NAME', true, 147, 72, 111, 15, 'CENTRE', true, false),
  ('BIRTH_DATE', true, 190, 86, 66, 11, 'LEFT', false, false), ('BIRTH_PLACE', true, 190, 94, 66, 11, 'LEFT', false, false),
  ('OCCUPATION', true, 190, 102, 66, 11, 'LEFT', false, false), ('RANK', true, 190, 114, 66, 11, 'LEFT', false, false),
  ('DECISION', true, 190, 122, 66, 11, 'LEFT', false, false), ('SERIAL', false, 147, 168, 50, 10, 'LEFT', false, false),
  ('REGISTER_NUMBER', true, 147, 175, 60, 10, 'LEFT', false, false)
  ) as i (item, shown, x, y, width, size, align, bold, capitals);

alter table credential.layout enable row level security;
alter table credential.placement enable row level security;
grant select, insert on credential.layout, credential.placement to lanhnghe_app;
create policy reading on credential.layout for select using ((select scope.reads_all()) or institution_id is null or institution_id = (select scope.institution()));
create policy adding on credential.layout for insert with check (institution_id = (select scope.institution()));
create policy reading on credential.placement for select using (layout_id in (select id from credential.layout));
create policy adding on credential.placement for insert with check (layout_id in (select id from credential.layout where institution_id = (select scope.institution())));

-- What a printer is told so that a thing comes out where the layout has it: told = scale * meant + offset, mm.
create table credential.printer (
  id             bigint generated always as identity primary key,
  institution_id bigint not null references institution.institution,
  name           text not null,
  scale_x        numeric(7,5) not null default 1 check (scale_x between 0.9 and 1.1),
  scale_y        numeric(7,5) not null default 1 check (scale_y between 0.9 and 1.1),
  offset_x       numeric(6,2) not null default 0 check (abs(offset_x) <= 30),
  offset_y       numeric(6,2) not null default 0 check (abs(offset_y) <= 30),
  corrected_at   timestamptz,
  removed_at     timestamptz
);
create unique index one_printer_of_a_name on credential.printer (institution_id, lower(name)) where removed_at is null;
alter table credential.printer enable row level security;
grant select, insert, update (name, scale_x, scale_y, offset_x, offset_y, corrected_at, removed_at) on credential.printer to lanhnghe_app;
create policy reading on credential.printer for select using ((select scope.reads_all()) or institution_id = (select scope.institution()));
create policy adding on credential.printer for insert with check (institution_id = (select scope.institution()));
create policy changing on credential.printer for update using (institution_id = (select scope.institution()));

-- Who held the data of a numbered diploma against the file before it was printed.
create table credential.confirmation (
  diploma_id     bigint primary key references credential.diploma on delete cascade,
  institution_id bigint not null references institution.institution,
  account_id     bigint not null,
  account_name   text not null,
  at             timestamptz not null default now()
);
create index on credential.confirmation (institution_id);
alter table credential.confirmation enable row level security;
grant select, insert on credential.confirmation to lanhnghe_app;
create policy reading on credential.confirmation for select using ((select scope.reads_all()) or institution_id = (select scope.institution()));
create policy adding on credential.confirmation for insert with check (institution_id = (select scope.institution()));

-- How far a running step is; apart from the run, whose row the step holds until it ends.
create table credential.run_progress (
  run_id bigint primary key references credential.run on delete cascade,
  done   integer not null
);
alter table credential.run_progress enable row level security;
grant select, insert, update (done) on credential.run_progress to lanhnghe_app;
create policy reading on credential.run_progress for select using (run_id in (select id from credential.run));
create policy adding on credential.run_progress for insert with check (run_id in (select id from credential.run));
create policy changing on credential.run_progress for update using (run_id in (select id from credential.run));

-- What each address has used of its checks this minute, on all nodes; worth nothing after it, so never written to the log of the database.
create unlogged table credential.spent (
  address text not null,
  minute  bigint not null,
  used    integer not null,
  primary key (address, minute)
);
create index on credential.spent (minute);
grant select, insert, update, delete on credential.spent to lanhnghe_app;
alter table credential.spent enable row level security;
create policy system on credential.spent using ((select scope.writes_all())) with check ((select scope.writes_all()));
