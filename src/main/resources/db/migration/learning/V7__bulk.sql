-- Results come a million at a time. A foreign key looks each row up by itself; these triggers look a whole statement up at once and
-- hold what they found in the same way (for key share), and also see to it that all belong to one college.
alter table learning.result
  drop constraint result_enrolment_id_fkey,
  drop constraint result_module_id_fkey,
  drop constraint result_institution_id_fkey,
  drop constraint result_site_id_fkey,
  drop constraint result_course_id_fkey;
drop index learning.result_institution_id_idx;
drop index learning.result_site_id_idx;
drop index learning.result_first_batch_id_idx;

create function learning.results_belong() returns trigger language plpgsql security definer set search_path = '' set work_mem = '64MB' as $$
declare strays bigint;
begin
  with wanted as materialized (select distinct enrolment_id, institution_id from written),
       held as (select e.id from learning.enrolment e join wanted w on w.enrolment_id = e.id and w.institution_id = e.institution_id
                   for key share of e)
  select (select count(*) from wanted) - (select count(*) from held) into strays;
  if strays <> 0 then
    raise foreign_key_violation using message = 'a result names no course of study of its college';
  end if;
  with wanted as materialized (select distinct module_id, institution_id from written),
       held as (select m.id from learning.module m join wanted w on w.module_id = m.id and w.institution_id = m.institution_id
                   for key share of m)
  select (select count(*) from wanted) - (select count(*) from held) into strays;
  if strays <> 0 then
    raise foreign_key_violation using message = 'a result names no module of its college';
  end if;
  return null;
end $$;
create trigger results_belong_inserted after insert on learning.result referencing new table as written
  for each statement execute function learning.results_belong();
create trigger results_belong_updated after update on learning.result referencing new table as written
  for each statement execute function learning.results_belong();

create function learning.results_remain() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_table_name = 'enrolment' and exists (select from gone g join learning.result r on r.enrolment_id = g.id)
     or tg_table_name = 'module' and exists (select from gone g join learning.result r on r.module_id = g.id) then
    raise foreign_key_violation using message = 'results still name it';
  end if;
  return null;
end $$;
create trigger results_remain after delete on learning.enrolment referencing old table as gone
  for each statement execute function learning.results_remain();
create trigger results_remain after delete on learning.module referencing old table as gone
  for each statement execute function learning.results_remain();

-- Checked rows of a long file, until they are committed or dropped. They come in by COPY, which knows no row-level security: so the
-- program may add rows and reads them only through the functions below, each within its own college. Lost in a crash: checked again.
create unlogged table learning.staged_result (
  batch_id     bigint not null,
  row_no       integer not null,
  enrolment_id bigint not null,
  module_id    bigint not null,
  module_code  text not null,
  site_id      bigint,
  mark         numeric(3, 1),
  absent       boolean not null,
  insists      boolean not null -- the row says so where a person has written by hand
);
grant insert on learning.staged_result to lanhnghe_app;

create function learning.own_batch(wanted bigint) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from intake.file b where b.id = wanted
                    and (scope.writes_all() or b.institution_id = scope.institution() and (scope.site() is null or b.site_id = scope.site())))
$$;

-- Rows that give one learner two marks in one module: the later ones, each with the row before it.
create function learning.staged_twins(batch bigint) returns table (row_no integer, first_row integer)
language plpgsql security definer set search_path = '' set work_mem = '64MB' as $$
begin
  if not learning.own_batch(batch) then raise insufficient_privilege; end if;
  return query
    with twins as (
      select s.enrolment_id, s.module_code, min(s.row_no) as first_row
        from learning.staged_result s where s.batch_id = batch group by 1, 2 having count(*) > 1)
    select s.row_no, t.first_row from learning.staged_result s join twins t using (enrolment_id, module_code)
     where s.batch_id = batch and s.row_no > t.first_row order by 1;
end $$;

create function learning.unstage(batch bigint, rows integer[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not learning.own_batch(batch) then raise insufficient_privilege; end if;
  delete from learning.staged_result s where s.batch_id = batch and (rows is null or s.row_no = any(rows));
end $$;

-- How many rows are new, changed, as they were, and left alone because a person wrote there.
create function learning.staged_effect(batch bigint) returns table (fresh bigint, changed bigint, unchanged bigint, kept bigint)
language plpgsql security definer set search_path = '' set work_mem = '64MB' as $$
begin
  if not learning.own_batch(batch) then raise insufficient_privilege; end if;
  return query
    select count(*) filter (where r.enrolment_id is null),
           count(*) filter (where r.enrolment_id is not null and (r.mark, r.absent) is distinct from (s.mark, s.absent) and (s.insists or not r.by_hand)),
           count(*) filter (where r.enrolment_id is not null and (r.mark, r.absent) is not distinct from (s.mark, s.absent)),
           count(*) filter (where r.enrolment_id is not null and (r.mark, r.absent) is distinct from (s.mark, s.absent) and r.by_hand and not s.insists)
      from learning.staged_result s
      left join learning.result r on r.enrolment_id = s.enrolment_id and r.module_code = s.module_code
     where s.batch_id = batch;
end $$;

-- Writes what is staged, with images of what it changes; answers with how many rows there were.
create function learning.commit_staged(batch bigint) returns bigint
language plpgsql security definer set search_path = '' set work_mem = '64MB' as $$
declare own bigint; total bigint;
begin
  if not learning.own_batch(batch) then raise insufficient_privilege; end if;
  select institution_id into own from intake.file where id = batch;
  select count(*) into total from learning.staged_result where batch_id = batch;
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

create function learning.staged_enrolments(batch bigint) returns bigint[] language plpgsql security definer set search_path = '' as $$
begin
  if not learning.own_batch(batch) then raise insufficient_privilege; end if;
  return (select array_agg(distinct enrolment_id) from learning.staged_result where batch_id = batch);
end $$;

revoke execute on function learning.results_belong(), learning.results_remain(), learning.own_batch(bigint), learning.staged_twins(bigint),
  learning.unstage(bigint, integer[]), learning.staged_effect(bigint), learning.commit_staged(bigint), learning.staged_enrolments(bigint)
  from public;
grant execute on function learning.own_batch(bigint), learning.staged_twins(bigint), learning.unstage(bigint, integer[]),
  learning.staged_effect(bigint), learning.commit_staged(bigint), learning.staged_enrolments(bigint) to lanhnghe_app;
