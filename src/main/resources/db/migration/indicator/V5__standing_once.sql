-- A survey's standing is asked once for the survey, not once for each of its answers.
create or replace view indicator.answer_fact with (security_invoker = true) as
  select a.id, a.institution_id, 'Phiếu ' || s.title as label, null::text as person, s.title as sort_key,
         a.answered_on::timestamp at time zone 'Asia/Ho_Chi_Minh' as known_at, 'CONFIRMED' as tier, s.audience, a.level, a.occupation_code,
         a.work, a.satisfied, s.standing, s.closes_on
    from indicator.answer a
    join (select v.id, v.title, v.audience, v.closes_on, indicator.survey_standing(v.id) as standing from indicator.survey v offset 0) s
      on s.id = a.survey_id;
