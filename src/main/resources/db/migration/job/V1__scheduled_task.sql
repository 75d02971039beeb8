create schema job;
grant usage on schema job to lanhnghe_app;

-- db-scheduler's own table: work that waits, runs, or whose node has died.
create table job.scheduled_task (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index on job.scheduled_task (execution_time);
create index on job.scheduled_task (last_heartbeat);
grant select, insert, update, delete on job.scheduled_task to lanhnghe_app;
