-- Which institutions something was done about since a snapshot: what counts their records again. The transaction is kept, not the time,
-- for a later one may be seen before an earlier one.
alter table audit.act add xid xid8 not null default pg_current_xact_id();
create index on audit.act (xid);
create view audit.touched with (security_invoker = true) as
  select xid, institution_id from audit.act where institution_id is not null;
grant select on audit.touched to lanhnghe_app;
