-- What stands for what between frameworks, for other modules to join to.
create view framework.crosswalk_list with (security_invoker = true) as
  select from_identifier, to_identifier, relation from framework.crosswalk;
grant select on framework.crosswalk_list to lanhnghe_app;
