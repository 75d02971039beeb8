-- A name that says almost the same is proposed too.
alter table framework.succession drop constraint succession_how_check;
alter table framework.succession add constraint succession_how_check check (how in ('SAME', 'CODE', 'NAME', 'SIMILAR', 'CHOSEN', 'NONE'));

-- What other modules may join to: the versions of each framework, with the days they are in use.
create view framework.version_list with (security_invoker = true) as
  select f.id, f.identifier, f.code, f.version, f.title, f.english, f.audience, f.state, f.valid_from, f.valid_to from framework.framework f;
-- What takes the place of an item in any later version, drafts among them.
create view framework.proposal_list with (security_invoker = true) as
  select s.framework_id, f.state, s.item_id, s.successor_id, s.how from framework.succession s join framework.framework f on f.id = s.framework_id;
grant select on framework.version_list, framework.proposal_list to lanhnghe_app;
