-- A college's emblem, as its own pages and the answers to checks of its diplomas show it; small, and drawn anew from what was handed in.
create table institution.logo (
  institution_id bigint primary key references institution.institution,
  picture        bytea not null check (octet_length(picture) <= 200000),
  at             timestamptz not null default now()
);
alter table institution.logo enable row level security;
grant select, insert, update (picture, at), delete on institution.logo to lanhnghe_app;
create policy reading on institution.logo for select using (true);
create policy adding on institution.logo for insert with check ((select scope.writes_all()) or institution_id = (select scope.institution()));
create policy changing on institution.logo for update using ((select scope.writes_all()) or institution_id = (select scope.institution()));
create policy removing on institution.logo for delete using ((select scope.writes_all()) or institution_id = (select scope.institution()));

create or replace view institution.plate with (security_invoker = true) as
  select i.id, i.slug, i.name, l.at as logo_at from institution.institution i left join institution.logo l on l.institution_id = i.id;
