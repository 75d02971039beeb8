-- Tables and views

table access.account (
  id bigint not null,
  username text not null,
  full_name text not null,
  role text not null,
  institution_id bigint,
  site_id bigint,
  learner_id bigint,
  place text not null,
  password_hash text,
  persona boolean not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone
);
table access.attempt (
  username text not null,
  failures integer not null,
  locked_until timestamp with time zone not null
);
table access.invitation (
  token_hash text not null,
  account_id bigint not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);
table access.session (
  primary_id character(36) not null,
  session_id character(36) not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval integer not null,
  expiry_time bigint not null,
  principal_name character varying(100)
);
table access.session_attributes (
  session_primary_id character(36) not null,
  attribute_name character varying(200) not null,
  attribute_bytes bytea not null
);
view access.teacher (
  id bigint,
  full_name text,
  username text,
  institution_id bigint,
  site_id bigint
);
table audit.act (
  id bigint not null,
  at timestamp with time zone not null,
  kind text not null,
  subject text not null,
  subject_id bigint not null,
  institution_id bigint,
  account_id bigint,
  actor text not null,
  summary text not null,
  reason text,
  xid xid8 not null
);
view audit.touched (
  xid xid8,
  institution_id bigint
);
table credential.answer_term (
  days integer not null,
  working boolean not null,
  clause_code text not null,
  valid_from date not null,
  valid_to date
);
table credential.blank (
  institution_id bigint not null,
  serial text not null,
  lot_id bigint not null,
  ordinal bigint not null,
  state text not null,
  diploma_id bigint,
  changed_at timestamp with time zone not null
);
table credential.blank_lot (
  id bigint not null,
  institution_id bigint not null,
  level text not null,
  medium text not null,
  prefix text not null,
  first_number bigint not null,
  last_number bigint not null,
  digits integer not null,
  minutes text not null,
  received_on date not null,
  recorded_by_name text not null,
  recorded_at timestamp with time zone not null
);
table credential.blank_move (
  id bigint not null,
  institution_id bigint not null,
  level text not null,
  lot_id bigint not null,
  act text not null,
  first_serial text not null,
  last_serial text not null,
  count integer not null,
  minutes text,
  reason text,
  actor_id bigint,
  actor_name text not null,
  at timestamp with time zone not null
);
table credential.blank_period (
  id bigint not null,
  institution_id bigint not null,
  level text not null,
  closed_at timestamp with time zone not null,
  opening integer not null,
  received integer not null,
  issued integer not null,
  spoiled integer not null,
  cancelled integer not null,
  lost integer not null,
  closing integer not null,
  counted integer not null,
  minutes text not null,
  closed_by_name text not null
);
table credential.book (
  id bigint not null,
  institution_id bigint not null,
  kind text not null,
  year integer not null,
  level text not null,
  numbered_by text not null,
  pattern text not null,
  last_line integer not null,
  last_number integer not null,
  opened_by_name text not null,
  opened_at timestamp with time zone not null
);
table credential.confirmation (
  diploma_id bigint not null,
  institution_id bigint not null,
  account_id bigint not null,
  account_name text not null,
  at timestamp with time zone not null
);
table credential.copy (
  id bigint not null,
  institution_id bigint not null,
  diploma_id bigint not null,
  book_id bigint not null,
  number integer not null,
  register_number text not null,
  code text not null,
  requester text not null,
  relation text not null,
  authorisation text,
  paper text not null,
  purpose text not null,
  issued_by bigint not null,
  issued_by_name text not null,
  issued_at timestamp with time zone not null
);
table credential.correction (
  id bigint not null,
  ruling_id bigint not null,
  diploma_id bigint not null,
  institution_id bigint not null,
  field text not null,
  before text not null,
  after text not null,
  value text not null
);
table credential.deadline (
  step text not null,
  medium text not null,
  days integer not null,
  working boolean not null,
  clause_code text not null,
  valid_from date not null,
  valid_to date
);
table credential.decision (
  id bigint not null,
  institution_id bigint not null,
  number text not null,
  decided_on date not null,
  batch_id bigint,
  prepared_by bigint not null,
  prepared_by_name text not null,
  prepared_at timestamp with time zone not null,
  graduation_id bigint,
  kind text not null
);
table credential.diploma (
  id bigint not null,
  institution_id bigint not null,
  site_id bigint,
  decision_id bigint not null,
  enrolment_id bigint not null,
  learner_id bigint not null,
  code text not null,
  serial text,
  register_number text,
  institution_name text not null,
  full_name text not null,
  name_folded text not null,
  sort_key text not null,
  birth_date date not null,
  birth_place text,
  occupation_code text not null,
  occupation text not null,
  level text not null,
  average numeric(4,1) not null,
  rank text not null,
  decision_number text not null,
  decided_on date not null,
  state text not null,
  prepared_by bigint not null,
  prepared_at timestamp with time zone not null,
  signed_by bigint,
  signed_by_name text,
  signed_at timestamp with time zone,
  key_id text,
  signature bytea,
  batch_id bigint,
  medium text not null,
  book_id bigint,
  prepared_by_name text not null,
  checked_by bigint,
  checked_by_name text,
  checked_at timestamp with time zone,
  printed_at timestamp with time zone,
  released_by bigint,
  released_by_name text,
  released_at timestamp with time zone,
  replaces bigint,
  state_at timestamp with time zone not null,
  state_by_name text,
  state_decision text,
  state_reason text,
  ended_at timestamp with time zone,
  status bigint,
  wording text,
  handed_over_at timestamp with time zone
);
table credential.entry (
  id bigint not null,
  book_id bigint not null,
  institution_id bigint not null,
  line integer not null,
  kind text not null,
  number integer,
  register_number text not null,
  diploma_id bigint not null,
  content jsonb not null,
  decision text,
  reason text,
  actor_id bigint,
  actor_name text not null,
  at timestamp with time zone not null
);
table credential.handover (
  id bigint not null,
  institution_id bigint not null,
  diploma_id bigint not null,
  undoes bigint,
  receiver text not null,
  holder boolean not null,
  paper_kind text not null,
  paper_number text not null,
  matches boolean,
  authorisation text,
  authorisation_scan text,
  authorisation_name text,
  signature text,
  confirmed text,
  reason text,
  actor_id bigint not null,
  actor_name text not null,
  at timestamp with time zone not null
);
table credential.holiday (
  on_day date not null,
  name text not null,
  worked boolean not null,
  clause_code text not null,
  verified boolean not null,
  recorded_by_name text
);
table credential.layout (
  id bigint not null,
  institution_id bigint,
  level text not null,
  version integer not null,
  width numeric(5,1) not null,
  height numeric(5,1) not null,
  clause_code text,
  actor_id bigint,
  actor_name text not null,
  at timestamp with time zone not null
);
table credential.list_check (
  id bigint not null,
  at timestamp with time zone not null,
  asker text not null,
  purpose text not null,
  terms text not null,
  lines integer not null
);
table credential.national_field (
  name text not null,
  label text not null,
  fact text not null,
  required boolean not null,
  longest integer not null,
  place integer not null,
  provisional boolean not null,
  clause_code text not null,
  valid_from date not null,
  valid_to date
);
table credential.national_line (
  package_id bigint not null,
  diploma_id bigint not null,
  institution_id bigint not null,
  rejected text,
  rejected_at timestamp with time zone
);
table credential.national_package (
  id bigint not null,
  institution_id bigint not null,
  released_from date not null,
  released_to date not null,
  made_by_name text not null,
  made_at timestamp with time zone not null
);
table credential.numbering (
  level text not null,
  pattern text not null,
  clause_code text
);
table credential.placement (
  layout_id bigint not null,
  item text not null,
  shown boolean not null,
  x numeric(5,1) not null,
  y numeric(5,1) not null,
  width numeric(5,1) not null,
  size numeric(4,1) not null,
  align text not null,
  bold boolean not null,
  capitals boolean not null
);
table credential.printer (
  id bigint not null,
  institution_id bigint not null,
  name text not null,
  scale_x numeric(7,5) not null,
  scale_y numeric(7,5) not null,
  offset_x numeric(6,2) not null,
  offset_y numeric(6,2) not null,
  corrected_at timestamp with time zone,
  removed_at timestamp with time zone
);
table credential.reason (
  code text not null,
  turn text not null,
  position integer not null,
  label text not null,
  evidence boolean not null,
  clause_code text not null,
  valid_from date not null,
  valid_to date
);
table credential.ruling (
  id bigint not null,
  institution_id bigint not null,
  turn text,
  decision text,
  decided_on date,
  reason_code text,
  reason text,
  evidence text,
  evidence_name text,
  unknown text[] not null,
  state text not null,
  opened_by bigint not null,
  opened_by_name text not null,
  opened_at timestamp with time zone not null,
  done_by_name text,
  done_at timestamp with time zone,
  decision_id bigint
);
table credential.ruling_change (
  ruling_id bigint not null,
  institution_id bigint not null,
  field text not null,
  value text not null
);
table credential.ruling_diploma (
  ruling_id bigint not null,
  diploma_id bigint not null,
  institution_id bigint not null,
  carried_out boolean,
  told text
);
table credential.run (
  id bigint not null,
  institution_id bigint not null,
  site_id bigint,
  decision_id bigint not null,
  step text not null,
  state text not null,
  done integer not null,
  total integer not null,
  plan text,
  trouble text,
  account_id bigint not null,
  actor text not null,
  at timestamp with time zone not null
);
table credential.run_progress (
  run_id bigint not null,
  done integer not null
);
table credential.share (
  id bigint not null,
  diploma_id bigint not null,
  learner_id bigint not null,
  token_hash text not null,
  fields text[] not null,
  label text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  cancelled_at timestamp with time zone,
  views integer not null,
  viewed_at timestamp with time zone
);
table credential.signing_key (
  id text not null,
  public_key bytea not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone
);
table credential.spent (
  address text not null,
  minute bigint not null,
  used integer not null
);
table credential.suspicion (
  id bigint not null,
  code text not null,
  institution_id bigint not null,
  diploma_id bigint not null,
  told text not null,
  contact text,
  file text,
  file_name text,
  reported_at timestamp with time zone not null,
  due_on date not null,
  finding text,
  answer text,
  answered_by_name text,
  answered_at timestamp with time zone
);
table credential.verification (
  id bigint not null,
  at timestamp with time zone not null,
  way text not null,
  outcome text not null,
  diploma_id bigint,
  institution_id bigint
);
view credential.copy_record (
  copy_id bigint,
  diploma_id bigint,
  institution_id bigint,
  register_number text,
  issued_at timestamp with time zone
);
view credential.diploma_fact (
  id bigint,
  institution_id bigint,
  label text,
  person text,
  sort_key text,
  known_at timestamp with time zone,
  tier text,
  level text,
  occupation_code text,
  rank text,
  decided_on date,
  released_on date,
  ended_on date,
  released_at timestamp with time zone,
  ended_at timestamp with time zone
);
view credential.running_clock (
  diploma_id bigint,
  institution_id bigint,
  decision_id bigint,
  step text,
  medium text,
  started_on date
);
table document.kept (
  key bytea not null,
  bytes bytea not null,
  kept_at timestamp with time zone not null,
  used_on date not null
);
table exchange.answer (
  api_key_id bigint not null,
  request_key text not null,
  institution_id bigint not null,
  request_hash text not null,
  status integer,
  content_type text,
  body bytea,
  begun_at timestamp with time zone not null
);
table exchange.api_key (
  id bigint not null,
  institution_id bigint not null,
  site_id bigint,
  client_id text not null,
  name text not null,
  secret_hash text not null,
  old_secret_hash text,
  old_secret_until timestamp with time zone,
  scopes text not null,
  created_by bigint not null,
  creator text not null,
  created_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  last_used_at timestamp with time zone,
  calls bigint not null,
  items bigint not null
);
table exchange.silence_rule (
  valid_from date not null,
  days integer not null,
  note text not null
);
table exchange.source_id (
  institution_id bigint not null,
  kind text not null,
  source_id text not null,
  site_id bigint,
  key text,
  hash text,
  result text not null,
  errors text,
  batch_id bigint,
  sent_at timestamp with time zone not null
);
table exchange.token (
  hash text not null,
  api_key_id bigint not null,
  institution_id bigint not null,
  scopes text not null,
  expires_at timestamp with time zone not null
);
table exchange.usage (
  api_key_id bigint not null,
  minute timestamp with time zone not null,
  institution_id bigint not null,
  calls integer not null,
  items integer not null
);
table exchange.use_day (
  api_key_id bigint not null,
  used_on date not null,
  institution_id bigint not null,
  calls bigint not null,
  items bigint not null
);
view exchange.connection_fact (
  id bigint,
  institution_id bigint,
  label text,
  person text,
  sort_key text,
  known_at timestamp with time zone,
  tier text,
  used_on date,
  calls bigint,
  items bigint
);
table file.content (
  institution_id bigint not null,
  sha256 text not null,
  bytes bytea not null,
  stored_at timestamp with time zone not null
);
table framework.crosswalk (
  from_identifier uuid not null,
  to_identifier uuid not null,
  relation text not null,
  note text not null
);
table framework.framework (
  id bigint not null,
  identifier uuid not null,
  code text not null,
  version text not null,
  title text not null,
  english text not null,
  audience text not null,
  creator text not null,
  clause_code text,
  note text not null,
  state text not null,
  valid_from date,
  valid_to date,
  made_by_name text not null,
  made_at timestamp with time zone not null
);
table framework.item (
  id bigint not null,
  framework_id bigint not null,
  identifier uuid not null,
  code text not null,
  parent_id bigint,
  kind text not null,
  level_code text,
  name text not null,
  english text not null,
  place integer not null
);
table framework.level (
  framework_id bigint not null,
  code text not null,
  name text not null,
  english text not null,
  band text not null,
  place integer not null
);
table framework.succession (
  framework_id bigint not null,
  item_id bigint not null,
  successor_id bigint,
  how text not null
);
view framework.crosswalk_list (
  from_identifier uuid,
  to_identifier uuid,
  relation text
);
view framework.item_list (
  id bigint,
  framework_id bigint,
  identifier uuid,
  framework_code text,
  version text,
  state text,
  audience text,
  code text,
  kind text,
  parent_code text,
  name text,
  english text,
  place integer
);
view framework.level_list (
  framework_id bigint,
  code text,
  name text,
  english text,
  band text,
  rank integer
);
view framework.proposal_list (
  framework_id bigint,
  state text,
  item_id bigint,
  successor_id bigint,
  how text
);
view framework.succession_list (
  item_id bigint,
  successor_id bigint,
  framework_id bigint,
  how text
);
view framework.version_list (
  id bigint,
  identifier uuid,
  code text,
  version text,
  title text,
  english text,
  audience text,
  state text,
  valid_from date,
  valid_to date
);
table indicator.answer (
  id bigint not null,
  survey_id bigint not null,
  institution_id bigint not null,
  occupation_code text,
  level text,
  work text,
  satisfied text not null,
  answered_on date not null
);
table indicator.answer_choice (
  question text not null,
  value text not null,
  label text not null,
  english text not null,
  place integer not null,
  good boolean not null
);
table indicator.assessment (
  id bigint not null,
  institution_id bigint not null,
  year integer not null,
  as_at date not null,
  due_on date not null,
  state text not null,
  verdict text,
  made_at timestamp with time zone not null
);
table indicator.assessment_figure (
  assessment_id bigint not null,
  institution_id bigint not null,
  code text not null,
  version integer not null,
  name text not null,
  asked text not null,
  said text not null,
  met boolean
);
table indicator.assessment_line (
  assessment_id bigint not null,
  institution_id bigint not null,
  code text not null,
  verdict text not null,
  declared numeric(12,2),
  words text not null,
  evidence text,
  evidence_name text,
  by_name text not null,
  at timestamp with time zone not null
);
table indicator.choice (
  field text not null,
  value text not null,
  label text not null,
  place integer not null
);
table indicator.condition (
  id bigint not null,
  formula_id bigint not null,
  side text not null,
  set_code text not null,
  field text not null,
  operator text not null,
  value text[] not null
);
table indicator.correction (
  id bigint not null,
  formula_id bigint not null,
  as_at date not null,
  published text not null,
  recomputed text not null,
  reason text not null,
  made_by_name text not null,
  made_at timestamp with time zone not null
);
table indicator.demand (
  formula_id bigint not null,
  code text not null,
  least numeric(12,4) not null
);
table indicator.exclusion (
  status text not null,
  reason text not null
);
table indicator.fact_set (
  code text not null,
  label text not null,
  unit text not null,
  relation text not null,
  people boolean not null,
  place integer not null,
  opens text,
  authority text,
  left_out text
);
table indicator.field (
  set_code text not null,
  code text not null,
  label text not null,
  kind text not null,
  parts boolean not null,
  place integer not null,
  moment text
);
table indicator.formula (
  id bigint not null,
  code text not null,
  version integer not null,
  state text not null,
  family text not null,
  name text not null,
  kind text not null,
  direction text not null,
  decimals integer not null,
  least numeric(12,4),
  types text[],
  clause_code text not null,
  note text not null,
  lacking text,
  verified boolean not null,
  valid_from date not null,
  valid_to date,
  made_by_name text not null,
  made_at timestamp with time zone not null,
  reason text
);
table indicator.frozen (
  formula_id bigint not null,
  as_at date not null,
  institution_id bigint not null,
  numerator numeric(14,2) not null,
  denominator numeric(14,2),
  exclusion text,
  frozen_at timestamp with time zone not null
);
table indicator.invitation (
  id bigint not null,
  survey_id bigint not null,
  institution_id bigint not null,
  token text not null,
  name text not null,
  sort_key text not null,
  occupation_code text,
  level text,
  cohort text,
  answered boolean not null
);
table indicator.question (
  audience text not null,
  code text not null,
  place integer not null,
  text text not null,
  english text not null
);
table indicator.report_rule (
  valid_from date not null,
  freeze_month integer not null,
  freeze_day integer not null,
  due_month integer not null,
  due_day integer not null,
  clause_code text not null
);
table indicator.requirement (
  code text not null,
  name text not null,
  clause_code text not null,
  exempt text,
  place integer not null
);
table indicator.requirement_figure (
  requirement text not null,
  formula_code text not null
);
table indicator.stir (
  institution_id bigint not null,
  xid xid8 not null
);
table indicator.survey (
  id bigint not null,
  institution_id bigint not null,
  audience text not null,
  title text not null,
  opens_on date not null,
  closes_on date not null,
  eligible integer not null,
  made_by_name text not null,
  made_at timestamp with time zone not null
);
table indicator.survey_rule (
  audience text not null,
  months integer not null,
  least_invited numeric(5,2) not null,
  least_answered numeric(5,2) not null,
  least_each integer not null,
  clause_code text not null,
  note text not null
);
table indicator.survey_span (
  audience text not null,
  occupation text not null,
  months integer not null,
  note text not null
);
table indicator.term (
  formula_id bigint not null,
  side text not null,
  set_code text not null,
  summed text,
  years_back integer not null
);
view indicator.answer_fact (
  id bigint,
  institution_id bigint,
  label text,
  person text,
  sort_key text,
  known_at timestamp with time zone,
  tier text,
  audience text,
  level text,
  occupation_code text,
  work text,
  satisfied text,
  standing text,
  closes_on date
);
table institution.alias (
  id bigint not null,
  institution_id bigint not null,
  name text not null,
  valid_from date not null,
  valid_to date
);
table institution.autonomy (
  code text not null,
  label text not null,
  place integer not null
);
table institution.barred_word (
  word text not null,
  why text not null
);
table institution.change (
  id bigint not null,
  institution_id bigint not null,
  field text not null,
  subject_id bigint,
  old_value text,
  new_value text,
  details jsonb,
  effective_on date not null,
  state text not null,
  reason text,
  evidence text,
  evidence_name text,
  source text not null,
  batch_id bigint,
  requested_by text not null,
  account_id bigint,
  requested_at timestamp with time zone not null,
  decided_by text,
  decided_at timestamp with time zone,
  reply text,
  seen_at timestamp with time zone
);
table institution.comparison (
  id bigint not null,
  file_name text not null,
  uploaded_by text not null,
  uploaded_at timestamp with time zone not null
);
table institution.comparison_row (
  id bigint not null,
  comparison_id bigint not null,
  row_no integer not null,
  code text,
  name text not null,
  other text,
  candidates bigint[] not null,
  scores numeric(4,3)[] not null,
  matched_id bigint,
  decision text not null,
  decided_by text,
  decided_at timestamp with time zone
);
table institution.confirmation (
  id bigint not null,
  institution_id bigint not null,
  at timestamp with time zone not null,
  actor text not null
);
table institution.custody (
  succession_id bigint not null,
  kept_id bigint not null,
  keeper_id bigint not null,
  what text not null,
  since date not null,
  ended_on date
);
table institution.field_rule (
  field text not null,
  holder text not null,
  why text not null,
  clause_code text,
  valid_from date not null,
  valid_to date
);
table institution.image (
  batch_id bigint not null,
  place text not null,
  id bigint not null,
  before jsonb,
  after jsonb not null
);
table institution.infrastructure (
  id bigint not null,
  institution_id bigint not null,
  site_id bigint not null,
  year integer not null,
  computer_rooms integer not null,
  computers integer not null,
  workshops integer not null,
  simulators integer not null,
  bandwidth_mbps integer not null,
  platforms text,
  recorded_by text not null,
  recorded_at timestamp with time zone not null
);
table institution.institution (
  id bigint not null,
  code text not null,
  slug text not null,
  name text not null,
  name_folded text not null,
  sort_key text not null,
  type text not null,
  ownership text not null,
  status text not null,
  status_from date not null,
  ward_code text,
  lat numeric(9,6),
  lon numeric(9,6),
  location_verified boolean not null,
  verified boolean not null,
  rehearsal boolean not null,
  valid_from date not null,
  valid_to date,
  facts jsonb not null,
  confirmed_at timestamp with time zone
);
table institution.leader (
  id bigint not null,
  institution_id bigint not null,
  post text not null,
  full_name text not null,
  decision text,
  term_from date not null,
  term_to date
);
table institution.licence (
  id bigint not null,
  institution_id bigint not null,
  kind text not null,
  number text not null,
  number_folded text not null,
  issuer text not null,
  issued_on date not null,
  valid_from date not null,
  valid_to date,
  clause_code text,
  scan text,
  scan_name text,
  note text,
  token text not null,
  rehearsal boolean not null,
  recorded_by text not null,
  recorded_at timestamp with time zone not null,
  batch_id bigint
);
table institution.licence_basis (
  clause_code text not null,
  valid_from date not null,
  valid_to date
);
table institution.licence_line (
  id bigint not null,
  licence_id bigint not null,
  institution_id bigint not null,
  site_id bigint not null,
  occupation_code text,
  code_on_paper text,
  occupation_name text not null,
  level text not null,
  quota integer not null,
  valid_from date not null,
  valid_to date,
  withdrawn_by bigint,
  note text,
  ended_by bigint,
  batch_id bigint,
  paper_to date
);
table institution.logo (
  institution_id bigint not null,
  picture bytea not null,
  at timestamp with time zone not null
);
table institution.ownership (
  code text not null,
  label text not null
);
table institution.post (
  code text not null,
  label text not null,
  single boolean not null,
  mandatory boolean not null,
  types text[] not null,
  publicly boolean not null,
  place integer not null
);
table institution.refusal_reason (
  code text not null,
  label text not null,
  place integer not null
);
table institution.rule (
  code text not null,
  value integer not null,
  label text not null,
  clause_code text,
  valid_from date not null,
  valid_to date
);
table institution.search (
  institution_id bigint not null,
  exact text not null,
  names text not null,
  also text not null,
  found text not null
);
table institution.site (
  id bigint not null,
  institution_id bigint not null,
  name text not null,
  address text,
  ward_code text,
  main boolean not null,
  code text,
  kind text not null,
  lat numeric(9,6),
  lon numeric(9,6),
  phone text,
  email text,
  decision text,
  valid_from date not null,
  valid_to date
);
table institution.succession (
  id bigint not null,
  kind text not null,
  decision text not null,
  decided_on date not null,
  effective_on date not null,
  open_work text not null,
  learners text not null,
  books text not null,
  reason text not null,
  recorded_by text not null,
  recorded_at timestamp with time zone not null,
  undone_at timestamp with time zone,
  undone_by text,
  undone_reason text
);
table institution.succession_part (
  succession_id bigint not null,
  institution_id bigint not null,
  role text not null,
  closed boolean not null,
  status_before text
);
table institution.type (
  code text not null,
  label text not null,
  trains text not null,
  authority text not null,
  place integer not null
);
table institution.type_level (
  type text not null,
  level text not null
);
table institution.version (
  id bigint not null,
  institution_id bigint not null,
  valid_from date not null,
  valid_to date,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  facts jsonb not null,
  name text not null,
  name_folded text not null,
  sort_key text not null,
  type text not null,
  ownership text not null,
  status text not null,
  ward_code text,
  lat numeric(9,6),
  lon numeric(9,6)
);
view institution.directory (
  id bigint,
  code text,
  slug text,
  name text,
  short_name text,
  name_folded text,
  sort_key text,
  type text,
  type_label text,
  type_place integer,
  ownership text,
  ownership_label text,
  status text,
  status_from date,
  ward_code text,
  ward_name text,
  region integer,
  valid_from date,
  valid_to date,
  rehearsal boolean
);
view institution.history (
  id bigint,
  name text,
  type text,
  type_label text,
  ownership text,
  status text,
  status_from date,
  ward_code text,
  region integer,
  valid_from date,
  valid_to date
);
view institution.kept (
  kept_id bigint,
  keeper_id bigint,
  what text,
  since date,
  keeper_name text,
  keeper_slug text
);
view institution.licence_fact (
  id bigint,
  institution_id bigint,
  label text,
  person text,
  sort_key text,
  known_at timestamp with time zone,
  tier text,
  level text,
  occupation_code text,
  quota integer,
  valid_from date,
  valid_to date
);
view institution.licensed (
  id bigint,
  institution_id bigint,
  site_id bigint,
  occupation_code text,
  occupation_name text,
  level text,
  quota integer,
  valid_from date,
  valid_to date,
  number text,
  issued_on date
);
view institution.plate (
  id bigint,
  slug text,
  name text,
  logo_at timestamp with time zone
);
table intake.batch (
  id bigint not null,
  institution_id bigint not null,
  site_id bigint,
  kind text not null,
  file_name text not null,
  sha256 text not null,
  state text not null,
  uploaded_by bigint not null,
  uploader text not null,
  uploaded_at timestamp with time zone not null,
  version integer not null,
  accepted integer not null,
  refused integer not null,
  committed_at timestamp with time zone,
  failure text,
  good integer not null,
  bad integer not null,
  aside integer not null,
  streamed boolean not null,
  override_reason text,
  undone_at timestamp with time zone,
  undone_by text
);
table intake.correction (
  batch_id bigint not null,
  institution_id bigint not null,
  site_id bigint,
  sheet text not null,
  row_no integer not null,
  col integer not null,
  value text not null
);
table intake.fault_count (
  batch_id bigint not null,
  institution_id bigint not null,
  site_id bigint,
  sheet_kind text not null,
  header text not null,
  fault text not null,
  cells integer not null,
  counted_at timestamp with time zone not null
);
table intake.mapping (
  institution_id bigint not null,
  site_id bigint,
  kind text not null,
  header text not null,
  field text not null,
  told_by text not null,
  told_at timestamp with time zone not null
);
table intake.progress (
  batch_id bigint not null,
  institution_id bigint not null,
  site_id bigint,
  done integer not null,
  total integer not null
);
table intake.refused_row (
  batch_id bigint not null,
  institution_id bigint not null,
  site_id bigint,
  sheet text not null,
  row_no integer not null,
  why text not null
);
table intake.set_aside (
  batch_id bigint not null,
  institution_id bigint not null,
  site_id bigint,
  sheet text not null,
  row_no integer not null
);
table intake.streamed_fault (
  batch_id bigint not null,
  institution_id bigint not null,
  site_id bigint,
  row_no integer not null,
  col integer not null,
  header text not null,
  kind text not null,
  written text not null,
  message text not null,
  fix text
);
view intake.file (
  id bigint,
  institution_id bigint,
  site_id bigint,
  kind text,
  committed_at timestamp with time zone
);
table job.scheduled_task (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamp with time zone not null,
  picked boolean not null,
  picked_by text,
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures integer,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority smallint
);
table law.clause (
  code text not null,
  text_code text not null,
  label text not null,
  summary text not null,
  verified boolean not null,
  exact tsvector,
  folded tsvector
);
table law.edition (
  id bigint not null,
  text_code text not null,
  valid_from date not null,
  note text not null,
  made_by_name text not null,
  made_at timestamp with time zone not null,
  undone_at timestamp with time zone,
  undone_by text
);
table law.passage (
  id bigint not null,
  edition_id bigint not null,
  place integer not null,
  anchor text not null,
  label text not null,
  words text not null,
  exact tsvector,
  folded tsvector
);
table law.relation (
  id bigint not null,
  from_text text not null,
  to_text text not null,
  kind text not null,
  since date,
  note text,
  undone_at timestamp with time zone,
  undone_by text
);
table law.text (
  code text not null,
  title text not null,
  issued_on date,
  effective_from date,
  effective_to date,
  verified boolean not null,
  id bigint not null,
  kind text not null,
  issuer text not null,
  use text not null,
  source text not null,
  signatory text not null,
  scope text not null,
  file_sha256 text,
  file_name text
);
view law.edition_list (
  id bigint,
  text_code text,
  text_id bigint,
  title text,
  valid_from date,
  note text
);
view law.passage_list (
  id bigint,
  edition_id bigint,
  text_code text,
  place integer,
  anchor text,
  label text,
  words text
);
view law.reference (
  clause_code text,
  text_code text,
  label text,
  summary text,
  verified boolean,
  effective_from date,
  effective_to date,
  text_id bigint
);
view law.text_list (
  id bigint,
  code text,
  title text,
  kind text,
  effective_from date,
  effective_to date
);
table learning.absence (
  session_id bigint not null,
  enrolment_id bigint not null,
  institution_id bigint not null,
  site_id bigint,
  periods integer not null,
  excused boolean not null
);
table learning.class (
  id bigint not null,
  institution_id bigint not null,
  site_id bigint,
  code text not null,
  occupation_code text not null,
  level text not null,
  cohort integer not null,
  homeroom text,
  first_batch_id bigint,
  opened_at timestamp with time zone not null
);
table learning.condition_subject (
  rule_id bigint not null,
  folded text not null,
  label text not null
);
table learning.conduct (
  enrolment_id bigint not null,
  year integer not null,
  term integer not null,
  institution_id bigint not null,
  site_id bigint,
  rules numeric(4,1) not null,
  study numeric(4,1) not null,
  activities numeric(4,1) not null,
  community numeric(4,1) not null,
  leadership numeric(4,1) not null,
  total numeric(4,1) not null,
  discipline text,
  note text,
  batch_id bigint,
  first_batch_id bigint,
  by_hand boolean not null,
  recorder text not null,
  recorded_at timestamp with time zone not null
);
table learning.conduct_band (
  code text not null,
  label text not null,
  english text not null,
  at_least numeric(4,1) not null
);
table learning.conduct_cap (
  discipline text not null,
  label text not null,
  band_code text not null
);
table learning.conduct_part (
  code text not null,
  label text not null,
  most numeric(4,1) not null,
  ordinal integer not null,
  clause_code text,
  valid_from date not null,
  valid_to date
);
table learning.conversion (
  id bigint not null,
  institution_id bigint,
  name text not null,
  clause_code text,
  source text not null
);
table learning.conversion_band (
  conversion_id bigint not null,
  label text not null,
  english text not null,
  at_least numeric(3,2) not null
);
table learning.conversion_step (
  conversion_id bigint not null,
  letter text not null,
  at_least numeric(4,1) not null,
  points numeric(3,2) not null
);
table learning.council_member (
  id bigint not null,
  graduation_id bigint not null,
  institution_id bigint not null,
  site_id bigint,
  full_name text not null,
  position text not null,
  role text not null
);
table learning.course (
  id bigint not null,
  institution_id bigint not null,
  site_id bigint,
  class_id bigint not null,
  module_id bigint not null,
  year integer not null,
  term integer not null,
  teacher text not null,
  teacher_account bigint,
  periods integer not null,
  state text not null,
  regular_tests integer not null,
  periodic_tests integer not null,
  edition integer not null,
  submitted_by bigint,
  submitted_name text,
  submitted_at timestamp with time zone,
  approved_by bigint,
  approved_name text,
  approved_at timestamp with time zone,
  returned_reason text
);
table learning.distinct_pair (
  institution_id bigint not null,
  site_id bigint,
  first_id bigint not null,
  second_id bigint not null,
  actor text not null,
  told_at timestamp with time zone not null
);
table learning.enrolment (
  id bigint not null,
  learner_id bigint not null,
  institution_id bigint not null,
  site_id bigint,
  student_code text not null,
  occupation_code text not null,
  level text not null,
  admitted_on date,
  cohort integer not null,
  status text not null,
  note text,
  batch_id bigint,
  recorded_at timestamp with time zone not null,
  results_at timestamp with time zone,
  class_id bigint,
  mode text,
  entry_schooling text,
  entry_year integer,
  admission_decision text,
  first_batch_id bigint,
  graduated_on date,
  left_on date,
  graduated_at timestamp with time zone,
  reopened_at timestamp with time zone
);
table learning.final_exam (
  enrolment_id bigint not null,
  part text not null,
  institution_id bigint not null,
  site_id bigint,
  mark numeric(3,1) not null,
  sitting integer not null,
  recorder text not null,
  recorded_at timestamp with time zone not null
);
table learning.grading_rule (
  id bigint not null,
  name text not null,
  clause_code text not null,
  valid_from date not null,
  valid_to date,
  scale numeric(4,1) not null,
  decimals integer not null,
  pass_mark numeric(4,1) not null,
  regular_weight integer not null,
  periodic_weight integer not null,
  tests_share numeric(3,2) not null,
  exam_share numeric(3,2) not null,
  attendance_least numeric(3,2) not null,
  tests_least numeric(4,1) not null,
  most_sittings integer not null
);
table learning.graduation (
  id bigint not null,
  institution_id bigint not null,
  site_id bigint,
  name text not null,
  occupation_code text,
  cohort integer not null,
  class_id bigint,
  planned_on date not null,
  state text not null,
  decision_number text,
  decided_on date,
  opened_by bigint not null,
  opened_name text not null,
  opened_at timestamp with time zone not null,
  decided_by bigint,
  decided_name text,
  decided_at timestamp with time zone
);
table learning.graduation_rule (
  id bigint not null,
  clause_code text,
  valid_from date not null,
  valid_to date,
  council_least integer not null,
  exam_least numeric(4,1) not null,
  average_share integer not null,
  practice_share integer not null,
  theory_share integer not null,
  thesis_share integer not null
);
table learning.graduation_run (
  id bigint not null,
  graduation_id bigint not null,
  institution_id bigint not null,
  site_id bigint,
  number integer not null,
  actor text not null,
  run_at timestamp with time zone not null
);
table learning.guardian (
  id bigint not null,
  learner_id bigint not null,
  institution_id bigint not null,
  site_id bigint,
  full_name text not null,
  relation text not null,
  phone text not null,
  address text,
  ended_at timestamp with time zone
);
table learning.hand_edit (
  enrolment_id bigint not null,
  institution_id bigint not null,
  site_id bigint,
  field text not null,
  before text,
  after text,
  actor text not null,
  edited_at timestamp with time zone not null,
  superseded_by bigint
);
table learning.image (
  batch_id bigint not null,
  institution_id bigint not null,
  site_id bigint,
  place text not null,
  id bigint not null,
  part text not null,
  before jsonb not null
);
table learning.learner (
  id bigint not null,
  institution_id bigint not null,
  site_id bigint,
  full_name text not null,
  name_folded text not null,
  sort_key text not null,
  birth_date date not null,
  sex text,
  citizen_id text,
  birth_place text,
  ethnicity text,
  phone text,
  policy_group text,
  recorded_at timestamp with time zone not null,
  passport text,
  person_id bigint,
  citizen_issued_on date,
  citizen_issued_by text,
  religion text,
  nationality text not null,
  home_town text,
  email text,
  permanent_address text,
  current_address text,
  contact text,
  merged_into bigint,
  first_batch_id bigint
);
table learning.mark (
  course_id bigint not null,
  enrolment_id bigint not null,
  part text not null,
  institution_id bigint not null,
  site_id bigint,
  mark numeric(3,1),
  absent boolean not null,
  comment text,
  version integer not null,
  written_by text not null,
  written_at timestamp with time zone not null
);
table learning.mark_change (
  id bigint not null,
  course_id bigint not null,
  enrolment_id bigint not null,
  part text not null,
  institution_id bigint not null,
  site_id bigint,
  before text not null,
  after text not null,
  comment text,
  actor text not null,
  changed_at timestamp with time zone not null
);
table learning.merge (
  id bigint not null,
  institution_id bigint not null,
  site_id bigint,
  kept_id bigint not null,
  gone_id bigint not null,
  enrolment_ids bigint[] not null,
  filled jsonb not null,
  reason text not null,
  actor text not null,
  merged_at timestamp with time zone not null,
  undone_at timestamp with time zone,
  undone_by text
);
table learning.module (
  id bigint not null,
  institution_id bigint not null,
  occupation_code text not null,
  cohort integer not null,
  code text not null,
  name text not null,
  credits numeric(4,1) not null,
  condition boolean not null,
  first_batch_id bigint,
  theory_periods integer,
  practice_periods integer,
  semester integer
);
table learning.person (
  id bigint not null,
  citizen_id text,
  passport text,
  recorded_at timestamp with time zone not null
);
table learning.policy_group (
  code text not null,
  label text not null,
  ordinal integer not null
);
table learning.rank_band (
  rule_id bigint not null,
  code text not null,
  label text not null,
  english text not null,
  at_least numeric(4,1) not null,
  most_resits integer
);
table learning.result (
  enrolment_id bigint not null,
  module_code text not null,
  module_id bigint not null,
  institution_id bigint not null,
  site_id bigint,
  mark numeric(3,1),
  absent boolean not null,
  batch_id bigint,
  recorded_at timestamp with time zone not null,
  first_batch_id bigint,
  by_hand boolean not null,
  exempt boolean not null,
  exempt_reason text,
  exempt_decision text,
  course_id bigint,
  sittings integer not null
);
table learning.scheme (
  institution_id bigint not null,
  cohort_from integer not null,
  system text not null,
  conversion_id bigint,
  chosen_by text not null,
  chosen_at timestamp with time zone not null
);
table learning.session (
  id bigint not null,
  course_id bigint not null,
  institution_id bigint not null,
  site_id bigint,
  held_on date not null,
  periods integer not null,
  content text not null,
  recorder text not null,
  recorded_at timestamp with time zone not null
);
table learning.staged_module (
  id bigint not null,
  batch_id bigint not null,
  occupation_code text not null,
  cohort integer not null,
  code text not null,
  name text not null,
  credits numeric(4,1) not null,
  condition boolean not null
);
table learning.staged_result (
  batch_id bigint not null,
  row_no integer not null,
  enrolment_id bigint not null,
  module_id bigint not null,
  module_code text not null,
  site_id bigint,
  mark numeric(3,1),
  absent boolean not null,
  insists boolean not null
);
table learning.step (
  id bigint not null,
  enrolment_id bigint not null,
  institution_id bigint not null,
  site_id bigint,
  kind text not null,
  from_status text not null,
  to_status text not null,
  effective_on date not null,
  until_on date,
  decision_number text,
  decision_on date,
  reason text not null,
  elsewhere text,
  recorder text not null,
  recorded_at timestamp with time zone not null,
  undone_at timestamp with time zone,
  undone_by text,
  undone_reason text
);
table learning.step_rule (
  kind text not null,
  label text not null,
  from_status text not null,
  to_status text not null,
  needs_decision boolean not null,
  clause_code text
);
table learning.transcript (
  id bigint not null,
  enrolment_id bigint not null,
  institution_id bigint not null,
  site_id bigint,
  edition integer not null,
  code text not null,
  facts jsonb not null,
  issued_by text not null,
  issued_at timestamp with time zone not null
);
table learning.unlock (
  id bigint not null,
  course_id bigint not null,
  institution_id bigint not null,
  site_id bigint,
  reason text not null,
  asked_by bigint not null,
  asked_name text not null,
  asked_at timestamp with time zone not null,
  granted boolean,
  answer text,
  decided_by bigint,
  decided_name text,
  decided_at timestamp with time zone
);
table learning.verdict (
  run_id bigint not null,
  enrolment_id bigint not null,
  institution_id bigint not null,
  site_id bigint,
  eligible boolean not null,
  average numeric(4,1),
  rank text,
  conditions jsonb not null
);
view learning.load_fact (
  id bigint,
  institution_id bigint,
  label text,
  person text,
  sort_key text,
  known_at timestamp with time zone,
  tier text,
  level text,
  occupation_code text,
  sex text,
  cohort text,
  left_on date,
  year_on date,
  load numeric
);
view learning.study_fact (
  id bigint,
  institution_id bigint,
  label text,
  person text,
  sort_key text,
  known_at timestamp with time zone,
  tier text,
  level text,
  occupation_code text,
  sex text,
  cohort text,
  mode text,
  admitted_on date,
  results_on date,
  graduated_on date,
  left_on date,
  due_on date,
  on_time text,
  results_at timestamp with time zone,
  recognised_on date,
  graduated_at timestamp with time zone,
  reopened_on date,
  reopened_at timestamp with time zone,
  due_known_on date
);
view learning.study_record (
  enrolment_id bigint,
  learner_id bigint,
  institution_id bigint,
  site_id bigint,
  student_code text,
  full_name text,
  sort_key text,
  birth_date date,
  birth_place text,
  occupation_code text,
  level text,
  status text,
  admitted_on date,
  recorded_at timestamp with time zone,
  results_at timestamp with time zone,
  cohort integer
);
table person.alias (
  staff_number text not null,
  person_id bigint not null
);
table person.apart (
  first_id bigint not null,
  second_id bigint not null,
  actor text not null,
  at timestamp with time zone not null
);
table person.competence_answer (
  attempt_id bigint not null,
  question_id bigint not null,
  level integer not null,
  answered_at timestamp with time zone not null
);
table person.competence_attempt (
  id bigint not null,
  person_id bigint not null,
  version_id bigint not null,
  started_at timestamp with time zone not null,
  submitted_on date,
  overall integer,
  institution_id bigint,
  department text not null,
  batch_id bigint
);
table person.competence_batch (
  id bigint not null,
  version_id bigint not null,
  year integer not null,
  made_on date not null,
  type text,
  institution_id bigint,
  department text,
  people integer not null
);
table person.competence_batch_sum (
  batch_id bigint not null,
  domain integer not null,
  total numeric(8,2) not null
);
table person.competence_choice (
  question_id bigint not null,
  level integer not null,
  says text not null
);
table person.competence_domain (
  version_id bigint not null,
  domain integer not null,
  name text not null,
  about text not null,
  training_kind text not null
);
table person.competence_intent (
  id bigint not null,
  attempt_id bigint not null,
  domain integer not null,
  what text not null,
  course_id bigint,
  until_on date not null,
  made_on date not null
);
table person.competence_level_name (
  version_id bigint not null,
  level integer not null,
  name text not null,
  about text not null,
  stands_for text not null
);
table person.competence_month (
  month date not null,
  made_at timestamp with time zone not null
);
table person.competence_question (
  id bigint not null,
  version_id bigint not null,
  place integer not null,
  domain integer not null,
  title text not null,
  asks text not null
);
table person.competence_question_item (
  question_id bigint not null,
  item_identifier uuid not null
);
table person.competence_result (
  attempt_id bigint not null,
  domain integer not null,
  average numeric(3,2) not null,
  level integer not null
);
table person.competence_step (
  version_id bigint not null,
  domain integer not null,
  from_level integer not null,
  to_level integer not null,
  place integer not null,
  says text not null
);
table person.competence_version (
  id bigint not null,
  code text not null,
  title text not null,
  minutes integer not null,
  round_up_from numeric(3,2) not null,
  most_above_lowest integer not null,
  least_group integer not null,
  year_starts text not null,
  valid_from date not null,
  valid_to date
);
table person.correction (
  id bigint not null,
  person_id bigint not null,
  institution_id bigint,
  field text not null,
  reason text not null,
  sha256 text not null,
  file_name text not null,
  actor text not null,
  at timestamp with time zone not null
);
table person.counted_kind (
  figure text not null,
  kind text not null,
  clause_code text not null
);
table person.draft (
  id uuid not null,
  person_id bigint not null,
  institution_id bigint not null,
  account_id bigint not null,
  file_id uuid not null,
  changes jsonb not null,
  before jsonb not null,
  typed jsonb not null,
  reason text not null,
  made_at timestamp with time zone not null,
  written_at timestamp with time zone
);
table person.image (
  batch_id bigint not null,
  institution_id bigint not null,
  place text not null,
  id bigint not null,
  before jsonb not null
);
table person.kept_file (
  id uuid not null,
  institution_id bigint not null,
  account_id bigint not null,
  sha256 text not null,
  file_name text not null,
  kept_at timestamp with time zone not null
);
table person.leave (
  id bigint not null,
  spell_id bigint not null,
  reason text not null,
  starts_on date not null,
  ends_on date,
  recorded_at timestamp with time zone not null
);
table person.login (
  account_id bigint not null,
  person_id bigint not null
);
table person.merge (
  id bigint not null,
  kept_id bigint not null,
  gone_id bigint not null,
  before jsonb not null,
  moved jsonb not null,
  reason text not null,
  actor text not null,
  merged_at timestamp with time zone not null,
  undone_at timestamp with time zone,
  undone_by text,
  after jsonb,
  spells jsonb
);
table person.paper (
  id bigint not null,
  person_id bigint not null,
  institution_id bigint not null,
  kind text not null,
  name text not null,
  issuer text not null,
  number text not null,
  issued_on date not null,
  valid_to date,
  sha256 text not null,
  file_name text not null,
  state text not null,
  state_note text,
  state_by text,
  state_at timestamp with time zone,
  declared_by text not null,
  declared_at timestamp with time zone not null,
  answer_seen_at timestamp with time zone
);
table person.person (
  id bigint not null,
  staff_number text not null,
  full_name text not null,
  name_folded text not null,
  sort_key text not null,
  birth_date date,
  sex text,
  citizen_id text,
  phone text,
  email text,
  merged_into bigint,
  batch_id bigint,
  recorded_at timestamp with time zone not null,
  degree text,
  last_batch_id bigint
);
table person.recognition (
  id bigint not null,
  person_id bigint not null,
  institution_id bigint not null,
  occupation text not null,
  council_size integer not null,
  decision_number text not null,
  decided_on date not null,
  evidence text not null,
  sha256 text not null,
  file_name text not null,
  taught_on date,
  recorded_at timestamp with time zone not null
);
table person.request (
  id bigint not null,
  person_id bigint not null,
  institution_id bigint not null,
  account_id bigint not null,
  facts jsonb not null,
  note text not null,
  sha256 text not null,
  file_name text not null,
  state text not null,
  asked_at timestamp with time zone not null,
  reply text,
  decided_by text,
  decided_at timestamp with time zone,
  stood jsonb,
  answer_seen_at timestamp with time zone
);
table person.rule (
  code text not null,
  label text not null,
  value integer not null,
  clause_code text,
  valid_from date not null,
  valid_to date
);
table person.spell (
  id bigint not null,
  person_id bigint not null,
  institution_id bigint not null,
  site_id bigint,
  department text not null,
  title_code text not null,
  teaches boolean not null,
  contract text not null,
  percent integer not null,
  principal boolean not null,
  starts_on date not null,
  ends_on date,
  batch_id bigint,
  recorded_at timestamp with time zone not null,
  last_batch_id bigint,
  sort_key text not null
);
table person.title (
  code text not null,
  label text not null,
  post text not null,
  clause_code text,
  place integer not null,
  valid_from date not null,
  valid_to date,
  words text[] not null
);
table person.title_degree (
  title_code text not null,
  degree text not null
);
table person.training_attendance (
  session_id bigint not null,
  enrolment_id bigint not null
);
table person.training_batch (
  id bigint not null,
  class_id bigint not null,
  way text not null,
  people integer not null,
  done_at timestamp with time zone not null,
  done_by_name text not null,
  undone_at timestamp with time zone
);
table person.training_certificate (
  id bigint not null,
  enrolment_id bigint not null,
  class_id bigint not null,
  person_id bigint not null,
  institution_id bigint not null,
  holder_institution_id bigint not null,
  issuer_slug text not null,
  issuer_name text not null,
  year integer not null,
  number integer not null,
  printed text not null,
  code text not null,
  full_name text not null,
  birth_date date not null,
  course_code text not null,
  course_title text not null,
  kind text not null,
  hours integer not null,
  result text not null,
  signed_by text not null,
  issued_on date not null,
  key_id text not null,
  signature bytea not null,
  signed_at timestamp with time zone not null,
  status bigint not null,
  state text not null,
  revoked_at timestamp with time zone,
  revoked_by text,
  reason text
);
table person.training_class (
  id bigint not null,
  course_id bigint not null,
  institution_id bigint not null,
  name text not null,
  starts_on date not null,
  ends_on date not null,
  place text not null,
  capacity integer not null,
  evaluators text not null,
  self_enrol boolean not null,
  state text not null,
  closed_at timestamp with time zone,
  closed_by_name text,
  made_by_name text not null,
  recorded_at timestamp with time zone not null,
  version integer not null,
  cancel_reason text not null
);
table person.training_course (
  id bigint not null,
  institution_id bigint not null,
  code text not null,
  title text not null,
  kind text not null,
  purpose text not null,
  hours integer not null,
  audience text not null,
  prerequisites text not null,
  provider text not null,
  framework_code text,
  level_code text,
  description text not null,
  attendance_share integer not null,
  final_pass numeric(3,1),
  state text not null,
  recorded_at timestamp with time zone not null,
  edition integer not null,
  version integer not null
);
table person.training_elsewhere (
  id bigint not null,
  person_id bigint not null,
  institution_id bigint not null,
  title text not null,
  kind text not null,
  purpose text not null,
  hours integer not null,
  provider text not null,
  paper_number text not null,
  starts_on date not null,
  finished_on date not null,
  file_sha256 text not null,
  file_name text not null,
  state text not null,
  reason text,
  declared_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  confirmed_by text,
  pool_id bigint,
  sample_id bigint,
  sample_place integer,
  reviewed_at timestamp with time zone,
  reviewed_by text,
  ended_at timestamp with time zone,
  answer_seen_at timestamp with time zone
);
table person.training_enrolment (
  id bigint not null,
  class_id bigint not null,
  person_id bigint not null,
  institution_id bigint not null,
  batch_id bigint,
  state text not null,
  reason text not null,
  final_mark numeric(3,1),
  confirmed_at timestamp with time zone,
  confirmed_by text,
  answered_on date,
  recorded_at timestamp with time zone not null,
  changed_at timestamp with time zone,
  exception text not null
);
table person.training_feedback (
  id uuid not null,
  class_id bigint not null,
  content integer not null,
  teaching integer not null,
  useful integer not null,
  remark text not null
);
table person.training_kind (
  code text not null,
  label text not null,
  about text not null,
  planned boolean not null,
  place integer not null
);
table person.training_passport (
  person_id bigint not null,
  code text not null,
  open boolean not null,
  changed_at timestamp with time zone not null
);
table person.training_prerequisite (
  course_id bigint not null,
  needs_id bigint not null
);
table person.training_purpose (
  code text not null,
  label text not null,
  weeks integer,
  hours_a_week integer not null,
  clause_code text,
  place integer not null,
  valid_from date not null,
  valid_to date
);
table person.training_reminder (
  id bigint not null,
  kind text not null,
  institution_id bigint not null,
  missing integer not null,
  due_on date not null,
  note text not null,
  sent_on date not null,
  sent_at timestamp with time zone not null,
  sent_by_name text not null
);
table person.training_sample (
  id bigint not null,
  seed bigint not null,
  percent integer not null,
  pool integer not null,
  drawn_at timestamp with time zone not null,
  drawn_by_name text not null
);
table person.training_score (
  topic_id bigint not null,
  enrolment_id bigint not null,
  mark numeric(3,1) not null
);
table person.training_session (
  id bigint not null,
  class_id bigint not null,
  topic_id bigint,
  held_on date not null,
  starts_at time without time zone not null,
  mode text not null,
  place text not null
);
table person.training_topic (
  id bigint not null,
  course_id bigint not null,
  place integer not null,
  title text not null,
  hours integer not null,
  mode text not null,
  pass_mark numeric(3,1) not null
);
table person.transfer (
  id bigint not null,
  person_id bigint not null,
  spell_id bigint not null,
  from_id bigint not null,
  to_id bigint not null,
  asked_by_id bigint not null,
  starts_on date not null,
  title_code text not null,
  department text not null,
  contract text not null,
  reason text not null,
  state text not null,
  asked_by text not null,
  asked_at timestamp with time zone not null,
  answer text,
  answered_by text,
  answered_at timestamp with time zone,
  new_spell_id bigint
);
view person.competence_level (
  person_id bigint,
  domain integer,
  domain_name text,
  level integer,
  level_name text,
  submitted_on date
);
view person.left_out (
  set_code text,
  label text,
  place integer,
  opens text,
  institution_id bigint,
  person_id bigint,
  from_on date,
  until_on date
);
view person.service_fact (
  figure text,
  id bigint,
  institution_id bigint,
  label text,
  person text,
  sort_key text,
  known_at timestamp with time zone,
  tier text,
  post text,
  title_code text,
  sex text,
  contract text,
  qualified text,
  trained text,
  from_on date,
  until_on date
);
view person.staff (
  spell_id bigint,
  person_id bigint,
  staff_number text,
  full_name text,
  name_folded text,
  sort_key text,
  sex text,
  birth_date date,
  institution_id bigint,
  site_id bigint,
  department text,
  title_code text,
  title text,
  post text,
  teaches boolean,
  contract text,
  percent integer,
  principal boolean,
  starts_on date,
  ends_on date,
  degree text
);
view person.staff_fact (
  figure text,
  id bigint,
  institution_id bigint,
  label text,
  person text,
  sort_key text,
  known_at timestamp with time zone,
  tier text,
  post text,
  title_code text,
  sex text,
  contract text,
  qualified text,
  trained text,
  from_on date,
  until_on date
);
view person.teacher_fact (
  figure text,
  id bigint,
  institution_id bigint,
  label text,
  person text,
  sort_key text,
  known_at timestamp with time zone,
  tier text,
  post text,
  title_code text,
  sex text,
  contract text,
  qualified text,
  trained text,
  from_on date,
  until_on date
);
view person.training_record (
  source text,
  source_id bigint,
  person_id bigint,
  kind text,
  purpose text,
  title text,
  hours integer,
  starts_on date,
  completed_on date,
  recorded_at timestamp with time zone,
  tier text,
  ended_at timestamp with time zone
);
table place.boundary (
  set_id bigint not null,
  ward_code text not null,
  full_wkb bytea not null,
  web_wkb bytea not null
);
table place.boundary_set (
  id bigint not null,
  state text not null,
  file_name text not null,
  sha256 text not null,
  source text not null,
  licence text not null,
  valid_from date not null,
  web_bytes integer not null,
  uploaded_by text not null,
  uploaded_at timestamp with time zone not null,
  used_at timestamp with time zone,
  retired_at timestamp with time zone
);
table place.boundary_warning (
  id bigint not null,
  set_id bigint not null,
  feature integer not null,
  written text not null,
  what text not null,
  fix text not null
);
table place.former_unit (
  id bigint not null,
  name text not null,
  name_folded text not null,
  district text not null,
  district_folded text not null,
  earlier_district text,
  earlier_district_folded text,
  province text not null,
  ward_code text not null,
  part boolean not null,
  verified boolean not null,
  valid_to date not null,
  clause text not null
);
table place.ward (
  code text not null,
  name text not null,
  region integer not null,
  lat numeric(8,5) not null,
  lon numeric(8,5) not null,
  area_km2 numeric(8,1) not null,
  valid_from date not null,
  valid_to date
);
view place.unit (
  code text,
  name text,
  region integer,
  lat numeric(8,5),
  lon numeric(8,5),
  area_km2 numeric(8,1),
  valid_from date,
  valid_to date
);
table portal.notice (
  id bigint not null,
  account_id bigint not null,
  address text not null,
  what text not null,
  about text not null,
  button text not null,
  until date,
  first_at timestamp with time zone not null,
  read_at timestamp with time zone,
  gone_at timestamp with time zone,
  told_at timestamp with time zone
);
table portal.preference (
  account_id bigint not null,
  frequency text not null,
  email text,
  confirmed_at timestamp with time zone,
  token_hash text,
  told_on date
);
table programme.alignment (
  id bigint not null,
  version_id bigint not null,
  institution_id bigint not null,
  outcome_id bigint not null,
  framework_id bigint not null,
  item_id bigint not null,
  relation text not null,
  level_code text not null
);
table programme.attainment (
  outcome_id bigint not null,
  institution_id bigint not null,
  cohort integer not null,
  assessed integer not null,
  achieved integer not null,
  source text not null,
  recorded_by text not null,
  recorded_at timestamp with time zone not null
);
table programme.attendance (
  minutes_id bigint not null,
  institution_id bigint not null,
  place integer not null,
  name text not null,
  workplace text not null,
  post text not null,
  came boolean not null
);
table programme.cohort (
  programme_id bigint not null,
  institution_id bigint not null,
  year integer not null,
  version_id bigint not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null
);
table programme.comment (
  id bigint not null,
  version_id bigint not null,
  institution_id bigint not null,
  outcome_id bigint,
  about text not null,
  source text not null,
  by_name text not null,
  organisation text not null,
  said_on date not null,
  words text not null,
  agrees boolean not null,
  decision text,
  answer text not null,
  answered_by text,
  answered_at timestamp with time zone,
  recorded_at timestamp with time zone not null,
  inquiry_id bigint
);
table programme.council_rule (
  code text not null,
  least numeric(6,2) not null,
  sentence text not null,
  clause_code text not null,
  verified boolean not null,
  place integer not null,
  posts text[] not null
);
table programme.degree (
  code text not null,
  label text not null,
  rank integer not null
);
table programme.drafter (
  id bigint not null,
  version_id bigint not null,
  institution_id bigint not null,
  name text not null,
  staff_number text
);
table programme.field (
  code text not null,
  name text not null,
  engineering boolean not null
);
table programme.inquiry (
  id bigint not null,
  version_id bigint not null,
  institution_id bigint not null,
  organisation text not null,
  token_hash text not null,
  until_on date not null,
  made_by_name text not null,
  made_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by_name text,
  answered_at timestamp with time zone,
  by_name text,
  by_post text,
  by_organisation text,
  words text not null
);
table programme.inquiry_answer (
  inquiry_id bigint not null,
  institution_id bigint not null,
  outcome_id bigint,
  code text not null,
  statement text not null,
  verdict text not null,
  words text not null
);
table programme.integration (
  id bigint not null,
  programme_id bigint not null,
  institution_id bigint not null,
  since date not null,
  until date
);
table programme.member (
  id bigint not null,
  version_id bigint not null,
  institution_id bigint not null,
  name text not null,
  workplace text not null,
  staff_number text,
  post text not null,
  teacher boolean not null,
  outside boolean not null,
  state_side boolean not null,
  degree_code text not null,
  years integer not null
);
table programme.minutes (
  version_id bigint not null,
  institution_id bigint not null,
  decision text not null,
  held_on date not null,
  present integer not null,
  in_favour integer not null,
  conclusion text not null,
  recorded_by text not null,
  recorded_at timestamp with time zone not null,
  id bigint not null,
  number integer not null,
  carried boolean not null
);
table programme.module (
  id bigint not null,
  version_id bigint not null,
  institution_id bigint not null,
  identifier uuid not null,
  code text not null,
  name text not null,
  credits numeric(4,1) not null,
  theory integer not null,
  practice integer not null,
  exam integer not null,
  own_hours integer not null,
  material boolean not null,
  platform boolean not null,
  software boolean not null,
  textbook text not null,
  textbook_paper text not null,
  place integer not null
);
table programme.occupation (
  code text not null,
  name text not null,
  field_code text not null,
  verified boolean not null,
  valid_from date not null,
  valid_to date
);
table programme.outcome (
  id bigint not null,
  version_id bigint not null,
  institution_id bigint not null,
  identifier uuid not null,
  parent_id bigint,
  code text not null,
  kind text not null,
  statement text not null,
  hours integer,
  place integer not null
);
table programme.partner (
  id bigint not null,
  programme_id bigint not null,
  institution_id bigint not null,
  year integer not null,
  organisation text not null,
  practice boolean not null,
  assessment boolean not null,
  research boolean not null,
  words text not null,
  recorded_by text not null,
  recorded_at timestamp with time zone not null,
  design boolean not null,
  inquiry_id bigint
);
table programme.programme (
  id bigint not null,
  identifier uuid not null,
  institution_id bigint not null,
  level text not null,
  ended_on date,
  made_at timestamp with time zone not null
);
table programme.review (
  id bigint not null,
  programme_id bigint not null,
  institution_id bigint not null,
  year integer not null,
  reviewed_on date not null,
  updated boolean not null,
  words text not null,
  recorded_by text not null,
  recorded_at timestamp with time zone not null
);
table programme.review_rule (
  months integer not null,
  before integer not null,
  clause_code text not null,
  verified boolean not null
);
table programme.rule (
  id bigint not null,
  number integer not null,
  framework_code text not null,
  taught boolean not null,
  assessed boolean not null,
  clause_code text not null,
  verified boolean not null,
  note text not null,
  valid_from date not null,
  valid_to date,
  made_by_name text not null,
  made_at timestamp with time zone not null
);
table programme.rule_level (
  rule_id bigint not null,
  level text not null,
  domains integer not null,
  rank integer not null
);
table programme.standing (
  version_id bigint not null,
  institution_id bigint not null,
  rule_id bigint not null,
  integrated boolean not null,
  domains integer not null,
  computed_at timestamp with time zone not null
);
table programme.teaching (
  version_id bigint not null,
  institution_id bigint not null,
  outcome_id bigint not null,
  module_id bigint not null,
  teaches boolean not null,
  assesses boolean not null
);
table programme.version (
  id bigint not null,
  programme_id bigint not null,
  institution_id bigint not null,
  number integer not null,
  state text not null,
  name text not null,
  english text not null,
  name_folded text not null,
  sort_key text not null,
  occupation_on_paper text not null,
  occupation_code text,
  mode text not null,
  method text not null,
  licence_line_id bigint,
  licence_note text not null,
  hours integer,
  credits numeric(5,1),
  months integer,
  admission text not null,
  goal text not null,
  decision_number text,
  decision_on date,
  copied_from bigint,
  made_by_name text not null,
  made_at timestamp with time zone not null,
  submitted_at timestamp with time zone,
  submitted_by_name text,
  appraised_at timestamp with time zone,
  published_at timestamp with time zone,
  published_by_name text,
  superseded_at timestamp with time zone,
  checked_at timestamp with time zone,
  checked_by_name text,
  submitted_on date
);
table programme.volume_rule (
  level text not null,
  least numeric(5,1) not null,
  clause_code text not null,
  verified boolean not null
);
view programme.bound (
  id bigint,
  version_id bigint,
  programme_id bigint,
  institution_id bigint,
  programme text,
  sort_key text,
  number integer,
  outcome_id bigint,
  framework_id bigint,
  item_id bigint
);
view programme.cohort_end (
  institution_id bigint,
  level text,
  occupation_code text,
  year integer,
  ends_on date,
  known_on date
);
view programme.counted (
  id bigint,
  version_id bigint,
  outcome_id bigint,
  relation text,
  framework_code text,
  framework_id bigint,
  item_id bigint,
  item_code text,
  domain_code text,
  rank integer
);
view programme.hanging (
  id bigint,
  version_id bigint,
  programme_id bigint,
  institution_id bigint,
  programme text,
  state text,
  outcome_id bigint,
  outcome_code text,
  statement text,
  framework_code text,
  framework_version text,
  item_code text,
  item_name text,
  level_code text,
  successor_id bigint,
  successor_code text,
  successor_name text,
  how text,
  successor_framework_id bigint,
  level_stays boolean,
  rank integer,
  held_rank integer
);
view programme.listed (
  code text,
  name text,
  field_code text,
  field text,
  engineering boolean,
  verified boolean,
  valid_from date,
  valid_to date
);
view programme.offering_fact (
  id bigint,
  institution_id bigint,
  label text,
  person text,
  sort_key text,
  known_at timestamp with time zone,
  tier text,
  level text,
  occupation_code text,
  integrated text,
  from_on date,
  until_on date,
  reviewed_on date,
  updated_on date,
  employer_on date,
  finished_on date,
  own_hours_share numeric,
  online_share numeric
);
view programme.programme_fact (
  id bigint,
  institution_id bigint,
  label text,
  person text,
  sort_key text,
  known_at timestamp with time zone,
  tier text,
  level text,
  occupation_code text,
  published_on date,
  ended_on date,
  integrated_on date,
  lost_on date,
  reviewed_on date,
  updated_on date,
  employer_on date,
  cohort_on date,
  finished_on date,
  own_hours_share numeric,
  online_share numeric
);
view programme.reach (
  version_id bigint,
  framework_code text,
  domain_code text,
  item_code text,
  rank integer,
  outcome_id bigint,
  outcome_code text,
  taught boolean,
  assessed boolean
);
view programme.year_fact (
  id bigint,
  institution_id bigint,
  label text,
  person text,
  sort_key text,
  known_at timestamp with time zone,
  tier text,
  level text,
  occupation_code text,
  year_on date,
  from_on date,
  until_on date,
  updated_on date,
  employer_on date,
  finished_on date
);
table proof.address (
  address text not null,
  since timestamp with time zone not null
);
table proof.issuer (
  institution_id bigint not null,
  slug text not null,
  name text not null
);
table proof.status_counter (
  institution_id bigint not null,
  given bigint not null
);
table proof.status_list (
  institution_id bigint not null,
  number integer not null,
  purpose text not null,
  bits bytea not null,
  version bigint not null,
  changed_at timestamp with time zone not null
);
table signing.key (
  id text not null,
  owner_id bigint not null,
  owner_name text not null,
  use text not null,
  public_key bytea not null,
  certificate bytea not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone,
  compromised_from timestamp with time zone
);
view signing.public_key (
  key_id text,
  owner_id bigint,
  use text,
  valid_from timestamp with time zone,
  valid_to timestamp with time zone,
  compromised_from timestamp with time zone
);
table target.consultation (
  id bigint not null,
  edition_id bigint not null,
  title text not null,
  note text not null,
  closes_on date not null,
  opened_by_name text not null,
  opened_at timestamp with time zone not null
);
table target.distribution (
  id bigint not null,
  text_code text not null,
  note text not null,
  sent_by_name text not null,
  sent_at timestamp with time zone not null
);
table target.explanation (
  target_code text not null,
  year integer not null,
  month date not null,
  cause text not null,
  action text not null,
  done_by date not null,
  by_name text not null,
  at timestamp with time zone not null
);
table target.milestone (
  target_code text not null,
  year integer not null,
  comparison text,
  threshold numeric(5,2),
  wording text not null,
  scope text not null,
  verified boolean not null,
  formula_code text,
  start_on date not null,
  start_value numeric(5,2) not null
);
table target.opinion (
  id bigint not null,
  consultation_id bigint not null,
  institution_id bigint not null,
  anchor text not null,
  label text not null,
  words text not null,
  by_name text not null,
  at timestamp with time zone not null,
  outcome text,
  answer text,
  answered_by_name text,
  answered_at timestamp with time zone
);
table target.proof (
  id bigint not null,
  target_code text not null,
  year integer not null,
  words text not null,
  evidence text not null,
  evidence_name text not null,
  brought_by bigint not null,
  brought_by_name text not null,
  brought_at timestamp with time zone not null,
  accepted boolean,
  reason text,
  judged_by bigint,
  judged_by_name text,
  judged_at timestamp with time zone
);
table target.receipt (
  distribution_id bigint not null,
  institution_id bigint not null,
  read_at timestamp with time zone,
  read_by_name text
);
table target.remedy (
  formula_code text not null,
  authority text not null,
  label text not null,
  address text not null
);
table target.reminder (
  id bigint not null,
  target_code text not null,
  milestone integer not null,
  institution_id bigint not null,
  due_on date not null,
  note text not null,
  sent_by_name text not null,
  sent_at timestamp with time zone not null
);
table target.revision (
  id bigint not null,
  target_code text not null,
  year integer not null,
  comparison text not null,
  threshold numeric(5,2) not null,
  wording text not null,
  text_code text not null,
  since date not null,
  reason text not null,
  made_by_name text not null,
  made_at timestamp with time zone not null
);
table target.status_rule (
  id bigint not null,
  at_risk_from numeric(5,2) not null,
  note text not null,
  valid_from date not null,
  valid_to date,
  text_code text,
  reason text,
  made_by_name text not null,
  made_at timestamp with time zone not null
);
table target.target (
  code text not null,
  name text not null,
  unit text not null,
  direction text not null,
  numerator text not null,
  denominator text not null,
  owner text not null,
  clause_code text not null,
  note text not null,
  lacking text,
  awaited text
);
table target.task (
  id bigint not null,
  text_code text not null,
  title text not null,
  product text not null,
  lead_id bigint,
  due_on date not null,
  first_due_on date not null,
  made_by_name text not null,
  made_at timestamp with time zone not null,
  closed_on date,
  closed_by_name text,
  close_reason text
);
table target.task_extension (
  id bigint not null,
  task_id bigint not null,
  wanted_on date not null,
  reason text not null,
  asked_by_name text not null,
  asked_at timestamp with time zone not null,
  granted boolean,
  answer text,
  answered_by_name text,
  answered_at timestamp with time zone
);
table target.task_milestone (
  task_id bigint not null,
  place integer not null,
  name text not null,
  due_on date not null,
  done_on date,
  done_by_name text
);
table target.task_partner (
  task_id bigint not null,
  institution_id bigint not null
);
table target.task_report (
  id bigint not null,
  task_id bigint not null,
  institution_id bigint,
  percent integer not null,
  words text not null,
  evidence text,
  evidence_name text,
  by_name text not null,
  at timestamp with time zone not null
);
table target.task_rule (
  remind_days integer not null,
  escalate_days integer not null,
  note text not null,
  valid_from date not null
);

