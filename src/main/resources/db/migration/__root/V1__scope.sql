-- How far a transaction sees. The application tells its scope in four settings; every policy asks these functions.
create schema scope;
grant usage on schema scope to lanhnghe_app;

-- May a record of this college (and site) be read?
create function scope.sees(institution bigint, site bigint default null) returns boolean
language sql stable parallel safe as $$
  select case current_setting('lanhnghe.reach', true)
    when 'COLLEGE' then institution = nullif(current_setting('lanhnghe.institution', true), '')::bigint
                    and (current_setting('lanhnghe.site', true) = ''
                         or site = nullif(current_setting('lanhnghe.site', true), '')::bigint)
    when 'CITY' then true
    when 'SYSTEM' then true
    else false end
$$;

-- May it be written? The city reads every college's records and writes none of them.
create function scope.owns(institution bigint, site bigint default null) returns boolean
language sql stable parallel safe as $$
  select current_setting('lanhnghe.reach', true) <> 'CITY' and scope.sees(institution, site)
$$;

-- Is the reader the learner whom the record is about?
create function scope.is_self(learner bigint) returns boolean
language sql stable parallel safe as $$
  select current_setting('lanhnghe.reach', true) = 'SELF'
     and learner = nullif(current_setting('lanhnghe.learner', true), '')::bigint
$$;

create function scope.is_system() returns boolean
language sql stable parallel safe as $$ select current_setting('lanhnghe.reach', true) = 'SYSTEM' $$;
