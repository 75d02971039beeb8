-- A class is changed while it runs, and cancelled with a reason that those who sat in it are told.
alter table person.training_class drop constraint training_class_state_check;
alter table person.training_class
  add column version integer not null default 0,
  add column cancel_reason text not null default '' check (length(cancel_reason) <= 300),
  add constraint training_class_state_check check (state in ('OPEN', 'CLOSED', 'ISSUED', 'CANCELLED')),
  add constraint training_class_cancelled check ((state = 'CANCELLED') = (cancel_reason <> ''));
