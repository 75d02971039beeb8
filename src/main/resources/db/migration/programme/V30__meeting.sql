-- A meeting is one of certain posts, not of a number alone: who came is kept for each member.
alter table programme.council_rule add posts text[] not null default '{}'; -- of PRESENT: those that have to be there
update programme.council_rule set posts = '{CHAIR,SECRETARY}' where code = 'PRESENT';
alter table programme.member add attended boolean; -- null where no meeting was recorded, or one before it was asked

-- The day on the paper by which a version was handed to the council; submitted_at is when that was recorded.
alter table programme.version add submitted_on date;
alter table programme.version disable trigger keep;
update programme.version set submitted_on = (submitted_at at time zone 'Asia/Ho_Chi_Minh')::date where submitted_at is not null;
update programme.version v set submitted_on = m.held_on from programme.minutes m where m.version_id = v.id and m.held_on < v.submitted_on;
alter table programme.version enable trigger keep;

-- Who wrote a version and who sat over it stays as it was when the council met; those who wrote it, from when it was handed in.
create function programme.keep_appraisal() returns trigger language plpgsql as $$
declare s text;
begin
  select v.state into s from programme.version v where v.id = coalesce(new.version_id, old.version_id);
  if s in ('APPRAISED', 'PUBLISHED', 'SUPERSEDED') or s = 'SUBMITTED' and tg_table_name = 'drafter' and tg_op <> 'INSERT' then
    raise exception 'who drafted and who appraised a version is not changed afterwards' using errcode = 'restrict_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger keep before insert or update or delete on programme.drafter for each row execute function programme.keep_appraisal();
create trigger keep before insert or update or delete on programme.member for each row execute function programme.keep_appraisal();
create trigger keep before insert or update or delete on programme.minutes for each row execute function programme.keep_appraisal();

-- What was answered once stands.
create function programme.keep_answer() returns trigger language plpgsql as $$
begin
  raise exception 'an answer is given once; what is to be added is a new comment' using errcode = 'restrict_violation';
end $$;
create trigger keep_answer before update on programme.comment for each row
  when (old.decision is not null and (new.decision, new.answer, new.words, new.by_name) is distinct from (old.decision, old.answer, old.words, old.by_name))
  execute function programme.keep_answer();
