-- A policy that asks a function which is not known to be safe keeps PostgreSQL from reading in parallel.
alter function scope.keeps(text) parallel safe;
