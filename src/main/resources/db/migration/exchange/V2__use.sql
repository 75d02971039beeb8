-- On which days a college's own system exchanged data: what a live connection is judged by (QĐ 2550/QĐ-UBND, chỉ tiêu 5).
create table exchange.use_day (
  api_key_id     bigint not null references exchange.api_key,
  used_on        date not null,
  institution_id bigint not null,
  calls          bigint not null default 0,
  items          bigint not null default 0,
  primary key (api_key_id, used_on)
);
create index on exchange.use_day (institution_id, used_on);
alter table exchange.use_day enable row level security;
grant select, insert, update on exchange.use_day to lanhnghe_app;
create policy reading on exchange.use_day for select using ((select scope.reads_all()) or institution_id = (select scope.institution()));
create policy adding on exchange.use_day for insert with check ((select scope.writes_all()));
create policy changing on exchange.use_day for update using ((select scope.writes_all()));
insert into exchange.use_day (api_key_id, used_on, institution_id, calls, items)
select id, (last_used_at at time zone 'Asia/Ho_Chi_Minh')::date, institution_id, calls, items from exchange.api_key where last_used_at is not null;

-- What is counted: one row a day on which a connection was used. No secret, no name of a key's maker.
create view exchange.connection_fact with (security_invoker = true) as
  select u.api_key_id * 100000 + (u.used_on - date '2020-01-01') as id, u.institution_id, 'Kết nối ' || u.api_key_id || ', ngày ' || to_char(u.used_on, 'DD/MM/YYYY') as label,
         null::text as person, to_char(u.used_on, 'YYYYMMDD') as sort_key, u.used_on::timestamp at time zone 'Asia/Ho_Chi_Minh' as known_at, 'VERIFIED' as tier,
         u.used_on, u.calls, u.items
    from exchange.use_day u;
grant select on exchange.connection_fact to lanhnghe_app;
