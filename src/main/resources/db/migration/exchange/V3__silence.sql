-- After so many days without a call a connection that was used is brought up as silent.
create table exchange.silence_rule (
  valid_from date primary key,
  days       integer not null check (days > 0),
  note       text not null
);
insert into exchange.silence_rule values (date '2026-01-01', 7, 'Mức do thành phố đặt, chưa có văn bản quy định.');
grant select on exchange.silence_rule to lanhnghe_app;
create index on exchange.api_key (last_used_at) where revoked_at is null;
