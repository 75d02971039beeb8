-- Sáp nhập, chia tách, đổi tên, chuyển đổi: who came after whom, by which decision, and what became of what was open.
create table institution.succession (
  id            bigint generated always as identity primary key,
  kind          text not null check (kind in ('MERGE', 'SPLIT', 'RENAME', 'CONVERT')),
  decision      text not null,
  decided_on    date not null,
  effective_on  date not null,
  open_work     text not null check (open_work in ('WITHDRAW', 'KEEP')),
  learners      text not null check (learners in ('SUCCESSOR', 'DEPARTMENT')),
  books         text not null check (books in ('SUCCESSOR', 'DEPARTMENT')),
  reason        text not null,
  recorded_by   text not null,
  recorded_at   timestamptz not null default now(),
  undone_at     timestamptz,
  undone_by     text,
  undone_reason text,
  check (effective_on >= decided_on)
);

create table institution.succession_part (
  succession_id  bigint not null references institution.succession,
  institution_id bigint not null references institution.institution,
  role           text not null check (role in ('BEFORE', 'AFTER')),
  closed         boolean not null default false, -- whether it ceased to be with this succession
  status_before  text,
  primary key (succession_id, institution_id, role)
);
create index on institution.succession_part (institution_id);

-- Who looks after the learners (LEARNERS) and the register books (BOOKS) of an institution that is no more, since when.
create table institution.custody (
  succession_id bigint not null references institution.succession,
  kept_id       bigint not null references institution.institution,
  keeper_id     bigint not null references institution.institution,
  what          text not null check (what in ('LEARNERS', 'BOOKS')),
  since         date not null,
  ended_on      date,
  primary key (succession_id, kept_id, keeper_id, what)
);
create index on institution.custody (kept_id);
create index on institution.custody (keeper_id, what);

alter table institution.licence_line add ended_by bigint references institution.succession;
create index on institution.licence_line (ended_by);

do $$
declare t text;
begin
  foreach t in array array['succession', 'succession_part', 'custody'] loop
    execute format('alter table institution.%I enable row level security', t);
    execute format('grant select, insert, update on institution.%I to lanhnghe_app', t);
    execute format('create policy reading on institution.%I for select using (true)', t);
    execute format('create policy adding on institution.%I for insert with check ((select scope.writes_all()))', t);
    execute format('create policy changing on institution.%I for update using ((select scope.writes_all()))', t);
  end loop;
end $$;

-- The institutions whose learners or books the scope's institution looks after, for the policies of other modules.
create function scope.keeps(what text) returns bigint[]
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(c.kept_id), '{}') from institution.custody c
   where scope.site() is null and c.keeper_id = scope.institution() and c.what = $1 and c.since <= current_date and c.ended_on is null
$$;
revoke all on function scope.keeps(text) from public;
grant execute on function scope.keeps(text) to lanhnghe_app;

-- What other modules may join to: who keeps whose books.
create view institution.kept with (security_invoker = true) as
  select c.kept_id, c.keeper_id, c.what, c.since, i.name as keeper_name, i.slug as keeper_slug
    from institution.custody c join institution.institution i on i.id = c.keeper_id where c.ended_on is null;
grant select on institution.kept to lanhnghe_app;

-- What other modules may join to for a day of the past: each institution as it was, from a day to the day before another.
create view institution.history with (security_invoker = true) as
  select v.institution_id as id, v.name, v.type, t.label as type_label, v.ownership, v.status, (v.facts ->> 'STATUS_FROM')::date as status_from,
         v.ward_code, w.region, v.valid_from, v.valid_to
    from institution.version v
    join institution.type t on t.code = v.type
    left join place.unit w on w.code = v.ward_code
   where v.superseded_at is null;
grant select on institution.history to lanhnghe_app;

-- Where the register's rules rest.
update institution.field_rule set clause_code = 'ND95-2026.TEN' where field in ('NAME', 'NAME_EN', 'WEBSITE');
update institution.field_rule set clause_code = 'L124-2025.7' where field in ('TYPE', 'OWNERSHIP', 'FOUNDED_ON');
update institution.field_rule set clause_code = 'ND95-2026.BS' where field in ('ADDRESS', 'WARD', 'SITE');
update institution.field_rule set clause_code = 'QD20-2020.MA' where field = 'AGENCY_CODE';
update institution.field_rule set clause_code = 'ND334-2026.TC' where field = 'AUTONOMY';
update institution.rule set clause_code = 'ND95-2026.BS' where code = 'QUOTA_TOLERANCE';
