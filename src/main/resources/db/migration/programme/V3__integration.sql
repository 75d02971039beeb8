-- Khi nào một chương trình được tính là đã tích hợp năng lực số: so many domains of the framework at such a level, each taught and assessed. A rule by version.
create table programme.rule (
  id             bigint generated always as identity primary key,
  number         integer not null unique,
  framework_code text not null,
  taught         boolean not null, -- must an outcome be taught in a module?
  assessed       boolean not null, -- must it be assessed in one?
  clause_code    text not null references law.clause,
  verified       boolean not null default false,
  note           text not null check (length(note) between 3 and 500),
  valid_from     date not null,
  valid_to       date,             -- the last day
  made_by_name   text not null,
  made_at        timestamptz not null default now(),
  check (valid_to >= valid_from)
);
create unique index one_open_rule on programme.rule ((valid_to is null)) where valid_to is null;
create index on programme.rule (clause_code);
create table programme.rule_level (
  rule_id bigint not null references programme.rule on delete cascade,
  level   text not null check (level in ('CAO_DANG', 'TRUNG_CAP', 'TRUNG_HOC_NGHE', 'SO_CAP', 'NGHE_KHAC')),
  domains integer not null check (domains between 1 and 20),
  rank    integer not null check (rank between 1 and 20), -- the level of the framework, counted from 1
  primary key (rule_id, level)
);
insert into programme.rule (number, framework_code, taught, assessed, clause_code, note, valid_from, made_by_name) values
  (1, 'NLS-NH', true, true, 'QD2550-2023.NLS', 'Mức khởi đầu do hệ thống đề nghị, Sở chưa ban hành quy định.', date '2025-03-11', 'Lành Nghề');
insert into programme.rule_level (rule_id, level, domains, rank)
select r.id, l.level, l.domains, l.rank from programme.rule r, (values ('CAO_DANG', 3, 3), ('TRUNG_CAP', 3, 2), ('TRUNG_HOC_NGHE', 3, 2), ('SO_CAP', 1, 1), ('NGHE_KHAC', 1, 1)) as l (level, domains, rank);

-- What the rule says of a version, told anew whenever either changes.
create table programme.standing (
  version_id     bigint primary key references programme.version on delete cascade,
  institution_id bigint not null references institution.institution,
  rule_id        bigint not null references programme.rule,
  integrated     boolean not null,
  domains        integer not null, -- that meet the rule
  computed_at    timestamptz not null default now()
);
create index on programme.standing (rule_id);
create index on programme.standing (institution_id);
-- Since when, and until when, a programme in force was integrated. A day that is known is never moved.
create table programme.integration (
  id             bigint generated always as identity primary key,
  programme_id   bigint not null references programme.programme on delete cascade,
  institution_id bigint not null references institution.institution,
  since          date not null,
  until          date, -- the day on which it stopped
  check (until >= since)
);
create unique index one_open_integration on programme.integration (programme_id) where until is null;
create index on programme.integration (programme_id, since);
create index on programme.integration (institution_id);
create function programme.keep_day() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.since = old.since and new.programme_id = old.programme_id and old.until is null then return new; end if;
  raise exception 'a day that is known is not moved' using errcode = 'restrict_violation';
end $$;
create trigger keep before update on programme.integration for each row execute function programme.keep_day();

-- What each version reaches of each domain of the framework in use: by its components, the levels, whether taught, whether assessed.
create view programme.reach with (security_invoker = true) as
  select a.version_id, i.framework_code, coalesce(i.parent_code, i.code) as domain_code, i.code as item_code, l.rank, o.id as outcome_id, o.code as outcome_code,
         exists (select from programme.teaching t where t.outcome_id = o.id and t.teaches) as taught,
         exists (select from programme.teaching t where t.outcome_id = o.id and t.assesses) as assessed
    from programme.alignment a
    join programme.outcome o on o.id = a.outcome_id
    join framework.item_list i on i.id = a.item_id
    join framework.level_list l on l.framework_id = a.framework_id and l.code = a.level_code
   where i.state = 'ACTIVE' and a.relation <> 'RELATED';

-- What hangs on a version of the framework that is no longer in use, with what is proposed in its place.
create view programme.hanging with (security_invoker = true) as
  select a.id, a.version_id, v.programme_id, a.institution_id, v.name as programme, v.state, o.id as outcome_id, o.code as outcome_code, o.statement,
         i.framework_code, i.version as framework_version, i.code as item_code, i.name as item_name, a.level_code,
         s.successor_id, n.code as successor_code, n.name as successor_name, s.how, n.framework_id as successor_framework_id,
         exists (select from framework.level_list l where l.framework_id = n.framework_id and l.code = a.level_code) as level_stays
    from programme.alignment a
    join programme.version v on v.id = a.version_id and v.state <> 'SUPERSEDED'
    join programme.outcome o on o.id = a.outcome_id
    join framework.item_list i on i.id = a.item_id and i.state = 'ENDED'
    left join framework.succession_list s on s.item_id = a.item_id
    left join framework.item_list n on n.id = s.successor_id;

grant select on programme.rule, programme.rule_level, programme.standing, programme.integration, programme.reach, programme.hanging to lanhnghe_app;
grant insert, update on programme.rule, programme.standing, programme.integration to lanhnghe_app;
grant insert on programme.rule_level to lanhnghe_app;
do $$ declare t text; begin
  foreach t in array array['rule', 'rule_level'] loop
    execute format('alter table programme.%I enable row level security', t);
    execute format('create policy reading on programme.%I for select using (true)', t);
    execute format('create policy adding on programme.%I for insert with check ((select scope.writes_all()))', t);
    execute format('create policy changing on programme.%I for update using ((select scope.writes_all()))', t);
  end loop;
  foreach t in array array['standing', 'integration'] loop
    execute format('alter table programme.%I enable row level security', t);
    execute format('create policy adding on programme.%I for insert with check (institution_id = (select scope.institution()) or (select scope.writes_all()))', t);
    execute format('create policy changing on programme.%I for update using (institution_id = (select scope.institution()) or (select scope.writes_all()))', t);
  end loop;
end $$;
create policy reading on programme.standing for select using ((select scope.reads_all()) or institution_id = (select scope.institution())
  or version_id in (select v.id from programme.version v where v.state in ('PUBLISHED', 'SUPERSEDED')));
create policy reading on programme.integration for select using ((select scope.reads_all()) or institution_id = (select scope.institution())
  or programme_id in (select v.programme_id from programme.version v where v.state = 'PUBLISHED'));