-- Constraints

access.account: CHECK (((role <> 'CLERK'::text) OR (institution_id IS NOT NULL)))
access.account: CHECK (((role <> 'LEARNER'::text) OR (learner_id IS NOT NULL)))
access.account: CHECK (((role <> ALL (ARRAY['HEAD'::text, 'REGISTRAR'::text, 'CHECKER'::text, 'TEACHER'::text])) OR (institution_id IS NOT NULL)))
access.account: CHECK (((site_id IS NULL) OR (institution_id IS NOT NULL)))
access.account: CHECK ((username = lower(username)))
access.account: PRIMARY KEY (id)
access.account: UNIQUE (username)
access.attempt: PRIMARY KEY (username)
access.invitation: FOREIGN KEY (account_id) REFERENCES access.account(id)
access.invitation: PRIMARY KEY (token_hash)
access.session: PRIMARY KEY (primary_id)
access.session: UNIQUE (session_id)
access.session_attributes: FOREIGN KEY (session_primary_id) REFERENCES access.session(primary_id) ON DELETE CASCADE
access.session_attributes: PRIMARY KEY (session_primary_id, attribute_name)
audit.act: PRIMARY KEY (id)
credential.answer_term: CHECK ((days > 0))
credential.answer_term: FOREIGN KEY (clause_code) REFERENCES law.clause(code)
credential.answer_term: PRIMARY KEY (valid_from)
credential.blank: CHECK (((state = ANY (ARRAY['RESERVED'::text, 'PRINTED'::text, 'ISSUED'::text])) = (diploma_id IS NOT NULL)))
credential.blank: CHECK ((state = ANY (ARRAY['IN_STOCK'::text, 'RESERVED'::text, 'PRINTED'::text, 'ISSUED'::text, 'SPOILED'::text, 'CANCELLED'::text, 'LOST'::text])))
credential.blank: FOREIGN KEY (diploma_id) REFERENCES credential.diploma(id)
credential.blank: FOREIGN KEY (lot_id) REFERENCES credential.blank_lot(id)
credential.blank: PRIMARY KEY (institution_id, serial)
credential.blank_lot: CHECK (((digits >= 1) AND (digits <= 12)))
credential.blank_lot: CHECK (((last_number >= first_number) AND (last_number <= (first_number + 99999))))
credential.blank_lot: CHECK ((first_number >= 0))
credential.blank_lot: CHECK ((medium = ANY (ARRAY['PAPER'::text, 'DIGITAL'::text])))
credential.blank_lot: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
credential.blank_lot: PRIMARY KEY (id)
credential.blank_move: CHECK ((act = ANY (ARRAY['RECEIVED'::text, 'ISSUED'::text, 'SPOILED'::text, 'CANCELLED'::text, 'LOST'::text, 'FOUND'::text])))
credential.blank_move: CHECK ((count > 0))
credential.blank_move: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
credential.blank_move: FOREIGN KEY (lot_id) REFERENCES credential.blank_lot(id)
credential.blank_move: PRIMARY KEY (id)
credential.blank_period: CHECK (((((((opening + received) - issued) - spoiled) - cancelled) - lost) = closing))
credential.blank_period: CHECK ((counted = closing))
credential.blank_period: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
credential.blank_period: PRIMARY KEY (id)
credential.book: CHECK (((year >= 1950) AND (year <= 2200)))
credential.book: CHECK ((kind = ANY (ARRAY['DIPLOMA'::text, 'COPY'::text])))
credential.book: CHECK ((numbered_by = ANY (ARRAY['SYSTEM'::text, 'COLLEGE'::text])))
credential.book: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
credential.book: PRIMARY KEY (id)
credential.book: UNIQUE (institution_id, kind, year, level)
credential.confirmation: FOREIGN KEY (diploma_id) REFERENCES credential.diploma(id) ON DELETE CASCADE
credential.confirmation: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
credential.confirmation: PRIMARY KEY (diploma_id)
credential.copy: CHECK (((relation = 'HOLDER'::text) OR (authorisation IS NOT NULL)))
credential.copy: CHECK ((relation = ANY (ARRAY['HOLDER'::text, 'SENT'::text, 'AUTHORITY'::text])))
credential.copy: FOREIGN KEY (book_id) REFERENCES credential.book(id)
credential.copy: FOREIGN KEY (diploma_id) REFERENCES credential.diploma(id)
credential.copy: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
credential.copy: PRIMARY KEY (id)
credential.copy: UNIQUE (book_id, number)
credential.copy: UNIQUE (code)
credential.correction: FOREIGN KEY (diploma_id) REFERENCES credential.diploma(id)
credential.correction: FOREIGN KEY (ruling_id) REFERENCES credential.ruling(id)
credential.correction: PRIMARY KEY (id)
credential.correction: UNIQUE (ruling_id, diploma_id, field)
credential.deadline: CHECK ((days > 0))
credential.deadline: CHECK ((medium = ANY (ARRAY['PAPER'::text, 'DIGITAL'::text])))
credential.deadline: CHECK ((step = ANY (ARRAY['ISSUE'::text, 'HAND_OVER'::text])))
credential.deadline: FOREIGN KEY (clause_code) REFERENCES law.clause(code)
credential.deadline: PRIMARY KEY (step, medium, valid_from)
credential.decision: CHECK ((kind = ANY (ARRAY['GRADUATION'::text, 'REISSUE'::text])))
credential.decision: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
credential.decision: PRIMARY KEY (id)
credential.decision: UNIQUE (institution_id, number, decided_on)
credential.diploma: CHECK (((checked_by <> prepared_by) AND (signed_by <> prepared_by) AND (signed_by <> checked_by) AND (released_by <> prepared_by) AND (released_by <> checked_by) AND (released_by <> signed_by)))
credential.diploma: CHECK (((state = 'PREPARED'::text) OR ((register_number IS NOT NULL) AND (serial IS NOT NULL))))
credential.diploma: CHECK (((state = ANY (ARRAY['PREPARED'::text, 'CHECKED'::text, 'SIGNED'::text, 'VOID'::text])) OR (released_at IS NOT NULL)))
credential.diploma: CHECK (((state = ANY (ARRAY['PREPARED'::text, 'CHECKED'::text, 'VOID'::text])) OR ((signature IS NOT NULL) AND (signed_at IS NOT NULL))))
credential.diploma: CHECK (((state = ANY (ARRAY['REVOKED'::text, 'ANNULLED'::text, 'REPLACED'::text])) = (ended_at IS NOT NULL)))
credential.diploma: CHECK (((status IS NULL) = (wording IS NULL)))
credential.diploma: CHECK (((status IS NULL) OR (signature IS NOT NULL)))
credential.diploma: CHECK ((medium = ANY (ARRAY['PAPER'::text, 'DIGITAL'::text])))
credential.diploma: CHECK ((state = ANY (ARRAY['PREPARED'::text, 'CHECKED'::text, 'SIGNED'::text, 'VALID'::text, 'SUSPENDED'::text, 'REVOKED'::text, 'ANNULLED'::text, 'REPLACED'::text, 'VOID'::text])))
credential.diploma: FOREIGN KEY (book_id) REFERENCES credential.book(id)
credential.diploma: FOREIGN KEY (decision_id) REFERENCES credential.decision(id)
credential.diploma: FOREIGN KEY (enrolment_id) REFERENCES learning.enrolment(id)
credential.diploma: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
credential.diploma: FOREIGN KEY (learner_id) REFERENCES learning.learner(id)
credential.diploma: FOREIGN KEY (occupation_code) REFERENCES programme.occupation(code)
credential.diploma: FOREIGN KEY (replaces) REFERENCES credential.diploma(id)
credential.diploma: FOREIGN KEY (site_id) REFERENCES institution.site(id)
credential.diploma: PRIMARY KEY (id)
credential.diploma: UNIQUE (code)
credential.diploma: UNIQUE (institution_id, register_number)
credential.entry: CHECK ((kind = ANY (ARRAY['NUMBERED'::text, 'BLANK_CHANGED'::text, 'VOIDED'::text, 'HANDED_OVER'::text, 'HANDING_UNDONE'::text, 'SUSPENDED'::text, 'RESTORED'::text, 'REVOKED'::text, 'ANNULLED'::text, 'REPLACED'::text, 'CORRECTED'::text, 'COPIED'::text])))
credential.entry: FOREIGN KEY (book_id) REFERENCES credential.book(id)
credential.entry: FOREIGN KEY (diploma_id) REFERENCES credential.diploma(id)
credential.entry: PRIMARY KEY (id)
credential.entry: UNIQUE (book_id, line)
credential.handover: CHECK (((undoes IS NOT NULL) OR ((signature IS NULL) <> (confirmed IS NULL))))
credential.handover: CHECK (((undoes IS NOT NULL) OR holder OR (authorisation IS NOT NULL)))
credential.handover: CHECK (((undoes IS NULL) = (reason IS NULL)))
credential.handover: CHECK ((paper_kind = ANY (ARRAY['CITIZEN_CARD'::text, 'PASSPORT'::text, 'STUDENT_CARD'::text, 'OTHER'::text])))
credential.handover: FOREIGN KEY (diploma_id) REFERENCES credential.diploma(id)
credential.handover: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
credential.handover: FOREIGN KEY (undoes) REFERENCES credential.handover(id)
credential.handover: PRIMARY KEY (id)
credential.handover: UNIQUE (undoes)
credential.holiday: FOREIGN KEY (clause_code) REFERENCES law.clause(code)
credential.holiday: PRIMARY KEY (on_day)
credential.layout: CHECK (((height >= (100)::numeric) AND (height <= (420)::numeric)))
credential.layout: CHECK (((width >= (100)::numeric) AND (width <= (420)::numeric)))
credential.layout: CHECK ((level = ANY (ARRAY['CAO_DANG'::text, 'TRUNG_CAP'::text, 'TRUNG_HOC_NGHE'::text, 'SO_CAP'::text])))
credential.layout: CHECK ((version > 0))
credential.layout: FOREIGN KEY (clause_code) REFERENCES law.clause(code)
credential.layout: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
credential.layout: PRIMARY KEY (id)
credential.layout: UNIQUE NULLS NOT DISTINCT (institution_id, level, version)
credential.list_check: CHECK (((lines >= 1) AND (lines <= 200)))
credential.list_check: PRIMARY KEY (id)
credential.national_field: CHECK ((fact = ANY (ARRAY['CODE'::text, 'SERIAL'::text, 'REGISTER_NUMBER'::text, 'CITIZEN_ID'::text, 'FULL_NAME'::text, 'BIRTH_DATE'::text, 'SEX'::text, 'BIRTH_PLACE'::text, 'ETHNICITY'::text, 'NATIONALITY'::text, 'AWARD'::text, 'LEVEL'::text, 'OCCUPATION_CODE'::text, 'OCCUPATION'::text, 'RANK'::text, 'DECISION_NUMBER'::text, 'DECIDED_ON'::text, 'SIGNED_ON'::text, 'SIGNED_BY'::text, 'INSTITUTION'::text, 'STATE'::text])))
credential.national_field: FOREIGN KEY (clause_code) REFERENCES law.clause(code)
credential.national_field: PRIMARY KEY (name, valid_from)
credential.national_line: CHECK (((rejected IS NULL) = (rejected_at IS NULL)))
credential.national_line: FOREIGN KEY (diploma_id) REFERENCES credential.diploma(id)
credential.national_line: FOREIGN KEY (package_id) REFERENCES credential.national_package(id)
credential.national_line: PRIMARY KEY (package_id, diploma_id)
credential.national_package: CHECK ((released_to >= released_from))
credential.national_package: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
credential.national_package: PRIMARY KEY (id)
credential.numbering: FOREIGN KEY (clause_code) REFERENCES law.clause(code)
credential.numbering: PRIMARY KEY (level)
credential.placement: CHECK (((size >= (5)::numeric) AND (size <= (40)::numeric)))
credential.placement: CHECK ((align = ANY (ARRAY['LEFT'::text, 'CENTRE'::text, 'RIGHT'::text])))
credential.placement: CHECK ((width >= (5)::numeric))
credential.placement: CHECK ((x >= (0)::numeric))
credential.placement: CHECK ((y >= (0)::numeric))
credential.placement: FOREIGN KEY (layout_id) REFERENCES credential.layout(id) ON DELETE CASCADE
credential.placement: PRIMARY KEY (layout_id, item)
credential.printer: CHECK (((scale_x >= 0.9) AND (scale_x <= 1.1)))
credential.printer: CHECK (((scale_y >= 0.9) AND (scale_y <= 1.1)))
credential.printer: CHECK ((abs(offset_x) <= (30)::numeric))
credential.printer: CHECK ((abs(offset_y) <= (30)::numeric))
credential.printer: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
credential.printer: PRIMARY KEY (id)
credential.reason: CHECK ((turn = ANY (ARRAY['SUSPEND'::text, 'RESTORE'::text, 'REVOKE'::text, 'ANNUL'::text, 'CORRECT'::text, 'REISSUE'::text, 'REPLACE'::text])))
credential.reason: FOREIGN KEY (clause_code) REFERENCES law.clause(code)
credential.reason: PRIMARY KEY (code)
credential.ruling: CHECK (((state = 'DRAFT'::text) OR ((turn IS NOT NULL) AND (decision IS NOT NULL) AND (decided_on IS NOT NULL) AND (reason_code IS NOT NULL) AND (reason IS NOT NULL) AND (done_by_name IS NOT NULL) AND (done_at IS NOT NULL))))
credential.ruling: CHECK ((state = ANY (ARRAY['DRAFT'::text, 'DONE'::text])))
credential.ruling: CHECK ((turn = ANY (ARRAY['SUSPEND'::text, 'RESTORE'::text, 'REVOKE'::text, 'ANNUL'::text, 'CORRECT'::text, 'REISSUE'::text, 'REPLACE'::text])))
credential.ruling: FOREIGN KEY (decision_id) REFERENCES credential.decision(id)
credential.ruling: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
credential.ruling: FOREIGN KEY (reason_code) REFERENCES credential.reason(code)
credential.ruling: PRIMARY KEY (id)
credential.ruling_change: FOREIGN KEY (ruling_id) REFERENCES credential.ruling(id) ON DELETE CASCADE
credential.ruling_change: PRIMARY KEY (ruling_id, field)
credential.ruling_diploma: FOREIGN KEY (diploma_id) REFERENCES credential.diploma(id)
credential.ruling_diploma: FOREIGN KEY (ruling_id) REFERENCES credential.ruling(id) ON DELETE CASCADE
credential.ruling_diploma: PRIMARY KEY (ruling_id, diploma_id)
credential.run: CHECK ((state = ANY (ARRAY['RUNNING'::text, 'DONE'::text, 'FAILED'::text])))
credential.run: CHECK ((step = ANY (ARRAY['CHECK'::text, 'SIGN'::text, 'RELEASE'::text])))
credential.run: FOREIGN KEY (decision_id) REFERENCES credential.decision(id) ON DELETE CASCADE
credential.run: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
credential.run: PRIMARY KEY (id)
credential.run_progress: FOREIGN KEY (run_id) REFERENCES credential.run(id) ON DELETE CASCADE
credential.run_progress: PRIMARY KEY (run_id)
credential.share: CHECK ((cardinality(fields) > 0))
credential.share: CHECK ((expires_at > created_at))
credential.share: CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text))
credential.share: FOREIGN KEY (diploma_id) REFERENCES credential.diploma(id)
credential.share: PRIMARY KEY (id)
credential.share: UNIQUE (token_hash)
credential.signing_key: PRIMARY KEY (id)
credential.spent: PRIMARY KEY (address, minute)
credential.suspicion: CHECK ((((finding IS NULL) = (answered_at IS NULL)) AND ((finding IS NULL) = (answer IS NULL)) AND ((finding IS NULL) = (answered_by_name IS NULL))))
credential.suspicion: CHECK ((finding = ANY (ARRAY['GENUINE'::text, 'FORGED'::text, 'OUR_ERROR'::text])))
credential.suspicion: FOREIGN KEY (diploma_id) REFERENCES credential.diploma(id)
credential.suspicion: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
credential.suspicion: PRIMARY KEY (id)
credential.suspicion: UNIQUE (code)
credential.verification: CHECK ((way = ANY (ARRAY['CODE'::text, 'LINK'::text, 'SERIAL'::text, 'FILE'::text, 'LIST'::text, 'API'::text])))
credential.verification: FOREIGN KEY (diploma_id) REFERENCES credential.diploma(id)
credential.verification: PRIMARY KEY (id)
document.kept: CHECK ((octet_length(key) = 32))
document.kept: PRIMARY KEY (key)
exchange.answer: FOREIGN KEY (api_key_id) REFERENCES exchange.api_key(id)
exchange.answer: PRIMARY KEY (api_key_id, request_key)
exchange.api_key: CHECK (((length(name) >= 1) AND (length(name) <= 80)))
exchange.api_key: PRIMARY KEY (id)
exchange.api_key: UNIQUE (client_id)
exchange.silence_rule: CHECK ((days > 0))
exchange.silence_rule: PRIMARY KEY (valid_from)
exchange.source_id: CHECK ((result = ANY (ARRAY['created'::text, 'updated'::text, 'unchanged'::text, 'rejected'::text])))
exchange.source_id: PRIMARY KEY (institution_id, kind, source_id)
exchange.token: FOREIGN KEY (api_key_id) REFERENCES exchange.api_key(id)
exchange.token: PRIMARY KEY (hash)
exchange.usage: FOREIGN KEY (api_key_id) REFERENCES exchange.api_key(id)
exchange.usage: PRIMARY KEY (api_key_id, minute)
exchange.use_day: FOREIGN KEY (api_key_id) REFERENCES exchange.api_key(id)
exchange.use_day: PRIMARY KEY (api_key_id, used_on)
file.content: CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
file.content: PRIMARY KEY (institution_id, sha256)
framework.crosswalk: CHECK ((relation = ANY (ARRAY['EXACT'::text, 'CLOSE'::text, 'BROADER'::text, 'NARROWER'::text])))
framework.crosswalk: PRIMARY KEY (from_identifier, to_identifier)
framework.framework: CHECK (((length(title) >= 3) AND (length(title) <= 300)))
framework.framework: CHECK (((state = 'DRAFT'::text) OR (valid_from IS NOT NULL)))
framework.framework: CHECK ((audience = ANY (ARRAY['LEARNER'::text, 'TEACHER'::text])))
framework.framework: CHECK ((code ~ '^[A-Z0-9-]{2,20}$'::text))
framework.framework: CHECK ((state = ANY (ARRAY['DRAFT'::text, 'ACTIVE'::text, 'ENDED'::text])))
framework.framework: CHECK ((version ~ '^[A-Za-z0-9.-]{1,20}$'::text))
framework.framework: FOREIGN KEY (clause_code) REFERENCES law.clause(code)
framework.framework: PRIMARY KEY (id)
framework.framework: UNIQUE (code, version)
framework.framework: UNIQUE (identifier)
framework.item: CHECK (((length(name) >= 2) AND (length(name) <= 1000)))
framework.item: CHECK ((code ~ '^[0-9A-Za-z.]{1,20}$'::text))
framework.item: CHECK ((kind = ANY (ARRAY['DOMAIN'::text, 'COMPONENT'::text, 'INDICATOR'::text])))
framework.item: FOREIGN KEY (framework_id) REFERENCES framework.framework(id) ON DELETE CASCADE
framework.item: FOREIGN KEY (framework_id, level_code) REFERENCES framework.level(framework_id, code)
framework.item: FOREIGN KEY (parent_id) REFERENCES framework.item(id) ON DELETE CASCADE
framework.item: PRIMARY KEY (id)
framework.item: UNIQUE (framework_id, code)
framework.item: UNIQUE (framework_id, identifier)
framework.level: FOREIGN KEY (framework_id) REFERENCES framework.framework(id) ON DELETE CASCADE
framework.level: PRIMARY KEY (framework_id, code)
framework.succession: CHECK ((how = ANY (ARRAY['SAME'::text, 'CODE'::text, 'NAME'::text, 'SIMILAR'::text, 'CHOSEN'::text, 'NONE'::text])))
framework.succession: FOREIGN KEY (framework_id) REFERENCES framework.framework(id) ON DELETE CASCADE
framework.succession: FOREIGN KEY (item_id) REFERENCES framework.item(id)
framework.succession: FOREIGN KEY (successor_id) REFERENCES framework.item(id) ON DELETE CASCADE
framework.succession: PRIMARY KEY (framework_id, item_id)
indicator.answer: FOREIGN KEY (survey_id) REFERENCES indicator.survey(id)
indicator.answer: PRIMARY KEY (id)
indicator.answer_choice: PRIMARY KEY (question, value)
indicator.assessment: CHECK (((year >= 2026) AND (year <= 2100)))
indicator.assessment: CHECK ((state = ANY (ARRAY['DRAFT'::text, 'SENT'::text, 'RETURNED'::text, 'ACCEPTED'::text])))
indicator.assessment: CHECK ((verdict = ANY (ARRAY['MEETS'::text, 'FAILS'::text])))
indicator.assessment: PRIMARY KEY (id)
indicator.assessment: UNIQUE (id, institution_id)
indicator.assessment: UNIQUE (institution_id, year)
indicator.assessment_figure: FOREIGN KEY (assessment_id, institution_id) REFERENCES indicator.assessment(id, institution_id)
indicator.assessment_figure: PRIMARY KEY (assessment_id, code)
indicator.assessment_line: CHECK (((length(words) >= 3) AND (length(words) <= 1000)))
indicator.assessment_line: CHECK ((verdict = ANY (ARRAY['MET'::text, 'NOT_MET'::text, 'EXEMPT'::text])))
indicator.assessment_line: FOREIGN KEY (assessment_id, institution_id) REFERENCES indicator.assessment(id, institution_id)
indicator.assessment_line: PRIMARY KEY (assessment_id, code)
indicator.choice: PRIMARY KEY (field, value)
indicator.condition: FOREIGN KEY (formula_id, side) REFERENCES indicator.term(formula_id, side) ON DELETE CASCADE
indicator.condition: FOREIGN KEY (set_code, field) REFERENCES indicator.field(set_code, code)
indicator.condition: PRIMARY KEY (id)
indicator.correction: CHECK (((length(reason) >= 10) AND (length(reason) <= 500)))
indicator.correction: FOREIGN KEY (formula_id) REFERENCES indicator.formula(id)
indicator.correction: PRIMARY KEY (id)
indicator.demand: FOREIGN KEY (formula_id) REFERENCES indicator.formula(id) ON DELETE CASCADE
indicator.demand: PRIMARY KEY (formula_id, code)
indicator.exclusion: PRIMARY KEY (status)
indicator.fact_set: CHECK (((opens IS NULL) = (authority IS NULL)))
indicator.fact_set: CHECK ((code ~ '^[a-z_]+$'::text))
indicator.fact_set: CHECK ((left_out ~ '^[a-z_]+\.[a-z_]+$'::text))
indicator.fact_set: CHECK ((opens ~~ '/%'::text))
indicator.fact_set: CHECK ((relation ~ '^[a-z_]+\.[a-z_]+$'::text))
indicator.fact_set: PRIMARY KEY (code)
indicator.field: CHECK (((moment IS NULL) OR ((kind = 'DAY'::text) AND (moment ~ '^[a-z_]+$'::text))))
indicator.field: CHECK ((code ~ '^[a-z_]+$'::text))
indicator.field: CHECK ((kind = ANY (ARRAY['CODE'::text, 'DAY'::text, 'NUMBER'::text])))
indicator.field: FOREIGN KEY (set_code) REFERENCES indicator.fact_set(code)
indicator.field: PRIMARY KEY (set_code, code)
indicator.formula: CHECK (((decimals >= 0) AND (decimals <= 4)))
indicator.formula: CHECK (((length(name) >= 3) AND (length(name) <= 200)))
indicator.formula: CHECK ((code ~ '^[A-Z0-9.]{2,20}$'::text))
indicator.formula: CHECK ((direction = ANY (ARRAY['UP'::text, 'DOWN'::text])))
indicator.formula: CHECK ((family = ANY (ARRAY['PLAN'::text, 'STANDARD'::text, 'CITY'::text])))
indicator.formula: CHECK ((kind = ANY (ARRAY['RATIO'::text, 'GROWTH'::text, 'COUNT'::text, 'MEETING'::text])))
indicator.formula: CHECK ((state = ANY (ARRAY['DRAFT'::text, 'ACTIVE'::text, 'ENDED'::text])))
indicator.formula: CHECK ((valid_to >= valid_from))
indicator.formula: FOREIGN KEY (clause_code) REFERENCES law.clause(code)
indicator.formula: PRIMARY KEY (id)
indicator.formula: UNIQUE (code, version)
indicator.frozen: FOREIGN KEY (formula_id) REFERENCES indicator.formula(id)
indicator.frozen: PRIMARY KEY (formula_id, as_at, institution_id)
indicator.invitation: CHECK ((token ~ '^[A-Za-z0-9_-]{22}$'::text))
indicator.invitation: FOREIGN KEY (survey_id) REFERENCES indicator.survey(id)
indicator.invitation: PRIMARY KEY (id)
indicator.invitation: UNIQUE (token)
indicator.question: CHECK ((code ~ '^[a-z]+$'::text))
indicator.question: PRIMARY KEY (audience, code)
indicator.report_rule: CHECK (((due_day >= 1) AND (due_day <= 31)))
indicator.report_rule: CHECK (((due_month >= 1) AND (due_month <= 12)))
indicator.report_rule: CHECK (((freeze_day >= 1) AND (freeze_day <= 31)))
indicator.report_rule: CHECK (((freeze_month >= 1) AND (freeze_month <= 12)))
indicator.report_rule: FOREIGN KEY (clause_code) REFERENCES law.clause(code)
indicator.report_rule: PRIMARY KEY (valid_from)
indicator.requirement: CHECK ((code ~ '^[1-9]\.[1-9]$'::text))
indicator.requirement: FOREIGN KEY (clause_code) REFERENCES law.clause(code)
indicator.requirement: PRIMARY KEY (code)
indicator.requirement_figure: CHECK ((formula_code ~ '^[A-Z0-9.]{2,20}$'::text))
indicator.requirement_figure: FOREIGN KEY (requirement) REFERENCES indicator.requirement(code)
indicator.requirement_figure: PRIMARY KEY (requirement, formula_code)
indicator.stir: PRIMARY KEY (institution_id)
indicator.survey: CHECK (((length(title) >= 3) AND (length(title) <= 200)))
indicator.survey: CHECK ((closes_on >= opens_on))
indicator.survey: FOREIGN KEY (audience) REFERENCES indicator.survey_rule(audience)
indicator.survey: PRIMARY KEY (id)
indicator.survey_rule: CHECK ((audience = ANY (ARRAY['GRADUATE'::text, 'LEARNER'::text, 'EMPLOYER'::text])))
indicator.survey_rule: FOREIGN KEY (clause_code) REFERENCES law.clause(code)
indicator.survey_rule: PRIMARY KEY (audience)
indicator.survey_span: CHECK ((months > 0))
indicator.survey_span: CHECK ((occupation ~ '^[0-9]{2}$'::text))
indicator.survey_span: FOREIGN KEY (audience) REFERENCES indicator.survey_rule(audience)
indicator.survey_span: PRIMARY KEY (audience, occupation)
indicator.term: CHECK (((years_back >= 0) AND (years_back <= 10)))
indicator.term: CHECK ((side = ANY (ARRAY['NUMERATOR'::text, 'DENOMINATOR'::text])))
indicator.term: FOREIGN KEY (formula_id) REFERENCES indicator.formula(id) ON DELETE CASCADE
indicator.term: FOREIGN KEY (set_code) REFERENCES indicator.fact_set(code)
indicator.term: FOREIGN KEY (set_code, summed) REFERENCES indicator.field(set_code, code)
indicator.term: PRIMARY KEY (formula_id, side)
institution.alias: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
institution.alias: PRIMARY KEY (id)
institution.autonomy: PRIMARY KEY (code)
institution.barred_word: PRIMARY KEY (word)
institution.change: CHECK ((length(reply) <= 1000))
institution.change: CHECK ((source = ANY (ARRAY['SCREEN'::text, 'SHEET'::text, 'SUCCESSION'::text])))
institution.change: CHECK ((state = ANY (ARRAY['PENDING'::text, 'DONE'::text, 'REJECTED'::text, 'WITHDRAWN'::text, 'UNDONE'::text])))
institution.change: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
institution.change: PRIMARY KEY (id)
institution.comparison: PRIMARY KEY (id)
institution.comparison_row: CHECK (((decision = 'ACCEPTED'::text) = (matched_id IS NOT NULL)))
institution.comparison_row: CHECK ((decision = ANY (ARRAY['OPEN'::text, 'ACCEPTED'::text, 'ABSENT'::text])))
institution.comparison_row: FOREIGN KEY (comparison_id) REFERENCES institution.comparison(id)
institution.comparison_row: FOREIGN KEY (matched_id) REFERENCES institution.institution(id)
institution.comparison_row: PRIMARY KEY (id)
institution.comparison_row: UNIQUE (comparison_id, row_no)
institution.confirmation: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
institution.confirmation: PRIMARY KEY (id)
institution.custody: CHECK ((what = ANY (ARRAY['LEARNERS'::text, 'BOOKS'::text])))
institution.custody: FOREIGN KEY (keeper_id) REFERENCES institution.institution(id)
institution.custody: FOREIGN KEY (kept_id) REFERENCES institution.institution(id)
institution.custody: FOREIGN KEY (succession_id) REFERENCES institution.succession(id)
institution.custody: PRIMARY KEY (succession_id, kept_id, keeper_id, what)
institution.field_rule: CHECK ((holder = ANY (ARRAY['SCHOOL'::text, 'APPROVAL'::text, 'DEPARTMENT'::text])))
institution.field_rule: FOREIGN KEY (clause_code) REFERENCES law.clause(code)
institution.field_rule: PRIMARY KEY (field, valid_from)
institution.image: CHECK ((place = ANY (ARRAY['paper'::text, 'line'::text])))
institution.image: PRIMARY KEY (batch_id, place, id)
institution.infrastructure: CHECK (((year >= 2020) AND (year <= 2100)))
institution.infrastructure: CHECK ((bandwidth_mbps >= 0))
institution.infrastructure: CHECK ((computer_rooms >= 0))
institution.infrastructure: CHECK ((computers >= 0))
institution.infrastructure: CHECK ((simulators >= 0))
institution.infrastructure: CHECK ((workshops >= 0))
institution.infrastructure: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
institution.infrastructure: FOREIGN KEY (site_id) REFERENCES institution.site(id)
institution.infrastructure: PRIMARY KEY (id)
institution.infrastructure: UNIQUE (site_id, year)
institution.institution: CHECK ((status = ANY (ARRAY['PROPOSED'::text, 'OPEN'::text, 'SUSPENDED'::text, 'CLOSING'::text, 'CLOSED'::text])))
institution.institution: CHECK ((valid_to >= valid_from))
institution.institution: FOREIGN KEY (ownership) REFERENCES institution.ownership(code)
institution.institution: FOREIGN KEY (type) REFERENCES institution.type(code)
institution.institution: FOREIGN KEY (ward_code) REFERENCES place.ward(code)
institution.institution: PRIMARY KEY (id)
institution.institution: UNIQUE (code)
institution.institution: UNIQUE (slug)
institution.leader: CHECK ((term_to >= term_from))
institution.leader: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
institution.leader: FOREIGN KEY (post) REFERENCES institution.post(code)
institution.leader: PRIMARY KEY (id)
institution.licence: CHECK ((kind = ANY (ARRAY['FIRST'::text, 'SUPPLEMENT'::text, 'REPLACEMENT'::text, 'WITHDRAWAL'::text])))
institution.licence: CHECK ((valid_from >= (issued_on - 366)))
institution.licence: CHECK ((valid_to >= valid_from))
institution.licence: FOREIGN KEY (clause_code) REFERENCES law.clause(code)
institution.licence: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
institution.licence: PRIMARY KEY (id)
institution.licence: UNIQUE (institution_id, number_folded, issued_on)
institution.licence: UNIQUE (token)
institution.licence_basis: FOREIGN KEY (clause_code) REFERENCES law.clause(code)
institution.licence_basis: PRIMARY KEY (clause_code, valid_from)
institution.licence_line: CHECK ((level = ANY (ARRAY['CAO_DANG'::text, 'TRUNG_CAP'::text, 'TRUNG_HOC_NGHE'::text, 'SO_CAP'::text, 'NGHE_KHAC'::text])))
institution.licence_line: CHECK ((quota > 0))
institution.licence_line: CHECK ((valid_to >= (valid_from - 1)))
institution.licence_line: FOREIGN KEY (ended_by) REFERENCES institution.succession(id)
institution.licence_line: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
institution.licence_line: FOREIGN KEY (licence_id) REFERENCES institution.licence(id)
institution.licence_line: FOREIGN KEY (site_id) REFERENCES institution.site(id)
institution.licence_line: FOREIGN KEY (withdrawn_by) REFERENCES institution.licence(id)
institution.licence_line: PRIMARY KEY (id)
institution.logo: CHECK ((octet_length(picture) <= 200000))
institution.logo: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
institution.logo: PRIMARY KEY (institution_id)
institution.ownership: PRIMARY KEY (code)
institution.post: PRIMARY KEY (code)
institution.refusal_reason: PRIMARY KEY (code)
institution.rule: FOREIGN KEY (clause_code) REFERENCES law.clause(code)
institution.rule: PRIMARY KEY (code, valid_from)
institution.search: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
institution.search: PRIMARY KEY (institution_id)
institution.site: CHECK ((kind = ANY (ARRAY['MAIN'::text, 'SITE'::text, 'BRANCH'::text])))
institution.site: CHECK ((valid_to > valid_from))
institution.site: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
institution.site: FOREIGN KEY (ward_code) REFERENCES place.ward(code)
institution.site: PRIMARY KEY (id)
institution.succession: CHECK ((books = ANY (ARRAY['SUCCESSOR'::text, 'DEPARTMENT'::text])))
institution.succession: CHECK ((effective_on >= decided_on))
institution.succession: CHECK ((kind = ANY (ARRAY['MERGE'::text, 'SPLIT'::text, 'RENAME'::text, 'CONVERT'::text])))
institution.succession: CHECK ((learners = ANY (ARRAY['SUCCESSOR'::text, 'DEPARTMENT'::text])))
institution.succession: CHECK ((open_work = ANY (ARRAY['WITHDRAW'::text, 'KEEP'::text])))
institution.succession: PRIMARY KEY (id)
institution.succession_part: CHECK ((role = ANY (ARRAY['BEFORE'::text, 'AFTER'::text])))
institution.succession_part: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
institution.succession_part: FOREIGN KEY (succession_id) REFERENCES institution.succession(id)
institution.succession_part: PRIMARY KEY (succession_id, institution_id, role)
institution.type: PRIMARY KEY (code)
institution.type_level: CHECK ((level = ANY (ARRAY['CAO_DANG'::text, 'TRUNG_CAP'::text, 'TRUNG_HOC_NGHE'::text, 'SO_CAP'::text, 'NGHE_KHAC'::text])))
institution.type_level: FOREIGN KEY (type) REFERENCES institution.type(code)
institution.type_level: PRIMARY KEY (type, level)
institution.version: CHECK ((superseded_at >= recorded_at))
institution.version: CHECK ((valid_to > valid_from))
institution.version: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
institution.version: FOREIGN KEY (ownership) REFERENCES institution.ownership(code)
institution.version: FOREIGN KEY (type) REFERENCES institution.type(code)
institution.version: FOREIGN KEY (ward_code) REFERENCES place.ward(code)
institution.version: PRIMARY KEY (id)
intake.batch: CHECK ((state = ANY (ARRAY['UPLOADED'::text, 'CHECKED'::text, 'READY'::text, 'COMMITTING'::text, 'DONE'::text, 'PARTIAL'::text, 'FAILED'::text, 'UNDONE'::text, 'DROPPED'::text])))
intake.batch: PRIMARY KEY (id)
intake.correction: FOREIGN KEY (batch_id) REFERENCES intake.batch(id)
intake.correction: PRIMARY KEY (batch_id, sheet, row_no, col)
intake.fault_count: FOREIGN KEY (batch_id) REFERENCES intake.batch(id)
intake.fault_count: PRIMARY KEY (batch_id, header, fault)
intake.mapping: PRIMARY KEY (institution_id, kind, header)
intake.progress: FOREIGN KEY (batch_id) REFERENCES intake.batch(id)
intake.progress: PRIMARY KEY (batch_id)
intake.refused_row: FOREIGN KEY (batch_id) REFERENCES intake.batch(id)
intake.refused_row: PRIMARY KEY (batch_id, sheet, row_no)
intake.set_aside: FOREIGN KEY (batch_id) REFERENCES intake.batch(id)
intake.set_aside: PRIMARY KEY (batch_id, sheet, row_no)
intake.streamed_fault: FOREIGN KEY (batch_id) REFERENCES intake.batch(id)
intake.streamed_fault: PRIMARY KEY (batch_id, row_no, col, kind)
job.scheduled_task: PRIMARY KEY (task_name, task_instance)
law.clause: FOREIGN KEY (text_code) REFERENCES law.text(code)
law.clause: PRIMARY KEY (code)
law.edition: CHECK (((length(note) >= 3) AND (length(note) <= 300)))
law.edition: FOREIGN KEY (text_code) REFERENCES law.text(code)
law.edition: PRIMARY KEY (id)
law.passage: CHECK ((anchor ~ '^[a-z0-9.-]{1,40}$'::text))
law.passage: FOREIGN KEY (edition_id) REFERENCES law.edition(id)
law.passage: PRIMARY KEY (id)
law.passage: UNIQUE (edition_id, anchor)
law.relation: CHECK ((from_text <> to_text))
law.relation: CHECK ((kind = ANY (ARRAY['REPLACES'::text, 'REPEALS'::text, 'AMENDS'::text, 'GUIDES'::text, 'CITES'::text])))
law.relation: FOREIGN KEY (from_text) REFERENCES law.text(code)
law.relation: FOREIGN KEY (to_text) REFERENCES law.text(code)
law.relation: PRIMARY KEY (id)
law.text: CHECK ((kind = ANY (ARRAY['LUAT'::text, 'NGHI_DINH'::text, 'NGHI_QUYET'::text, 'QUYET_DINH'::text, 'THONG_TU'::text, 'KE_HOACH'::text])))
law.text: PRIMARY KEY (code)
law.text: UNIQUE (id)
learning.absence: CHECK (((periods >= 1) AND (periods <= 12)))
learning.absence: FOREIGN KEY (enrolment_id) REFERENCES learning.enrolment(id) ON DELETE CASCADE
learning.absence: FOREIGN KEY (session_id) REFERENCES learning.session(id) ON DELETE CASCADE
learning.absence: PRIMARY KEY (session_id, enrolment_id)
learning.class: CHECK ((level = ANY (ARRAY['CAO_DANG'::text, 'TRUNG_CAP'::text, 'SO_CAP'::text, 'TRUNG_HOC_NGHE'::text])))
learning.class: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
learning.class: FOREIGN KEY (occupation_code) REFERENCES programme.occupation(code)
learning.class: FOREIGN KEY (site_id) REFERENCES institution.site(id)
learning.class: PRIMARY KEY (id)
learning.class: UNIQUE (institution_id, code)
learning.condition_subject: FOREIGN KEY (rule_id) REFERENCES learning.grading_rule(id)
learning.condition_subject: PRIMARY KEY (rule_id, folded)
learning.conduct: CHECK (((term >= 1) AND (term <= 3)))
learning.conduct: CHECK ((discipline = ANY (ARRAY['REPRIMAND'::text, 'WARNING'::text])))
learning.conduct: FOREIGN KEY (enrolment_id) REFERENCES learning.enrolment(id) ON DELETE CASCADE
learning.conduct: PRIMARY KEY (enrolment_id, year, term)
learning.conduct_band: PRIMARY KEY (code)
learning.conduct_cap: CHECK ((discipline = ANY (ARRAY['REPRIMAND'::text, 'WARNING'::text])))
learning.conduct_cap: FOREIGN KEY (band_code) REFERENCES learning.conduct_band(code)
learning.conduct_cap: PRIMARY KEY (discipline)
learning.conduct_part: FOREIGN KEY (clause_code) REFERENCES law.clause(code)
learning.conduct_part: PRIMARY KEY (code)
learning.conversion: FOREIGN KEY (clause_code) REFERENCES law.clause(code)
learning.conversion: PRIMARY KEY (id)
learning.conversion_band: FOREIGN KEY (conversion_id) REFERENCES learning.conversion(id)
learning.conversion_band: PRIMARY KEY (conversion_id, label)
learning.conversion_step: FOREIGN KEY (conversion_id) REFERENCES learning.conversion(id)
learning.conversion_step: PRIMARY KEY (conversion_id, letter)
learning.council_member: CHECK ((role = ANY (ARRAY['CHAIR'::text, 'DEPUTY'::text, 'SECRETARY'::text, 'MEMBER'::text])))
learning.council_member: FOREIGN KEY (graduation_id) REFERENCES learning.graduation(id)
learning.council_member: PRIMARY KEY (id)
learning.course: CHECK (((periodic_tests >= 1) AND (periodic_tests <= 6)))
learning.course: CHECK (((periods >= 1) AND (periods <= 2000)))
learning.course: CHECK (((regular_tests >= 1) AND (regular_tests <= 10)))
learning.course: CHECK (((state = 'APPROVED'::text) = (approved_at IS NOT NULL)))
learning.course: CHECK (((term >= 1) AND (term <= 3)))
learning.course: CHECK ((approved_by <> submitted_by))
learning.course: CHECK ((state = ANY (ARRAY['OPEN'::text, 'SUBMITTED'::text, 'APPROVED'::text])))
learning.course: FOREIGN KEY (class_id) REFERENCES learning.class(id)
learning.course: FOREIGN KEY (module_id) REFERENCES learning.module(id)
learning.course: PRIMARY KEY (id)
learning.course: UNIQUE (class_id, module_id, year, term)
learning.distinct_pair: CHECK ((first_id < second_id))
learning.distinct_pair: FOREIGN KEY (first_id) REFERENCES learning.learner(id) ON DELETE CASCADE
learning.distinct_pair: FOREIGN KEY (second_id) REFERENCES learning.learner(id) ON DELETE CASCADE
learning.distinct_pair: PRIMARY KEY (first_id, second_id)
learning.enrolment: CHECK ((((graduated_at IS NULL) = (graduated_on IS NULL)) AND ((reopened_at IS NULL) OR (graduated_at IS NOT NULL))))
learning.enrolment: CHECK ((level = ANY (ARRAY['CAO_DANG'::text, 'TRUNG_CAP'::text, 'SO_CAP'::text, 'TRUNG_HOC_NGHE'::text])))
learning.enrolment: CHECK ((status = ANY (ARRAY['STUDYING'::text, 'SUSPENDED'::text, 'SLOWED'::text, 'WITHDRAWN'::text, 'EXPELLED'::text, 'TRANSFERRED'::text, 'GRADUATED'::text])))
learning.enrolment: FOREIGN KEY (class_id) REFERENCES learning.class(id)
learning.enrolment: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
learning.enrolment: FOREIGN KEY (learner_id) REFERENCES learning.learner(id)
learning.enrolment: FOREIGN KEY (occupation_code) REFERENCES programme.occupation(code)
learning.enrolment: FOREIGN KEY (site_id) REFERENCES institution.site(id)
learning.enrolment: PRIMARY KEY (id)
learning.enrolment: UNIQUE (institution_id, student_code)
learning.final_exam: CHECK (((mark >= (0)::numeric) AND (mark <= (10)::numeric)))
learning.final_exam: CHECK ((part = ANY (ARRAY['THEORY'::text, 'PRACTICE'::text, 'THESIS'::text])))
learning.final_exam: FOREIGN KEY (enrolment_id) REFERENCES learning.enrolment(id) ON DELETE CASCADE
learning.final_exam: PRIMARY KEY (enrolment_id, part)
learning.grading_rule: CHECK ((valid_to >= valid_from))
learning.grading_rule: FOREIGN KEY (clause_code) REFERENCES law.clause(code)
learning.grading_rule: PRIMARY KEY (id)
learning.graduation: CHECK (((state = 'DECIDED'::text) = ((decision_number IS NOT NULL) AND (decided_on IS NOT NULL) AND (decided_at IS NOT NULL))))
learning.graduation: CHECK ((decided_by <> opened_by))
learning.graduation: CHECK ((state = ANY (ARRAY['OPEN'::text, 'DECIDED'::text])))
learning.graduation: FOREIGN KEY (class_id) REFERENCES learning.class(id)
learning.graduation: FOREIGN KEY (occupation_code) REFERENCES programme.occupation(code)
learning.graduation: PRIMARY KEY (id)
learning.graduation_rule: FOREIGN KEY (clause_code) REFERENCES law.clause(code)
learning.graduation_rule: PRIMARY KEY (id)
learning.graduation_run: FOREIGN KEY (graduation_id) REFERENCES learning.graduation(id)
learning.graduation_run: PRIMARY KEY (id)
learning.graduation_run: UNIQUE (graduation_id, number)
learning.guardian: FOREIGN KEY (learner_id) REFERENCES learning.learner(id) ON DELETE CASCADE
learning.guardian: PRIMARY KEY (id)
learning.hand_edit: FOREIGN KEY (enrolment_id) REFERENCES learning.enrolment(id) ON DELETE CASCADE
learning.hand_edit: PRIMARY KEY (enrolment_id, field)
learning.image: CHECK ((place = ANY (ARRAY['learner'::text, 'enrolment'::text, 'result'::text, 'module'::text, 'conduct'::text])))
learning.image: PRIMARY KEY (batch_id, place, id, part)
learning.learner: CHECK (((citizen_id IS NOT NULL) OR (passport IS NOT NULL)))
learning.learner: CHECK ((citizen_id ~ '^[0-9]{12}$'::text))
learning.learner: CHECK ((passport ~ '^[A-Z0-9]{6,12}$'::text))
learning.learner: CHECK ((sex = ANY (ARRAY['MALE'::text, 'FEMALE'::text])))
learning.learner: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
learning.learner: FOREIGN KEY (merged_into) REFERENCES learning.learner(id)
learning.learner: FOREIGN KEY (person_id) REFERENCES learning.person(id)
learning.learner: FOREIGN KEY (site_id) REFERENCES institution.site(id)
learning.learner: PRIMARY KEY (id)
learning.learner: UNIQUE (institution_id, citizen_id)
learning.mark: CHECK (((NOT absent) OR (mark IS NULL)))
learning.mark: CHECK (((mark >= (0)::numeric) AND (mark <= (10)::numeric)))
learning.mark: CHECK ((part ~ '^(TX([1-9]|10)|DK[1-6]|THI[1-3])$'::text))
learning.mark: FOREIGN KEY (course_id) REFERENCES learning.course(id)
learning.mark: FOREIGN KEY (enrolment_id) REFERENCES learning.enrolment(id) ON DELETE CASCADE
learning.mark: PRIMARY KEY (course_id, enrolment_id, part)
learning.mark_change: FOREIGN KEY (course_id) REFERENCES learning.course(id)
learning.mark_change: FOREIGN KEY (enrolment_id) REFERENCES learning.enrolment(id) ON DELETE CASCADE
learning.mark_change: PRIMARY KEY (id)
learning.merge: FOREIGN KEY (gone_id) REFERENCES learning.learner(id)
learning.merge: FOREIGN KEY (kept_id) REFERENCES learning.learner(id)
learning.merge: PRIMARY KEY (id)
learning.module: CHECK ((credits > (0)::numeric))
learning.module: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
learning.module: FOREIGN KEY (occupation_code) REFERENCES programme.occupation(code)
learning.module: PRIMARY KEY (id)
learning.module: UNIQUE (institution_id, occupation_code, cohort, code, name)
learning.person: CHECK (((citizen_id IS NOT NULL) OR (passport IS NOT NULL)))
learning.person: CHECK ((citizen_id ~ '^[0-9]{12}$'::text))
learning.person: CHECK ((passport ~ '^[A-Z0-9]{6,12}$'::text))
learning.person: PRIMARY KEY (id)
learning.person: UNIQUE (citizen_id)
learning.person: UNIQUE (passport)
learning.policy_group: PRIMARY KEY (code)
learning.policy_group: UNIQUE (label)
learning.rank_band: FOREIGN KEY (rule_id) REFERENCES learning.grading_rule(id)
learning.rank_band: PRIMARY KEY (rule_id, code)
learning.result: CHECK (((NOT absent) OR (mark IS NULL)))
learning.result: CHECK (((mark >= (0)::numeric) AND (mark <= (10)::numeric)))
learning.result: PRIMARY KEY (enrolment_id, module_code)
learning.scheme: CHECK ((system = ANY (ARRAY['CREDIT'::text, 'YEAR'::text])))
learning.scheme: FOREIGN KEY (conversion_id) REFERENCES learning.conversion(id)
learning.scheme: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
learning.scheme: PRIMARY KEY (institution_id, cohort_from)
learning.session: CHECK (((periods >= 1) AND (periods <= 12)))
learning.session: FOREIGN KEY (course_id) REFERENCES learning.course(id)
learning.session: PRIMARY KEY (id)
learning.staged_module: PRIMARY KEY (id)
learning.step: FOREIGN KEY (enrolment_id) REFERENCES learning.enrolment(id) ON DELETE CASCADE
learning.step: PRIMARY KEY (id)
learning.step_rule: FOREIGN KEY (clause_code) REFERENCES law.clause(code)
learning.step_rule: PRIMARY KEY (kind, from_status)
learning.transcript: FOREIGN KEY (enrolment_id) REFERENCES learning.enrolment(id)
learning.transcript: PRIMARY KEY (id)
learning.transcript: UNIQUE (code)
learning.transcript: UNIQUE (enrolment_id, edition)
learning.unlock: CHECK ((decided_by <> asked_by))
learning.unlock: FOREIGN KEY (course_id) REFERENCES learning.course(id)
learning.unlock: PRIMARY KEY (id)
learning.verdict: FOREIGN KEY (enrolment_id) REFERENCES learning.enrolment(id)
learning.verdict: FOREIGN KEY (run_id) REFERENCES learning.graduation_run(id)
learning.verdict: PRIMARY KEY (run_id, enrolment_id)
person.alias: FOREIGN KEY (person_id) REFERENCES person.person(id) ON DELETE CASCADE
person.alias: PRIMARY KEY (staff_number)
person.apart: CHECK ((first_id < second_id))
person.apart: FOREIGN KEY (first_id) REFERENCES person.person(id) ON DELETE CASCADE
person.apart: FOREIGN KEY (second_id) REFERENCES person.person(id) ON DELETE CASCADE
person.apart: PRIMARY KEY (first_id, second_id)
person.competence_answer: CHECK (((level >= 1) AND (level <= 6)))
person.competence_answer: FOREIGN KEY (attempt_id) REFERENCES person.competence_attempt(id) ON DELETE CASCADE
person.competence_answer: FOREIGN KEY (question_id) REFERENCES person.competence_question(id)
person.competence_answer: FOREIGN KEY (question_id, level) REFERENCES person.competence_choice(question_id, level)
person.competence_answer: PRIMARY KEY (attempt_id, question_id)
person.competence_attempt: CHECK (((overall >= 1) AND (overall <= 6)))
person.competence_attempt: CHECK (((submitted_on IS NULL) = (overall IS NULL)))
person.competence_attempt: FOREIGN KEY (batch_id) REFERENCES person.competence_batch(id)
person.competence_attempt: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
person.competence_attempt: FOREIGN KEY (person_id) REFERENCES person.person(id)
person.competence_attempt: FOREIGN KEY (version_id) REFERENCES person.competence_version(id)
person.competence_attempt: PRIMARY KEY (id)
person.competence_batch: CHECK (((department IS NULL) OR (institution_id IS NOT NULL)))
person.competence_batch: CHECK (((institution_id IS NULL) OR (type IS NOT NULL)))
person.competence_batch: CHECK ((people >= 5))
person.competence_batch: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
person.competence_batch: FOREIGN KEY (version_id) REFERENCES person.competence_version(id)
person.competence_batch: PRIMARY KEY (id)
person.competence_batch_sum: FOREIGN KEY (batch_id) REFERENCES person.competence_batch(id) ON DELETE CASCADE
person.competence_batch_sum: PRIMARY KEY (batch_id, domain)
person.competence_choice: CHECK (((level >= 1) AND (level <= 6)))
person.competence_choice: FOREIGN KEY (question_id) REFERENCES person.competence_question(id)
person.competence_choice: PRIMARY KEY (question_id, level)
person.competence_domain: FOREIGN KEY (training_kind) REFERENCES person.training_kind(code)
person.competence_domain: FOREIGN KEY (version_id) REFERENCES person.competence_version(id)
person.competence_domain: PRIMARY KEY (version_id, domain)
person.competence_intent: CHECK (((length(what) >= 3) AND (length(what) <= 300)))
person.competence_intent: FOREIGN KEY (attempt_id) REFERENCES person.competence_attempt(id) ON DELETE CASCADE
person.competence_intent: FOREIGN KEY (course_id) REFERENCES person.training_course(id)
person.competence_intent: PRIMARY KEY (id)
person.competence_intent: UNIQUE (attempt_id, what)
person.competence_level_name: CHECK (((level >= 1) AND (level <= 6)))
person.competence_level_name: FOREIGN KEY (version_id) REFERENCES person.competence_version(id)
person.competence_level_name: PRIMARY KEY (version_id, level)
person.competence_month: CHECK ((EXTRACT(day FROM month) = (1)::numeric))
person.competence_month: PRIMARY KEY (month)
person.competence_question: FOREIGN KEY (version_id) REFERENCES person.competence_version(id)
person.competence_question: FOREIGN KEY (version_id, domain) REFERENCES person.competence_domain(version_id, domain)
person.competence_question: PRIMARY KEY (id)
person.competence_question: UNIQUE (version_id, place)
person.competence_question_item: FOREIGN KEY (question_id) REFERENCES person.competence_question(id)
person.competence_question_item: PRIMARY KEY (question_id, item_identifier)
person.competence_result: CHECK (((level >= 1) AND (level <= 6)))
person.competence_result: FOREIGN KEY (attempt_id) REFERENCES person.competence_attempt(id) ON DELETE CASCADE
person.competence_result: PRIMARY KEY (attempt_id, domain)
person.competence_step: CHECK ((to_level >= from_level))
person.competence_step: FOREIGN KEY (version_id, domain) REFERENCES person.competence_domain(version_id, domain)
person.competence_step: PRIMARY KEY (version_id, domain, from_level, place)
person.competence_version: CHECK (((round_up_from >= (0)::numeric) AND (round_up_from <= (1)::numeric)))
person.competence_version: CHECK ((least_group >= 5))
person.competence_version: CHECK ((minutes > 0))
person.competence_version: CHECK ((most_above_lowest >= 0))
person.competence_version: CHECK ((year_starts ~ '^[0-9]{2}-[0-9]{2}$'::text))
person.competence_version: EXCLUDE USING gist (daterange(valid_from, valid_to, '[]'::text) WITH &&)
person.competence_version: PRIMARY KEY (id)
person.competence_version: UNIQUE (code)
person.correction: CHECK (((length(reason) >= 3) AND (length(reason) <= 500)))
person.correction: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
person.correction: FOREIGN KEY (person_id) REFERENCES person.person(id) ON DELETE CASCADE
person.correction: PRIMARY KEY (id)
person.counted_kind: CHECK ((figure = ANY (ARRAY['STAFF'::text, 'TEACHER'::text])))
person.counted_kind: FOREIGN KEY (clause_code) REFERENCES law.clause(code)
person.counted_kind: FOREIGN KEY (kind) REFERENCES person.training_kind(code)
person.counted_kind: PRIMARY KEY (figure, kind)
person.draft: FOREIGN KEY (file_id) REFERENCES person.kept_file(id) ON DELETE CASCADE
person.draft: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
person.draft: FOREIGN KEY (person_id) REFERENCES person.person(id) ON DELETE CASCADE
person.draft: PRIMARY KEY (id)
person.image: CHECK ((place = ANY (ARRAY['person'::text, 'spell'::text, 'leave'::text])))
person.image: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
person.image: PRIMARY KEY (batch_id, place, id)
person.kept_file: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
person.kept_file: PRIMARY KEY (id)
person.leave: CHECK (((length(reason) >= 2) AND (length(reason) <= 200)))
person.leave: CHECK ((ends_on >= starts_on))
person.leave: EXCLUDE USING gist (int8range(spell_id, spell_id, '[]'::text) WITH &&, daterange(starts_on, ends_on, '[]'::text) WITH &&)
person.leave: FOREIGN KEY (spell_id) REFERENCES person.spell(id) ON DELETE CASCADE
person.leave: PRIMARY KEY (id)
person.login: FOREIGN KEY (person_id) REFERENCES person.person(id)
person.login: PRIMARY KEY (account_id)
person.merge: CHECK (((length(reason) >= 3) AND (length(reason) <= 500)))
person.merge: CHECK ((kept_id <> gone_id))
person.merge: FOREIGN KEY (gone_id) REFERENCES person.person(id)
person.merge: FOREIGN KEY (kept_id) REFERENCES person.person(id)
person.merge: PRIMARY KEY (id)
person.paper: CHECK (((length(issuer) >= 3) AND (length(issuer) <= 200)))
person.paper: CHECK (((length(name) >= 3) AND (length(name) <= 200)))
person.paper: CHECK ((kind = ANY (ARRAY['VAN_BANG'::text, 'SU_PHAM'::text, 'NGOAI_NGU'::text, 'TIN_HOC'::text, 'KY_NANG'::text, 'BOI_DUONG'::text, 'KHAC'::text])))
person.paper: CHECK ((length(number) <= 60))
person.paper: CHECK ((state = ANY (ARRAY['DECLARED'::text, 'CONFIRMED'::text, 'VERIFIED'::text, 'REJECTED'::text])))
person.paper: CHECK ((valid_to >= issued_on))
person.paper: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
person.paper: FOREIGN KEY (person_id) REFERENCES person.person(id)
person.paper: PRIMARY KEY (id)
person.person: CHECK (((length(full_name) >= 3) AND (length(full_name) <= 120)))
person.person: CHECK ((citizen_id ~ '^[0-9]{12}$'::text))
person.person: CHECK ((degree = ANY (ARRAY['NGHE_NHAN'::text, 'TRUNG_CAP'::text, 'CAO_DANG'::text, 'DAI_HOC'::text, 'THAC_SI'::text, 'TIEN_SI'::text, 'KHAC'::text])))
person.person: CHECK ((sex = ANY (ARRAY['MALE'::text, 'FEMALE'::text])))
person.person: FOREIGN KEY (merged_into) REFERENCES person.person(id)
person.person: PRIMARY KEY (id)
person.person: UNIQUE (citizen_id)
person.person: UNIQUE (staff_number)
person.recognition: CHECK (((council_size > 0) AND ((council_size % 2) = 1)))
person.recognition: CHECK (((length(decision_number) >= 1) AND (length(decision_number) <= 60)))
person.recognition: CHECK (((length(evidence) >= 3) AND (length(evidence) <= 500)))
person.recognition: CHECK (((length(occupation) >= 2) AND (length(occupation) <= 200)))
person.recognition: CHECK ((taught_on >= decided_on))
person.recognition: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
person.recognition: FOREIGN KEY (person_id) REFERENCES person.person(id)
person.recognition: PRIMARY KEY (id)
person.recognition: UNIQUE (institution_id, decision_number, person_id)
person.request: CHECK (((length(note) >= 3) AND (length(note) <= 500)))
person.request: CHECK ((state = ANY (ARRAY['PENDING'::text, 'APPROVED'::text, 'REJECTED'::text, 'WITHDRAWN'::text])))
person.request: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
person.request: FOREIGN KEY (person_id) REFERENCES person.person(id)
person.request: PRIMARY KEY (id)
person.rule: CHECK ((code ~ '^[A-Z_]+$'::text))
person.rule: FOREIGN KEY (clause_code) REFERENCES law.clause(code)
person.rule: PRIMARY KEY (code, valid_from)
person.spell: CHECK (((percent >= 1) AND (percent <= 100)))
person.spell: CHECK ((contract = ANY (ARRAY['BIEN_CHE'::text, 'KHONG_THOI_HAN'::text, 'CO_THOI_HAN'::text, 'THINH_GIANG'::text])))
person.spell: CHECK ((ends_on >= starts_on))
person.spell: EXCLUDE USING gist (int8range(person_id, person_id, '[]'::text) WITH &&, daterange(starts_on, ends_on, '[]'::text) WITH &&) WHERE (principal)
person.spell: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
person.spell: FOREIGN KEY (person_id) REFERENCES person.person(id)
person.spell: FOREIGN KEY (site_id) REFERENCES institution.site(id)
person.spell: FOREIGN KEY (title_code) REFERENCES person.title(code)
person.spell: PRIMARY KEY (id)
person.title: CHECK ((code ~ '^[A-Z_]+$'::text))
person.title: CHECK ((post = ANY (ARRAY['TEACHER'::text, 'MANAGER'::text, 'INSTRUCTOR'::text])))
person.title: FOREIGN KEY (clause_code) REFERENCES law.clause(code)
person.title: PRIMARY KEY (code)
person.title_degree: FOREIGN KEY (title_code) REFERENCES person.title(code)
person.title_degree: PRIMARY KEY (title_code, degree)
person.training_attendance: FOREIGN KEY (enrolment_id) REFERENCES person.training_enrolment(id) ON DELETE CASCADE
person.training_attendance: FOREIGN KEY (session_id) REFERENCES person.training_session(id) ON DELETE CASCADE
person.training_attendance: PRIMARY KEY (enrolment_id, session_id)
person.training_batch: CHECK ((way = ANY (ARRAY['LIST'::text, 'FILE'::text])))
person.training_batch: FOREIGN KEY (class_id) REFERENCES person.training_class(id)
person.training_batch: PRIMARY KEY (id)
person.training_certificate: CHECK (((state = 'REVOKED'::text) = ((revoked_at IS NOT NULL) AND (reason IS NOT NULL) AND (revoked_by IS NOT NULL))))
person.training_certificate: CHECK ((state = ANY (ARRAY['VALID'::text, 'REVOKED'::text])))
person.training_certificate: FOREIGN KEY (class_id) REFERENCES person.training_class(id)
person.training_certificate: FOREIGN KEY (enrolment_id) REFERENCES person.training_enrolment(id)
person.training_certificate: FOREIGN KEY (holder_institution_id) REFERENCES institution.institution(id)
person.training_certificate: FOREIGN KEY (kind) REFERENCES person.training_kind(code)
person.training_certificate: FOREIGN KEY (person_id) REFERENCES person.person(id)
person.training_certificate: PRIMARY KEY (id)
person.training_certificate: UNIQUE (code)
person.training_certificate: UNIQUE (enrolment_id)
person.training_certificate: UNIQUE (institution_id, status)
person.training_certificate: UNIQUE (institution_id, year, number)
person.training_class: CHECK (((capacity >= 1) AND (capacity <= 2000)))
person.training_class: CHECK (((length(name) >= 3) AND (length(name) <= 120)))
person.training_class: CHECK (((state = 'CANCELLED'::text) = (cancel_reason <> ''::text)))
person.training_class: CHECK (((state = 'OPEN'::text) = (closed_at IS NULL)))
person.training_class: CHECK ((ends_on >= starts_on))
person.training_class: CHECK ((length(cancel_reason) <= 300))
person.training_class: CHECK ((state = ANY (ARRAY['OPEN'::text, 'CLOSED'::text, 'ISSUED'::text, 'CANCELLED'::text])))
person.training_class: FOREIGN KEY (course_id) REFERENCES person.training_course(id)
person.training_class: PRIMARY KEY (id)
person.training_course: CHECK (((attendance_share >= 0) AND (attendance_share <= 100)))
person.training_course: CHECK (((edition >= 1) AND (edition <= 999)))
person.training_course: CHECK (((final_pass >= (0)::numeric) AND (final_pass <= (10)::numeric)))
person.training_course: CHECK (((framework_code IS NULL) = (level_code IS NULL)))
person.training_course: CHECK (((hours >= 1) AND (hours <= 2000)))
person.training_course: CHECK (((length(title) >= 5) AND (length(title) <= 200)))
person.training_course: CHECK ((audience = ANY (ARRAY['TEACHER'::text, 'MANAGER'::text, 'BOTH'::text])))
person.training_course: CHECK ((code ~ '^[A-Z0-9][A-Z0-9-]{1,19}$'::text))
person.training_course: CHECK ((state = ANY (ARRAY['ACTIVE'::text, 'WITHDRAWN'::text, 'REPLACED'::text])))
person.training_course: FOREIGN KEY (kind) REFERENCES person.training_kind(code)
person.training_course: FOREIGN KEY (purpose) REFERENCES person.training_purpose(code)
person.training_course: PRIMARY KEY (id)
person.training_course: UNIQUE (institution_id, code, edition)
person.training_elsewhere: CHECK (((confirmed_at IS NULL) = (state = ANY (ARRAY['DECLARED'::text, 'RETURNED'::text]))))
person.training_elsewhere: CHECK (((hours >= 1) AND (hours <= 2000)))
person.training_elsewhere: CHECK (((length(provider) >= 3) AND (length(provider) <= 200)))
person.training_elsewhere: CHECK (((length(title) >= 5) AND (length(title) <= 200)))
person.training_elsewhere: CHECK (((state <> ALL (ARRAY['RETURNED'::text, 'REJECTED'::text])) OR (reason IS NOT NULL)))
person.training_elsewhere: CHECK (((state = 'REJECTED'::text) = (ended_at IS NOT NULL)))
person.training_elsewhere: CHECK ((finished_on >= starts_on))
person.training_elsewhere: CHECK ((state = ANY (ARRAY['DECLARED'::text, 'RETURNED'::text, 'CONFIRMED'::text, 'ACCEPTED'::text, 'REJECTED'::text])))
person.training_elsewhere: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
person.training_elsewhere: FOREIGN KEY (kind) REFERENCES person.training_kind(code)
person.training_elsewhere: FOREIGN KEY (person_id) REFERENCES person.person(id)
person.training_elsewhere: FOREIGN KEY (pool_id) REFERENCES person.training_sample(id)
person.training_elsewhere: FOREIGN KEY (purpose) REFERENCES person.training_purpose(code)
person.training_elsewhere: FOREIGN KEY (sample_id) REFERENCES person.training_sample(id)
person.training_elsewhere: PRIMARY KEY (id)
person.training_enrolment: CHECK (((final_mark >= (0)::numeric) AND (final_mark <= (10)::numeric)))
person.training_enrolment: CHECK ((length(exception) <= 300))
person.training_enrolment: CHECK ((state = ANY (ARRAY['ASKED'::text, 'REFUSED'::text, 'ENROLLED'::text, 'COMPLETED'::text, 'FAILED'::text, 'WITHDREW'::text])))
person.training_enrolment: FOREIGN KEY (batch_id) REFERENCES person.training_batch(id)
person.training_enrolment: FOREIGN KEY (class_id) REFERENCES person.training_class(id)
person.training_enrolment: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
person.training_enrolment: FOREIGN KEY (person_id) REFERENCES person.person(id)
person.training_enrolment: PRIMARY KEY (id)
person.training_enrolment: UNIQUE (class_id, person_id)
person.training_feedback: CHECK (((content >= 1) AND (content <= 5)))
person.training_feedback: CHECK (((teaching >= 1) AND (teaching <= 5)))
person.training_feedback: CHECK (((useful >= 1) AND (useful <= 5)))
person.training_feedback: CHECK ((length(remark) <= 1000))
person.training_feedback: FOREIGN KEY (class_id) REFERENCES person.training_class(id)
person.training_feedback: PRIMARY KEY (id)
person.training_kind: CHECK ((code ~ '^[A-Z]+$'::text))
person.training_kind: PRIMARY KEY (code)
person.training_passport: FOREIGN KEY (person_id) REFERENCES person.person(id)
person.training_passport: PRIMARY KEY (person_id)
person.training_passport: UNIQUE (code)
person.training_prerequisite: CHECK ((course_id <> needs_id))
person.training_prerequisite: FOREIGN KEY (course_id) REFERENCES person.training_course(id) ON DELETE CASCADE
person.training_prerequisite: FOREIGN KEY (needs_id) REFERENCES person.training_course(id)
person.training_prerequisite: PRIMARY KEY (course_id, needs_id)
person.training_purpose: CHECK ((code ~ '^[A-Z_]+$'::text))
person.training_purpose: CHECK ((hours_a_week > 0))
person.training_purpose: FOREIGN KEY (clause_code) REFERENCES law.clause(code)
person.training_purpose: PRIMARY KEY (code)
person.training_reminder: CHECK ((due_on > sent_on))
person.training_reminder: CHECK ((length(note) <= 300))
person.training_reminder: CHECK ((missing > 0))
person.training_reminder: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
person.training_reminder: FOREIGN KEY (kind) REFERENCES person.training_kind(code)
person.training_reminder: PRIMARY KEY (id)
person.training_reminder: UNIQUE (institution_id, kind, sent_on)
person.training_sample: CHECK (((percent >= 1) AND (percent <= 100)))
person.training_sample: PRIMARY KEY (id)
person.training_score: CHECK (((mark >= (0)::numeric) AND (mark <= (10)::numeric)))
person.training_score: FOREIGN KEY (enrolment_id) REFERENCES person.training_enrolment(id) ON DELETE CASCADE
person.training_score: FOREIGN KEY (topic_id) REFERENCES person.training_topic(id)
person.training_score: PRIMARY KEY (enrolment_id, topic_id)
person.training_session: CHECK ((mode = ANY (ARRAY['ONLINE'::text, 'IN_PERSON'::text])))
person.training_session: FOREIGN KEY (class_id) REFERENCES person.training_class(id) ON DELETE CASCADE
person.training_session: FOREIGN KEY (topic_id) REFERENCES person.training_topic(id)
person.training_session: PRIMARY KEY (id)
person.training_session: UNIQUE (class_id, held_on, starts_at)
person.training_topic: CHECK (((hours >= 1) AND (hours <= 500)))
person.training_topic: CHECK (((length(title) >= 3) AND (length(title) <= 200)))
person.training_topic: CHECK (((pass_mark >= (0)::numeric) AND (pass_mark <= (10)::numeric)))
person.training_topic: CHECK ((mode = ANY (ARRAY['ONLINE'::text, 'IN_PERSON'::text])))
person.training_topic: FOREIGN KEY (course_id) REFERENCES person.training_course(id) ON DELETE CASCADE
person.training_topic: PRIMARY KEY (id)
person.training_topic: UNIQUE (course_id, place)
person.transfer: CHECK (((from_id <> to_id) AND ((asked_by_id = from_id) OR (asked_by_id = to_id))))
person.transfer: CHECK (((length(reason) >= 3) AND (length(reason) <= 500)))
person.transfer: CHECK ((contract = ANY (ARRAY['BIEN_CHE'::text, 'KHONG_THOI_HAN'::text, 'CO_THOI_HAN'::text, 'THINH_GIANG'::text])))
person.transfer: CHECK ((state = ANY (ARRAY['PENDING'::text, 'DONE'::text, 'REFUSED'::text, 'WITHDRAWN'::text])))
person.transfer: FOREIGN KEY (asked_by_id) REFERENCES institution.institution(id)
person.transfer: FOREIGN KEY (from_id) REFERENCES institution.institution(id)
person.transfer: FOREIGN KEY (new_spell_id) REFERENCES person.spell(id) ON DELETE SET NULL
person.transfer: FOREIGN KEY (person_id) REFERENCES person.person(id)
person.transfer: FOREIGN KEY (spell_id) REFERENCES person.spell(id) ON DELETE CASCADE
person.transfer: FOREIGN KEY (title_code) REFERENCES person.title(code)
person.transfer: FOREIGN KEY (to_id) REFERENCES institution.institution(id)
person.transfer: PRIMARY KEY (id)
place.boundary: FOREIGN KEY (set_id) REFERENCES place.boundary_set(id) ON DELETE CASCADE
place.boundary: FOREIGN KEY (ward_code) REFERENCES place.ward(code)
place.boundary: PRIMARY KEY (set_id, ward_code)
place.boundary_set: CHECK ((state = ANY (ARRAY['DRAFT'::text, 'USED'::text, 'RETIRED'::text])))
place.boundary_set: PRIMARY KEY (id)
place.boundary_warning: FOREIGN KEY (set_id) REFERENCES place.boundary_set(id) ON DELETE CASCADE
place.boundary_warning: PRIMARY KEY (id)
place.former_unit: FOREIGN KEY (ward_code) REFERENCES place.ward(code)
place.former_unit: PRIMARY KEY (id)
place.former_unit: UNIQUE (name, district, ward_code)
place.ward: CHECK (((region >= 1) AND (region <= 3)))
place.ward: CHECK ((code ~ '^[0-9]{5}$'::text))
place.ward: PRIMARY KEY (code)
portal.notice: PRIMARY KEY (id)
portal.notice: UNIQUE (account_id, address, what)
portal.preference: CHECK (((email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$'::text) AND (length(email) <= 200)))
portal.preference: CHECK ((frequency = ANY (ARRAY['NEVER'::text, 'DAILY'::text, 'WEEKLY'::text])))
portal.preference: PRIMARY KEY (account_id)
portal.preference: UNIQUE (token_hash)
programme.alignment: CHECK ((relation = ANY (ARRAY['EXACT'::text, 'PART'::text, 'RELATED'::text])))
programme.alignment: FOREIGN KEY (framework_id, level_code) REFERENCES framework.level(framework_id, code)
programme.alignment: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
programme.alignment: FOREIGN KEY (item_id) REFERENCES framework.item(id)
programme.alignment: FOREIGN KEY (outcome_id) REFERENCES programme.outcome(id) ON DELETE CASCADE
programme.alignment: FOREIGN KEY (version_id) REFERENCES programme.version(id) ON DELETE CASCADE
programme.alignment: PRIMARY KEY (id)
programme.alignment: UNIQUE (outcome_id, item_id)
programme.attainment: CHECK (((achieved >= 0) AND (achieved <= assessed)))
programme.attainment: CHECK (((cohort >= 2000) AND (cohort <= 2100)))
programme.attainment: CHECK (((length(source) >= 3) AND (length(source) <= 300)))
programme.attainment: CHECK ((assessed > 0))
programme.attainment: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
programme.attainment: FOREIGN KEY (outcome_id) REFERENCES programme.outcome(id)
programme.attainment: PRIMARY KEY (outcome_id, cohort)
programme.attendance: CHECK ((post = ANY (ARRAY['CHAIR'::text, 'DEPUTY'::text, 'SECRETARY'::text, 'REVIEWER'::text, 'MEMBER'::text])))
programme.attendance: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
programme.attendance: FOREIGN KEY (minutes_id) REFERENCES programme.minutes(id) ON DELETE CASCADE
programme.attendance: PRIMARY KEY (minutes_id, place)
programme.cohort: CHECK (((year >= 2000) AND (year <= 2100)))
programme.cohort: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
programme.cohort: FOREIGN KEY (programme_id) REFERENCES programme.programme(id) ON DELETE CASCADE
programme.cohort: FOREIGN KEY (version_id) REFERENCES programme.version(id)
programme.cohort: PRIMARY KEY (programme_id, year)
programme.comment: CHECK (((decision IS NULL) OR (answered_at IS NOT NULL)))
programme.comment: CHECK (((length(by_name) >= 3) AND (length(by_name) <= 120)))
programme.comment: CHECK (((length(words) >= 3) AND (length(words) <= 2000)))
programme.comment: CHECK (((source <> 'EMPLOYER'::text) OR (organisation <> ''::text)))
programme.comment: CHECK ((decision = ANY (ARRAY['TAKEN'::text, 'PARTLY'::text, 'NOT_TAKEN'::text])))
programme.comment: CHECK ((source = ANY (ARRAY['HEAD'::text, 'COUNCIL'::text, 'EMPLOYER'::text])))
programme.comment: FOREIGN KEY (inquiry_id) REFERENCES programme.inquiry(id) ON DELETE CASCADE
programme.comment: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
programme.comment: FOREIGN KEY (outcome_id) REFERENCES programme.outcome(id) ON DELETE SET NULL
programme.comment: FOREIGN KEY (version_id) REFERENCES programme.version(id) ON DELETE CASCADE
programme.comment: PRIMARY KEY (id)
programme.council_rule: CHECK ((code = ANY (ARRAY['MEMBERS'::text, 'CHAIR'::text, 'DEPUTY'::text, 'SECRETARY'::text, 'TEACHERS'::text, 'OUTSIDE_REVIEWERS'::text, 'STATE'::text, 'DEGREE'::text, 'YEARS'::text, 'DRAFTERS'::text, 'PRESENT'::text, 'IN_FAVOUR'::text])))
programme.council_rule: FOREIGN KEY (clause_code) REFERENCES law.clause(code)
programme.council_rule: PRIMARY KEY (code)
programme.degree: PRIMARY KEY (code)
programme.degree: UNIQUE (rank)
programme.drafter: CHECK (((length(name) >= 3) AND (length(name) <= 120)))
programme.drafter: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
programme.drafter: FOREIGN KEY (version_id) REFERENCES programme.version(id) ON DELETE CASCADE
programme.drafter: PRIMARY KEY (id)
programme.drafter: UNIQUE (version_id, name)
programme.field: CHECK ((code ~ '^[0-9]{2}$'::text))
programme.field: PRIMARY KEY (code)
programme.inquiry: CHECK (((answered_at IS NULL) = ((by_name IS NULL) OR (by_post IS NULL) OR (by_organisation IS NULL))))
programme.inquiry: CHECK (((answered_at IS NULL) OR (withdrawn_at IS NULL)))
programme.inquiry: CHECK (((length(by_name) >= 3) AND (length(by_name) <= 120)))
programme.inquiry: CHECK (((length(by_organisation) >= 3) AND (length(by_organisation) <= 200)))
programme.inquiry: CHECK (((length(by_post) >= 2) AND (length(by_post) <= 120)))
programme.inquiry: CHECK (((length(organisation) >= 3) AND (length(organisation) <= 200)))
programme.inquiry: CHECK ((length(words) <= 2000))
programme.inquiry: CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text))
programme.inquiry: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
programme.inquiry: FOREIGN KEY (version_id) REFERENCES programme.version(id) ON DELETE CASCADE
programme.inquiry: PRIMARY KEY (id)
programme.inquiry: UNIQUE (token_hash)
programme.inquiry_answer: CHECK (((verdict <> 'LACKING'::text) OR (words <> ''::text)))
programme.inquiry_answer: CHECK ((length(words) <= 500))
programme.inquiry_answer: CHECK ((verdict = ANY (ARRAY['NEEDED'::text, 'NOT_NEEDED'::text, 'LACKING'::text])))
programme.inquiry_answer: FOREIGN KEY (inquiry_id) REFERENCES programme.inquiry(id) ON DELETE CASCADE
programme.inquiry_answer: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
programme.inquiry_answer: FOREIGN KEY (outcome_id) REFERENCES programme.outcome(id) ON DELETE SET NULL
programme.inquiry_answer: PRIMARY KEY (inquiry_id, code)
programme.integration: CHECK ((until >= since))
programme.integration: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
programme.integration: FOREIGN KEY (programme_id) REFERENCES programme.programme(id) ON DELETE CASCADE
programme.integration: PRIMARY KEY (id)
programme.member: CHECK (((length(name) >= 3) AND (length(name) <= 120)))
programme.member: CHECK (((length(workplace) >= 2) AND (length(workplace) <= 200)))
programme.member: CHECK (((years >= 0) AND (years <= 60)))
programme.member: CHECK ((post = ANY (ARRAY['CHAIR'::text, 'DEPUTY'::text, 'SECRETARY'::text, 'REVIEWER'::text, 'MEMBER'::text])))
programme.member: FOREIGN KEY (degree_code) REFERENCES programme.degree(code)
programme.member: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
programme.member: FOREIGN KEY (version_id) REFERENCES programme.version(id) ON DELETE CASCADE
programme.member: PRIMARY KEY (id)
programme.minutes: CHECK (((in_favour >= 0) AND (in_favour <= present)))
programme.minutes: CHECK (((length(conclusion) >= 10) AND (length(conclusion) <= 4000)))
programme.minutes: CHECK (((length(decision) >= 3) AND (length(decision) <= 100)))
programme.minutes: CHECK ((number > 0))
programme.minutes: CHECK ((present > 0))
programme.minutes: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
programme.minutes: FOREIGN KEY (version_id) REFERENCES programme.version(id) ON DELETE CASCADE
programme.minutes: PRIMARY KEY (id)
programme.minutes: UNIQUE (version_id, number)
programme.module: CHECK (((length(code) >= 1) AND (length(code) <= 20)))
programme.module: CHECK (((length(name) >= 2) AND (length(name) <= 200)))
programme.module: CHECK (((own_hours >= 0) AND (own_hours <= ((theory + practice) + exam))))
programme.module: CHECK ((credits >= (0)::numeric))
programme.module: CHECK ((exam >= 0))
programme.module: CHECK ((practice >= 0))
programme.module: CHECK ((theory >= 0))
programme.module: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
programme.module: FOREIGN KEY (version_id) REFERENCES programme.version(id) ON DELETE CASCADE
programme.module: PRIMARY KEY (id)
programme.module: UNIQUE (version_id, code) DEFERRABLE INITIALLY DEFERRED
programme.module: UNIQUE (version_id, identifier)
programme.occupation: CHECK ((code ~ '^[5-6][0-9]{6}$'::text))
programme.occupation: FOREIGN KEY (field_code) REFERENCES programme.field(code)
programme.occupation: PRIMARY KEY (code)
programme.outcome: CHECK (((length(statement) >= 5) AND (length(statement) <= 1000)))
programme.outcome: CHECK ((code ~ '^[0-9]{1,3}(\.[0-9]{1,3}){0,9}$'::text))
programme.outcome: CHECK ((hours >= 0))
programme.outcome: CHECK ((kind = ANY (ARRAY['KNOWLEDGE'::text, 'SKILL'::text, 'AUTONOMY'::text, 'DIGITAL'::text])))
programme.outcome: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
programme.outcome: FOREIGN KEY (parent_id) REFERENCES programme.outcome(id) ON DELETE CASCADE
programme.outcome: FOREIGN KEY (version_id) REFERENCES programme.version(id) ON DELETE CASCADE
programme.outcome: PRIMARY KEY (id)
programme.outcome: UNIQUE (version_id, code) DEFERRABLE INITIALLY DEFERRED
programme.outcome: UNIQUE (version_id, identifier)
programme.partner: CHECK (((length(organisation) >= 3) AND (length(organisation) <= 200)))
programme.partner: CHECK (((year >= 2000) AND (year <= 2100)))
programme.partner: CHECK ((practice OR assessment OR research OR design))
programme.partner: FOREIGN KEY (inquiry_id) REFERENCES programme.inquiry(id) ON DELETE CASCADE
programme.partner: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
programme.partner: FOREIGN KEY (programme_id) REFERENCES programme.programme(id) ON DELETE CASCADE
programme.partner: PRIMARY KEY (id)
programme.partner: UNIQUE (inquiry_id)
programme.programme: CHECK ((level = ANY (ARRAY['CAO_DANG'::text, 'TRUNG_CAP'::text, 'TRUNG_HOC_NGHE'::text, 'SO_CAP'::text, 'NGHE_KHAC'::text])))
programme.programme: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
programme.programme: PRIMARY KEY (id)
programme.programme: UNIQUE (identifier)
programme.review: CHECK (((length(words) >= 3) AND (length(words) <= 1000)))
programme.review: CHECK (((year >= 2000) AND (year <= 2100)))
programme.review: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
programme.review: FOREIGN KEY (programme_id) REFERENCES programme.programme(id) ON DELETE CASCADE
programme.review: PRIMARY KEY (id)
programme.review: UNIQUE (programme_id, year)
programme.review_rule: CHECK ((months > 0))
programme.review_rule: FOREIGN KEY (clause_code) REFERENCES law.clause(code)
programme.rule: CHECK (((length(note) >= 3) AND (length(note) <= 500)))
programme.rule: CHECK ((valid_to >= valid_from))
programme.rule: FOREIGN KEY (clause_code) REFERENCES law.clause(code)
programme.rule: PRIMARY KEY (id)
programme.rule: UNIQUE (number)
programme.rule_level: CHECK (((domains >= 1) AND (domains <= 20)))
programme.rule_level: CHECK (((rank >= 1) AND (rank <= 20)))
programme.rule_level: CHECK ((level = ANY (ARRAY['CAO_DANG'::text, 'TRUNG_CAP'::text, 'TRUNG_HOC_NGHE'::text, 'SO_CAP'::text, 'NGHE_KHAC'::text])))
programme.rule_level: FOREIGN KEY (rule_id) REFERENCES programme.rule(id) ON DELETE CASCADE
programme.rule_level: PRIMARY KEY (rule_id, level)
programme.standing: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
programme.standing: FOREIGN KEY (rule_id) REFERENCES programme.rule(id)
programme.standing: FOREIGN KEY (version_id) REFERENCES programme.version(id) ON DELETE CASCADE
programme.standing: PRIMARY KEY (version_id)
programme.teaching: CHECK ((teaches OR assesses))
programme.teaching: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
programme.teaching: FOREIGN KEY (module_id) REFERENCES programme.module(id) ON DELETE CASCADE
programme.teaching: FOREIGN KEY (outcome_id) REFERENCES programme.outcome(id) ON DELETE CASCADE
programme.teaching: FOREIGN KEY (version_id) REFERENCES programme.version(id) ON DELETE CASCADE
programme.teaching: PRIMARY KEY (outcome_id, module_id)
programme.version: CHECK (((length(name) >= 3) AND (length(name) <= 200)))
programme.version: CHECK (((months >= 1) AND (months <= 60)))
programme.version: CHECK (((state <> ALL (ARRAY['PUBLISHED'::text, 'SUPERSEDED'::text])) OR ((decision_number IS NOT NULL) AND (decision_on IS NOT NULL) AND (published_at IS NOT NULL))))
programme.version: CHECK ((credits > (0)::numeric))
programme.version: CHECK ((hours > 0))
programme.version: CHECK ((method = ANY (ARRAY['NIEN_CHE'::text, 'MO_DUN'::text, 'TIN_CHI'::text])))
programme.version: CHECK ((mode = ANY (ARRAY['CHINH_QUY'::text, 'VLVH'::text, 'TU_XA'::text])))
programme.version: CHECK ((number > 0))
programme.version: CHECK ((state = ANY (ARRAY['DRAFT'::text, 'SUBMITTED'::text, 'RETURNED'::text, 'APPRAISED'::text, 'PUBLISHED'::text, 'SUPERSEDED'::text])))
programme.version: FOREIGN KEY (copied_from) REFERENCES programme.version(id)
programme.version: FOREIGN KEY (institution_id) REFERENCES institution.institution(id)
programme.version: FOREIGN KEY (licence_line_id) REFERENCES institution.licence_line(id) ON DELETE SET NULL
programme.version: FOREIGN KEY (occupation_code) REFERENCES programme.occupation(code)
programme.version: FOREIGN KEY (programme_id) REFERENCES programme.programme(id) ON DELETE CASCADE
programme.version: PRIMARY KEY (id)
programme.version: UNIQUE (programme_id, number)
programme.volume_rule: CHECK ((level = ANY (ARRAY['CAO_DANG'::text, 'TRUNG_CAP'::text, 'TRUNG_HOC_NGHE'::text, 'SO_CAP'::text, 'NGHE_KHAC'::text])))
programme.volume_rule: FOREIGN KEY (clause_code) REFERENCES law.clause(code)
programme.volume_rule: PRIMARY KEY (level)
proof.address: PRIMARY KEY (since, address)
proof.issuer: CHECK ((slug ~ '^[a-z0-9-]+$'::text))
proof.issuer: PRIMARY KEY (institution_id)
proof.issuer: UNIQUE (slug)
proof.status_counter: PRIMARY KEY (institution_id)
proof.status_list: CHECK ((length(bits) = 16384))
proof.status_list: CHECK ((purpose = ANY (ARRAY['revocation'::text, 'suspension'::text])))
proof.status_list: PRIMARY KEY (institution_id, number, purpose)
signing.key: CHECK ((use = ANY (ARRAY['CREDENTIAL'::text, 'DOCUMENT'::text])))
signing.key: CHECK ((valid_to >= valid_from))
signing.key: PRIMARY KEY (id)
target.consultation: CHECK (((length(title) >= 5) AND (length(title) <= 200)))
target.consultation: CHECK ((length(note) <= 1000))
target.consultation: PRIMARY KEY (id)
target.distribution: CHECK ((length(note) <= 500))
target.distribution: PRIMARY KEY (id)
target.explanation: CHECK (((length(action) >= 10) AND (length(action) <= 1000)))
target.explanation: CHECK (((length(cause) >= 10) AND (length(cause) <= 1000)))
target.explanation: FOREIGN KEY (target_code, year) REFERENCES target.milestone(target_code, year)
target.explanation: PRIMARY KEY (target_code, year, month)
target.milestone: CHECK (((comparison IS NULL) = (threshold IS NULL)))
target.milestone: CHECK (((start_value >= (0)::numeric) AND (start_value <= (100)::numeric)))
target.milestone: CHECK ((comparison = ANY (ARRAY['>='::text, '>'::text])))
target.milestone: CHECK ((year = ANY (ARRAY[2025, 2030])))
target.milestone: FOREIGN KEY (target_code) REFERENCES target.target(code)
target.milestone: PRIMARY KEY (target_code, year)
target.opinion: CHECK (((length(words) >= 5) AND (length(words) <= 2000)))
target.opinion: CHECK (((outcome IS NULL) = (answered_at IS NULL)))
target.opinion: CHECK ((outcome = ANY (ARRAY['ACCEPTED'::text, 'PARTLY'::text, 'REJECTED'::text])))
target.opinion: FOREIGN KEY (consultation_id) REFERENCES target.consultation(id)
target.opinion: PRIMARY KEY (id)
target.proof: CHECK (((accepted IS NULL) = (judged_by IS NULL)))
target.proof: CHECK (((length(words) >= 10) AND (length(words) <= 1000)))
target.proof: CHECK ((judged_by <> brought_by))
target.proof: FOREIGN KEY (target_code, year) REFERENCES target.milestone(target_code, year)
target.proof: PRIMARY KEY (id)
target.receipt: CHECK (((read_at IS NULL) = (read_by_name IS NULL)))
target.receipt: FOREIGN KEY (distribution_id) REFERENCES target.distribution(id)
target.receipt: PRIMARY KEY (distribution_id, institution_id)
target.remedy: CHECK ((address ~~ '/%'::text))
target.remedy: PRIMARY KEY (formula_code)
target.reminder: FOREIGN KEY (target_code) REFERENCES target.target(code)
target.reminder: PRIMARY KEY (id)
target.revision: CHECK (((length(reason) >= 10) AND (length(reason) <= 500)))
target.revision: CHECK (((threshold > (0)::numeric) AND (threshold <= (100)::numeric)))
target.revision: CHECK ((comparison = ANY (ARRAY['>='::text, '>'::text])))
target.revision: FOREIGN KEY (target_code, year) REFERENCES target.milestone(target_code, year)
target.revision: PRIMARY KEY (id)
target.status_rule: CHECK (((at_risk_from >= (0)::numeric) AND (at_risk_from <= (100)::numeric)))
target.status_rule: CHECK (((length(reason) >= 10) AND (length(reason) <= 500)))
target.status_rule: CHECK ((valid_to >= valid_from))
target.status_rule: PRIMARY KEY (id)
target.status_rule: UNIQUE (valid_from)
target.target: CHECK (((lacking IS NULL) = (awaited IS NULL)))
target.target: CHECK ((code ~ '^CT[0-9]{2}$'::text))
target.target: CHECK ((direction = ANY (ARRAY['UP'::text, 'DOWN'::text, 'MILESTONE'::text])))
target.target: PRIMARY KEY (code)
target.task: CHECK (((closed_on IS NULL) = (closed_by_name IS NULL)))
target.task: CHECK (((length(product) >= 3) AND (length(product) <= 300)))
target.task: CHECK (((length(title) >= 3) AND (length(title) <= 300)))
target.task: PRIMARY KEY (id)
target.task_extension: CHECK (((granted IS NULL) = (answered_at IS NULL)))
target.task_extension: CHECK (((length(reason) >= 10) AND (length(reason) <= 500)))
target.task_extension: FOREIGN KEY (task_id) REFERENCES target.task(id)
target.task_extension: PRIMARY KEY (id)
target.task_milestone: CHECK (((done_on IS NULL) = (done_by_name IS NULL)))
target.task_milestone: CHECK (((length(name) >= 3) AND (length(name) <= 200)))
target.task_milestone: FOREIGN KEY (task_id) REFERENCES target.task(id)
target.task_milestone: PRIMARY KEY (task_id, place)
target.task_partner: FOREIGN KEY (task_id) REFERENCES target.task(id)
target.task_partner: PRIMARY KEY (task_id, institution_id)
target.task_report: CHECK (((length(words) >= 3) AND (length(words) <= 1000)))
target.task_report: CHECK (((percent >= 0) AND (percent <= 100)))
target.task_report: FOREIGN KEY (task_id) REFERENCES target.task(id)
target.task_report: PRIMARY KEY (id)
target.task_rule: PRIMARY KEY (valid_from)

-- Indexes

CREATE INDEX absence_enrolment_id_idx ON learning.absence (enrolment_id)
CREATE INDEX account_institution_id_idx ON access.account (institution_id)
CREATE INDEX act_institution_id_id_idx ON audit.act (institution_id, id)
CREATE INDEX act_subject_subject_id_id_idx ON audit.act (subject, subject_id, id)
CREATE INDEX act_xid_idx ON audit.act (xid)
CREATE INDEX alias_institution_id_idx ON institution.alias (institution_id)
CREATE INDEX alias_person_id_idx ON person.alias (person_id)
CREATE INDEX alignment_framework_id_level_code_idx ON programme.alignment (framework_id, level_code)
CREATE INDEX alignment_institution_id_idx ON programme.alignment (institution_id)
CREATE INDEX alignment_item_id_idx ON programme.alignment (item_id)
CREATE INDEX alignment_version_id_idx ON programme.alignment (version_id)
CREATE INDEX answer_begun_at_idx ON exchange.answer (begun_at)
CREATE INDEX answer_institution_id_idx ON indicator.answer (institution_id)
CREATE INDEX answer_survey_id_idx ON indicator.answer (survey_id)
CREATE INDEX answer_term_clause_code_idx ON credential.answer_term (clause_code)
CREATE INDEX apart_second_id_idx ON person.apart (second_id)
CREATE INDEX api_key_institution_id_idx ON exchange.api_key (institution_id)
CREATE INDEX api_key_last_used_at_idx ON exchange.api_key (last_used_at) WHERE (revoked_at IS NULL)
CREATE INDEX assessment_figure_assessment_id_institution_id_idx ON indicator.assessment_figure (assessment_id, institution_id)
CREATE INDEX assessment_figure_institution_id_idx ON indicator.assessment_figure (institution_id)
CREATE INDEX assessment_line_assessment_id_institution_id_idx ON indicator.assessment_line (assessment_id, institution_id)
CREATE INDEX assessment_line_institution_id_idx ON indicator.assessment_line (institution_id)
CREATE INDEX assessment_year_state_idx ON indicator.assessment (year, state)
CREATE INDEX attainment_institution_id_idx ON programme.attainment (institution_id)
CREATE INDEX attendance_institution_id_idx ON programme.attendance (institution_id)
CREATE INDEX batch_institution_id_id_idx ON intake.batch (institution_id, id)
CREATE INDEX blank_diploma_id_idx ON credential.blank (diploma_id)
CREATE INDEX blank_lot_id_state_ordinal_idx ON credential.blank (lot_id, state, ordinal)
CREATE INDEX blank_lot_institution_id_level_idx ON credential.blank_lot (institution_id, level)
CREATE INDEX blank_move_institution_id_level_at_idx ON credential.blank_move (institution_id, level, at)
CREATE INDEX blank_move_lot_id_idx ON credential.blank_move (lot_id)
CREATE INDEX blank_period_institution_id_level_closed_at_idx ON credential.blank_period (institution_id, level, closed_at)
CREATE INDEX boundary_ward_code_idx ON place.boundary (ward_code)
CREATE INDEX boundary_warning_set_id_idx ON place.boundary_warning (set_id)
CREATE INDEX change_batch_id_idx ON institution.change (batch_id)
CREATE INDEX change_id_idx ON institution.change (id) WHERE (state = 'PENDING'::text)
CREATE INDEX change_institution_id_id_idx ON institution.change (institution_id, id)
CREATE INDEX class_first_batch_id_idx ON learning.class (first_batch_id)
CREATE INDEX class_occupation_code_idx ON learning.class (occupation_code)
CREATE INDEX class_site_id_idx ON learning.class (site_id)
CREATE INDEX clause_exact_idx ON law.clause USING gin (exact)
CREATE INDEX clause_folded_idx ON law.clause USING gin (folded)
CREATE INDEX clause_text_code_idx ON law.clause (text_code)
CREATE INDEX cohort_institution_id_idx ON programme.cohort (institution_id)
CREATE INDEX cohort_version_id_idx ON programme.cohort (version_id)
CREATE INDEX comment_inquiry_id_idx ON programme.comment (inquiry_id)
CREATE INDEX comment_institution_id_idx ON programme.comment (institution_id) WHERE (decision IS NULL)
CREATE INDEX comment_outcome_id_idx ON programme.comment (outcome_id)
CREATE INDEX comment_version_id_id_idx ON programme.comment (version_id, id)
CREATE INDEX comparison_row_matched_id_idx ON institution.comparison_row (matched_id)
CREATE INDEX competence_answer_question_id_level_idx ON person.competence_answer (question_id, level)
CREATE INDEX competence_attempt_batch_id_idx ON person.competence_attempt (batch_id)
CREATE INDEX competence_attempt_institution_id_idx ON person.competence_attempt (institution_id)
CREATE INDEX competence_attempt_person_id_submitted_on_idx ON person.competence_attempt (person_id, submitted_on)
CREATE INDEX competence_attempt_version_id_idx ON person.competence_attempt (version_id)
CREATE INDEX competence_batch_institution_id_idx ON person.competence_batch (institution_id)
CREATE INDEX competence_batch_version_id_year_idx ON person.competence_batch (version_id, year)
CREATE INDEX competence_domain_training_kind_idx ON person.competence_domain (training_kind)
CREATE INDEX competence_intent_course_id_idx ON person.competence_intent (course_id)
CREATE INDEX competence_question_item_item_identifier_idx ON person.competence_question_item (item_identifier)
CREATE INDEX competence_question_version_id_domain_idx ON person.competence_question (version_id, domain)
CREATE INDEX competence_version_daterange_excl ON person.competence_version USING gist (daterange(valid_from, valid_to, '[]'::text))
CREATE INDEX condition_formula_id_side_idx ON indicator.condition (formula_id, side)
CREATE INDEX condition_set_code_field_idx ON indicator.condition (set_code, field)
CREATE INDEX conduct_batch_id_idx ON learning.conduct (batch_id)
CREATE INDEX conduct_cap_band_code_idx ON learning.conduct_cap (band_code)
CREATE INDEX conduct_part_clause_code_idx ON learning.conduct_part (clause_code)
CREATE INDEX confirmation_institution_id_at_idx ON institution.confirmation (institution_id, at)
CREATE INDEX confirmation_institution_id_idx ON credential.confirmation (institution_id)
CREATE INDEX consultation_closes_on_idx ON target.consultation (closes_on)
CREATE INDEX conversion_clause_code_idx ON learning.conversion (clause_code)
CREATE INDEX copy_diploma_id_idx ON credential.copy (diploma_id)
CREATE INDEX copy_institution_id_id_idx ON credential.copy (institution_id, id)
CREATE INDEX correction_diploma_id_id_idx ON credential.correction (diploma_id, id)
CREATE INDEX correction_formula_id_as_at_idx ON indicator.correction (formula_id, as_at)
CREATE INDEX correction_institution_id_idx ON person.correction (institution_id)
CREATE INDEX correction_person_id_field_idx ON person.correction (person_id, field)
CREATE INDEX council_member_graduation_id_idx ON learning.council_member (graduation_id)
CREATE INDEX council_rule_clause_code_idx ON programme.council_rule (clause_code)
CREATE INDEX counted_kind_clause_code_idx ON person.counted_kind (clause_code)
CREATE INDEX counted_kind_kind_idx ON person.counted_kind (kind)
CREATE INDEX course_institution_id_state_idx ON learning.course (institution_id, state)
CREATE INDEX course_module_id_idx ON learning.course (module_id)
CREATE INDEX course_teacher_account_idx ON learning.course (teacher_account)
CREATE INDEX crosswalk_to_identifier_idx ON framework.crosswalk (to_identifier)
CREATE INDEX custody_keeper_id_what_idx ON institution.custody (keeper_id, what)
CREATE INDEX custody_kept_id_idx ON institution.custody (kept_id)
CREATE INDEX diploma_batch_id_idx ON credential.diploma (batch_id)
CREATE INDEX diploma_book_id_idx ON credential.diploma (book_id)
CREATE INDEX diploma_decision_id_sort_key_idx ON credential.diploma (decision_id, sort_key)
CREATE INDEX diploma_institution_id_sort_key_idx ON credential.diploma (institution_id, sort_key)
CREATE INDEX diploma_learner_id_idx ON credential.diploma (learner_id)
CREATE INDEX diploma_occupation_code_idx ON credential.diploma (occupation_code)
CREATE INDEX diploma_replaces_idx ON credential.diploma (replaces)
CREATE INDEX diploma_serial_idx ON credential.diploma (serial)
CREATE INDEX diploma_site_id_idx ON credential.diploma (site_id)
CREATE INDEX diploma_waiting ON credential.diploma (institution_id, state) WHERE (state = ANY (ARRAY['PREPARED'::text, 'CHECKED'::text, 'SIGNED'::text]))
CREATE INDEX distinct_pair_second_id_idx ON learning.distinct_pair (second_id)
CREATE INDEX draft_file_id_idx ON person.draft (file_id)
CREATE INDEX draft_institution_id_idx ON person.draft (institution_id)
CREATE INDEX draft_person_id_idx ON person.draft (person_id)
CREATE INDEX drafter_institution_id_idx ON programme.drafter (institution_id)
CREATE INDEX edition_text_code_valid_from_idx ON law.edition (text_code, valid_from DESC)
CREATE INDEX enrolment_batch_id_idx ON learning.enrolment (batch_id)
CREATE INDEX enrolment_class_id_idx ON learning.enrolment (class_id)
CREATE INDEX enrolment_cohort_institution_id_occupation_code_level_idx ON learning.enrolment (cohort, institution_id, occupation_code, level)
CREATE INDEX enrolment_first_batch_id_idx ON learning.enrolment (first_batch_id)
CREATE INDEX enrolment_learner_id_idx ON learning.enrolment (learner_id)
CREATE INDEX enrolment_occupation_code_idx ON learning.enrolment (occupation_code)
CREATE INDEX enrolment_site_id_idx ON learning.enrolment (site_id)
CREATE INDEX entry_diploma_id_id_idx ON credential.entry (diploma_id, id)
CREATE INDEX entry_institution_id_at_idx ON credential.entry (institution_id, at)
CREATE INDEX fault_count_counted_at_idx ON intake.fault_count (counted_at)
CREATE INDEX field_rule_clause_code_idx ON institution.field_rule (clause_code)
CREATE INDEX former_unit_ward_code_idx ON place.former_unit (ward_code)
CREATE INDEX formula_clause_code_idx ON indicator.formula (clause_code)
CREATE INDEX framework_clause_code_idx ON framework.framework (clause_code)
CREATE INDEX frozen_institution_id_idx ON indicator.frozen (institution_id)
CREATE INDEX graduation_class_id_idx ON learning.graduation (class_id)
CREATE INDEX graduation_institution_id_id_idx ON learning.graduation (institution_id, id)
CREATE INDEX graduation_occupation_code_idx ON learning.graduation (occupation_code)
CREATE INDEX graduation_rule_clause_code_idx ON learning.graduation_rule (clause_code)
CREATE INDEX guardian_learner_id_idx ON learning.guardian (learner_id)
CREATE INDEX handover_diploma_id_id_idx ON credential.handover (diploma_id, id)
CREATE INDEX handover_institution_id_at_idx ON credential.handover (institution_id, at)
CREATE INDEX image_institution_id_idx ON person.image (institution_id)
CREATE INDEX image_place_id_idx ON institution.image (place, id)
CREATE INDEX infrastructure_institution_id_idx ON institution.infrastructure (institution_id)
CREATE INDEX inquiry_answer_institution_id_idx ON programme.inquiry_answer (institution_id)
CREATE INDEX inquiry_answer_outcome_id_idx ON programme.inquiry_answer (outcome_id)
CREATE INDEX inquiry_institution_id_idx ON programme.inquiry (institution_id)
CREATE INDEX inquiry_version_id_id_idx ON programme.inquiry (version_id, id)
CREATE INDEX institution_sort_key_idx ON institution.institution (sort_key)
CREATE INDEX integration_institution_id_idx ON programme.integration (institution_id)
CREATE INDEX integration_programme_id_since_idx ON programme.integration (programme_id, since)
CREATE INDEX invitation_account_id_idx ON access.invitation (account_id)
CREATE INDEX invitation_institution_id_idx ON indicator.invitation (institution_id)
CREATE INDEX invitation_survey_id_idx ON indicator.invitation (survey_id)
CREATE INDEX item_framework_id_level_code_idx ON framework.item (framework_id, level_code)
CREATE INDEX item_identifier_idx ON framework.item (identifier)
CREATE INDEX item_parent_id_idx ON framework.item (parent_id)
CREATE INDEX kept_by_use ON document.kept (used_on, key)
CREATE INDEX kept_file_account_id_kept_at_idx ON person.kept_file (account_id, kept_at)
CREATE INDEX kept_file_institution_id_idx ON person.kept_file (institution_id)
CREATE INDEX key_owner_id_use_valid_from_idx ON signing.key (owner_id, use, valid_from)
CREATE INDEX layout_clause_code_idx ON credential.layout (clause_code)
CREATE INDEX leader_institution_id_idx ON institution.leader (institution_id)
CREATE INDEX leader_post_idx ON institution.leader (post)
CREATE INDEX learner_first_batch_id_idx ON learning.learner (first_batch_id)
CREATE INDEX learner_institution_id_name_folded_birth_date_idx ON learning.learner (institution_id, name_folded, birth_date)
CREATE INDEX learner_institution_id_sort_key_idx ON learning.learner (institution_id, sort_key)
CREATE INDEX learner_merged_into_idx ON learning.learner (merged_into)
CREATE INDEX learner_person_id_idx ON learning.learner (person_id)
CREATE INDEX learner_site_id_idx ON learning.learner (site_id)
CREATE INDEX leave_int8range_daterange_excl ON person.leave USING gist (int8range(spell_id, spell_id, '[]'::text), daterange(starts_on, ends_on, '[]'::text))
CREATE INDEX leave_spell_id_idx ON person.leave (spell_id)
CREATE INDEX licence_batch_id_idx ON institution.licence (batch_id)
CREATE INDEX licence_clause_code_idx ON institution.licence (clause_code)
CREATE INDEX licence_line_batch_id_idx ON institution.licence_line (batch_id)
CREATE INDEX licence_line_ended_by_idx ON institution.licence_line (ended_by)
CREATE INDEX licence_line_institution_id_level_idx ON institution.licence_line (institution_id, level)
CREATE INDEX licence_line_licence_id_idx ON institution.licence_line (licence_id)
CREATE INDEX licence_line_occupation_code_level_idx ON institution.licence_line (occupation_code, level)
CREATE INDEX licence_line_site_id_idx ON institution.licence_line (site_id)
CREATE INDEX licence_line_withdrawn_by_idx ON institution.licence_line (withdrawn_by)
CREATE INDEX licence_number_folded_idx ON institution.licence (number_folded)
CREATE INDEX licence_valid_to_idx ON institution.licence (valid_to) WHERE (valid_to IS NOT NULL)
CREATE INDEX list_check_at_idx ON credential.list_check (at)
CREATE INDEX login_person_id_idx ON person.login (person_id)
CREATE INDEX mark_change_course_id_enrolment_id_part_idx ON learning.mark_change (course_id, enrolment_id, part)
CREATE INDEX mark_change_enrolment_id_idx ON learning.mark_change (enrolment_id)
CREATE INDEX mark_enrolment_id_idx ON learning.mark (enrolment_id)
CREATE INDEX member_degree_code_idx ON programme.member (degree_code)
CREATE INDEX member_institution_id_idx ON programme.member (institution_id)
CREATE INDEX merge_gone_id_idx ON learning.merge (gone_id)
CREATE INDEX merge_gone_id_idx ON person.merge (gone_id)
CREATE INDEX merge_kept_id_idx ON learning.merge (kept_id)
CREATE INDEX merge_kept_id_idx ON person.merge (kept_id)
CREATE INDEX minutes_institution_id_idx ON programme.minutes (institution_id)
CREATE INDEX module_first_batch_id_idx ON learning.module (first_batch_id)
CREATE INDEX module_identifier_idx ON programme.module (identifier)
CREATE INDEX module_identifier_idx1 ON programme.module (identifier)
CREATE INDEX module_institution_id_idx ON programme.module (institution_id)
CREATE INDEX module_occupation_code_idx ON learning.module (occupation_code)
CREATE INDEX national_field_clause_code_idx ON credential.national_field (clause_code)
CREATE INDEX national_line_diploma_id_idx ON credential.national_line (diploma_id)
CREATE INDEX national_line_institution_id_idx ON credential.national_line (institution_id) WHERE (rejected IS NOT NULL)
CREATE INDEX national_package_institution_id_id_idx ON credential.national_package (institution_id, id)
CREATE INDEX notice_account_id_id_idx ON portal.notice (account_id, id DESC)
CREATE INDEX occupation_field_code_idx ON programme.occupation (field_code)
CREATE INDEX opinion_consultation_id_anchor_id_idx ON target.opinion (consultation_id, anchor, id)
CREATE INDEX opinion_institution_id_idx ON target.opinion (institution_id)
CREATE INDEX outcome_identifier_idx ON programme.outcome (identifier)
CREATE INDEX outcome_institution_id_idx ON programme.outcome (institution_id)
CREATE INDEX outcome_parent_id_idx ON programme.outcome (parent_id)
CREATE INDEX paper_institution_id_idx ON person.paper (institution_id) WHERE (state = 'DECLARED'::text)
CREATE INDEX paper_institution_id_idx1 ON person.paper (institution_id)
CREATE INDEX paper_person_id_idx ON person.paper (person_id) WHERE ((state = 'REJECTED'::text) AND (answer_seen_at IS NULL))
CREATE INDEX paper_person_id_issued_on_idx ON person.paper (person_id, issued_on DESC)
CREATE INDEX partner_institution_id_idx ON programme.partner (institution_id)
CREATE INDEX partner_programme_id_year_idx ON programme.partner (programme_id, year)
CREATE INDEX passage_exact_idx ON law.passage USING gin (exact)
CREATE INDEX passage_folded_idx ON law.passage USING gin (folded)
CREATE INDEX person_batch_id_idx ON person.person (batch_id)
CREATE INDEX person_merged_into_idx ON person.person (merged_into)
CREATE INDEX person_name_folded_birth_date_idx ON person.person (name_folded, birth_date)
CREATE INDEX person_name_folded_idx ON person.person (name_folded text_pattern_ops)
CREATE INDEX person_sort_key_id_idx1 ON person.person (sort_key, id) WHERE (merged_into IS NULL)
CREATE INDEX programme_institution_id_idx ON programme.programme (institution_id)
CREATE INDEX proof_target_code_year_id_idx ON target.proof (target_code, year, id DESC)
CREATE INDEX receipt_institution_id_distribution_id_idx ON target.receipt (institution_id, distribution_id)
CREATE INDEX recognition_person_id_idx ON person.recognition (person_id)
CREATE INDEX relation_from_text_idx ON law.relation (from_text)
CREATE INDEX relation_to_text_idx ON law.relation (to_text)
CREATE INDEX reminder_institution_id_target_code_milestone_id_idx ON target.reminder (institution_id, target_code, milestone, id DESC)
CREATE INDEX reminder_target_code_idx ON target.reminder (target_code)
CREATE INDEX report_rule_clause_code_idx ON indicator.report_rule (clause_code)
CREATE INDEX request_institution_id_state_id_idx ON person.request (institution_id, state, id)
CREATE INDEX request_person_id_id_idx ON person.request (person_id, id DESC)
CREATE INDEX request_person_id_idx ON person.request (person_id) WHERE ((state = ANY (ARRAY['APPROVED'::text, 'REJECTED'::text])) AND (answer_seen_at IS NULL))
CREATE INDEX requirement_clause_code_idx ON indicator.requirement (clause_code)
CREATE INDEX result_batch_id_idx ON learning.result (batch_id)
CREATE INDEX result_course_id_idx ON learning.result (course_id) WHERE (course_id IS NOT NULL)
CREATE INDEX result_module_id_idx ON learning.result (module_id)
CREATE INDEX review_institution_id_idx ON programme.review (institution_id)
CREATE INDEX review_rule_clause_code_idx ON programme.review_rule (clause_code)
CREATE INDEX revision_target_code_year_since_idx ON target.revision (target_code, year, since)
CREATE INDEX rule_clause_code_idx ON institution.rule (clause_code)
CREATE INDEX rule_clause_code_idx ON person.rule (clause_code)
CREATE INDEX rule_clause_code_idx ON programme.rule (clause_code)
CREATE INDEX ruling_decision_id_idx ON credential.ruling (decision_id)
CREATE INDEX ruling_diploma_diploma_id_idx ON credential.ruling_diploma (diploma_id)
CREATE INDEX ruling_institution_id_state_id_idx ON credential.ruling (institution_id, state, id)
CREATE INDEX ruling_reason_code_idx ON credential.ruling (reason_code)
CREATE INDEX run_decision_id_id_idx ON credential.run (decision_id, id)
CREATE INDEX run_institution_id_idx ON credential.run (institution_id)
CREATE INDEX scheduled_task_execution_time_idx ON job.scheduled_task (execution_time)
CREATE INDEX scheduled_task_last_heartbeat_idx ON job.scheduled_task (last_heartbeat)
CREATE INDEX scheme_conversion_id_idx ON learning.scheme (conversion_id)
CREATE INDEX search_found_idx ON institution.search USING gin (found gin_trgm_ops)
CREATE INDEX session_course_id_held_on_idx ON learning.session (course_id, held_on)
CREATE INDEX session_expiry_time_idx ON access.session (expiry_time)
CREATE INDEX session_principal_name_idx ON access.session (principal_name)
CREATE INDEX share_diploma_id_id_idx ON credential.share (diploma_id, id)
CREATE INDEX share_learner_id_idx ON credential.share (learner_id)
CREATE INDEX site_institution_id_idx ON institution.site (institution_id)
CREATE INDEX spell_batch_id_idx ON person.spell (batch_id)
CREATE INDEX spell_institution_id_department_idx ON person.spell (institution_id, department)
CREATE INDEX spell_institution_id_idx ON person.spell (institution_id) WHERE principal
CREATE INDEX spell_institution_id_person_id_idx ON person.spell (institution_id, person_id)
CREATE INDEX spell_int8range_daterange_excl ON person.spell USING gist (int8range(person_id, person_id, '[]'::text), daterange(starts_on, ends_on, '[]'::text)) WHERE principal
CREATE INDEX spell_person_id_idx ON person.spell (person_id)
CREATE INDEX spell_person_id_principal_starts_on_idx ON person.spell (person_id, principal DESC, starts_on DESC)
CREATE INDEX spell_site_id_idx ON person.spell (site_id)
CREATE INDEX spell_sort_key_person_id_starts_on_ends_on_institution_id_i_idx ON person.spell (sort_key, person_id) INCLUDE (starts_on, ends_on, institution_id, id)
CREATE INDEX spell_starts_on_ends_on_idx ON person.spell (starts_on, ends_on)
CREATE INDEX spell_title_code_idx ON person.spell (title_code)
CREATE INDEX spent_minute_idx ON credential.spent (minute)
CREATE INDEX staged_module_batch_id_idx ON learning.staged_module (batch_id)
CREATE INDEX standing_institution_id_idx ON programme.standing (institution_id)
CREATE INDEX standing_rule_id_idx ON programme.standing (rule_id)
CREATE INDEX step_enrolment_id_id_idx ON learning.step (enrolment_id, id)
CREATE INDEX step_rule_clause_code_idx ON learning.step_rule (clause_code)
CREATE INDEX stir_xid_idx ON indicator.stir (xid)
CREATE INDEX succession_item_id_idx ON framework.succession (item_id)
CREATE INDEX succession_part_institution_id_idx ON institution.succession_part (institution_id)
CREATE INDEX succession_successor_id_idx ON framework.succession (successor_id)
CREATE INDEX survey_audience_idx ON indicator.survey (audience)
CREATE INDEX survey_institution_id_id_idx ON indicator.survey (institution_id, id DESC)
CREATE INDEX survey_rule_clause_code_idx ON indicator.survey_rule (clause_code)
CREATE INDEX suspicion_diploma_id_idx ON credential.suspicion (diploma_id)
CREATE INDEX suspicion_institution_id_due_on_idx ON credential.suspicion (institution_id, due_on) WHERE (finding IS NULL)
CREATE INDEX suspicion_institution_id_id_idx ON credential.suspicion (institution_id, id)
CREATE INDEX task_due_on_idx ON target.task (due_on) WHERE (closed_on IS NULL)
CREATE INDEX task_extension_task_id_id_idx ON target.task_extension (task_id, id DESC)
CREATE INDEX task_lead_id_idx ON target.task (lead_id)
CREATE INDEX task_partner_institution_id_idx ON target.task_partner (institution_id)
CREATE INDEX task_report_task_id_id_idx ON target.task_report (task_id, id DESC)
CREATE INDEX teaching_institution_id_idx ON programme.teaching (institution_id)
CREATE INDEX teaching_module_id_idx ON programme.teaching (module_id)
CREATE INDEX teaching_version_id_idx ON programme.teaching (version_id)
CREATE INDEX term_set_code_summed_idx ON indicator.term (set_code, summed)
CREATE INDEX title_clause_code_idx ON person.title (clause_code)
CREATE INDEX token_api_key_id_idx ON exchange.token (api_key_id)
CREATE INDEX token_expires_at_idx ON exchange.token (expires_at)
CREATE INDEX training_attendance_session_id_idx ON person.training_attendance (session_id)
CREATE INDEX training_batch_class_id_idx ON person.training_batch (class_id)
CREATE INDEX training_certificate_class_id_idx ON person.training_certificate (class_id)
CREATE INDEX training_certificate_holder_institution_id_idx ON person.training_certificate (holder_institution_id)
CREATE INDEX training_certificate_kind_idx ON person.training_certificate (kind)
CREATE INDEX training_certificate_person_id_idx ON person.training_certificate (person_id)
CREATE INDEX training_certificate_printed_idx ON person.training_certificate (printed)
CREATE INDEX training_class_course_id_idx ON person.training_class (course_id)
CREATE INDEX training_class_institution_id_state_idx ON person.training_class (institution_id, state)
CREATE INDEX training_course_kind_idx ON person.training_course (kind)
CREATE INDEX training_course_purpose_idx ON person.training_course (purpose)
CREATE INDEX training_elsewhere_counted ON person.training_elsewhere (kind, person_id) WHERE (state = ANY (ARRAY['CONFIRMED'::text, 'ACCEPTED'::text]))
CREATE INDEX training_elsewhere_institution_id_state_idx ON person.training_elsewhere (institution_id, state)
CREATE INDEX training_elsewhere_kind_idx ON person.training_elsewhere (kind)
CREATE INDEX training_elsewhere_person_id_idx ON person.training_elsewhere (person_id) WHERE ((state = ANY (ARRAY['RETURNED'::text, 'REJECTED'::text])) AND (answer_seen_at IS NULL))
CREATE INDEX training_elsewhere_person_id_state_idx ON person.training_elsewhere (person_id, state)
CREATE INDEX training_elsewhere_pool_id_idx ON person.training_elsewhere (pool_id)
CREATE INDEX training_elsewhere_purpose_idx ON person.training_elsewhere (purpose)
CREATE INDEX training_elsewhere_sample_id_sample_place_idx ON person.training_elsewhere (sample_id, sample_place)
CREATE INDEX training_elsewhere_unpooled ON person.training_elsewhere (id) WHERE ((pool_id IS NULL) AND (state = 'CONFIRMED'::text))
CREATE INDEX training_enrolment_batch_id_idx ON person.training_enrolment (batch_id)
CREATE INDEX training_enrolment_institution_id_state_idx ON person.training_enrolment (institution_id, state)
CREATE INDEX training_enrolment_person_id_state_idx ON person.training_enrolment (person_id, state)
CREATE INDEX training_feedback_class_id_idx ON person.training_feedback (class_id)
CREATE INDEX training_prerequisite_needs_id_idx ON person.training_prerequisite (needs_id)
CREATE INDEX training_purpose_clause_code_idx ON person.training_purpose (clause_code)
CREATE INDEX training_reminder_kind_idx ON person.training_reminder (kind)
CREATE INDEX training_score_topic_id_idx ON person.training_score (topic_id)
CREATE INDEX training_session_topic_id_idx ON person.training_session (topic_id)
CREATE INDEX transfer_asked_by_id_idx ON person.transfer (asked_by_id)
CREATE INDEX transfer_from_id_state_idx ON person.transfer (from_id, state)
CREATE INDEX transfer_new_spell_id_idx ON person.transfer (new_spell_id)
CREATE INDEX transfer_person_id_idx ON person.transfer (person_id)
CREATE INDEX transfer_spell_id_idx ON person.transfer (spell_id)
CREATE INDEX transfer_title_code_idx ON person.transfer (title_code)
CREATE INDEX transfer_to_id_state_idx ON person.transfer (to_id, state)
CREATE INDEX uncollected ON credential.diploma (institution_id, released_at) WHERE ((state = 'VALID'::text) AND (handed_over_at IS NULL))
CREATE INDEX unlock_course_id_idx ON learning.unlock (course_id)
CREATE INDEX usage_minute_idx ON exchange.usage (minute)
CREATE INDEX use_day_institution_id_used_on_idx ON exchange.use_day (institution_id, used_on)
CREATE INDEX verdict_enrolment_id_idx ON learning.verdict (enrolment_id)
CREATE INDEX verification_diploma_id_at_idx ON credential.verification (diploma_id, at)
CREATE INDEX verification_institution_id_at_idx ON credential.verification (institution_id, at)
CREATE INDEX version_copied_from_idx ON programme.version (copied_from)
CREATE INDEX version_in_order ON institution.version (sort_key) WHERE (superseded_at IS NULL)
CREATE INDEX version_institution_id_idx ON institution.version (institution_id)
CREATE INDEX version_institution_id_state_idx ON programme.version (institution_id, state)
CREATE INDEX version_licence_line_id_idx ON programme.version (licence_line_id)
CREATE INDEX version_occupation_code_idx ON programme.version (occupation_code)
CREATE INDEX version_state_sort_key_idx ON programme.version (state, sort_key)
CREATE INDEX version_superseded ON institution.version (superseded_at) WHERE (superseded_at IS NOT NULL)
CREATE INDEX volume_rule_clause_code_idx ON programme.volume_rule (clause_code)
CREATE UNIQUE INDEX absence_pkey ON learning.absence (session_id, enrolment_id)
CREATE UNIQUE INDEX account_pkey ON access.account (id)
CREATE UNIQUE INDEX account_username_key ON access.account (username)
CREATE UNIQUE INDEX act_pkey ON audit.act (id)
CREATE UNIQUE INDEX address_pkey ON proof.address (since, address)
CREATE UNIQUE INDEX alias_pkey ON institution.alias (id)
CREATE UNIQUE INDEX alias_pkey ON person.alias (staff_number)
CREATE UNIQUE INDEX alignment_outcome_id_item_id_key ON programme.alignment (outcome_id, item_id)
CREATE UNIQUE INDEX alignment_pkey ON programme.alignment (id)
CREATE UNIQUE INDEX answer_choice_pkey ON indicator.answer_choice (question, value)
CREATE UNIQUE INDEX answer_pkey ON exchange.answer (api_key_id, request_key)
CREATE UNIQUE INDEX answer_pkey ON indicator.answer (id)
CREATE UNIQUE INDEX answer_term_pkey ON credential.answer_term (valid_from)
CREATE UNIQUE INDEX apart_pkey ON person.apart (first_id, second_id)
CREATE UNIQUE INDEX api_key_client_id_key ON exchange.api_key (client_id)
CREATE UNIQUE INDEX api_key_pkey ON exchange.api_key (id)
CREATE UNIQUE INDEX assessment_figure_pkey ON indicator.assessment_figure (assessment_id, code)
CREATE UNIQUE INDEX assessment_id_institution_id_key ON indicator.assessment (id, institution_id)
CREATE UNIQUE INDEX assessment_institution_id_year_key ON indicator.assessment (institution_id, year)
CREATE UNIQUE INDEX assessment_line_pkey ON indicator.assessment_line (assessment_id, code)
CREATE UNIQUE INDEX assessment_pkey ON indicator.assessment (id)
CREATE UNIQUE INDEX attainment_pkey ON programme.attainment (outcome_id, cohort)
CREATE UNIQUE INDEX attempt_pkey ON access.attempt (username)
CREATE UNIQUE INDEX attendance_pkey ON programme.attendance (minutes_id, place)
CREATE UNIQUE INDEX autonomy_pkey ON institution.autonomy (code)
CREATE UNIQUE INDEX barred_word_pkey ON institution.barred_word (word)
CREATE UNIQUE INDEX batch_pkey ON intake.batch (id)
CREATE UNIQUE INDEX blank_lot_pkey ON credential.blank_lot (id)
CREATE UNIQUE INDEX blank_move_pkey ON credential.blank_move (id)
CREATE UNIQUE INDEX blank_period_pkey ON credential.blank_period (id)
CREATE UNIQUE INDEX blank_pkey ON credential.blank (institution_id, serial)
CREATE UNIQUE INDEX book_institution_id_kind_year_level_key ON credential.book (institution_id, kind, year, level)
CREATE UNIQUE INDEX book_pkey ON credential.book (id)
CREATE UNIQUE INDEX boundary_pkey ON place.boundary (set_id, ward_code)
CREATE UNIQUE INDEX boundary_set_pkey ON place.boundary_set (id)
CREATE UNIQUE INDEX boundary_warning_pkey ON place.boundary_warning (id)
CREATE UNIQUE INDEX change_pkey ON institution.change (id)
CREATE UNIQUE INDEX choice_pkey ON indicator.choice (field, value)
CREATE UNIQUE INDEX class_institution_id_code_key ON learning.class (institution_id, code)
CREATE UNIQUE INDEX class_pkey ON learning.class (id)
CREATE UNIQUE INDEX clause_pkey ON law.clause (code)
CREATE UNIQUE INDEX cohort_pkey ON programme.cohort (programme_id, year)
CREATE UNIQUE INDEX comment_pkey ON programme.comment (id)
CREATE UNIQUE INDEX comparison_pkey ON institution.comparison (id)
CREATE UNIQUE INDEX comparison_row_comparison_id_row_no_key ON institution.comparison_row (comparison_id, row_no)
CREATE UNIQUE INDEX comparison_row_pkey ON institution.comparison_row (id)
CREATE UNIQUE INDEX competence_answer_pkey ON person.competence_answer (attempt_id, question_id)
CREATE UNIQUE INDEX competence_attempt_pkey ON person.competence_attempt (id)
CREATE UNIQUE INDEX competence_batch_pkey ON person.competence_batch (id)
CREATE UNIQUE INDEX competence_batch_sum_pkey ON person.competence_batch_sum (batch_id, domain)
CREATE UNIQUE INDEX competence_choice_pkey ON person.competence_choice (question_id, level)
CREATE UNIQUE INDEX competence_domain_pkey ON person.competence_domain (version_id, domain)
CREATE UNIQUE INDEX competence_intent_attempt_id_what_key ON person.competence_intent (attempt_id, what)
CREATE UNIQUE INDEX competence_intent_pkey ON person.competence_intent (id)
CREATE UNIQUE INDEX competence_level_name_pkey ON person.competence_level_name (version_id, level)
CREATE UNIQUE INDEX competence_month_pkey ON person.competence_month (month)
CREATE UNIQUE INDEX competence_question_item_pkey ON person.competence_question_item (question_id, item_identifier)
CREATE UNIQUE INDEX competence_question_pkey ON person.competence_question (id)
CREATE UNIQUE INDEX competence_question_version_id_place_key ON person.competence_question (version_id, place)
CREATE UNIQUE INDEX competence_result_pkey ON person.competence_result (attempt_id, domain)
CREATE UNIQUE INDEX competence_step_pkey ON person.competence_step (version_id, domain, from_level, place)
CREATE UNIQUE INDEX competence_version_code_key ON person.competence_version (code)
CREATE UNIQUE INDEX competence_version_pkey ON person.competence_version (id)
CREATE UNIQUE INDEX condition_pkey ON indicator.condition (id)
CREATE UNIQUE INDEX condition_subject_pkey ON learning.condition_subject (rule_id, folded)
CREATE UNIQUE INDEX conduct_band_pkey ON learning.conduct_band (code)
CREATE UNIQUE INDEX conduct_cap_pkey ON learning.conduct_cap (discipline)
CREATE UNIQUE INDEX conduct_part_pkey ON learning.conduct_part (code)
CREATE UNIQUE INDEX conduct_pkey ON learning.conduct (enrolment_id, year, term)
CREATE UNIQUE INDEX confirmation_pkey ON credential.confirmation (diploma_id)
CREATE UNIQUE INDEX confirmation_pkey ON institution.confirmation (id)
CREATE UNIQUE INDEX consultation_pkey ON target.consultation (id)
CREATE UNIQUE INDEX content_pkey ON file.content (institution_id, sha256)
CREATE UNIQUE INDEX conversion_band_pkey ON learning.conversion_band (conversion_id, label)
CREATE UNIQUE INDEX conversion_pkey ON learning.conversion (id)
CREATE UNIQUE INDEX conversion_step_pkey ON learning.conversion_step (conversion_id, letter)
CREATE UNIQUE INDEX copy_book_id_number_key ON credential.copy (book_id, number)
CREATE UNIQUE INDEX copy_code_key ON credential.copy (code)
CREATE UNIQUE INDEX copy_pkey ON credential.copy (id)
CREATE UNIQUE INDEX correction_pkey ON credential.correction (id)
CREATE UNIQUE INDEX correction_pkey ON indicator.correction (id)
CREATE UNIQUE INDEX correction_pkey ON intake.correction (batch_id, sheet, row_no, col)
CREATE UNIQUE INDEX correction_pkey ON person.correction (id)
CREATE UNIQUE INDEX correction_ruling_id_diploma_id_field_key ON credential.correction (ruling_id, diploma_id, field)
CREATE UNIQUE INDEX council_member_pkey ON learning.council_member (id)
CREATE UNIQUE INDEX council_rule_pkey ON programme.council_rule (code)
CREATE UNIQUE INDEX counted_kind_pkey ON person.counted_kind (figure, kind)
CREATE UNIQUE INDEX course_class_id_module_id_year_term_key ON learning.course (class_id, module_id, year, term)
CREATE UNIQUE INDEX course_pkey ON learning.course (id)
CREATE UNIQUE INDEX crosswalk_pkey ON framework.crosswalk (from_identifier, to_identifier)
CREATE UNIQUE INDEX custody_pkey ON institution.custody (succession_id, kept_id, keeper_id, what)
CREATE UNIQUE INDEX deadline_pkey ON credential.deadline (step, medium, valid_from)
CREATE UNIQUE INDEX decision_institution_id_number_decided_on_key ON credential.decision (institution_id, number, decided_on)
CREATE UNIQUE INDEX decision_pkey ON credential.decision (id)
CREATE UNIQUE INDEX degree_pkey ON programme.degree (code)
CREATE UNIQUE INDEX degree_rank_key ON programme.degree (rank)
CREATE UNIQUE INDEX demand_pkey ON indicator.demand (formula_id, code)
CREATE UNIQUE INDEX diploma_code_key ON credential.diploma (code)
CREATE UNIQUE INDEX diploma_institution_id_register_number_key ON credential.diploma (institution_id, register_number)
CREATE UNIQUE INDEX diploma_pkey ON credential.diploma (id)
CREATE UNIQUE INDEX distinct_pair_pkey ON learning.distinct_pair (first_id, second_id)
CREATE UNIQUE INDEX distribution_pkey ON target.distribution (id)
CREATE UNIQUE INDEX draft_pkey ON person.draft (id)
CREATE UNIQUE INDEX drafter_pkey ON programme.drafter (id)
CREATE UNIQUE INDEX drafter_version_id_name_key ON programme.drafter (version_id, name)
CREATE UNIQUE INDEX edition_pkey ON law.edition (id)
CREATE UNIQUE INDEX enrolment_institution_id_student_code_key ON learning.enrolment (institution_id, student_code)
CREATE UNIQUE INDEX enrolment_pkey ON learning.enrolment (id)
CREATE UNIQUE INDEX entry_book_id_line_key ON credential.entry (book_id, line)
CREATE UNIQUE INDEX entry_number ON credential.entry (book_id, number) WHERE (number IS NOT NULL)
CREATE UNIQUE INDEX entry_pkey ON credential.entry (id)
CREATE UNIQUE INDEX exclusion_pkey ON indicator.exclusion (status)
CREATE UNIQUE INDEX explanation_pkey ON target.explanation (target_code, year, month)
CREATE UNIQUE INDEX fact_set_pkey ON indicator.fact_set (code)
CREATE UNIQUE INDEX fault_count_pkey ON intake.fault_count (batch_id, header, fault)
CREATE UNIQUE INDEX field_pkey ON indicator.field (set_code, code)
CREATE UNIQUE INDEX field_pkey ON programme.field (code)
CREATE UNIQUE INDEX field_rule_pkey ON institution.field_rule (field, valid_from)
CREATE UNIQUE INDEX final_exam_pkey ON learning.final_exam (enrolment_id, part)
CREATE UNIQUE INDEX former_unit_name_district_ward_code_key ON place.former_unit (name, district, ward_code)
CREATE UNIQUE INDEX former_unit_pkey ON place.former_unit (id)
CREATE UNIQUE INDEX formula_code_version_key ON indicator.formula (code, version)
CREATE UNIQUE INDEX formula_pkey ON indicator.formula (id)
CREATE UNIQUE INDEX framework_code_version_key ON framework.framework (code, version)
CREATE UNIQUE INDEX framework_identifier_key ON framework.framework (identifier)
CREATE UNIQUE INDEX framework_pkey ON framework.framework (id)
CREATE UNIQUE INDEX frozen_pkey ON indicator.frozen (formula_id, as_at, institution_id)
CREATE UNIQUE INDEX grading_rule_pkey ON learning.grading_rule (id)
CREATE UNIQUE INDEX graduation_pkey ON learning.graduation (id)
CREATE UNIQUE INDEX graduation_rule_pkey ON learning.graduation_rule (id)
CREATE UNIQUE INDEX graduation_run_graduation_id_number_key ON learning.graduation_run (graduation_id, number)
CREATE UNIQUE INDEX graduation_run_pkey ON learning.graduation_run (id)
CREATE UNIQUE INDEX guardian_pkey ON learning.guardian (id)
CREATE UNIQUE INDEX hand_edit_pkey ON learning.hand_edit (enrolment_id, field)
CREATE UNIQUE INDEX handover_pkey ON credential.handover (id)
CREATE UNIQUE INDEX handover_undoes_key ON credential.handover (undoes)
CREATE UNIQUE INDEX holiday_pkey ON credential.holiday (on_day)
CREATE UNIQUE INDEX image_pkey ON institution.image (batch_id, place, id)
CREATE UNIQUE INDEX image_pkey ON learning.image (batch_id, place, id, part)
CREATE UNIQUE INDEX image_pkey ON person.image (batch_id, place, id)
CREATE UNIQUE INDEX infrastructure_pkey ON institution.infrastructure (id)
CREATE UNIQUE INDEX infrastructure_site_id_year_key ON institution.infrastructure (site_id, year)
CREATE UNIQUE INDEX inquiry_answer_pkey ON programme.inquiry_answer (inquiry_id, code)
CREATE UNIQUE INDEX inquiry_pkey ON programme.inquiry (id)
CREATE UNIQUE INDEX inquiry_token_hash_key ON programme.inquiry (token_hash)
CREATE UNIQUE INDEX institution_code_key ON institution.institution (code)
CREATE UNIQUE INDEX institution_pkey ON institution.institution (id)
CREATE UNIQUE INDEX institution_slug_key ON institution.institution (slug)
CREATE UNIQUE INDEX integration_pkey ON programme.integration (id)
CREATE UNIQUE INDEX invitation_pkey ON access.invitation (token_hash)
CREATE UNIQUE INDEX invitation_pkey ON indicator.invitation (id)
CREATE UNIQUE INDEX invitation_token_key ON indicator.invitation (token)
CREATE UNIQUE INDEX issuer_pkey ON proof.issuer (institution_id)
CREATE UNIQUE INDEX issuer_slug_key ON proof.issuer (slug)
CREATE UNIQUE INDEX item_framework_id_code_key ON framework.item (framework_id, code)
CREATE UNIQUE INDEX item_framework_id_identifier_key ON framework.item (framework_id, identifier)
CREATE UNIQUE INDEX item_pkey ON framework.item (id)
CREATE UNIQUE INDEX kept_file_pkey ON person.kept_file (id)
CREATE UNIQUE INDEX kept_pkey ON document.kept (key)
CREATE UNIQUE INDEX key_pkey ON signing.key (id)
CREATE UNIQUE INDEX layout_institution_id_level_version_key ON credential.layout (institution_id, level, version) NULLS NOT DISTINCT
CREATE UNIQUE INDEX layout_pkey ON credential.layout (id)
CREATE UNIQUE INDEX leader_pkey ON institution.leader (id)
CREATE UNIQUE INDEX learner_institution_id_citizen_id_key ON learning.learner (institution_id, citizen_id)
CREATE UNIQUE INDEX learner_institution_id_passport_idx ON learning.learner (institution_id, passport)
CREATE UNIQUE INDEX learner_pkey ON learning.learner (id)
CREATE UNIQUE INDEX leave_pkey ON person.leave (id)
CREATE UNIQUE INDEX level_pkey ON framework.level (framework_id, code)
CREATE UNIQUE INDEX licence_basis_pkey ON institution.licence_basis (clause_code, valid_from)
CREATE UNIQUE INDEX licence_institution_id_number_folded_issued_on_key ON institution.licence (institution_id, number_folded, issued_on)
CREATE UNIQUE INDEX licence_line_pkey ON institution.licence_line (id)
CREATE UNIQUE INDEX licence_pkey ON institution.licence (id)
CREATE UNIQUE INDEX licence_token_key ON institution.licence (token)
CREATE UNIQUE INDEX list_check_pkey ON credential.list_check (id)
CREATE UNIQUE INDEX login_pkey ON person.login (account_id)
CREATE UNIQUE INDEX logo_pkey ON institution.logo (institution_id)
CREATE UNIQUE INDEX mapping_pkey ON intake.mapping (institution_id, kind, header)
CREATE UNIQUE INDEX mark_change_pkey ON learning.mark_change (id)
CREATE UNIQUE INDEX mark_pkey ON learning.mark (course_id, enrolment_id, part)
CREATE UNIQUE INDEX member_once ON programme.member (version_id, name, workplace, COALESCE(staff_number, ''::text))
CREATE UNIQUE INDEX member_pkey ON programme.member (id)
CREATE UNIQUE INDEX merge_pkey ON learning.merge (id)
CREATE UNIQUE INDEX merge_pkey ON person.merge (id)
CREATE UNIQUE INDEX milestone_pkey ON target.milestone (target_code, year)
CREATE UNIQUE INDEX minutes_pkey ON programme.minutes (id)
CREATE UNIQUE INDEX minutes_version_id_number_key ON programme.minutes (version_id, number)
CREATE UNIQUE INDEX module_institution_id_occupation_code_cohort_code_name_key ON learning.module (institution_id, occupation_code, cohort, code, name)
CREATE UNIQUE INDEX module_pkey ON learning.module (id)
CREATE UNIQUE INDEX module_pkey ON programme.module (id)
CREATE UNIQUE INDEX module_version_id_code_key ON programme.module (version_id, code)
CREATE UNIQUE INDEX module_version_id_identifier_key ON programme.module (version_id, identifier)
CREATE UNIQUE INDEX national_field_pkey ON credential.national_field (name, valid_from)
CREATE UNIQUE INDEX national_line_pkey ON credential.national_line (package_id, diploma_id)
CREATE UNIQUE INDEX national_package_pkey ON credential.national_package (id)
CREATE UNIQUE INDEX notice_account_id_address_what_key ON portal.notice (account_id, address, what)
CREATE UNIQUE INDEX notice_pkey ON portal.notice (id)
CREATE UNIQUE INDEX numbering_pkey ON credential.numbering (level)
CREATE UNIQUE INDEX occupation_pkey ON programme.occupation (code)
CREATE UNIQUE INDEX one_chair ON learning.council_member (graduation_id) WHERE (role = 'CHAIR'::text)
CREATE UNIQUE INDEX one_current_key ON signing.key (owner_id, use) WHERE (valid_to IS NULL)
CREATE UNIQUE INDEX one_diploma_in_force ON credential.diploma (enrolment_id) WHERE (state = ANY (ARRAY['VALID'::text, 'SUSPENDED'::text]))
CREATE UNIQUE INDEX one_draft ON indicator.formula (code) WHERE (state = 'DRAFT'::text)
CREATE UNIQUE INDEX one_draft ON place.boundary_set (state) WHERE (state = 'DRAFT'::text)
CREATE UNIQUE INDEX one_framework_in_use ON framework.framework (code) WHERE (state = 'ACTIVE'::text)
CREATE UNIQUE INDEX one_in_use ON indicator.formula (code) WHERE (state = 'ACTIVE'::text)
CREATE UNIQUE INDEX one_in_work ON programme.version (programme_id) WHERE (state = ANY (ARRAY['DRAFT'::text, 'SUBMITTED'::text, 'RETURNED'::text, 'APPRAISED'::text]))
CREATE UNIQUE INDEX one_living_diploma ON credential.diploma (enrolment_id, COALESCE(replaces, (0)::bigint)) WHERE (state = ANY (ARRAY['PREPARED'::text, 'CHECKED'::text, 'SIGNED'::text, 'VALID'::text, 'SUSPENDED'::text]))
CREATE UNIQUE INDEX one_main_site ON institution.site (institution_id) WHERE main
CREATE UNIQUE INDEX one_open_extension ON target.task_extension (task_id) WHERE (granted IS NULL)
CREATE UNIQUE INDEX one_open_integration ON programme.integration (programme_id) WHERE (until IS NULL)
CREATE UNIQUE INDEX one_open_proof ON target.proof (target_code, year) WHERE (accepted IS NULL)
CREATE UNIQUE INDEX one_open_rule ON programme.rule (((valid_to IS NULL))) WHERE (valid_to IS NULL)
CREATE UNIQUE INDEX one_open_unlock ON learning.unlock (course_id) WHERE (granted IS NULL)
CREATE UNIQUE INDEX one_place_each ON credential.diploma (institution_id, status) WHERE (status IS NOT NULL)
CREATE UNIQUE INDEX one_printer_of_a_name ON credential.printer (institution_id, lower(name)) WHERE (removed_at IS NULL)
CREATE UNIQUE INDEX one_published ON programme.version (programme_id) WHERE (state = 'PUBLISHED'::text)
CREATE UNIQUE INDEX one_run_at_a_time ON credential.run (decision_id) WHERE (state = 'RUNNING'::text)
CREATE UNIQUE INDEX one_serial ON credential.diploma (institution_id, serial) WHERE (state <> 'VOID'::text)
CREATE UNIQUE INDEX one_set_in_use ON place.boundary_set (state) WHERE (state = 'USED'::text)
CREATE UNIQUE INDEX one_version_a_day ON institution.version (institution_id, valid_from) WHERE (superseded_at IS NULL)
CREATE UNIQUE INDEX opinion_pkey ON target.opinion (id)
CREATE UNIQUE INDEX outcome_pkey ON programme.outcome (id)
CREATE UNIQUE INDEX outcome_version_id_code_key ON programme.outcome (version_id, code)
CREATE UNIQUE INDEX outcome_version_id_identifier_key ON programme.outcome (version_id, identifier)
CREATE UNIQUE INDEX ownership_pkey ON institution.ownership (code)
CREATE UNIQUE INDEX paper_pkey ON person.paper (id)
CREATE UNIQUE INDEX partner_inquiry_id_key ON programme.partner (inquiry_id)
CREATE UNIQUE INDEX partner_once ON programme.partner (programme_id, year, organisation) WHERE (inquiry_id IS NULL)
CREATE UNIQUE INDEX partner_pkey ON programme.partner (id)
CREATE UNIQUE INDEX passage_edition_id_anchor_key ON law.passage (edition_id, anchor)
CREATE UNIQUE INDEX passage_pkey ON law.passage (id)
CREATE UNIQUE INDEX person_citizen_id_key ON learning.person (citizen_id)
CREATE UNIQUE INDEX person_citizen_id_key ON person.person (citizen_id)
CREATE UNIQUE INDEX person_passport_key ON learning.person (passport)
CREATE UNIQUE INDEX person_pkey ON learning.person (id)
CREATE UNIQUE INDEX person_pkey ON person.person (id)
CREATE UNIQUE INDEX person_staff_number_key ON person.person (staff_number)
CREATE UNIQUE INDEX placement_pkey ON credential.placement (layout_id, item)
CREATE UNIQUE INDEX policy_group_label_key ON learning.policy_group (label)
CREATE UNIQUE INDEX policy_group_pkey ON learning.policy_group (code)
CREATE UNIQUE INDEX post_pkey ON institution.post (code)
CREATE UNIQUE INDEX preference_pkey ON portal.preference (account_id)
CREATE UNIQUE INDEX preference_token_hash_key ON portal.preference (token_hash)
CREATE UNIQUE INDEX printer_pkey ON credential.printer (id)
CREATE UNIQUE INDEX programme_identifier_key ON programme.programme (identifier)
CREATE UNIQUE INDEX programme_pkey ON programme.programme (id)
CREATE UNIQUE INDEX progress_pkey ON intake.progress (batch_id)
CREATE UNIQUE INDEX proof_pkey ON target.proof (id)
CREATE UNIQUE INDEX question_pkey ON indicator.question (audience, code)
CREATE UNIQUE INDEX rank_band_pkey ON learning.rank_band (rule_id, code)
CREATE UNIQUE INDEX reason_pkey ON credential.reason (code)
CREATE UNIQUE INDEX receipt_pkey ON target.receipt (distribution_id, institution_id)
CREATE UNIQUE INDEX recognition_institution_id_decision_number_person_id_key ON person.recognition (institution_id, decision_number, person_id)
CREATE UNIQUE INDEX recognition_pkey ON person.recognition (id)
CREATE UNIQUE INDEX refusal_reason_pkey ON institution.refusal_reason (code)
CREATE UNIQUE INDEX refused_row_pkey ON intake.refused_row (batch_id, sheet, row_no)
CREATE UNIQUE INDEX relation_from_text_to_text_kind_idx ON law.relation (from_text, to_text, kind) WHERE (undone_at IS NULL)
CREATE UNIQUE INDEX relation_pkey ON law.relation (id)
CREATE UNIQUE INDEX remedy_pkey ON target.remedy (formula_code)
CREATE UNIQUE INDEX reminder_pkey ON target.reminder (id)
CREATE UNIQUE INDEX report_rule_pkey ON indicator.report_rule (valid_from)
CREATE UNIQUE INDEX request_pkey ON person.request (id)
CREATE UNIQUE INDEX requirement_figure_pkey ON indicator.requirement_figure (requirement, formula_code)
CREATE UNIQUE INDEX requirement_pkey ON indicator.requirement (code)
CREATE UNIQUE INDEX result_pkey ON learning.result (enrolment_id, module_code)
CREATE UNIQUE INDEX review_pkey ON programme.review (id)
CREATE UNIQUE INDEX review_programme_id_year_key ON programme.review (programme_id, year)
CREATE UNIQUE INDEX revision_pkey ON target.revision (id)
CREATE UNIQUE INDEX rule_level_pkey ON programme.rule_level (rule_id, level)
CREATE UNIQUE INDEX rule_number_key ON programme.rule (number)
CREATE UNIQUE INDEX rule_pkey ON institution.rule (code, valid_from)
CREATE UNIQUE INDEX rule_pkey ON person.rule (code, valid_from)
CREATE UNIQUE INDEX rule_pkey ON programme.rule (id)
CREATE UNIQUE INDEX ruling_change_pkey ON credential.ruling_change (ruling_id, field)
CREATE UNIQUE INDEX ruling_diploma_pkey ON credential.ruling_diploma (ruling_id, diploma_id)
CREATE UNIQUE INDEX ruling_pkey ON credential.ruling (id)
CREATE UNIQUE INDEX run_pkey ON credential.run (id)
CREATE UNIQUE INDEX run_progress_pkey ON credential.run_progress (run_id)
CREATE UNIQUE INDEX scheduled_task_pkey ON job.scheduled_task (task_name, task_instance)
CREATE UNIQUE INDEX scheme_pkey ON learning.scheme (institution_id, cohort_from)
CREATE UNIQUE INDEX search_pkey ON institution.search (institution_id)
CREATE UNIQUE INDEX session_attributes_pkey ON access.session_attributes (session_primary_id, attribute_name)
CREATE UNIQUE INDEX session_pkey ON access.session (primary_id)
CREATE UNIQUE INDEX session_pkey ON learning.session (id)
CREATE UNIQUE INDEX session_session_id_key ON access.session (session_id)
CREATE UNIQUE INDEX set_aside_pkey ON intake.set_aside (batch_id, sheet, row_no)
CREATE UNIQUE INDEX share_pkey ON credential.share (id)
CREATE UNIQUE INDEX share_token_hash_key ON credential.share (token_hash)
CREATE UNIQUE INDEX signing_key_pkey ON credential.signing_key (id)
CREATE UNIQUE INDEX silence_rule_pkey ON exchange.silence_rule (valid_from)
CREATE UNIQUE INDEX site_code_idx ON institution.site (code)
CREATE UNIQUE INDEX site_pkey ON institution.site (id)
CREATE UNIQUE INDEX source_id_pkey ON exchange.source_id (institution_id, kind, source_id)
CREATE UNIQUE INDEX spell_pkey ON person.spell (id)
CREATE UNIQUE INDEX spent_pkey ON credential.spent (address, minute)
CREATE UNIQUE INDEX staged_module_pkey ON learning.staged_module (id)
CREATE UNIQUE INDEX standing_pkey ON programme.standing (version_id)
CREATE UNIQUE INDEX status_counter_pkey ON proof.status_counter (institution_id)
CREATE UNIQUE INDEX status_list_pkey ON proof.status_list (institution_id, number, purpose)
CREATE UNIQUE INDEX status_rule_pkey ON target.status_rule (id)
CREATE UNIQUE INDEX status_rule_valid_from_key ON target.status_rule (valid_from)
CREATE UNIQUE INDEX step_pkey ON learning.step (id)
CREATE UNIQUE INDEX step_rule_pkey ON learning.step_rule (kind, from_status)
CREATE UNIQUE INDEX stir_pkey ON indicator.stir (institution_id)
CREATE UNIQUE INDEX streamed_fault_pkey ON intake.streamed_fault (batch_id, row_no, col, kind)
CREATE UNIQUE INDEX succession_part_pkey ON institution.succession_part (succession_id, institution_id, role)
CREATE UNIQUE INDEX succession_pkey ON framework.succession (framework_id, item_id)
CREATE UNIQUE INDEX succession_pkey ON institution.succession (id)
CREATE UNIQUE INDEX survey_pkey ON indicator.survey (id)
CREATE UNIQUE INDEX survey_rule_pkey ON indicator.survey_rule (audience)
CREATE UNIQUE INDEX survey_span_pkey ON indicator.survey_span (audience, occupation)
CREATE UNIQUE INDEX suspicion_code_key ON credential.suspicion (code)
CREATE UNIQUE INDEX suspicion_pkey ON credential.suspicion (id)
CREATE UNIQUE INDEX target_pkey ON target.target (code)
CREATE UNIQUE INDEX task_extension_pkey ON target.task_extension (id)
CREATE UNIQUE INDEX task_milestone_pkey ON target.task_milestone (task_id, place)
CREATE UNIQUE INDEX task_partner_pkey ON target.task_partner (task_id, institution_id)
CREATE UNIQUE INDEX task_pkey ON target.task (id)
CREATE UNIQUE INDEX task_report_pkey ON target.task_report (id)
CREATE UNIQUE INDEX task_rule_pkey ON target.task_rule (valid_from)
CREATE UNIQUE INDEX teaching_pkey ON programme.teaching (outcome_id, module_id)
CREATE UNIQUE INDEX term_pkey ON indicator.term (formula_id, side)
CREATE UNIQUE INDEX text_id_key ON law.text (id)
CREATE UNIQUE INDEX text_pkey ON law.text (code)
CREATE UNIQUE INDEX title_degree_pkey ON person.title_degree (title_code, degree)
CREATE UNIQUE INDEX title_pkey ON person.title (code)
CREATE UNIQUE INDEX token_pkey ON exchange.token (hash)
CREATE UNIQUE INDEX training_attendance_pkey ON person.training_attendance (enrolment_id, session_id)
CREATE UNIQUE INDEX training_batch_pkey ON person.training_batch (id)
CREATE UNIQUE INDEX training_certificate_code_key ON person.training_certificate (code)
CREATE UNIQUE INDEX training_certificate_enrolment_id_key ON person.training_certificate (enrolment_id)
CREATE UNIQUE INDEX training_certificate_institution_id_status_key ON person.training_certificate (institution_id, status)
CREATE UNIQUE INDEX training_certificate_institution_id_year_number_key ON person.training_certificate (institution_id, year, number)
CREATE UNIQUE INDEX training_certificate_pkey ON person.training_certificate (id)
CREATE UNIQUE INDEX training_class_pkey ON person.training_class (id)
CREATE UNIQUE INDEX training_course_edition_key ON person.training_course (institution_id, code, edition)
CREATE UNIQUE INDEX training_course_in_force ON person.training_course (institution_id, code) WHERE (state <> 'REPLACED'::text)
CREATE UNIQUE INDEX training_course_pkey ON person.training_course (id)
CREATE UNIQUE INDEX training_elsewhere_pkey ON person.training_elsewhere (id)
CREATE UNIQUE INDEX training_enrolment_class_id_person_id_key ON person.training_enrolment (class_id, person_id)
CREATE UNIQUE INDEX training_enrolment_pkey ON person.training_enrolment (id)
CREATE UNIQUE INDEX training_feedback_pkey ON person.training_feedback (id)
CREATE UNIQUE INDEX training_kind_pkey ON person.training_kind (code)
CREATE UNIQUE INDEX training_passport_code_key ON person.training_passport (code)
CREATE UNIQUE INDEX training_passport_pkey ON person.training_passport (person_id)
CREATE UNIQUE INDEX training_prerequisite_pkey ON person.training_prerequisite (course_id, needs_id)
CREATE UNIQUE INDEX training_purpose_pkey ON person.training_purpose (code)
CREATE UNIQUE INDEX training_reminder_institution_id_kind_sent_on_key ON person.training_reminder (institution_id, kind, sent_on)
CREATE UNIQUE INDEX training_reminder_pkey ON person.training_reminder (id)
CREATE UNIQUE INDEX training_sample_pkey ON person.training_sample (id)
CREATE UNIQUE INDEX training_score_pkey ON person.training_score (enrolment_id, topic_id)
CREATE UNIQUE INDEX training_session_class_id_held_on_starts_at_key ON person.training_session (class_id, held_on, starts_at)
CREATE UNIQUE INDEX training_session_pkey ON person.training_session (id)
CREATE UNIQUE INDEX training_topic_course_id_place_key ON person.training_topic (course_id, place)
CREATE UNIQUE INDEX training_topic_pkey ON person.training_topic (id)
CREATE UNIQUE INDEX transcript_code_key ON learning.transcript (code)
CREATE UNIQUE INDEX transcript_enrolment_id_edition_key ON learning.transcript (enrolment_id, edition)
CREATE UNIQUE INDEX transcript_pkey ON learning.transcript (id)
CREATE UNIQUE INDEX transfer_pending ON person.transfer (person_id) WHERE (state = 'PENDING'::text)
CREATE UNIQUE INDEX transfer_pkey ON person.transfer (id)
CREATE UNIQUE INDEX type_level_pkey ON institution.type_level (type, level)
CREATE UNIQUE INDEX type_pkey ON institution.type (code)
CREATE UNIQUE INDEX unlock_pkey ON learning.unlock (id)
CREATE UNIQUE INDEX usage_pkey ON exchange.usage (api_key_id, minute)
CREATE UNIQUE INDEX use_day_pkey ON exchange.use_day (api_key_id, used_on)
CREATE UNIQUE INDEX verdict_pkey ON learning.verdict (run_id, enrolment_id)
CREATE UNIQUE INDEX verification_pkey ON credential.verification (id)
CREATE UNIQUE INDEX version_pkey ON institution.version (id)
CREATE UNIQUE INDEX version_pkey ON programme.version (id)
CREATE UNIQUE INDEX version_programme_id_number_key ON programme.version (programme_id, number)
CREATE UNIQUE INDEX volume_rule_pkey ON programme.volume_rule (level)
CREATE UNIQUE INDEX ward_pkey ON place.ward (code)

-- Row-level security

access.account adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
access.account changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
access.account reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND (( SELECT scope.site() AS site) IS NULL))) check -
access.attempt system_only for ALL: using ( SELECT scope.writes_all() AS writes_all) check -
access.invitation system_only for ALL: using ( SELECT scope.writes_all() AS writes_all) check -
audit.act adding for INSERT: using - check true
audit.act reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND (( SELECT scope.site() AS site) IS NULL)) OR ((subject = 'learner'::text) AND (subject_id = ( SELECT scope.learner() AS learner)))) check -
credential.blank adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution)))
credential.blank changing for UPDATE: using (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
credential.blank keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('BOOKS'::text) AS keeps)::bigint[])) check -
credential.blank reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
credential.blank_lot adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution)))
credential.blank_lot keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('BOOKS'::text) AS keeps)::bigint[])) check -
credential.blank_lot reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
credential.blank_move adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution)))
credential.blank_move keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('BOOKS'::text) AS keeps)::bigint[])) check -
credential.blank_move reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
credential.blank_period adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution)))
credential.blank_period keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('BOOKS'::text) AS keeps)::bigint[])) check -
credential.blank_period reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
credential.book adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution)))
credential.book changing for UPDATE: using (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
credential.book keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('BOOKS'::text) AS keeps)::bigint[])) check -
credential.book reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
credential.confirmation adding for INSERT: using - check (institution_id = ( SELECT scope.institution() AS institution))
credential.confirmation reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
credential.copy adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution)))
credential.copy keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('BOOKS'::text) AS keeps)::bigint[])) check -
credential.copy own for SELECT: using (diploma_id IN ( SELECT diploma.id
   FROM credential.diploma
  WHERE (diploma.learner_id = ANY (( SELECT learning.own_learners() AS own_learners)::bigint[])))) check -
