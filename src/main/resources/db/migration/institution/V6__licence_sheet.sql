-- Giấy chứng nhận theo tệp: which file brought a paper or a line; and the last day that a line's own paper names, which stays known
-- when the line ends sooner.
alter table institution.licence add batch_id bigint;
create index on institution.licence (batch_id);
alter table institution.licence_line add batch_id bigint, add paper_to date;
create index on institution.licence_line (batch_id);
update institution.licence_line n
   set paper_to = case when n.withdrawn_by is null and n.ended_by is null then n.valid_to else l.valid_to end
  from institution.licence l where l.id = n.licence_id;

-- What a file found of papers and lines and how it left them: put back when the file is taken back, unless they were changed since.
create table institution.image (
  batch_id bigint not null,
  place    text not null check (place in ('paper', 'line')),
  id       bigint not null,
  before   jsonb, -- none when the file brought it
  after    jsonb not null,
  primary key (batch_id, place, id)
);
create index on institution.image (place, id);
alter table institution.image enable row level security;
grant select, insert, delete on institution.image to lanhnghe_app;
create policy reading on institution.image for select using ((select scope.reads_all()));
create policy adding on institution.image for insert with check ((select scope.writes_all()));
create policy removing on institution.image for delete using ((select scope.writes_all()));

-- What a file brought, and only that, can be taken out again.
grant delete on institution.licence, institution.licence_line to lanhnghe_app;
create policy removing on institution.licence for delete using ((select scope.writes_all()) and batch_id is not null);
create policy removing on institution.licence_line for delete using ((select scope.writes_all()) and batch_id is not null);
