-- Đề nghị sửa hồ sơ: a teacher asks for a fact of their own record to be changed, with the paper that proves it; the college decides.
create table person.request (
  id             bigint generated always as identity primary key,
  person_id      bigint not null references person.person,
  institution_id bigint not null references institution.institution, -- which decides
  account_id     bigint not null,
  facts          jsonb not null,      -- what is asked for, by field
  note           text not null check (length(note) between 3 and 500),
  sha256         text not null,
  file_name      text not null,
  state          text not null default 'PENDING' check (state in ('PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
  asked_at       timestamptz not null default now(),
  reply          text,
  decided_by     text,
  decided_at     timestamptz
);
create index on person.request (person_id, id desc);
create index on person.request (institution_id, state, id);
grant select, insert, update on person.request to lanhnghe_app;
alter table person.request enable row level security;
create policy reading on person.request for select using ((select scope.reads_all()) or institution_id = (select scope.institution()));
create policy adding on person.request for insert with check ((select scope.writes_all()));
create policy changing on person.request for update using ((select scope.writes_all()));
