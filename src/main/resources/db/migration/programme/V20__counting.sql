-- What is counted: a programme's days in use, cut where it came to be integrated or stopped being so; on any day a programme has one row at
-- most, and what is recorded later cuts later days only. until_on is the first day after.
create view programme.offering_fact with (security_invoker = true) as
  select f.id * 1000 + x.n as id, f.institution_id, f.label, f.person, f.sort_key, f.known_at, f.tier, f.level, f.occupation_code, x.integrated,
         lower(x.span) as from_on, upper(x.span) as until_on, f.reviewed_on, f.updated_on, f.employer_on, f.finished_on, f.own_hours_share, f.online_share
    from programme.programme_fact f
    cross join lateral (select datemultirange(daterange(f.published_on, case when f.ended_on is not null then greatest(f.ended_on + 1, f.published_on) end)) as days) v
    cross join lateral (
      select coalesce(range_agg(daterange(i.since, i.until)) filter (where i.until is null or i.until > i.since), '{}') as days
        from programme.integration i where i.programme_id = f.id) g
    cross join lateral (
      select u.span, u.integrated, row_number() over () as n
        from (select unnest(v.days * g.days) as span, 'YES' as integrated union all select unnest(v.days - g.days), 'NO') u) x;
grant select on programme.offering_fact to lanhnghe_app;
