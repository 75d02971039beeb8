-- The whole life of a file: uploaded -> checked -> ready -> running -> done / partial / failed / undone.
alter table intake.batch drop constraint batch_state_check;
alter table intake.batch add constraint batch_state_check check (state in
  ('UPLOADED', 'CHECKED', 'READY', 'COMMITTING', 'DONE', 'PARTIAL', 'FAILED', 'UNDONE', 'DROPPED'));
alter table intake.batch
  add good      integer not null default 0, -- rows at the last check
  add bad       integer not null default 0,
  add aside     integer not null default 0,
  add streamed  boolean not null default false, -- too long to be held: checked in slices, in the background
  add override_reason text,                     -- why a mass change was written all the same
  add undone_at timestamptz,
  add undone_by text;
update intake.batch set good = accepted, bad = refused;
update intake.batch set state = 'PARTIAL' where state = 'DONE' and refused > 0;

-- Why a row was not written, as it was when the others were: kept, because the register has moved on since.
create table intake.refused_row (
  batch_id       bigint not null references intake.batch,
  institution_id bigint not null,
  site_id        bigint,
  sheet          text not null,
  row_no         integer not null,
  why            text not null, -- empty: a person set the row aside
  primary key (batch_id, sheet, row_no)
);

-- The faults of a file that is too long to be held, the first ones of each kind.
create table intake.streamed_fault (
  batch_id       bigint not null references intake.batch,
  institution_id bigint not null,
  site_id        bigint,
  row_no         integer not null,
  col            integer not null,
  header         text not null,
  kind           text not null,
  written        text not null,
  message        text not null,
  fix            text,
  primary key (batch_id, row_no, col, kind)
);

-- How often each message was met when files came in; read by administrators, who mend what misleads.
create table intake.fault_count (
  batch_id       bigint not null references intake.batch,
  institution_id bigint not null,
  site_id        bigint,
  sheet_kind     text not null,
  header         text not null,
  fault          text not null,
  cells          integer not null,
  counted_at     timestamptz not null default now(),
  primary key (batch_id, header, fault)
);
create index on intake.fault_count (counted_at);

-- Headers that a college's people have told us the meaning of.
create table intake.mapping (
  institution_id bigint not null,
  site_id        bigint,
  kind           text not null,
  header         text not null, -- folded
  field          text not null, -- empty: this column is not wanted
  told_by        text not null,
  told_at        timestamptz not null default now(),
  primary key (institution_id, kind, header)
);

do $$
declare t text;
begin
  foreach t in array array['refused_row', 'streamed_fault', 'fault_count', 'mapping'] loop
    execute format('alter table intake.%I enable row level security', t);
    execute format('grant select, insert, update, delete on intake.%I to lanhnghe_app', t);
    execute format('create policy reading on intake.%I for select using ((select scope.reads_all()))', t);
    execute format('create policy own on intake.%I using ((select scope.writes_all()) or institution_id = (select scope.institution())
         and ((select scope.site()) is null or site_id = (select scope.site())))', t);
    execute format('create policy department on intake.%I using (institution_id = 0 and (select scope.reach()) = ''CITY'')', t);
  end loop;
end $$;

-- What other modules may join to.
create view intake.file with (security_invoker = true) as select id, institution_id, site_id, kind, committed_at from intake.batch;
grant select on intake.file to lanhnghe_app;
