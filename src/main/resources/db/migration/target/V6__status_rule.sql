-- The rule of status is changed on screen, from a day on, by a document (I04); the rules before stay.
alter table target.status_rule
  add text_code text,
  add reason text check (length(reason) between 10 and 500),
  add made_by_name text not null default 'Lành Nghề',
  add made_at timestamptz not null default now(),
  add unique (valid_from);
alter table target.status_rule enable row level security;
create policy reading on target.status_rule for select using (true);
create policy adding on target.status_rule for insert with check ((select scope.writes_all()));
grant insert on target.status_rule to lanhnghe_app;