credential.copy reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
credential.correction adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution)))
credential.correction keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('BOOKS'::text) AS keeps)::bigint[])) check -
credential.correction reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
credential.decision adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND (( SELECT scope.site() AS site) IS NULL)))
credential.decision changing for UPDATE: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND (( SELECT scope.site() AS site) IS NULL))) check -
credential.decision keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('BOOKS'::text) AS keeps)::bigint[])) check -
credential.decision reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
credential.decision taking_back for DELETE: using (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
credential.diploma adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site)))))
credential.diploma changing for UPDATE: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
credential.diploma keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('BOOKS'::text) AS keeps)::bigint[])) check -
credential.diploma lifelong for SELECT: using (learner_id = ANY (( SELECT learning.own_learners() AS own_learners)::bigint[])) check -
credential.diploma reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site)))) OR (learner_id = ( SELECT scope.learner() AS learner))) check -
credential.diploma taking_back for DELETE: using ((state = 'PREPARED'::text) AND (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution)))) check -
credential.entry adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution)))
credential.entry keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('BOOKS'::text) AS keeps)::bigint[])) check -
credential.entry reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
credential.handover adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution)))
credential.handover keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('BOOKS'::text) AS keeps)::bigint[])) check -
credential.handover own for SELECT: using (diploma_id IN ( SELECT diploma.id
   FROM credential.diploma
  WHERE (diploma.learner_id = ANY (( SELECT learning.own_learners() AS own_learners)::bigint[])))) check -
