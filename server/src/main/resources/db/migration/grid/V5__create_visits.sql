create table grid.round (
  id uuid primary key,
  request_key text not null unique,
  template text not null,
  area text collate "C" not null,
  due_on date not null,
  planned int not null,
  made_at timestamptz not null,
  made_by uuid not null,
  made_by_name text not null
);
create index round_by_area_idx on grid.round (area, due_on);
comment on table grid.round is 'Rounds (走访检查任务): a template sent out over an area, until a day.';

create table grid.plan (
  id uuid primary key,
  round_id uuid not null references grid.round (id),
  template text not null,
  cell text collate "C" not null,
  target text not null check (target in ('PERSON', 'HOUSEHOLD', 'DWELLING', 'PLACE', 'ORGANISATION', 'CELL')),
  target_id uuid,
  label text,
  due_on date not null,
  state text not null check (state in ('DUE', 'DONE', 'SKIPPED')),
  attempts int not null default 0,
  visit_id uuid,
  done_at timestamptz,
  skipped_why text,
  skipped_by_name text,
  faded boolean not null default false,
  check ((target = 'CELL') = (target_id is null))
);
create unique index plan_by_target_idx on grid.plan (round_id, cell, target_id, due_on) nulls not distinct;
create index plan_by_cell_idx on grid.plan (cell, state, due_on);
create index plan_by_due_idx on grid.plan (due_on, id) where state = 'DUE';
comment on table grid.plan is 'What is to be visited in a cell (走访计划), one row for each person, household, dwelling, place or the cell itself.';
comment on column grid.plan.label is 'What a place or an organisation is called; people, households and dwellings are on the phone themselves.';
comment on column grid.plan.attempts is 'How often somebody came and met nobody.';
comment on column grid.plan.faded is 'Settled so long ago that phones no longer hold it.';

create table grid.visit (
  id uuid primary key,
  request_key text not null unique,
  plan_id uuid references grid.plan (id),
  template text not null,
  cell text collate "C" not null,
  target text not null check (target in ('PERSON', 'HOUSEHOLD', 'DWELLING', 'PLACE', 'ORGANISATION', 'CELL')),
  target_id uuid,
  result text not null check (result in ('DONE', 'NOBODY_THERE', 'NOT_WANTED')),
  answers_sealed text,
  note_sealed text,
  place_sealed text,
  findings int not null,
  events uuid[] not null,
  photos uuid[] not null,
  lon float8,
  lat float8,
  account_id uuid not null,
  posting_id uuid not null,
  name text not null,
  done_at timestamptz not null,
  occurred_at timestamptz,
  faded boolean not null default false
);
create index visit_by_cell_idx on grid.visit (cell, done_at);
create index visit_by_target_idx on grid.visit (target_id, done_at) where target_id is not null;
create index visit_by_account_idx on grid.visit (account_id, done_at);
comment on table grid.visit is 'Visits and inspections (走访检查) that were made.';
comment on column grid.visit.answers_sealed is 'Answers by question, as sealed JSON.';
comment on column grid.visit.findings is 'How many answers were bad ones.';
comment on column grid.visit.events is 'Events that its findings reported.';
comment on column grid.visit.occurred_at is 'When it was made by the phone''s corrected clock: evidence, never an order.';

create trigger plan_capture after insert or update or delete on grid.plan
  for each row execute function sync.capture('plan', 'grid:', 'cell', 'faded');
create trigger visit_capture after insert or update or delete on grid.visit
  for each row execute function sync.capture('visit', 'grid:', 'cell', 'faded');
