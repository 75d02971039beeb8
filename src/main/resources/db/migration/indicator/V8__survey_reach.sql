-- Graduates of some occupations are asked after longer (TT 38/2026, phụ lục II, chỉ số 08: the health sector, 24 months).
create table indicator.survey_span (
  audience   text not null references indicator.survey_rule,
  occupation text not null check (occupation ~ '^[0-9]{2}$'), -- the field of education: the second and third digit of an occupation's code
  months     integer not null check (months > 0),
  note       text not null,
  primary key (audience, occupation)
);
insert into indicator.survey_span values ('GRADUATE', '72', 24, 'Lĩnh vực sức khoẻ (mã ngành, nghề có chữ số thứ hai, thứ ba là 72).');
grant select on indicator.survey_span to lanhnghe_app;
update indicator.survey_rule set note = 'Giữ cơ cấu theo ngành, trình độ, khoá.' where audience = 'GRADUATE';

-- That an answer came in at an institution, for what is counted; nothing of the answer, and no link to it.
create table indicator.stir (
  institution_id bigint primary key,
  xid            xid8 not null
);
create index on indicator.stir (xid);
alter table indicator.stir enable row level security;
create policy reading on indicator.stir for select using ((select scope.reads_all()));
grant select on indicator.stir to lanhnghe_app;
create or replace function indicator.answer_once(wanted text, said_work text, said_satisfied text, today date) returns boolean
language plpgsql security definer set search_path = '' as $$
declare v indicator.invitation;
begin
  update indicator.invitation i set answered = true from indicator.survey s
   where i.token = wanted and not i.answered and s.id = i.survey_id and today between s.opens_on and s.closes_on returning i.* into v;
  if not found then return false; end if;
  insert into indicator.answer (survey_id, institution_id, occupation_code, level, work, satisfied, answered_on)
  values (v.survey_id, v.institution_id, v.occupation_code, v.level, said_work, said_satisfied, today);
  insert into indicator.stir (institution_id, xid) values (v.institution_id, pg_current_xact_id())
  on conflict (institution_id) do update set xid = excluded.xid;
  return true;
end $$;
