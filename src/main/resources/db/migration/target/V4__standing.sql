-- Each milestone says which formula computes it, and from where it sets out: "đúng tiến độ" is a straight line from there to the milestone.
alter table target.milestone
  add formula_code text,
  add start_on date not null default date '2023-06-22',
  add start_value numeric(5, 2) not null default 0 check (start_value between 0 and 100);
update target.milestone set formula_code = 'CT05' where target_code = 'CT05';
update target.milestone set formula_code = case year when 2025 then 'CT06.2025' else 'CT06' end where target_code = 'CT06';
update target.milestone f set start_on = date '2025-12-31', start_value = n.threshold
  from target.milestone n where n.target_code = f.target_code and n.year = 2025 and f.year = 2030 and n.threshold is not null and f.target_code <> 'CT06';
update target.milestone set start_on = date '2025-12-31' where year = 2030; -- CT06 counts more institutions from then on and sets out from nothing
update target.target set lacking = null, awaited = null where code in ('CT04', 'CT05', 'CT09');
update target.status_rule set note = 'Tiến độ vẽ thẳng từ điểm xuất phát đến mốc; mức phân biệt do thành phố đặt, chưa xác minh.';

-- Change of a milestone: only by a document, from a day on; what stood before stays (I10).
create table target.revision (
  id           bigint generated always as identity primary key,
  target_code  text not null,
  year         integer not null,
  comparison   text not null check (comparison in ('>=', '>')),
  threshold    numeric(5, 2) not null check (threshold > 0 and threshold <= 100),
  wording      text not null,
  text_code    text not null,
  since        date not null,
  reason       text not null check (length(reason) between 10 and 500),
  made_by_name text not null,
  made_at      timestamptz not null default now(),
  foreign key (target_code, year) references target.milestone
);
create index on target.revision (target_code, year, since);

-- Why a target has been off track for two months running, and what is done about it (I09). Written once for a month.
create table target.explanation (
  target_code text not null,
  year        integer not null,
  month       date not null, -- the last day of the second month
  cause       text not null check (length(cause) between 10 and 1000),
  action      text not null check (length(action) between 10 and 1000),
  done_by     date not null,
  by_name     text not null,
  at          timestamptz not null default now(),
  primary key (target_code, year, month),
  foreign key (target_code, year) references target.milestone
);

-- Evidence of a milestone that is reached or not (CT04, CT09): brought by one person, judged by another.
create table target.proof (
  id              bigint generated always as identity primary key,
  target_code     text not null,
  year            integer not null,
  words           text not null check (length(words) between 10 and 1000),
  evidence        text not null,
  evidence_name   text not null,
  brought_by      bigint not null,
  brought_by_name text not null,
  brought_at      timestamptz not null default now(),
  accepted        boolean,
  reason          text,
  judged_by       bigint check (judged_by <> brought_by),
  judged_by_name  text,
  judged_at       timestamptz,
  check ((accepted is null) = (judged_by is null)),
  foreign key (target_code, year) references target.milestone
);
create index on target.proof (target_code, year, id desc);
create unique index one_open_proof on target.proof (target_code, year) where accepted is null;

grant select, insert on target.revision, target.explanation, target.proof to lanhnghe_app;
grant update (accepted, reason, judged_by, judged_by_name, judged_at) on target.proof to lanhnghe_app;
do $$ declare t text; begin
  foreach t in array array['revision', 'explanation', 'proof'] loop
    execute format('alter table target.%I enable row level security', t);
    execute format('create policy reading on target.%I for select using (true)', t);
    execute format('create policy adding on target.%I for insert with check ((select scope.writes_all()))', t);
  end loop;
end $$;
create policy judging on target.proof for update using ((select scope.writes_all()) and accepted is null) with check ((select scope.writes_all()));
