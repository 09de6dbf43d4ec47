-- Tables of the libraries that carry the house; what the product knows lives in one schema a module.
create table house.event_publication (
  id uuid primary key,
  listener_id text not null,
  event_type text not null,
  serialized_event text not null,
  publication_date timestamptz not null,
  completion_date timestamptz,
  status text,
  completion_attempts int,
  last_resubmission_date timestamptz
);
create index event_publication_serialized_event_hash_idx on house.event_publication using hash (serialized_event);
create index event_publication_by_completion_date_idx on house.event_publication (completion_date);
comment on table house.event_publication is 'Events that a listener in another module has yet to handle, or failed to (Spring Modulith).';

create table house.scheduled_task (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  state text,
  primary key (task_name, task_instance)
);
create index scheduled_task_by_execution_time_idx on house.scheduled_task (execution_time);
create index scheduled_task_by_heartbeat_idx on house.scheduled_task (last_heartbeat);
create index scheduled_task_by_priority_idx on house.scheduled_task (priority desc, execution_time asc);
comment on table house.scheduled_task is 'Jobs to run once or again and again, each by one process at a time (db-scheduler).';

create table house.demo_part (
  part text primary key,
  size text not null,
  loaded_at timestamptz not null default now()
);
comment on table house.demo_part is 'Parts of the demo district that have been loaded completely.';

create table house.checked_migrations (
  one boolean primary key default true check (one),
  files text not null,
  histories text not null,
  checked_at timestamptz not null default now()
);
comment on table house.checked_migrations is 'Digests of what the last full check of all migrations found in order, so that a start that finds the same need not check again.';
comment on column house.checked_migrations.files is 'SHA-256 of the names and contents of all migrations.';
comment on column house.checked_migrations.histories is 'MD5 of all rows of all histories (house.migration_…).';
