-- A scan that came with a form which is not done yet: whoever sent it need not send it again, and nobody else may use it.
create table person.kept_file (
  id             uuid primary key default gen_random_uuid(),
  institution_id bigint not null references institution.institution, -- whose shelf it lies on
  account_id     bigint not null,
  sha256         text not null,
  file_name      text not null,
  kept_at        timestamptz not null default now()
);
create index on person.kept_file (institution_id);
create index on person.kept_file (account_id, kept_at);

-- A correction that is being looked over: what is to be written, what stood there when the page was made, what was typed.
create table person.draft (
  id             uuid primary key default gen_random_uuid(),
  person_id      bigint not null references person.person on delete cascade,
  institution_id bigint not null references institution.institution,
  account_id     bigint not null,
  file_id        uuid not null references person.kept_file on delete cascade,
  changes        jsonb not null, -- by fact; emptied once it is written
  before         jsonb not null,
  typed          jsonb not null, -- by field
  reason         text not null,
  made_at        timestamptz not null default now(),
  written_at     timestamptz
);
create index on person.draft (person_id);
create index on person.draft (institution_id);
create index on person.draft (file_id);

grant select, insert, delete on person.kept_file to lanhnghe_app;
grant select, insert, update, delete on person.draft to lanhnghe_app;
alter table person.kept_file enable row level security;
create policy own on person.kept_file using ((select scope.writes_all()) or institution_id = (select scope.institution()));
alter table person.draft enable row level security;
create policy own on person.draft using ((select scope.writes_all()) or institution_id = (select scope.institution()));

-- What the register said when a teacher asked, so that it shows what changed since; not known of those who asked before.
alter table person.request add stood jsonb;
