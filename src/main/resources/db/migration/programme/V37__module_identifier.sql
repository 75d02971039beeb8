-- A file's identifiers are held against those of all other programmes.
create index on programme.module (identifier);
