-- Whom a college may name as the teacher of a course: what other modules may join to.
create view access.teacher with (security_invoker = true) as
  select id, full_name, username, institution_id, site_id from access.account where role = 'TEACHER' and closed_at is null;
grant select on access.teacher to lanhnghe_app;
