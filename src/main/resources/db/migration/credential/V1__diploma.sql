create schema credential;
grant usage on schema credential to lanhnghe_app;

-- Quyết định công nhận tốt nghiệp: what diplomas are issued by. Whoever prepared it cannot sign it.
create table credential.decision (
  id               bigint generated always as identity primary key,
  institution_id   bigint not null references institution.institution,
  number           text not null,
  decided_on       date not null,
  state            text not null default 'PREPARED' check (state in ('PREPARED', 'SIGNED')),
  batch_id         bigint,
  prepared_by      bigint not null,
  prepared_by_name text not null,
  prepared_at      timestamptz not null default now(),
  signed_by        bigint,
  signed_by_name   text,
  signed_at        timestamptz,
  unique (institution_id, number, decided_on),
  check ((state = 'SIGNED') = (signed_by is not null and signed_at is not null)),
  constraint four_eyes check (signed_by <> prepared_by)
);
alter table credential.decision enable row level security;
grant select, insert, update on credential.decision to lanhnghe_app;
create policy reading on credential.decision for select
  using ((select scope.reads_all()) or institution_id = (select scope.institution()));
create policy adding on credential.decision for insert with check ((select scope.writes_all()) or institution_id = (select scope.institution()) and (select scope.site()) is null);
create policy changing on credential.decision for update using ((select scope.writes_all()) or institution_id = (select scope.institution()) and (select scope.site()) is null);

-- The public half of each signing key; the private half never enters the database.
create table credential.signing_key (
  id         text primary key, -- first 16 hexadecimal digits of the SHA-256 of the public key
  public_key bytea not null,   -- X.509 SubjectPublicKeyInfo
  valid_from timestamptz not null default now(),
  valid_to   timestamptz
);
grant select, insert on credential.signing_key to lanhnghe_app;

-- Văn bằng: what is printed on it stands here once and for all; after signing only its life may change.
create table credential.diploma (
  id                bigint generated always as identity primary key,
  institution_id    bigint not null references institution.institution,
  site_id           bigint references institution.site,
  decision_id       bigint not null references credential.decision,
  enrolment_id      bigint not null references learning.enrolment,
  learner_id        bigint not null references learning.learner,
  code              text not null unique,
  serial            text not null,
  register_number   text not null,
  institution_name  text not null,
  full_name         text not null,
  name_folded       text not null,
  sort_key          text not null collate "C",
  birth_date        date not null,
  birth_place       text,
  occupation_code   text not null references programme.occupation,
  occupation        text not null,
  level             text not null,
  average           numeric(4, 1) not null,
  rank              text not null,
  decision_number   text not null,
  decided_on        date not null,
  state             text not null default 'PREPARED' check (state in ('PREPARED', 'VALID', 'REVOKED')),
  prepared_by       bigint not null,
  prepared_at       timestamptz not null default now(),
  signed_by         bigint,
  signed_by_name    text,
  signed_at         timestamptz,
  key_id            text references credential.signing_key,
  signature         bytea,
  revoked_at        timestamptz,
  revoked_by_name   text,
  revoking_decision text,
  revoking_reason   text,
  batch_id          bigint,
  constraint four_eyes check (signed_by <> prepared_by),
  check ((state = 'PREPARED') = (signature is null)),
  check ((state = 'REVOKED') = (revoked_at is not null)),
  unique (institution_id, serial),
  unique (institution_id, register_number)
);
create unique index one_living_diploma on credential.diploma (enrolment_id) where state <> 'REVOKED';
create index on credential.diploma (decision_id, sort_key);
create index on credential.diploma (institution_id, sort_key);
create index on credential.diploma (serial);
create index on credential.diploma (batch_id);
create index on credential.diploma (learner_id);
create index on credential.diploma (site_id);
create index on credential.diploma (occupation_code);

alter table credential.diploma enable row level security;
grant select, insert, update on credential.diploma to lanhnghe_app;
create policy reading on credential.diploma for select using ((select scope.reads_all()) or institution_id = (select scope.institution())
         and ((select scope.site()) is null or site_id = (select scope.site())) or learner_id = (select scope.learner()));
create policy adding on credential.diploma for insert with check ((select scope.writes_all()) or institution_id = (select scope.institution())
         and ((select scope.site()) is null or site_id = (select scope.site())));
create policy changing on credential.diploma for update using ((select scope.writes_all()) or institution_id = (select scope.institution())
         and ((select scope.site()) is null or site_id = (select scope.site())));

-- What was signed is never changed, whoever asks: the trade corrects by another paper, not by an eraser.
create function credential.keep_what_is_signed() returns trigger language plpgsql as $$
begin
  if old.state <> 'PREPARED' and
     (old.code, old.serial, old.register_number, old.institution_id, old.institution_name, old.full_name, old.birth_date, old.birth_place,
      old.occupation_code, old.occupation, old.level, old.average, old.rank, old.decision_number, old.decided_on, old.signature, old.key_id,
      old.signed_by, old.signed_at, old.enrolment_id, old.decision_id)
     is distinct from
     (new.code, new.serial, new.register_number, new.institution_id, new.institution_name, new.full_name, new.birth_date, new.birth_place,
      new.occupation_code, new.occupation, new.level, new.average, new.rank, new.decision_number, new.decided_on, new.signature, new.key_id,
      new.signed_by, new.signed_at, new.enrolment_id, new.decision_id)
     and current_user = 'lanhnghe_app' then
    raise exception 'a signed diploma does not change';
  end if;
  if old.state = 'REVOKED' and new.state <> 'REVOKED' then
    raise exception 'a revoked diploma stays revoked';
  end if;
  return new;
end $$;
create trigger keep_what_is_signed before update on credential.diploma
  for each row execute function credential.keep_what_is_signed();

-- The public's two ways in: each needs what only the holder of the paper knows, and answers with one diploma at most.
create function credential.look_up(wanted text) returns setof credential.diploma
language plpgsql stable security definer as $$
begin
  return query select * from credential.diploma where code = wanted and state <> 'PREPARED';
end $$;
create function credential.look_up(wanted_serial text, wanted_name text, wanted_birth_date date) returns setof credential.diploma
language sql stable security definer set search_path = '' as $$
  select * from credential.diploma
   where serial = wanted_serial and name_folded = wanted_name and birth_date = wanted_birth_date and state <> 'PREPARED' limit 2
$$;
revoke execute on function credential.look_up(text), credential.look_up(text, text, date) from public;
grant execute on function credential.look_up(text), credential.look_up(text, text, date) to lanhnghe_app;

-- What other modules may join to.
create view credential.diploma_record with (security_invoker = true) as
  select id as diploma_id, enrolment_id, learner_id, institution_id, site_id, serial, register_number, state, decided_on, signed_at, revoked_at
    from credential.diploma;
grant select on credential.diploma_record to lanhnghe_app;
