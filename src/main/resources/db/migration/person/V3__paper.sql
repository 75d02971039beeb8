-- Văn bằng, chứng chỉ of a person, with its scan and how far it has been proven.
create table person.paper (
  id             bigint generated always as identity primary key,
  person_id      bigint not null references person.person,
  institution_id bigint not null references institution.institution, -- whose shelf the scan lies on
  kind           text not null check (kind in ('VAN_BANG', 'SU_PHAM', 'NGOAI_NGU', 'TIN_HOC', 'KY_NANG', 'BOI_DUONG', 'KHAC')),
  name           text not null check (length(name) between 3 and 200),
  issuer         text not null check (length(issuer) between 3 and 200),
  number         text not null default '' check (length(number) <= 60),
  issued_on      date not null,
  valid_to       date,
  sha256         text not null,
  file_name      text not null,
  state          text not null default 'DECLARED' check (state in ('DECLARED', 'CONFIRMED', 'VERIFIED', 'REJECTED')),
  state_note     text,
  state_by       text,
  state_at       timestamptz,
  declared_by    text not null,
  declared_at    timestamptz not null default now(),
  check (valid_to >= issued_on)
);
create index on person.paper (person_id, issued_on desc);
create index on person.paper (institution_id) where state = 'DECLARED';
create index on person.paper (institution_id);

-- Công nhận người dạy nghề (TT 43/2026): lapses when the person has not taught for as long as the rule says.
create table person.recognition (
  id              bigint generated always as identity primary key,
  person_id       bigint not null references person.person,
  institution_id  bigint not null references institution.institution, -- which recognised them
  occupation      text not null check (length(occupation) between 2 and 200),
  council_size    integer not null check (council_size > 0 and council_size % 2 = 1),
  decision_number text not null check (length(decision_number) between 1 and 60),
  decided_on      date not null,
  evidence        text not null check (length(evidence) between 3 and 500),
  sha256          text not null,
  file_name       text not null,
  taught_on       date,                      -- the last day taught that anybody has told of
  recorded_at     timestamptz not null default now(),
  check (taught_on >= decided_on),
  unique (institution_id, decision_number, person_id)
);
create index on person.recognition (person_id);

grant select, insert, update on person.paper, person.recognition to lanhnghe_app;
do $$ declare t text; begin
  foreach t in array array['paper', 'recognition'] loop
    execute format('alter table person.%I enable row level security', t);
    execute format('create policy reading on person.%I for select using ((select scope.reads_all())
      or person_id in (select s.person_id from person.spell s where s.institution_id = (select scope.institution())))', t);
    execute format('create policy adding on person.%I for insert with check ((select scope.writes_all()))', t);
    execute format('create policy changing on person.%I for update using ((select scope.writes_all()))', t);
  end loop;
end $$;