credential.handover reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
credential.holiday adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
credential.holiday reading for SELECT: using true check -
credential.holiday removing for DELETE: using ( SELECT scope.writes_all() AS writes_all) check -
credential.layout adding for INSERT: using - check (institution_id = ( SELECT scope.institution() AS institution))
credential.layout reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id IS NULL) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
credential.list_check adding for INSERT: using - check true
credential.list_check reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
credential.national_line adding for INSERT: using - check (institution_id = ( SELECT scope.institution() AS institution))
credential.national_line changing for UPDATE: using (institution_id = ( SELECT scope.institution() AS institution)) check -
credential.national_line reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
credential.national_package adding for INSERT: using - check (institution_id = ( SELECT scope.institution() AS institution))
credential.national_package changing for UPDATE: using (institution_id = ( SELECT scope.institution() AS institution)) check -
credential.national_package reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
credential.placement adding for INSERT: using - check (layout_id IN ( SELECT layout.id
   FROM credential.layout
  WHERE (layout.institution_id = ( SELECT scope.institution() AS institution))))
credential.placement reading for SELECT: using (layout_id IN ( SELECT layout.id
   FROM credential.layout)) check -
credential.printer adding for INSERT: using - check (institution_id = ( SELECT scope.institution() AS institution))
credential.printer changing for UPDATE: using (institution_id = ( SELECT scope.institution() AS institution)) check -
credential.printer reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
credential.ruling adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution)))
credential.ruling changing for UPDATE: using (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
credential.ruling keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('BOOKS'::text) AS keeps)::bigint[])) check -
credential.ruling reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
credential.ruling removing for DELETE: using (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
credential.ruling_change adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution)))
credential.ruling_change changing for UPDATE: using (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
credential.ruling_change keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('BOOKS'::text) AS keeps)::bigint[])) check -
credential.ruling_change reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
credential.ruling_change removing for DELETE: using (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
credential.ruling_diploma adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution)))
credential.ruling_diploma changing for UPDATE: using (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
credential.ruling_diploma keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('BOOKS'::text) AS keeps)::bigint[])) check -
credential.ruling_diploma reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
credential.ruling_diploma removing for DELETE: using (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
credential.run adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution)))
credential.run changing for UPDATE: using (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
credential.run reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
credential.run_progress adding for INSERT: using - check (run_id IN ( SELECT run.id
   FROM credential.run))
credential.run_progress changing for UPDATE: using (run_id IN ( SELECT run.id
   FROM credential.run)) check -
credential.run_progress reading for SELECT: using (run_id IN ( SELECT run.id
   FROM credential.run)) check -
credential.share adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR ((learner_id = ANY (( SELECT learning.own_learners() AS own_learners)::bigint[])) AND (EXISTS ( SELECT
   FROM credential.diploma d
  WHERE ((d.id = share.diploma_id) AND (d.learner_id = share.learner_id) AND (d.released_at IS NOT NULL))))))
