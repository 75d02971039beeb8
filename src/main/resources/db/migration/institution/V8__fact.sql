-- What is counted: one row a line of a licence, with the number of learners it allows.
create view institution.licence_fact with (security_invoker = true) as
  select n.id, n.institution_id, n.occupation_name || ' · giấy phép ' || l.number as label, null::text as person, n.occupation_name as sort_key,
         n.valid_from::timestamp at time zone 'Asia/Ho_Chi_Minh' as known_at, 'VERIFIED' as tier,
         n.level, n.occupation_code, n.quota, n.valid_from, n.valid_to
    from institution.licence_line n join institution.licence l on l.id = n.licence_id;
grant select on institution.licence_fact to lanhnghe_app;
