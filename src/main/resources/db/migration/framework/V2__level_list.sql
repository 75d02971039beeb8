-- What other modules may join to: the levels of a framework, counted from 1 in their order.
create view framework.level_list with (security_invoker = true) as
  select l.framework_id, l.code, l.name, l.english, l.band, (row_number() over (partition by l.framework_id order by l.place))::integer as rank
    from framework.level l;
-- What takes the place of an item of the version before, once the new version is in use.
create view framework.succession_list with (security_invoker = true) as
  select s.item_id, s.successor_id, s.framework_id, s.how from framework.succession s join framework.framework f on f.id = s.framework_id where f.state = 'ACTIVE';
grant select on framework.level_list, framework.succession_list to lanhnghe_app;
