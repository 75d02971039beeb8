-- Two people of one name sit in a council when their workplace or their number tells them apart.
alter table programme.member drop constraint member_version_id_name_key;
create unique index member_once on programme.member (version_id, name, workplace, coalesce(staff_number, ''));

-- A council may meet about a version more than once; every meeting keeps its minutes, and who came to it as they were then.
alter table programme.minutes disable trigger keep;
alter table programme.minutes drop constraint minutes_pkey;
alter table programme.minutes add id bigint generated always as identity primary key;
alter table programme.minutes add number integer not null default 1 check (number > 0);
alter table programme.minutes add carried boolean not null default false; -- did the meeting agree to the version?
update programme.minutes m set carried = 100.0 * m.in_favour / m.present + 0.005 >= r.least from programme.council_rule r where r.code = 'IN_FAVOUR';
alter table programme.minutes alter number drop default;
alter table programme.minutes alter carried drop default;
alter table programme.minutes add unique (version_id, number);
alter table programme.minutes enable trigger keep;

create table programme.attendance (
  minutes_id     bigint not null references programme.minutes on delete cascade,
  institution_id bigint not null references institution.institution,
  place          integer not null,
  name           text not null,
  workplace      text not null,
  post           text not null check (post in ('CHAIR', 'DEPUTY', 'SECRETARY', 'REVIEWER', 'MEMBER')),
  came           boolean not null,
  primary key (minutes_id, place)
);
create index on programme.attendance (institution_id);
insert into programme.attendance (minutes_id, institution_id, place, name, workplace, post, came)
select n.id, m.institution_id, row_number() over (partition by n.id order by array_position(array['CHAIR', 'DEPUTY', 'SECRETARY', 'REVIEWER', 'MEMBER'], m.post), m.id),
       m.name, m.workplace, m.post, m.attended
  from programme.member m join programme.minutes n on n.version_id = m.version_id where m.attended is not null;
alter table programme.member drop column attended;

-- What a meeting said stands; a later one adds its own.
create function programme.keep_minutes() returns trigger language plpgsql as $$
begin
  raise exception 'minutes are written once; a later meeting has its own' using errcode = 'restrict_violation';
end $$;
create trigger keep_minutes before update on programme.minutes for each row execute function programme.keep_minutes();
create trigger keep_attendance before update on programme.attendance for each row execute function programme.keep_minutes();

revoke update, delete on programme.minutes from lanhnghe_app;
grant select, insert on programme.attendance to lanhnghe_app;
alter table programme.attendance enable row level security;
create policy reading on programme.attendance for select using ((select scope.reads_all()) or institution_id = (select scope.institution()));
create policy adding on programme.attendance for insert with check (institution_id = (select scope.institution()) or (select scope.writes_all()));
