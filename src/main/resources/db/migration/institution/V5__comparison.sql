-- Đối chiếu: a list of another office beside the register, row by row, with the most alike and what was decided.
create table institution.comparison (
  id          bigint generated always as identity primary key,
  file_name   text not null,
  uploaded_by text not null,
  uploaded_at timestamptz not null default now()
);

create table institution.comparison_row (
  id            bigint generated always as identity primary key,
  comparison_id bigint not null references institution.comparison,
  row_no        integer not null, -- the spreadsheet's own
  code          text,
  name          text not null,
  other         text, -- the rest of the row, for the eye
  candidates    bigint[] not null, -- the most alike of the register, best first
  scores        numeric(4, 3)[] not null,
  matched_id    bigint references institution.institution,
  decision      text not null default 'OPEN' check (decision in ('OPEN', 'ACCEPTED', 'ABSENT')),
  decided_by    text,
  decided_at    timestamptz,
  unique (comparison_id, row_no),
  check ((decision = 'ACCEPTED') = (matched_id is not null))
);
create index on institution.comparison_row (matched_id);

-- The department's own work: nobody else sees it.
do $$
declare t text;
begin
  foreach t in array array['comparison', 'comparison_row'] loop
    execute format('alter table institution.%I enable row level security', t);
    execute format('grant select, insert, update on institution.%I to lanhnghe_app', t);
    execute format('create policy reading on institution.%I for select using ((select scope.reads_all()))', t);
    execute format('create policy adding on institution.%I for insert with check ((select scope.writes_all()))', t);
    execute format('create policy changing on institution.%I for update using ((select scope.writes_all()))', t);
  end loop;
end $$;
