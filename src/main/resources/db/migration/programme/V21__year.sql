-- A row a programme and year: on which day of the register it was first known that the year's review changed something, that an employer took
-- part in the year, and that a cohort came to its end in it. What another year brings is another row.
create view programme.year_fact with (security_invoker = true) as
  select f.id * 10000 + y.year as id, f.institution_id, f.label, f.person, f.sort_key, f.known_at, f.tier, f.level, f.occupation_code,
         make_date(y.year, 1, 1) as year_on, f.published_on as from_on, f.ended_on + 1 as until_on,
         (select min((x.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date) from programme.review x
           where x.programme_id = f.id and x.year = y.year and x.updated) as updated_on,
         (select min((x.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date) from programme.partner x where x.programme_id = f.id and x.year = y.year) as employer_on,
         (select min(greatest(e.day, (x.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date)) from programme.cohort x join programme.version o on o.id = x.version_id
            cross join lateral (select (make_date(x.year, 9, 1) + make_interval(months => o.months))::date as day) e
           where x.programme_id = f.id and extract(year from e.day) = y.year) as finished_on
    from programme.programme_fact f
    cross join lateral generate_series(extract(year from f.published_on)::integer, extract(year from now() at time zone 'Asia/Ho_Chi_Minh')::integer) as y (year);
grant select on programme.year_fact to lanhnghe_app;
-- When learners of a cohort should be through, by the version they began with, and since which day that is known: what other modules may join
-- to. Short courses have no code; where two programmes of one occupation last differently, nobody can say.
create view programme.cohort_end with (security_invoker = true) as
 select p.institution_id, p.level, v.occupation_code, c.year, (make_date(c.year, 9, 1) + make_interval(months => min(v.months)))::date as ends_on,
        (max(c.recorded_at) at time zone 'Asia/Ho_Chi_Minh')::date as known_on
   from programme.cohort c join programme.version v on v.id = c.version_id join programme.programme p on p.id = c.programme_id
  where v.months is not null and v.occupation_code is not null
  group by p.institution_id, p.level, v.occupation_code, c.year having count(distinct v.months) = 1;
grant select on programme.cohort_end to lanhnghe_app;
