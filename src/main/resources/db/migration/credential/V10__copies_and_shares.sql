-- Certified copies from the register book, and what learners share of their diplomas.

-- Bản sao cấp từ sổ gốc: with a number in a book of its own and a code of its own; it is worth what its diploma is worth. Written once.
create table credential.copy (
  id              bigint generated always as identity primary key,
  institution_id  bigint not null references institution.institution,
  diploma_id      bigint not null references credential.diploma,
  book_id         bigint not null references credential.book,
  number          integer not null,
  register_number text not null, -- of the copy, as printed: 0001/BS-2026
  code            text not null unique,
  requester       text not null,
  relation        text not null check (relation in ('HOLDER', 'SENT', 'AUTHORITY')), -- the holder, somebody sent by them, an authority
  authorisation   text,
  paper           text not null, -- what the requester showed, its number covered
  purpose         text not null,
  issued_by       bigint not null,
  issued_by_name  text not null,
  issued_at       timestamptz not null default now(),
  unique (book_id, number),
  check (relation = 'HOLDER' or authorisation is not null)
);
create index on credential.copy (diploma_id);
create index on credential.copy (institution_id, id);
alter table credential.copy enable row level security;
grant select, insert on credential.copy to lanhnghe_app;
create policy reading on credential.copy for select using ((select scope.reads_all()) or institution_id = (select scope.institution()));
create policy adding on credential.copy for insert with check ((select scope.writes_all()) or institution_id = (select scope.institution()));
create policy keeping on credential.copy for select using (institution_id = any ((select scope.keeps('BOOKS'))::bigint[]));
create policy own on credential.copy for select using (diploma_id in (select id from credential.diploma where learner_id = any ((select learning.own_learners())::bigint[])));

-- The public's way in: by the code of the copy, to the copy and the diploma it was made from.
create function credential.look_up_copy(wanted text)
returns table (register_number text, code text, issued_at timestamptz, issued_by_name text, diploma_code text)
language sql stable security definer set search_path = '' as $$
  select c.register_number, c.code, c.issued_at, c.issued_by_name, d.code
    from credential.copy c join credential.diploma d on d.id = c.diploma_id where c.code = wanted
$$;
revoke execute on function credential.look_up_copy(text) from public;
grant execute on function credential.look_up_copy(text) to lanhnghe_app;

-- What other modules may join to.
create view credential.copy_record with (security_invoker = true) as
  select id as copy_id, diploma_id, institution_id, register_number, issued_at from credential.copy;
grant select on credential.copy_record to lanhnghe_app;

-- A learner sees who checked their diplomas: when, how, with what answer; from where is not kept.
create policy own on credential.verification for select using (diploma_id in (select id from credential.diploma where learner_id = any ((select learning.own_learners())::bigint[])));

-- A link by which a learner shows chosen facts of a diploma until a day; its token is known to the holder of the link alone.
create table credential.share (
  id           bigint generated always as identity primary key,
  diploma_id   bigint not null references credential.diploma,
  learner_id   bigint not null,
  token_hash   text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  fields       text[] not null check (cardinality(fields) > 0),
  label        text not null, -- for whom, in the learner's own words
  created_at   timestamptz not null default now(),
  expires_at   timestamptz not null,
  cancelled_at timestamptz,
  views        integer not null default 0,
  viewed_at    timestamptz,
  check (expires_at > created_at)
);
create index on credential.share (diploma_id, id);
create index on credential.share (learner_id);
alter table credential.share enable row level security;
grant select, insert, update (cancelled_at) on credential.share to lanhnghe_app;
create policy own on credential.share for select using ((select scope.writes_all()) or learner_id = any ((select learning.own_learners())::bigint[]));
create policy adding on credential.share for insert with check ((select scope.writes_all()) or learner_id = any ((select learning.own_learners())::bigint[])
  and exists (select from credential.diploma d where d.id = diploma_id and d.learner_id = share.learner_id and d.released_at is not null));
create policy changing on credential.share for update using ((select scope.writes_all()) or learner_id = any ((select learning.own_learners())::bigint[]));

create function credential.keep_the_share() returns trigger language plpgsql as $$
begin
  if old.cancelled_at is not null then
    raise exception 'a cancelled link stays cancelled';
  end if;
  return new;
end $$;
create trigger keep_the_share before update of cancelled_at on credential.share
  for each row when (current_user = 'lanhnghe_app') execute function credential.keep_the_share();

-- The public's way in by a link's token: what the link shows, or that it no longer does. That it was opened is counted.
create function credential.look_up_share(wanted text)
returns table (fields text[], expires_at timestamptz, cancelled_at timestamptz, diploma_code text)
language plpgsql security definer set search_path = '' as $$
begin
  update credential.share s set views = s.views + 1, viewed_at = now()
   where s.token_hash = wanted and s.cancelled_at is null and s.expires_at > now();
  return query select s.fields, s.expires_at, s.cancelled_at, d.code
    from credential.share s join credential.diploma d on d.id = s.diploma_id where s.token_hash = wanted;
end $$;
revoke execute on function credential.look_up_share(text) from public;
grant execute on function credential.look_up_share(text) to lanhnghe_app;
