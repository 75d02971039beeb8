-- What a check asks, in two: a diploma with its issuer and its line in the book, in one statement whose plan is kept; and what its college
-- was allowed, alike for a whole intake.
drop function credential.backing(bigint);
create function credential.checked(wanted text)
returns table (diploma credential.diploma, issuer_slug text, issuer_name text, logo_at timestamptz, entered_number text, entered_at timestamptz,
               cohort integer, admitted_on date, ruled boolean)
language plpgsql stable security definer rows 1 set search_path = '' as $$
begin
  return query
  select x, i.slug, i.name, i.logo_at, e.register_number, e.at, s.cohort, s.admitted_on,
         exists (select from credential.ruling_diploma n where n.diploma_id = x.id and n.carried_out)
    from credential.diploma x
    join institution.plate i on i.id = x.institution_id
    left join learning.study_record s on s.enrolment_id = x.enrolment_id
    left join lateral (select e.register_number, e.at from credential.entry e where e.diploma_id = x.id and e.kind = 'NUMBERED' order by e.id limit 1) e on true
   where x.code = wanted and x.state <> 'PREPARED';
end $$;
create function credential.allowed(institution bigint, occupation text, taught_level text, decided date, admitted_in integer, admitted date)
returns table (licence text, licensed_from date, licences_known boolean, quota bigint, taken bigint)
language plpgsql stable security definer rows 1 set search_path = '' as $$
begin
  return query
  select l.number, l.valid_from,
         exists (select from institution.licensed k
                  where k.institution_id = institution and k.valid_from <= decided and (k.valid_to is null or k.valid_to >= decided)),
         (select sum(q.quota) from institution.licensed q
           where q.institution_id = institution and right(q.occupation_code, 6) = right(occupation, 6) and q.level = taught_level
             and q.valid_from <= admitted and (q.valid_to is null or q.valid_to >= admitted))::bigint,
         (select count(*) from learning.study_record m
           where m.cohort = admitted_in and m.institution_id = institution and m.occupation_code = occupation and m.level = taught_level)
    from (select) as one
    left join lateral (select n.number, n.valid_from from institution.licensed n
                        where n.institution_id = institution and right(n.occupation_code, 6) = right(occupation, 6) and n.level = taught_level
                          and n.valid_from <= decided and (n.valid_to is null or n.valid_to >= decided)
                        order by n.valid_from desc limit 1) l on true;
end $$;
revoke execute on function credential.checked(text), credential.allowed(bigint, text, text, date, integer, date) from public;
grant execute on function credential.checked(text), credential.allowed(bigint, text, text, date, integer, date) to lanhnghe_app;
