-- How far a transaction sees. The application tells its scope in four settings; every policy asks these functions, each in a
-- sub-select of its own, so that PostgreSQL asks once for a statement and not once for a row.
create schema scope;
grant usage on schema scope to lanhnghe_app;

create function scope.reach() returns text
language sql stable parallel safe as $$ select coalesce(current_setting('lanhnghe.reach', true), '') $$;

-- Does the reader see every college's records? The city does, and writes none of them.
create function scope.reads_all() returns boolean
language sql stable parallel safe as $$ select scope.reach() in ('CITY', 'SYSTEM') $$;

create function scope.writes_all() returns boolean
language sql stable parallel safe as $$ select scope.reach() = 'SYSTEM' $$;

-- The one college whose records are seen and written, and the one site of it, if the scope is no wider.
create function scope.institution() returns bigint
language sql stable parallel safe as $$
  select case when scope.reach() = 'COLLEGE' then nullif(current_setting('lanhnghe.institution', true), '')::bigint end
$$;

create function scope.site() returns bigint
language sql stable parallel safe as $$ select nullif(current_setting('lanhnghe.site', true), '')::bigint $$;

-- The learner who reads their own record.
create function scope.learner() returns bigint
language sql stable parallel safe as $$
  select case when scope.reach() = 'SELF' then nullif(current_setting('lanhnghe.learner', true), '')::bigint end
$$;
