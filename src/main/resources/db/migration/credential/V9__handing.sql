-- Handing diplomas over, and how long issuing and handing over may take.

-- Who collected a diploma, on whose word, with what signature: written once. A mistake is another line that takes the first one back.
create table credential.handover (
  id                  bigint generated always as identity primary key,
  institution_id      bigint not null references institution.institution,
  diploma_id          bigint not null references credential.diploma,
  undoes              bigint unique references credential.handover,
  receiver            text not null,
  holder              boolean not null, -- the learner in person
  paper_kind          text not null check (paper_kind in ('CITIZEN_CARD', 'PASSPORT', 'STUDENT_CARD', 'OTHER')),
  paper_number        text not null,    -- covered but for its first three and last two signs
  matches             boolean,          -- the number shown is the one in the learner's record; null when there was nothing to compare
  authorisation       text,
  authorisation_scan  text,             -- SHA-256 of a file of the college's shelf
  authorisation_name  text,
  signature           text,             -- SHA-256 of the picture of the receiver's signature
  confirmed           text,             -- or the name that the receiver typed instead of signing
  reason              text,
  actor_id            bigint not null,
  actor_name          text not null,
  at                  timestamptz not null default now(),
  check (undoes is not null or holder or authorisation is not null),
  check (undoes is not null or (signature is null) <> (confirmed is null)),
  check ((undoes is null) = (reason is null))
);
create index on credential.handover (diploma_id, id);
create index on credential.handover (institution_id, at);
alter table credential.handover enable row level security;
grant select, insert on credential.handover to lanhnghe_app;
create policy reading on credential.handover for select using ((select scope.reads_all()) or institution_id = (select scope.institution()));
create policy adding on credential.handover for insert with check ((select scope.writes_all()) or institution_id = (select scope.institution()));
create policy keeping on credential.handover for select using (institution_id = any ((select scope.keeps('BOOKS'))::bigint[]));
create policy own on credential.handover for select using (diploma_id in (select id from credential.diploma where learner_id = any ((select learning.own_learners())::bigint[])));

-- When a diploma was handed over, as the lines have it; kept by them alone.
alter table credential.diploma add column handed_over_at timestamptz;
create index uncollected on credential.diploma (institution_id, released_at) where state = 'VALID' and handed_over_at is null;

create function credential.keep_the_handover() returns trigger language plpgsql security definer set search_path = '' as $$
declare d record; h record;
begin
  select id, institution_id, state, handed_over_at into d from credential.diploma where id = new.diploma_id for update;
  if d.institution_id <> new.institution_id then
    raise exception 'another college''s diploma';
  end if;
  if new.undoes is null then
    if d.state <> 'VALID' then
      raise exception 'a diploma that is % is not handed over', d.state;
    end if;
    if d.handed_over_at is not null then
      raise exception 'the diploma % was handed over already', d.id using errcode = 'unique_violation';
    end if;
    update credential.diploma set handed_over_at = new.at where id = d.id;
  else
    select diploma_id, undoes into h from credential.handover where id = new.undoes;
    if h.diploma_id <> new.diploma_id or h.undoes is not null then
      raise exception 'this line takes back nothing';
    end if;
    update credential.diploma set handed_over_at = null where id = d.id;
  end if;
  return new;
end $$;
create trigger keep_the_handover before insert on credential.handover for each row execute function credential.keep_the_handover();
revoke execute on function credential.keep_the_handover() from public;

create function credential.keep_what_was_handed() returns trigger language plpgsql as $$
begin
  raise exception 'only the hand-over log says what was handed over';
end $$;
create trigger keep_what_was_handed before update of handed_over_at on credential.diploma
  for each row when (current_user = 'lanhnghe_app' and old.handed_over_at is distinct from new.handed_over_at)
  execute function credential.keep_what_was_handed();

alter table credential.entry drop constraint entry_kind_check, add constraint entry_kind_check check (kind in ('NUMBERED', 'BLANK_CHANGED', 'VOIDED',
  'HANDED_OVER', 'HANDING_UNDONE', 'SUSPENDED', 'RESTORED', 'REVOKED', 'ANNULLED', 'REPLACED', 'CORRECTED', 'COPIED'));

-- Days that are no working days though they are no weekend, and weekends that are worked in their stead.
create table credential.holiday (
  on_day           date primary key,
  name             text not null,
  worked           boolean not null default false, -- a Saturday or Sunday worked instead of another day
  clause_code      text not null references law.clause,
  verified         boolean not null default false,
  recorded_by_name text
);
insert into credential.holiday (on_day, name, clause_code)
select make_date(y, d.month, d.day), d.name, 'BLLD.112'
  from generate_series(2020, 2035) y
 cross join (values (1, 1, 'Tết Dương lịch'), (4, 30, 'Ngày Chiến thắng'), (5, 1, 'Ngày Quốc tế lao động'), (9, 2, 'Quốc khánh')) as d (month, day, name);
alter table credential.holiday enable row level security;
grant select, insert, delete on credential.holiday to lanhnghe_app;
create policy reading on credential.holiday for select using (true);
create policy adding on credential.holiday for insert with check ((select scope.writes_all()));
create policy removing on credential.holiday for delete using ((select scope.writes_all()));

-- The last day of a term that starts after a day.
create function credential.due(started date, days integer, working boolean) returns date
language sql stable parallel safe as $$
  select case when not working then started + days else
    (select g::date from generate_series(started + 1, started + days * 2 + 60, interval '1 day') g
       left join credential.holiday h on h.on_day = g::date
      where case when h.on_day is null then extract(isodow from g) < 6 else h.worked end
      order by g offset days - 1 limit 1) end
$$;

-- Every clock that runs: from the decision to the release, from the release to the hand-over.
create view credential.running_clock with (security_invoker = true) as
  select d.id as diploma_id, d.institution_id, d.decision_id, 'ISSUE' as step, d.medium, c.decided_on as started_on
    from credential.diploma d join credential.decision c on c.id = d.decision_id
   where d.state in ('PREPARED', 'CHECKED', 'SIGNED')
  union all
  select d.id, d.institution_id, d.decision_id, 'HAND_OVER', d.medium, (d.released_at at time zone 'Asia/Ho_Chi_Minh')::date
    from credential.diploma d where d.state = 'VALID' and d.handed_over_at is null;
grant select on credential.running_clock to lanhnghe_app;
