-- Toàn văn: what a text says, by edition and clause, so that it can be searched and compared.
alter table law.text
  add signatory text not null default '',
  add scope text not null default '',   -- whom it binds
  add file_sha256 text,
  add file_name text;

-- Vietnamese without marks, as people type it in a hurry.
create function law.fold(words text) returns text language sql immutable parallel safe set search_path = '' as $$
  select translate(lower(normalize(words, NFC)),
    'áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ',
    'aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd')
$$;
grant execute on function law.fold(text) to lanhnghe_app;

create table law.edition (
  id           bigint generated always as identity primary key,
  text_code    text not null references law.text,
  valid_from   date not null,
  note         text not null check (length(note) between 3 and 300), -- where the wording comes from
  made_by_name text not null,
  made_at      timestamptz not null default now(),
  undone_at    timestamptz,
  undone_by    text
);
create index on law.edition (text_code, valid_from desc);
create table law.passage (
  id         bigint generated always as identity primary key,
  edition_id bigint not null references law.edition,
  place      integer not null,
  anchor     text not null check (anchor ~ '^[a-z0-9.-]{1,40}$'),
  label      text not null,
  words      text not null,
  exact      tsvector generated always as (to_tsvector('simple'::regconfig, lower(words))) stored,
  folded     tsvector generated always as (to_tsvector('simple'::regconfig, law.fold(words))) stored,
  unique (edition_id, anchor)
);
create index on law.passage using gin (exact);
create index on law.passage using gin (folded);
-- clauses that are referred to can be found too, with or without the whole wording
alter table law.clause
  add exact tsvector generated always as (to_tsvector('simple'::regconfig, lower(label || ' ' || summary))) stored,
  add folded tsvector generated always as (to_tsvector('simple'::regconfig, law.fold(label || ' ' || summary))) stored;
create index on law.clause using gin (exact);
create index on law.clause using gin (folded);

grant select, insert on law.edition, law.passage to lanhnghe_app;
grant update (undone_at, undone_by) on law.edition to lanhnghe_app;
do $$ declare t text; begin
  foreach t in array array['edition', 'passage'] loop
    execute format('alter table law.%I enable row level security', t);
    execute format('create policy reading on law.%I for select using (true)', t);
    execute format('create policy adding on law.%I for insert with check ((select scope.writes_all()))', t);
  end loop;
end $$;
create policy undoing on law.edition for update using ((select scope.writes_all()) and undone_at is null) with check ((select scope.writes_all()));

-- What other modules may join to: the clauses of the editions that stand.
create view law.passage_list with (security_invoker = true) as
  select p.id, p.edition_id, e.text_code, p.place, p.anchor, p.label, p.words
    from law.passage p join law.edition e on e.id = p.edition_id where e.undone_at is null;
create view law.edition_list with (security_invoker = true) as
  select e.id, e.text_code, t.id as text_id, t.title, e.valid_from, e.note from law.edition e join law.text t on t.code = e.text_code where e.undone_at is null;
create view law.text_list with (security_invoker = true) as
  select t.id, t.code, t.title, t.kind, t.effective_from, t.effective_to from law.text t;
grant select on law.passage_list, law.edition_list, law.text_list to lanhnghe_app;
