create schema exchange;
grant usage on schema exchange to lanhnghe_app;

-- A college's own system that may speak to the API. Secrets are random and kept as SHA-256 only.
create table exchange.api_key (
  id               bigint generated always as identity primary key,
  institution_id   bigint not null,
  site_id          bigint,
  client_id        text not null unique,
  name             text not null check (length(name) between 1 and 80),
  secret_hash      text not null,
  old_secret_hash  text,
  old_secret_until timestamptz, -- the secret before the last rotation is good until then
  scopes           text not null, -- as OAuth writes them: learners:write marks:check
  created_by       bigint not null,
  creator          text not null,
  created_at       timestamptz not null default now(),
  revoked_at       timestamptz,
  last_used_at     timestamptz,
  calls            bigint not null default 0,
  items            bigint not null default 0
);
create index on exchange.api_key (institution_id);
alter table exchange.api_key enable row level security;
grant select, insert, update on exchange.api_key to lanhnghe_app;
create policy own on exchange.api_key using ((select scope.writes_all()) or institution_id = (select scope.institution())
         and ((select scope.site()) is null or site_id = (select scope.site())));

-- A bearer token by its SHA-256; it is worth nothing once its key is revoked.
create table exchange.token (
  hash           text primary key,
  api_key_id     bigint not null references exchange.api_key,
  institution_id bigint not null,
  scopes         text not null,
  expires_at     timestamptz not null
);
create index on exchange.token (api_key_id);
create index on exchange.token (expires_at);
alter table exchange.token enable row level security;
grant select, insert, delete on exchange.token to lanhnghe_app;
create policy system on exchange.token using ((select scope.writes_all()));

-- What a key has used in a minute; one row for all nodes.
create table exchange.usage (
  api_key_id     bigint not null references exchange.api_key,
  minute         timestamptz not null,
  institution_id bigint not null,
  calls          integer not null default 0,
  items          integer not null default 0,
  primary key (api_key_id, minute)
);
create index on exchange.usage (minute);
alter table exchange.usage enable row level security;
grant select, insert, update, delete on exchange.usage to lanhnghe_app;
create policy system on exchange.usage using ((select scope.writes_all()));

-- The answer to a request with an Idempotency-Key; without a status the request is still being worked on.
create table exchange.answer (
  api_key_id     bigint not null references exchange.api_key,
  request_key    text not null,
  institution_id bigint not null,
  request_hash   text not null,
  status         integer,
  content_type   text,
  body           bytea,
  begun_at       timestamptz not null default now(),
  primary key (api_key_id, request_key)
);
create index on exchange.answer (begun_at);
alter table exchange.answer enable row level security;
grant select, insert, update, delete on exchange.answer to lanhnghe_app;
create policy system on exchange.answer using ((select scope.writes_all()));

-- Which record a college's own system means by its id, and what became of the item it last sent.
create table exchange.source_id (
  institution_id bigint not null,
  kind           text not null,
  source_id      text not null collate "C",
  site_id        bigint,
  key            text, -- of the record in the register; null until an item was accepted
  hash           text, -- of the item last accepted
  result         text not null check (result in ('created', 'updated', 'unchanged', 'rejected')),
  errors         text, -- JSON, of a rejected item
  batch_id       bigint,
  sent_at        timestamptz not null default now(),
  primary key (institution_id, kind, source_id)
);
alter table exchange.source_id enable row level security;
grant select, insert, update on exchange.source_id to lanhnghe_app;
create policy own on exchange.source_id using ((select scope.writes_all()) or institution_id = (select scope.institution())
         and ((select scope.site()) is null or site_id = (select scope.site())));
