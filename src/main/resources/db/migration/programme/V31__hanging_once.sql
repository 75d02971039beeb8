-- An alignment that the outcome already has with what takes the item's place, as high or higher, waits for nothing; a lower one is to be looked at.
create or replace view programme.hanging with (security_invoker = true) as
  select a.id, a.version_id, v.programme_id, a.institution_id, v.name as programme, v.state, o.id as outcome_id, o.code as outcome_code, o.statement,
         i.framework_code, i.version as framework_version, i.code as item_code, i.name as item_name, a.level_code,
         s.successor_id, n.code as successor_code, n.name as successor_name, s.how, n.framework_id as successor_framework_id,
         exists (select from framework.level_list l where l.framework_id = n.framework_id and l.code = a.level_code) as level_stays,
         k.rank, h.rank as held_rank
    from programme.alignment a
    join programme.version v on v.id = a.version_id and v.state <> 'SUPERSEDED'
    join programme.outcome o on o.id = a.outcome_id
    join framework.item_list i on i.id = a.item_id and i.state = 'ENDED'
    join framework.level_list k on k.framework_id = a.framework_id and k.code = a.level_code
    left join framework.succession_list s on s.item_id = a.item_id
    left join framework.item_list n on n.id = s.successor_id
    left join lateral (select l.rank from programme.alignment x join framework.level_list l on l.framework_id = x.framework_id and l.code = x.level_code
                        where x.outcome_id = a.outcome_id and x.item_id = s.successor_id) h on true
   where h.rank is null or h.rank < k.rank;