credential.share changing for UPDATE: using (( SELECT scope.writes_all() AS writes_all) OR (learner_id = ANY (( SELECT learning.own_learners() AS own_learners)::bigint[]))) check -
credential.share own for SELECT: using (( SELECT scope.writes_all() AS writes_all) OR (learner_id = ANY (( SELECT learning.own_learners() AS own_learners)::bigint[]))) check -
credential.spent system for ALL: using ( SELECT scope.writes_all() AS writes_all) check ( SELECT scope.writes_all() AS writes_all)
credential.suspicion adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
credential.suspicion answering for UPDATE: using (institution_id = ( SELECT scope.institution() AS institution)) check -
credential.suspicion reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
credential.verification adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
credential.verification own for SELECT: using (diploma_id IN ( SELECT diploma.id
   FROM credential.diploma
  WHERE (diploma.learner_id = ANY (( SELECT learning.own_learners() AS own_learners)::bigint[])))) check -
credential.verification reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
exchange.answer system for ALL: using ( SELECT scope.writes_all() AS writes_all) check -
exchange.api_key own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
exchange.source_id own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
exchange.token system for ALL: using ( SELECT scope.writes_all() AS writes_all) check -
exchange.usage system for ALL: using ( SELECT scope.writes_all() AS writes_all) check -
exchange.use_day adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
exchange.use_day changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
exchange.use_day reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
file.content adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution)))
file.content department for INSERT: using - check ((institution_id = 0) AND (( SELECT scope.reach() AS reach) = 'CITY'::text))
file.content reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
framework.crosswalk adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
framework.crosswalk changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
framework.crosswalk reading for SELECT: using true check -
framework.crosswalk removing for DELETE: using ( SELECT scope.writes_all() AS writes_all) check -
framework.framework adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
framework.framework changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
framework.framework reading for SELECT: using true check -
framework.framework removing for DELETE: using ( SELECT scope.writes_all() AS writes_all) check -
framework.item adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
framework.item changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
framework.item reading for SELECT: using true check -
framework.item removing for DELETE: using ( SELECT scope.writes_all() AS writes_all) check -
framework.level adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
framework.level changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
framework.level reading for SELECT: using true check -
framework.level removing for DELETE: using ( SELECT scope.writes_all() AS writes_all) check -
framework.succession adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
framework.succession changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
framework.succession reading for SELECT: using true check -
framework.succession removing for DELETE: using ( SELECT scope.writes_all() AS writes_all) check -
indicator.answer reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
indicator.assessment adding for INSERT: using - check ((institution_id = ( SELECT scope.institution() AS institution)) AND (state = 'DRAFT'::text))
indicator.assessment judging for UPDATE: using (( SELECT scope.writes_all() AS writes_all) AND (state = 'SENT'::text)) check (( SELECT scope.writes_all() AS writes_all) AND (state = ANY (ARRAY['RETURNED'::text, 'ACCEPTED'::text])))
indicator.assessment reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
indicator.assessment sending for UPDATE: using ((institution_id = ( SELECT scope.institution() AS institution)) AND (state = ANY (ARRAY['DRAFT'::text, 'RETURNED'::text]))) check ((institution_id = ( SELECT scope.institution() AS institution)) AND (state = ANY (ARRAY['DRAFT'::text, 'RETURNED'::text, 'SENT'::text])))
indicator.assessment_figure adding for INSERT: using - check indicator.report_open(assessment_id)
indicator.assessment_figure changing for UPDATE: using indicator.report_open(assessment_id) check -
indicator.assessment_figure reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
indicator.assessment_figure removing for DELETE: using indicator.report_open(assessment_id) check -
indicator.assessment_line adding for INSERT: using - check indicator.report_open(assessment_id)
indicator.assessment_line changing for UPDATE: using indicator.report_open(assessment_id) check -
indicator.assessment_line reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
indicator.condition adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
indicator.condition changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
indicator.condition reading for SELECT: using true check -
indicator.condition removing for DELETE: using ( SELECT scope.writes_all() AS writes_all) check -
indicator.correction adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
indicator.correction reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (( SELECT scope.institution() AS institution) IS NOT NULL)) check -
indicator.demand adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
indicator.demand changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
indicator.demand reading for SELECT: using true check -
indicator.demand removing for DELETE: using ( SELECT scope.writes_all() AS writes_all) check -
indicator.formula adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
indicator.formula changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
indicator.formula reading for SELECT: using true check -
indicator.formula removing for DELETE: using ( SELECT scope.writes_all() AS writes_all) check -
indicator.frozen adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
indicator.frozen reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
indicator.invitation adding for INSERT: using - check (institution_id = ( SELECT scope.institution() AS institution))
indicator.invitation reading for SELECT: using (institution_id = ( SELECT scope.institution() AS institution)) check -
indicator.stir reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
indicator.survey adding for INSERT: using - check (institution_id = ( SELECT scope.institution() AS institution))
indicator.survey reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
indicator.term adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
indicator.term changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
indicator.term reading for SELECT: using true check -
indicator.term removing for DELETE: using ( SELECT scope.writes_all() AS writes_all) check -
institution.alias adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND (( SELECT scope.site() AS site) IS NULL)))
institution.alias changing for UPDATE: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND (( SELECT scope.site() AS site) IS NULL))) check -
institution.alias reading for SELECT: using true check -
institution.change adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND (( SELECT scope.site() AS site) IS NULL)))
institution.change changing for UPDATE: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND (( SELECT scope.site() AS site) IS NULL))) check -
institution.change reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
institution.comparison adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
institution.comparison changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
institution.comparison reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
institution.comparison_row adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
institution.comparison_row changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
institution.comparison_row reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
institution.confirmation adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND (( SELECT scope.site() AS site) IS NULL)))
institution.confirmation changing for UPDATE: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND (( SELECT scope.site() AS site) IS NULL))) check -
institution.confirmation reading for SELECT: using true check -
institution.custody adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
institution.custody changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
institution.custody reading for SELECT: using true check -
institution.image adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
institution.image reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
institution.image removing for DELETE: using ( SELECT scope.writes_all() AS writes_all) check -
institution.infrastructure adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND (( SELECT scope.site() AS site) IS NULL)))
institution.infrastructure changing for UPDATE: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND (( SELECT scope.site() AS site) IS NULL))) check -
institution.infrastructure reading for SELECT: using true check -
institution.institution adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
institution.institution changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
institution.institution reading for SELECT: using true check -
institution.leader adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND (( SELECT scope.site() AS site) IS NULL)))
institution.leader changing for UPDATE: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND (( SELECT scope.site() AS site) IS NULL))) check -
institution.leader reading for SELECT: using true check -
institution.licence adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
institution.licence changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
institution.licence reading for SELECT: using true check -
institution.licence removing for DELETE: using (( SELECT scope.writes_all() AS writes_all) AND (batch_id IS NOT NULL)) check -
institution.licence_line adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
institution.licence_line changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
institution.licence_line reading for SELECT: using true check -
institution.licence_line removing for DELETE: using (( SELECT scope.writes_all() AS writes_all) AND (batch_id IS NOT NULL)) check -
institution.logo adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution)))
institution.logo changing for UPDATE: using (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
institution.logo reading for SELECT: using true check -
institution.logo removing for DELETE: using (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
institution.search adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
institution.search changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
institution.search reading for SELECT: using true check -
institution.site adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
institution.site changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
institution.site reading for SELECT: using true check -
institution.succession adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
institution.succession changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
institution.succession reading for SELECT: using true check -
institution.succession_part adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
institution.succession_part changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
institution.succession_part reading for SELECT: using true check -
institution.version adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
institution.version changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
institution.version reading for SELECT: using true check -
intake.batch adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site)))))
intake.batch changing for UPDATE: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
intake.batch department for ALL: using ((institution_id = 0) AND (( SELECT scope.reach() AS reach) = 'CITY'::text)) check -
intake.batch reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
intake.correction department for ALL: using ((institution_id = 0) AND (( SELECT scope.reach() AS reach) = 'CITY'::text)) check -
intake.correction own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
intake.fault_count department for ALL: using ((institution_id = 0) AND (( SELECT scope.reach() AS reach) = 'CITY'::text)) check -
intake.fault_count own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
intake.fault_count reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
intake.mapping department for ALL: using ((institution_id = 0) AND (( SELECT scope.reach() AS reach) = 'CITY'::text)) check -
intake.mapping own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
intake.mapping reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
intake.progress department for ALL: using ((institution_id = 0) AND (( SELECT scope.reach() AS reach) = 'CITY'::text)) check -
intake.progress own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
intake.refused_row department for ALL: using ((institution_id = 0) AND (( SELECT scope.reach() AS reach) = 'CITY'::text)) check -
intake.refused_row own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
intake.refused_row reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
intake.set_aside department for ALL: using ((institution_id = 0) AND (( SELECT scope.reach() AS reach) = 'CITY'::text)) check -
intake.set_aside own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
intake.streamed_fault department for ALL: using ((institution_id = 0) AND (( SELECT scope.reach() AS reach) = 'CITY'::text)) check -
intake.streamed_fault own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
intake.streamed_fault reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
law.edition adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
law.edition reading for SELECT: using true check -
law.edition undoing for UPDATE: using (( SELECT scope.writes_all() AS writes_all) AND (undone_at IS NULL)) check ( SELECT scope.writes_all() AS writes_all)
law.passage adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
law.passage reading for SELECT: using true check -
law.relation adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
law.relation changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
law.relation reading for SELECT: using true check -
law.text adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
law.text changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
law.text reading for SELECT: using true check -
learning.absence keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('LEARNERS'::text) AS keeps)::bigint[])) check -
learning.absence own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
learning.absence reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
learning.class lifelong for SELECT: using (( SELECT scope.reach() AS reach) = 'SELF'::text) check -
learning.class own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
learning.class reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
learning.conduct keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('LEARNERS'::text) AS keeps)::bigint[])) check -
learning.conduct lifelong for SELECT: using (enrolment_id = ANY (( SELECT learning.own_enrolments() AS own_enrolments)::bigint[])) check -
learning.conduct own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
learning.conduct reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
learning.conversion own for INSERT: using - check (institution_id = ( SELECT scope.institution() AS institution))
learning.conversion reading for SELECT: using true check -
learning.council_member keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('LEARNERS'::text) AS keeps)::bigint[])) check -
learning.council_member own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
learning.council_member reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
learning.course keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('LEARNERS'::text) AS keeps)::bigint[])) check -
learning.course own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
learning.course reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
learning.distinct_pair own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
learning.distinct_pair reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
learning.enrolment adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site)))))
learning.enrolment changing for UPDATE: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
learning.enrolment keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('LEARNERS'::text) AS keeps)::bigint[])) check -
learning.enrolment lifelong for SELECT: using (learner_id = ANY (( SELECT learning.own_learners() AS own_learners)::bigint[])) check -
learning.enrolment reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site)))) OR (learner_id = ( SELECT scope.learner() AS learner))) check -
learning.enrolment taking_back for DELETE: using (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
learning.final_exam keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('LEARNERS'::text) AS keeps)::bigint[])) check -
learning.final_exam own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
learning.final_exam reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
learning.graduation keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('LEARNERS'::text) AS keeps)::bigint[])) check -
learning.graduation own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
learning.graduation reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
learning.graduation_run keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('LEARNERS'::text) AS keeps)::bigint[])) check -
learning.graduation_run own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
learning.graduation_run reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
learning.guardian own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
learning.guardian reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
learning.hand_edit own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
learning.hand_edit reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
learning.image own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
learning.image reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
learning.learner adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site)))))
learning.learner changing for UPDATE: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
learning.learner keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('LEARNERS'::text) AS keeps)::bigint[])) check -
learning.learner lifelong for SELECT: using (id = ANY (( SELECT learning.own_learners() AS own_learners)::bigint[])) check -
learning.learner reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site)))) OR (id = ( SELECT scope.learner() AS learner))) check -
learning.learner taking_back for DELETE: using (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
learning.mark keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('LEARNERS'::text) AS keeps)::bigint[])) check -
learning.mark own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
learning.mark reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
learning.mark_change keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('LEARNERS'::text) AS keeps)::bigint[])) check -
learning.mark_change own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
learning.mark_change reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
learning.merge own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
learning.merge reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
learning.module adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution)))
learning.module changing for UPDATE: using (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
learning.module keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('LEARNERS'::text) AS keeps)::bigint[])) check -
learning.module reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution)) OR (( SELECT scope.reach() AS reach) = 'SELF'::text)) check -
learning.module taking_back for DELETE: using (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
learning.result adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site)))))
learning.result changing for UPDATE: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
learning.result keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('LEARNERS'::text) AS keeps)::bigint[])) check -
learning.result lifelong for SELECT: using (enrolment_id = ANY (( SELECT learning.own_enrolments() AS own_enrolments)::bigint[])) check -
learning.result reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site)))) OR (EXISTS ( SELECT
   FROM learning.enrolment e
  WHERE ((e.id = result.enrolment_id) AND (e.learner_id = ( SELECT scope.learner() AS learner)))))) check -
