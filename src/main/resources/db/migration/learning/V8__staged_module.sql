-- Modules that a long file brings: beside the register like its rows, until it is committed. Staged rows name them by numbers that
-- no other module will have.
create unlogged table learning.staged_module (
  id              bigint primary key,
  batch_id        bigint not null,
  occupation_code text not null,
  cohort          integer not null,
  code            text not null,
  name            text not null,
  credits         numeric(4, 1) not null,
  condition       boolean not null
);
create index on learning.staged_module (batch_id);

-- Sets modules down and answers with the number of each, in the order they were given.
create function learning.stage_modules(
  batch bigint, occupations text[], cohorts integer[], codes text[], names text[], credits numeric[], conditions boolean[])
returns table (id bigint) language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
begin
  if not learning.own_batch(batch) then raise insufficient_privilege; end if;
  return query
    with given as materialized (
      select nextval(pg_get_serial_sequence('learning.module', 'id')) as id, n.*
        from unnest(occupations, cohorts, codes, names, credits, conditions) with ordinality
             as n (occupation_code, cohort, code, name, credits, condition, place)),
    kept as (
      insert into learning.staged_module (id, batch_id, occupation_code, cohort, code, name, credits, condition)
        select g.id, batch, g.occupation_code, g.cohort, g.code, g.name, g.credits, g.condition from given g)
    select g.id from given g order by g.place;
end $$;

create or replace function learning.unstage(batch bigint, rows integer[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not learning.own_batch(batch) then raise insufficient_privilege; end if;
  delete from learning.staged_result s where s.batch_id = batch and (rows is null or s.row_no = any(rows));
  if rows is null then
    delete from learning.staged_module m where m.batch_id = batch;
  end if;
end $$;

-- Writes what is staged, with images of what it changes; answers with how many rows there were. A module that was written by another
-- file since the check is that one.
create or replace function learning.commit_staged(batch bigint) returns bigint
language plpgsql security definer set search_path = '' set work_mem = '64MB' as $$
declare own bigint; total bigint;
begin
  if not learning.own_batch(batch) then raise insufficient_privilege; end if;
  select institution_id into own from intake.file where id = batch;
  select count(*) into total from learning.staged_result where batch_id = batch;
  insert into learning.module (id, institution_id, occupation_code, cohort, code, name, credits, condition, first_batch_id)
    overriding system value
    select n.id, own, n.occupation_code, n.cohort, n.code, n.name, n.credits, n.condition, batch
      from learning.staged_module n
     where n.batch_id = batch
       and not exists (select from learning.module m
                        where m.institution_id = own and m.occupation_code = n.occupation_code and m.cohort = n.cohort and m.code = n.code)
  on conflict do nothing;
  update learning.staged_result s set module_id = t.id
    from (select n.id as was, max(m.id) as id
            from learning.staged_module n
            join learning.module m on m.institution_id = own and m.occupation_code = n.occupation_code and m.cohort = n.cohort and m.code = n.code
           where n.batch_id = batch group by n.id) t
   where s.batch_id = batch and s.module_id = t.was and t.id <> t.was;
  insert into learning.image (batch_id, institution_id, site_id, place, id, part, before)
    select batch, own, r.site_id, 'result', r.enrolment_id, r.module_code, to_jsonb(r)
      from learning.staged_result s join learning.result r on r.enrolment_id = s.enrolment_id and r.module_code = s.module_code
     where s.batch_id = batch and (r.module_id, r.mark, r.absent) is distinct from (s.module_id, s.mark, s.absent)
       and (s.insists or not r.by_hand)
  on conflict do nothing;
  insert into learning.result (enrolment_id, module_code, module_id, institution_id, site_id, mark, absent, batch_id, first_batch_id)
    select s.enrolment_id, s.module_code, s.module_id, own, s.site_id, s.mark, s.absent, batch, batch
      from learning.staged_result s
     where s.batch_id = batch
       and not exists (select from learning.result r where r.enrolment_id = s.enrolment_id and r.module_code = s.module_code);
  if exists (select from learning.image i where i.batch_id = batch) then
    update learning.result r
       set module_id = s.module_id, mark = s.mark, absent = s.absent, batch_id = batch, recorded_at = now(), by_hand = false
      from learning.staged_result s
     where s.batch_id = batch and r.enrolment_id = s.enrolment_id and r.module_code = s.module_code
       and (r.module_id, r.mark, r.absent) is distinct from (s.module_id, s.mark, s.absent)
       and (s.insists or not r.by_hand);
  end if;
  update learning.enrolment set results_at = now()
   where results_at is null and id in (select enrolment_id from learning.staged_result where batch_id = batch);
  return total;
end $$;

revoke execute on function learning.stage_modules(bigint, text[], integer[], text[], text[], numeric[], boolean[]) from public;
grant execute on function learning.stage_modules(bigint, text[], integer[], text[], text[], numeric[], boolean[]) to lanhnghe_app;
