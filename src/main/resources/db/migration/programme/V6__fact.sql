-- What is counted: one row a programme that was published, as its version in force stands. Every day is the day the register came to know of it.
--   level, occupation_code (null for short courses)
--   published_on   its first version was published       ended_on     it stopped taking learners
--   integrated_on  it began to meet the rule, last time   lost_on      it stopped meeting it; null while it does
--   reviewed_on    the last yearly review was recorded    updated_on   the last one that changed something
--   employer_on    an employer's part was last recorded   cohort_on    the last cohort was recorded
--   finished_on    the last cohort that should be through by now came to its end
--   own_hours_share, online_share  in percent of the hours, of the modules
-- tier: CONFIRMED by council and head; VERIFIED when the department has held the version in force against the paper.
create view programme.programme_fact with (security_invoker = true) as
  select p.id, p.institution_id, v.name || coalesce(' · ' || v.occupation_code, '') as label, null::text as person, v.sort_key,
         f.published_at as known_at, case when v.checked_at is null then 'CONFIRMED' else 'VERIFIED' end as tier,
         p.level, v.occupation_code, (f.published_at at time zone 'Asia/Ho_Chi_Minh')::date as published_on, p.ended_on,
         g.since as integrated_on, g.until as lost_on,
         (r.reviewed_at at time zone 'Asia/Ho_Chi_Minh')::date as reviewed_on, (r.updated_at at time zone 'Asia/Ho_Chi_Minh')::date as updated_on,
         (e.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date as employer_on, (c.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date as cohort_on,
         c.finished_on, m.own_hours_share, m.online_share
    from programme.programme p
    join programme.version v on v.programme_id = p.id and v.state = 'PUBLISHED'
    join lateral (select min(a.published_at) as published_at from programme.version a where a.programme_id = p.id) f on true
    left join lateral (select i.since, i.until from programme.integration i where i.programme_id = p.id order by i.since desc, i.id desc limit 1) g on true
    left join lateral (select max(x.recorded_at) as reviewed_at, max(x.recorded_at) filter (where x.updated) as updated_at
                         from programme.review x where x.programme_id = p.id) r on true
    left join lateral (select max(x.recorded_at) as recorded_at from programme.partner x where x.programme_id = p.id) e on true
    left join lateral (select max(x.recorded_at) as recorded_at,
                              max((make_date(x.year, 9, 1) + make_interval(months => y.months))::date)
                                filter (where make_date(x.year, 9, 1) + make_interval(months => y.months) <= now()) as finished_on
                         from programme.cohort x join programme.version y on y.id = x.version_id where x.programme_id = p.id) c on true
    left join lateral (select round(100.0 * sum(x.own_hours) / nullif(sum(x.theory + x.practice + x.exam), 0), 2) as own_hours_share,
                              round(100.0 * count(*) filter (where x.material and x.platform and x.software) / count(*), 2) as online_share
                         from programme.module x where x.version_id = v.id having count(*) > 0) m on true;
grant select on programme.programme_fact to lanhnghe_app;
-- What other modules may join to: the versions that stand, by programme.
create view programme.catalogue with (security_invoker = true) as
  select p.id, p.identifier, p.institution_id, p.level, v.id as version_id, v.number, v.name, v.occupation_code, v.hours, v.credits, v.months, v.published_at
    from programme.programme p join programme.version v on v.programme_id = p.id and v.state = 'PUBLISHED';
-- The statements of the versions that stand, for who makes resources or results for them.
create view programme.outcome_list with (security_invoker = true) as
  select o.id, o.identifier, v.programme_id, o.version_id, o.institution_id, o.code, o.kind, o.statement
    from programme.outcome o join programme.version v on v.id = o.version_id and v.state = 'PUBLISHED';
grant select on programme.catalogue, programme.outcome_list to lanhnghe_app;
