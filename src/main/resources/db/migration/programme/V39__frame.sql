-- Which version of a framework a version of a programme is held against: the newest that its outcomes hang on. Those that hang on an older one
-- count by what takes their place there. So a new version of a framework changes nothing of a programme until its outcomes are moved on.
create view programme.counted with (security_invoker = true) as
  select a.id, a.version_id, a.outcome_id, a.relation, i.framework_code, j.id as framework_id, n.id as item_id, n.code as item_code,
         coalesce(n.parent_code, n.code) as domain_code, l.rank
    from programme.alignment a
    join framework.item_list i on i.id = a.item_id
    cross join lateral (
      select f.id from programme.alignment x join framework.version_list f on f.id = x.framework_id
       where x.version_id = a.version_id and f.code = i.framework_code order by f.valid_from desc, f.id desc limit 1) j
    left join framework.proposal_list s on a.framework_id <> j.id and s.framework_id = j.id and s.item_id = a.item_id
    join framework.item_list n on n.id = case when a.framework_id = j.id then a.item_id else s.successor_id end
    join framework.level_list l on l.framework_id = j.id and l.code = a.level_code;

create or replace view programme.reach with (security_invoker = true) as
  select c.version_id, c.framework_code, c.domain_code, c.item_code, c.rank, o.id as outcome_id, o.code as outcome_code,
         exists (select from programme.teaching t where t.outcome_id = o.id and t.teaches) as taught,
         exists (select from programme.teaching t where t.outcome_id = o.id and t.assesses) as assessed
    from programme.counted c join programme.outcome o on o.id = c.outcome_id
   where c.relation <> 'RELATED';

-- What hangs on each version of a framework, of versions of programmes that stand or are in work; how each is met in another version of the
-- framework is for who asks to say.
create view programme.bound with (security_invoker = true) as
  select a.id, a.version_id, v.programme_id, a.institution_id, v.name as programme, v.sort_key, v.number, a.outcome_id, a.framework_id, a.item_id
    from programme.alignment a join programme.version v on v.id = a.version_id and v.state <> 'SUPERSEDED';
grant select on programme.counted, programme.bound to lanhnghe_app;
