-- Hỏi người sử dụng lao động: a link for one employer about the outcomes of one version, open until a day, answered once, without an account.
create table programme.inquiry (
  id                bigint generated always as identity primary key,
  version_id        bigint not null references programme.version on delete cascade,
  institution_id    bigint not null references institution.institution,
  organisation      text not null check (length(organisation) between 3 and 200), -- whom the college asks
  token_hash        text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),   -- SHA-256 of what is in the link, which nobody keeps
  until_on          date not null,
  made_by_name      text not null,
  made_at           timestamptz not null default now(),
  withdrawn_at      timestamptz,
  withdrawn_by_name text,
  answered_at       timestamptz,
  by_name           text check (length(by_name) between 3 and 120), -- who answered, as they signed
  by_post           text check (length(by_post) between 2 and 120),
  by_organisation   text check (length(by_organisation) between 3 and 200),
  words             text not null default '' check (length(words) <= 2000),
  check ((answered_at is null) = (by_name is null or by_post is null or by_organisation is null)),
  check (answered_at is null or withdrawn_at is null)
);
create index on programme.inquiry (version_id, id);
create index on programme.inquiry (institution_id);
create table programme.inquiry_answer (
  inquiry_id     bigint not null references programme.inquiry on delete cascade,
  institution_id bigint not null references institution.institution,
  outcome_id     bigint references programme.outcome on delete set null,
  code           text not null, -- as both stood when it was answered
  statement      text not null,
  verdict        text not null check (verdict in ('NEEDED', 'NOT_NEEDED', 'LACKING')),
  words          text not null default '' check (length(words) <= 500),
  primary key (inquiry_id, code),
  check (verdict <> 'LACKING' or words <> '')
);
create index on programme.inquiry_answer (outcome_id);
create index on programme.inquiry_answer (institution_id);

-- An answer is an employer's part in the programme, counted as one that the college records; which of the two it is stays to be seen.
alter table programme.partner
  add design boolean not null default false, -- had a say in the outcomes
  add inquiry_id bigint unique references programme.inquiry on delete cascade,
  drop constraint partner_check,
  add constraint partner_check check (practice or assessment or research or design),
  drop constraint partner_programme_id_year_organisation_key;
create unique index partner_once on programme.partner (programme_id, year, organisation) where inquiry_id is null;
alter table programme.comment add inquiry_id bigint references programme.inquiry on delete cascade;
create index on programme.comment (inquiry_id);

grant select, insert, update on programme.inquiry to lanhnghe_app;
grant select, insert on programme.inquiry_answer to lanhnghe_app;
alter table programme.inquiry enable row level security;
create policy reading on programme.inquiry for select using ((select scope.reads_all()) or institution_id = (select scope.institution()));
create policy adding on programme.inquiry for insert with check (institution_id = (select scope.institution()) and answered_at is null or (select scope.writes_all()));
create policy changing on programme.inquiry for update using (institution_id = (select scope.institution()) or (select scope.writes_all()))
  with check (answered_at is null or (select scope.writes_all()));
alter table programme.inquiry_answer enable row level security;
create policy reading on programme.inquiry_answer for select using ((select scope.reads_all()) or institution_id = (select scope.institution()));
-- no college writes an employer's words under the employer's hand
create policy adding on programme.inquiry_answer for insert with check ((select scope.writes_all()));
do $$ declare t text; begin
  foreach t in array array['partner', 'comment'] loop
    execute format('drop policy adding on programme.%I', t);
    execute format('create policy adding on programme.%I for insert with check (institution_id = (select scope.institution()) and inquiry_id is null or (select scope.writes_all()))', t);
  end loop;
end $$;
create function programme.keep_word() returns trigger language plpgsql as $$
begin
  raise exception 'what an employer answered is not changed' using errcode = 'restrict_violation';
end $$;
create trigger keep before update on programme.inquiry for each row when (old.answered_at is not null) execute function programme.keep_word();