learning.result taking_back for DELETE: using (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
learning.scheme own for ALL: using ((institution_id = ( SELECT scope.institution() AS institution)) AND (( SELECT scope.site() AS site) IS NULL)) check -
learning.scheme reading for SELECT: using true check -
learning.session keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('LEARNERS'::text) AS keeps)::bigint[])) check -
learning.session own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
learning.session reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
learning.step keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('LEARNERS'::text) AS keeps)::bigint[])) check -
learning.step lifelong for SELECT: using (enrolment_id = ANY (( SELECT learning.own_enrolments() AS own_enrolments)::bigint[])) check -
learning.step own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
learning.step reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
learning.transcript issuing for INSERT: using - check (enrolment_id = ANY (( SELECT learning.own_enrolments() AS own_enrolments)::bigint[]))
learning.transcript keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('LEARNERS'::text) AS keeps)::bigint[])) check -
learning.transcript lifelong for SELECT: using (enrolment_id = ANY (( SELECT learning.own_enrolments() AS own_enrolments)::bigint[])) check -
learning.transcript own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
learning.transcript reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
learning.unlock keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('LEARNERS'::text) AS keeps)::bigint[])) check -
learning.unlock own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
learning.unlock reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
learning.verdict keeping for SELECT: using (institution_id = ANY (( SELECT scope.keeps('LEARNERS'::text) AS keeps)::bigint[])) check -
learning.verdict own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND ((( SELECT scope.site() AS site) IS NULL) OR (site_id = ( SELECT scope.site() AS site))))) check -
learning.verdict reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
person.alias changing for ALL: using ( SELECT scope.writes_all() AS writes_all) check -
person.alias reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (person_id IN ( SELECT s.person_id
   FROM person.spell s
  WHERE (s.institution_id = ( SELECT scope.institution() AS institution))))) check -
