-- A module is looked up by the address that CASE gives it.
create index on programme.module (identifier);
