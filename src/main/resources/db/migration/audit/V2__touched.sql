-- Which institutions something was done about, and when: what counts their records again.
create index on audit.act (at);
create view audit.touched with (security_invoker = true) as
  select id, at, institution_id from audit.act where institution_id is not null;
grant select on audit.touched to lanhnghe_app;
