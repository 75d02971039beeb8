-- Báo nghi giả: anybody may say that a paper looks forged; its issuer answers by a day, and whoever asked follows by a code.
create table credential.answer_term (
  days        integer not null check (days > 0),
  working     boolean not null,
  clause_code text not null references law.clause,
  valid_from  date primary key,
  valid_to    date
);
insert into credential.answer_term (days, working, clause_code, valid_from) values (10, true, 'TT10-2026.XACMINH', date '2026-04-15');
create index on credential.answer_term (clause_code);
grant select on credential.answer_term to lanhnghe_app;

create table credential.suspicion (
  id               bigint generated always as identity primary key,
  code             text not null unique, -- the reporter's
  institution_id   bigint not null references institution.institution,
  diploma_id       bigint not null references credential.diploma,
  told             text not null,
  contact          text, -- only if the reporter wants to be asked back; the college alone sees it
  file             text, -- SHA-256 of what was attached
  file_name        text,
  reported_at      timestamptz not null default now(),
  due_on           date not null,
  finding          text check (finding in ('GENUINE', 'FORGED', 'OUR_ERROR')),
  answer           text,
  answered_by_name text,
  answered_at      timestamptz,
  check ((finding is null) = (answered_at is null) and (finding is null) = (answer is null) and (finding is null) = (answered_by_name is null))
);
create index on credential.suspicion (institution_id, due_on) where finding is null;
create index on credential.suspicion (institution_id, id);
create index on credential.suspicion (diploma_id);
alter table credential.suspicion enable row level security;
grant select, insert, update (finding, answer, answered_by_name, answered_at) on credential.suspicion to lanhnghe_app;
create policy reading on credential.suspicion for select using ((select scope.reads_all()) or institution_id = (select scope.institution()));
create policy adding on credential.suspicion for insert with check ((select scope.writes_all()));
create policy answering on credential.suspicion for update using (institution_id = (select scope.institution()));

create function credential.keep_the_answer() returns trigger language plpgsql as $$
begin
  if old.finding is not null then
    raise exception 'an answer that was given stays';
  end if;
  return new;
end $$;
create trigger keep_the_answer before update on credential.suspicion for each row execute function credential.keep_the_answer();

-- The reporter's way in: where the case stands, never who reported nor what was attached.
create function credential.look_up_suspicion(wanted text)
returns table (code text, reported_at timestamptz, due_on date, finding text, answer text, answered_at timestamptz, institution text)
language sql stable security definer set search_path = '' as $$
  select s.code, s.reported_at, s.due_on, s.finding, s.answer, s.answered_at, p.name
    from credential.suspicion s join institution.plate p on p.id = s.institution_id where s.code = wanted
$$;
revoke execute on function credential.look_up_suspicion(text) from public;
grant execute on function credential.look_up_suspicion(text) to lanhnghe_app;