person.apart changing for ALL: using ( SELECT scope.writes_all() AS writes_all) check -
person.apart reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
person.competence_answer own for ALL: using ( SELECT scope.writes_all() AS writes_all) check -
person.competence_attempt own for ALL: using ( SELECT scope.writes_all() AS writes_all) check -
person.competence_batch adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
person.competence_batch reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
person.competence_batch_sum adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
person.competence_batch_sum reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (batch_id IN ( SELECT b.id
   FROM person.competence_batch b
  WHERE (b.institution_id = ( SELECT scope.institution() AS institution))))) check -
person.competence_choice reading for SELECT: using true check -
person.competence_domain reading for SELECT: using true check -
person.competence_intent own for ALL: using ( SELECT scope.writes_all() AS writes_all) check -
person.competence_level_name reading for SELECT: using true check -
person.competence_month own for ALL: using ( SELECT scope.writes_all() AS writes_all) check -
person.competence_question reading for SELECT: using true check -
person.competence_question_item reading for SELECT: using true check -
person.competence_result own for ALL: using ( SELECT scope.writes_all() AS writes_all) check -
person.competence_step reading for SELECT: using true check -
person.competence_version reading for SELECT: using true check -
person.correction adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
person.correction reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (person_id IN ( SELECT s.person_id
   FROM person.spell s
  WHERE (s.institution_id = ( SELECT scope.institution() AS institution))))) check -
