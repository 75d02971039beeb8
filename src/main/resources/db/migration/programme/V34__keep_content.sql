-- As before; only alignments have an item, so that it is asked of no other row.
create or replace function programme.keep_content() returns trigger language plpgsql as $$
declare s text;
begin
  select v.state into s from programme.version v where v.id = coalesce(new.version_id, old.version_id);
  if s is null or s in ('DRAFT', 'RETURNED') then return case tg_op when 'DELETE' then old else new end; end if;
  if tg_table_name = 'alignment' and tg_op = 'UPDATE' then
    if to_jsonb(new) - '{item_id,framework_id,level_code}'::text[] = to_jsonb(old) - '{item_id,framework_id,level_code}'::text[]
       and exists (select from framework.succession x where x.item_id = old.item_id and x.successor_id = new.item_id) then return new; end if;
  end if;
  raise exception 'a version that is published or under appraisal is not changed; make a new one' using errcode = 'restrict_violation';
end $$;