person.draft own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
person.image own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
person.kept_file own for ALL: using (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
person.leave changing for ALL: using ( SELECT scope.writes_all() AS writes_all) check -
person.leave reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (spell_id IN ( SELECT s.id
   FROM person.spell s
  WHERE (s.institution_id = ( SELECT scope.institution() AS institution))))) check -
person.login changing for ALL: using ( SELECT scope.writes_all() AS writes_all) check -
person.login reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (person_id IN ( SELECT s.person_id
   FROM person.spell s
  WHERE (s.institution_id = ( SELECT scope.institution() AS institution))))) check -
person.merge adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
person.merge changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
person.merge reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
person.paper adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
person.paper changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
person.paper reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (person_id IN ( SELECT s.person_id
   FROM person.spell s
  WHERE (s.institution_id = ( SELECT scope.institution() AS institution))))) check -
person.person adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
person.person bringing for INSERT: using - check ((( SELECT scope.institution() AS institution) IS NOT NULL) AND (batch_id IS NOT NULL))
person.person changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
person.person reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (id IN ( SELECT s.person_id
   FROM person.spell s
  WHERE (s.institution_id = ( SELECT scope.institution() AS institution))))) check -
person.person removing for DELETE: using ( SELECT scope.writes_all() AS writes_all) check -
person.person writing for UPDATE: using (id IN ( SELECT person.kept() AS kept)) check -
person.recognition adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
person.recognition changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
person.recognition reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (person_id IN ( SELECT s.person_id
   FROM person.spell s
  WHERE (s.institution_id = ( SELECT scope.institution() AS institution))))) check -
person.request adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
person.request changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
person.request reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
person.spell adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution)))
person.spell changing for UPDATE: using (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
person.spell moved for SELECT: using (id IN ( SELECT person.passed_on() AS passed_on)) check -
person.spell reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
person.spell removing for DELETE: using (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
person.training_attendance changing for ALL: using (( SELECT scope.writes_all() AS writes_all) OR (session_id IN ( SELECT s.id
   FROM (person.training_session s
     JOIN person.training_class c ON ((c.id = s.class_id)))
  WHERE (c.institution_id = ( SELECT scope.institution() AS institution))))) check -
person.training_attendance reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (enrolment_id IN ( SELECT e.id
   FROM person.training_enrolment e))) check -
person.training_batch changing for ALL: using (( SELECT scope.writes_all() AS writes_all) OR (class_id IN ( SELECT c.id
   FROM person.training_class c
  WHERE (c.institution_id = ( SELECT scope.institution() AS institution))))) check -
person.training_batch reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (class_id IN ( SELECT c.id
   FROM person.training_class c
  WHERE (c.institution_id = ( SELECT scope.institution() AS institution))))) check -
person.training_certificate adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution)))
person.training_certificate changing for UPDATE: using (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
person.training_certificate reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution)) OR (holder_institution_id = ( SELECT scope.institution() AS institution)) OR (person_id IN ( SELECT s.person_id
   FROM person.spell s
  WHERE (s.institution_id = ( SELECT scope.institution() AS institution))))) check -
person.training_class changing for ALL: using (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
person.training_class reading for SELECT: using true check -
person.training_course changing for ALL: using (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
person.training_course reading for SELECT: using true check -
person.training_elsewhere adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution)))
person.training_elsewhere changing for UPDATE: using (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
person.training_elsewhere of_own_people for SELECT: using ((state = ANY (ARRAY['CONFIRMED'::text, 'ACCEPTED'::text, 'REJECTED'::text])) AND (person_id IN ( SELECT s.person_id
   FROM person.spell s
  WHERE (s.institution_id = ( SELECT scope.institution() AS institution))))) check -
person.training_elsewhere reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
person.training_enrolment changing for ALL: using (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
person.training_enrolment reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution)) OR (person_id IN ( SELECT s.person_id
   FROM person.spell s
  WHERE (s.institution_id = ( SELECT scope.institution() AS institution)))) OR (class_id IN ( SELECT c.id
   FROM person.training_class c
  WHERE (c.institution_id = ( SELECT scope.institution() AS institution))))) check -
person.training_feedback adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
person.training_feedback reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (class_id IN ( SELECT c.id
   FROM person.training_class c
  WHERE (c.institution_id = ( SELECT scope.institution() AS institution))))) check -
person.training_passport changing for ALL: using ( SELECT scope.writes_all() AS writes_all) check -
person.training_passport reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (person_id IN ( SELECT s.person_id
   FROM person.spell s
  WHERE (s.institution_id = ( SELECT scope.institution() AS institution))))) check -
person.training_prerequisite adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR (course_id IN ( SELECT c.id
   FROM person.training_course c
  WHERE (c.institution_id = ( SELECT scope.institution() AS institution)))))
person.training_prerequisite reading for SELECT: using true check -
person.training_prerequisite removing for DELETE: using (( SELECT scope.writes_all() AS writes_all) OR (course_id IN ( SELECT c.id
   FROM person.training_course c
  WHERE (c.institution_id = ( SELECT scope.institution() AS institution))))) check -
person.training_reminder adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
person.training_reminder reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
person.training_sample adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
person.training_sample changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
person.training_sample reading for SELECT: using ( SELECT scope.reads_all() AS reads_all) check -
person.training_score changing for ALL: using (( SELECT scope.writes_all() AS writes_all) OR (enrolment_id IN ( SELECT e.id
   FROM (person.training_enrolment e
     JOIN person.training_class c ON ((c.id = e.class_id)))
  WHERE (c.institution_id = ( SELECT scope.institution() AS institution))))) check -
person.training_score reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (enrolment_id IN ( SELECT e.id
   FROM person.training_enrolment e))) check -
person.training_session changing for ALL: using (( SELECT scope.writes_all() AS writes_all) OR (class_id IN ( SELECT c.id
   FROM person.training_class c
  WHERE (c.institution_id = ( SELECT scope.institution() AS institution))))) check -
person.training_session reading for SELECT: using true check -
person.training_topic changing for ALL: using (( SELECT scope.writes_all() AS writes_all) OR (course_id IN ( SELECT c.id
   FROM person.training_course c
  WHERE (c.institution_id = ( SELECT scope.institution() AS institution))))) check -
person.training_topic reading for SELECT: using true check -
person.transfer adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
person.transfer changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
person.transfer reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR ((( SELECT scope.institution() AS institution) = from_id) OR (( SELECT scope.institution() AS institution) = to_id))) check -
place.boundary adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
place.boundary dropping for DELETE: using ( SELECT scope.writes_all() AS writes_all) check -
place.boundary reading for SELECT: using true check -
place.boundary_set adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
place.boundary_set changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
place.boundary_set dropping for DELETE: using ( SELECT scope.writes_all() AS writes_all) check -
place.boundary_set reading for SELECT: using true check -
place.boundary_warning adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
place.boundary_warning dropping for DELETE: using ( SELECT scope.writes_all() AS writes_all) check -
place.boundary_warning reading for SELECT: using true check -
portal.notice system for ALL: using ( SELECT scope.writes_all() AS writes_all) check -
portal.preference system for ALL: using ( SELECT scope.writes_all() AS writes_all) check -
programme.alignment adding for INSERT: using - check ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all))
programme.alignment changing for UPDATE: using ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all)) check -
programme.alignment reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution)) OR (version_id IN ( SELECT v.id
   FROM programme.version v
  WHERE (v.state = ANY (ARRAY['PUBLISHED'::text, 'SUPERSEDED'::text]))))) check -
programme.alignment removing for DELETE: using ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all)) check -
programme.attainment adding for INSERT: using - check ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all))
programme.attainment changing for UPDATE: using ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all)) check -
programme.attainment reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
programme.attainment removing for DELETE: using ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all)) check -
programme.attendance adding for INSERT: using - check ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all))
programme.attendance reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
programme.cohort adding for INSERT: using - check ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all))
programme.cohort changing for UPDATE: using ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all)) check -
programme.cohort reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
programme.cohort removing for DELETE: using ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all)) check -
programme.comment adding for INSERT: using - check (((institution_id = ( SELECT scope.institution() AS institution)) AND (inquiry_id IS NULL)) OR ( SELECT scope.writes_all() AS writes_all))
programme.comment changing for UPDATE: using ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all)) check -
programme.comment reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
programme.comment removing for DELETE: using ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all)) check -
programme.council_rule reading for SELECT: using true check -
programme.degree reading for SELECT: using true check -
programme.drafter adding for INSERT: using - check ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all))
programme.drafter changing for UPDATE: using ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all)) check -
programme.drafter reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
programme.drafter removing for DELETE: using ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all)) check -
programme.inquiry adding for INSERT: using - check (((institution_id = ( SELECT scope.institution() AS institution)) AND (answered_at IS NULL)) OR ( SELECT scope.writes_all() AS writes_all))
programme.inquiry changing for UPDATE: using ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all)) check ((answered_at IS NULL) OR ( SELECT scope.writes_all() AS writes_all))
programme.inquiry reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
programme.inquiry_answer adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
programme.inquiry_answer reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
programme.integration adding for INSERT: using - check ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all))
programme.integration changing for UPDATE: using ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all)) check -
programme.integration reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution)) OR (programme_id IN ( SELECT v.programme_id
   FROM programme.version v
  WHERE (v.state = 'PUBLISHED'::text)))) check -
programme.member adding for INSERT: using - check ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all))
programme.member changing for UPDATE: using ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all)) check -
programme.member reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
programme.member removing for DELETE: using ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all)) check -
programme.minutes adding for INSERT: using - check ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all))
programme.minutes changing for UPDATE: using ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all)) check -
programme.minutes reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
programme.minutes removing for DELETE: using ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all)) check -
programme.module adding for INSERT: using - check ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all))
programme.module changing for UPDATE: using ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all)) check -
programme.module reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution)) OR (version_id IN ( SELECT v.id
   FROM programme.version v
  WHERE (v.state = ANY (ARRAY['PUBLISHED'::text, 'SUPERSEDED'::text]))))) check -
programme.module removing for DELETE: using ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all)) check -
programme.outcome adding for INSERT: using - check ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all))
programme.outcome changing for UPDATE: using ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all)) check -
programme.outcome reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution)) OR (version_id IN ( SELECT v.id
   FROM programme.version v
  WHERE (v.state = ANY (ARRAY['PUBLISHED'::text, 'SUPERSEDED'::text]))))) check -
programme.outcome removing for DELETE: using ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all)) check -
programme.partner adding for INSERT: using - check (((institution_id = ( SELECT scope.institution() AS institution)) AND (inquiry_id IS NULL)) OR ( SELECT scope.writes_all() AS writes_all))
programme.partner changing for UPDATE: using ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all)) check -
programme.partner reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
programme.partner removing for DELETE: using ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all)) check -
programme.programme adding for INSERT: using - check ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all))
programme.programme changing for UPDATE: using ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all)) check -
programme.programme reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution)) OR (id IN ( SELECT v.programme_id
   FROM programme.version v
  WHERE (v.state = 'PUBLISHED'::text)))) check -
programme.programme removing for DELETE: using ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all)) check -
programme.review adding for INSERT: using - check ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all))
programme.review changing for UPDATE: using ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all)) check -
programme.review reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
programme.review removing for DELETE: using ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all)) check -
programme.review_rule reading for SELECT: using true check -
programme.rule adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
programme.rule changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
programme.rule reading for SELECT: using true check -
programme.rule_level adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
programme.rule_level changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
programme.rule_level reading for SELECT: using true check -
programme.standing adding for INSERT: using - check ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all))
programme.standing changing for UPDATE: using ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all)) check -
programme.standing reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution)) OR (version_id IN ( SELECT v.id
   FROM programme.version v
  WHERE (v.state = ANY (ARRAY['PUBLISHED'::text, 'SUPERSEDED'::text]))))) check -
programme.teaching adding for INSERT: using - check ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all))
programme.teaching changing for UPDATE: using ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all)) check -
programme.teaching reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution)) OR (version_id IN ( SELECT v.id
   FROM programme.version v
  WHERE (v.state = ANY (ARRAY['PUBLISHED'::text, 'SUPERSEDED'::text]))))) check -
programme.teaching removing for DELETE: using ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all)) check -
programme.version adding for INSERT: using - check ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all))
programme.version changing for UPDATE: using ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all)) check -
programme.version reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution)) OR (state = ANY (ARRAY['PUBLISHED'::text, 'SUPERSEDED'::text]))) check -
programme.version removing for DELETE: using ((institution_id = ( SELECT scope.institution() AS institution)) OR ( SELECT scope.writes_all() AS writes_all)) check -
programme.volume_rule reading for SELECT: using true check -
proof.address adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
proof.address reading for SELECT: using true check -
proof.issuer adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution)))
proof.issuer reading for SELECT: using true check -
proof.issuer renaming for UPDATE: using (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
proof.status_counter adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution)))
proof.status_counter giving for UPDATE: using (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
proof.status_counter reading for SELECT: using true check -
proof.status_list adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution)))
proof.status_list changing for UPDATE: using (( SELECT scope.writes_all() AS writes_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
proof.status_list reading for SELECT: using true check -
signing.key adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR ((owner_id = ( SELECT scope.institution() AS institution)) AND (( SELECT scope.site() AS site) IS NULL)))
signing.key changing for UPDATE: using (( SELECT scope.writes_all() AS writes_all) OR ((owner_id = ( SELECT scope.institution() AS institution)) AND (( SELECT scope.site() AS site) IS NULL))) check -
signing.key reading for SELECT: using true check -
target.consultation adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
target.consultation reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (( SELECT scope.institution() AS institution) IS NOT NULL)) check -
target.distribution adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
target.distribution reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (EXISTS ( SELECT
   FROM target.receipt r
  WHERE ((r.distribution_id = distribution.id) AND (r.institution_id = ( SELECT scope.institution() AS institution)))))) check -
target.explanation adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
target.explanation reading for SELECT: using true check -
target.opinion adding for INSERT: using - check ((institution_id = ( SELECT scope.institution() AS institution)) AND (outcome IS NULL) AND (EXISTS ( SELECT
   FROM target.consultation c
  WHERE ((c.id = opinion.consultation_id) AND (c.closes_on >= ((now() AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date)))))
target.opinion answering for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check ( SELECT scope.writes_all() AS writes_all)
target.opinion reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
target.proof adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
target.proof judging for UPDATE: using (( SELECT scope.writes_all() AS writes_all) AND (accepted IS NULL)) check ( SELECT scope.writes_all() AS writes_all)
target.proof reading for SELECT: using true check -
target.receipt adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
target.receipt marking for UPDATE: using ((institution_id = ( SELECT scope.institution() AS institution)) AND (read_at IS NULL)) check (institution_id = ( SELECT scope.institution() AS institution))
target.receipt reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
target.reminder adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
target.reminder reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution))) check -
target.revision adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
target.revision reading for SELECT: using true check -
target.status_rule adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
target.status_rule reading for SELECT: using true check -
target.task adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
target.task changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
target.task reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (lead_id = ( SELECT scope.institution() AS institution)) OR (EXISTS ( SELECT
   FROM target.task_partner p
  WHERE ((p.task_id = task.id) AND (p.institution_id = ( SELECT scope.institution() AS institution)))))) check -
target.task_extension adding for INSERT: using - check ((granted IS NULL) AND (( SELECT scope.writes_all() AS writes_all) OR target.sees_task(task_id)))
target.task_extension changing for UPDATE: using ( SELECT scope.writes_all() AS writes_all) check -
target.task_extension reading for SELECT: using target.sees_task(task_id) check -
target.task_milestone adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
target.task_milestone reading for SELECT: using target.sees_task(task_id) check -
target.task_milestone ticking for UPDATE: using (( SELECT scope.writes_all() AS writes_all) OR (EXISTS ( SELECT
   FROM target.task t
  WHERE ((t.id = task_milestone.task_id) AND (t.lead_id = ( SELECT scope.institution() AS institution)))))) check -
target.task_partner adding for INSERT: using - check ( SELECT scope.writes_all() AS writes_all)
target.task_partner reading for SELECT: using (( SELECT scope.reads_all() AS reads_all) OR (institution_id = ( SELECT scope.institution() AS institution)) OR target.sees_task(task_id)) check -
target.task_report adding for INSERT: using - check (( SELECT scope.writes_all() AS writes_all) OR ((institution_id = ( SELECT scope.institution() AS institution)) AND target.sees_task(task_id)))
target.task_report reading for SELECT: using target.sees_task(task_id) check -

-- What the application may do

access.account: insert, select, update
access.attempt: delete, insert, select, update
access.invitation: insert, select, update
access.session: delete, insert, select, update
access.session_attributes: delete, insert, select, update
access.teacher: select
audit.act: insert, select
audit.touched: select
credential.answer_term: select
credential.blank: insert, select
credential.blank_lot: insert, select
credential.blank_move: insert, select
credential.blank_period: insert, select
credential.book: select
credential.confirmation: insert, select
credential.copy: insert, select
credential.copy_record: select
credential.correction: insert, select
credential.deadline: select
credential.decision: delete, insert, select, update
credential.diploma: delete, insert, select, update
credential.diploma_fact: select
credential.entry: insert, select
credential.handover: insert, select
credential.holiday: delete, insert, select
credential.layout: insert, select
credential.list_check: insert, select
credential.national_field: select
credential.national_line: insert, select
credential.national_package: insert, select
credential.numbering: select
credential.placement: insert, select
credential.printer: insert, select
credential.reason: select
credential.ruling: delete, insert, select, update
credential.ruling_change: delete, insert, select, update
credential.ruling_diploma: delete, insert, select, update
credential.run: insert, select
credential.run_progress: insert, select
credential.running_clock: select
credential.share: insert, select
credential.signing_key: insert, select
credential.spent: delete, insert, select, update
credential.suspicion: insert, select
credential.verification: insert, select
exchange.answer: delete, insert, select, update
exchange.api_key: insert, select, update
exchange.connection_fact: select
exchange.silence_rule: select
exchange.source_id: insert, select, update
exchange.token: delete, insert, select
exchange.usage: delete, insert, select, update
exchange.use_day: insert, select, update
file.content: insert, select
framework.crosswalk: select
framework.crosswalk_list: select
framework.framework: delete, insert, select, update
framework.item: delete, insert, select, update
framework.item_list: select
framework.level: delete, insert, select, update
framework.level_list: select
framework.proposal_list: select
framework.succession: delete, insert, select, update
framework.succession_list: select
framework.version_list: select
indicator.answer: select
indicator.answer_choice: select
indicator.answer_fact: select
indicator.assessment: insert, select, update
indicator.assessment_figure: delete, insert, select, update
indicator.assessment_line: insert, select, update
indicator.choice: select
indicator.condition: delete, insert, select, update
indicator.correction: insert, select
indicator.demand: delete, insert, select, update
indicator.exclusion: select
indicator.fact_set: select
indicator.field: select
indicator.formula: delete, insert, select, update
indicator.frozen: insert, select
indicator.invitation: insert, select
indicator.question: select
indicator.report_rule: select
indicator.requirement: select
indicator.requirement_figure: select
indicator.stir: select
indicator.survey: insert, select
indicator.survey_rule: select
indicator.survey_span: select
indicator.term: delete, insert, select, update
institution.alias: insert, select, update
institution.autonomy: select
institution.barred_word: select
institution.change: insert, select, update
institution.comparison: insert, select, update
institution.comparison_row: insert, select, update
institution.confirmation: insert, select, update
institution.custody: insert, select, update
institution.directory: select
institution.field_rule: select
institution.history: select
institution.image: delete, insert, select
institution.infrastructure: insert, select, update
institution.institution: insert, select, update
institution.kept: select
institution.leader: insert, select, update
institution.licence: delete, insert, select, update
institution.licence_basis: select
institution.licence_fact: select
institution.licence_line: delete, insert, select, update
institution.licensed: select
institution.logo: delete, insert, select
institution.ownership: select
institution.plate: select
institution.post: select
institution.refusal_reason: select
institution.rule: select
institution.search: insert, select, update
institution.site: insert, select, update
institution.succession: insert, select, update
institution.succession_part: insert, select, update
institution.type: select
institution.type_level: select
institution.version: insert, select, update
intake.batch: insert, select, update
intake.correction: delete, insert, select, update
intake.fault_count: delete, insert, select, update
intake.file: select
intake.mapping: delete, insert, select, update
intake.progress: insert, select, update
intake.refused_row: delete, insert, select, update
intake.set_aside: delete, insert, select
intake.streamed_fault: delete, insert, select, update
job.scheduled_task: delete, insert, select, update
law.clause: select
law.edition: insert, select
law.edition_list: select
law.passage: insert, select
law.passage_list: select
law.reference: select
law.relation: insert, select, update
law.text: insert, select, update
law.text_list: select
learning.absence: delete, insert, select, update
learning.class: delete, insert, select, update
learning.condition_subject: select
learning.conduct: delete, insert, select, update
learning.conduct_band: select
learning.conduct_cap: select
learning.conduct_part: select
learning.conversion: insert, select
learning.conversion_band: insert, select
learning.conversion_step: insert, select
learning.council_member: delete, insert, select, update
learning.course: delete, insert, select, update
learning.distinct_pair: delete, insert, select, update
learning.enrolment: delete, insert, select, update
learning.final_exam: delete, insert, select, update
learning.grading_rule: select
learning.graduation: delete, insert, select, update
learning.graduation_rule: select
learning.graduation_run: insert, select
learning.guardian: delete, insert, select, update
learning.hand_edit: delete, insert, select, update
learning.image: delete, insert, select, update
learning.learner: delete, insert, select, update
learning.load_fact: select
learning.mark: delete, insert, select, update
learning.mark_change: insert, select
learning.merge: delete, insert, select, update
learning.module: delete, insert, select, update
learning.policy_group: select
learning.rank_band: select
learning.result: delete, insert, select, update
learning.scheme: insert, select, update
learning.session: delete, insert, select, update
learning.staged_result: insert
learning.step: delete, insert, select, update
learning.step_rule: select
learning.study_fact: select
learning.study_record: select
learning.transcript: insert, select
learning.unlock: delete, insert, select, update
learning.verdict: insert, select
person.alias: delete, insert, select, update
person.apart: delete, insert, select
person.competence_answer: delete, insert, select, update
person.competence_attempt: delete, insert, select, update
person.competence_batch: insert, select
person.competence_batch_sum: insert, select
person.competence_choice: select
person.competence_domain: select
person.competence_intent: delete, insert, select, update
person.competence_level: select
person.competence_level_name: select
person.competence_month: insert, select
person.competence_question: select
person.competence_question_item: select
person.competence_result: delete, insert, select, update
person.competence_step: select
person.competence_version: select
person.correction: insert, select
person.counted_kind: select
person.draft: delete, insert, select, update
person.image: delete, insert, select
person.kept_file: delete, insert, select
person.leave: delete, insert, select, update
person.left_out: select
person.login: delete, insert, select, update
person.merge: insert, select, update
person.paper: insert, select, update
person.person: delete, insert, select, update
person.recognition: insert, select, update
person.request: insert, select, update
person.rule: select
person.service_fact: select
person.spell: delete, insert, select, update
person.staff: select
person.staff_fact: select
person.teacher_fact: select
person.title: select
person.title_degree: select
person.training_attendance: delete, insert, select, update
person.training_batch: delete, insert, select, update
person.training_certificate: insert, select, update
person.training_class: delete, insert, select, update
person.training_course: delete, insert, select, update
person.training_elsewhere: insert, select, update
person.training_enrolment: delete, insert, select, update
person.training_feedback: insert, select
person.training_kind: select
person.training_passport: delete, insert, select, update
person.training_prerequisite: delete, insert, select
person.training_purpose: select
person.training_record: select
person.training_reminder: insert, select
person.training_sample: insert, select, update
person.training_score: delete, insert, select, update
person.training_session: delete, insert, select, update
person.training_topic: delete, insert, select, update
person.transfer: insert, select, update
place.boundary: delete, insert, select
place.boundary_set: delete, insert, select, update
place.boundary_warning: delete, insert, select
place.former_unit: select
place.unit: select
place.ward: select
portal.notice: insert, select, update
portal.preference: insert, select, update
programme.alignment: delete, insert, select, update
programme.attainment: insert, select, update
programme.attendance: insert, select
programme.bound: select
programme.cohort: delete, insert, select, update
programme.cohort_end: select
programme.comment: delete, insert, select, update
programme.council_rule: select
programme.counted: select
programme.degree: select
programme.drafter: delete, insert, select, update
programme.field: select
programme.hanging: select
programme.inquiry: insert, select, update
programme.inquiry_answer: insert, select
programme.integration: insert, select, update
programme.listed: select
programme.member: delete, insert, select, update
programme.minutes: insert, select
programme.module: delete, insert, select, update
programme.occupation: select
programme.offering_fact: select
programme.outcome: delete, insert, select, update
programme.partner: insert, select, update
programme.programme: delete, insert, select, update
programme.programme_fact: select
programme.reach: select
programme.review: insert, select, update
programme.review_rule: select
programme.rule: insert, select, update
programme.rule_level: insert, select
programme.standing: insert, select, update
programme.teaching: delete, insert, select, update
programme.version: delete, insert, select, update
programme.volume_rule: select
programme.year_fact: select
proof.address: insert, select
proof.issuer: insert, select
proof.status_counter: insert, select, update
proof.status_list: insert, select
signing.key: insert, select
signing.public_key: select
target.consultation: insert, select
target.distribution: insert, select
target.explanation: insert, select
target.milestone: select
target.opinion: insert, select
target.proof: insert, select
target.receipt: insert, select
target.remedy: select
target.reminder: insert, select
target.revision: insert, select
target.status_rule: insert, select
target.target: select
target.task: insert, select, update
target.task_extension: insert, select, update
target.task_milestone: insert, select
target.task_partner: insert, select
target.task_report: insert, select
target.task_rule: select

