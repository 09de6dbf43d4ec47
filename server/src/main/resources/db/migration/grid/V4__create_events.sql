create table grid.event (
  id uuid primary key,
  request_key text not null unique,
  case_id uuid not null unique,
  procedure_version int not null,
  number text not null unique,
  cell text collate "C" not null,
  category text not null,
  level text not null check (level in ('GENERAL', 'LARGER', 'MAJOR', 'EXTREME')),
  source text not null check (source in ('PHONE', 'DESK', 'VISIT', 'CASE')),
  description_sealed text,
  place_sealed text,
  lon float8,
  lat float8,
  accuracy float8,
  reporter_account uuid not null,
  reporter_posting uuid not null,
  reporter text not null,
  reported_at timestamptz not null,
  occurred_at timestamptz,
  visit_id uuid,
  reopens uuid references grid.event (id),
  sampled boolean not null,
  rank text not null check (rank in ('COMMUNITY', 'SUB_DISTRICT', 'DISTRICT')),
  state text not null,
  turn text not null,
  unit text collate "C" not null,
  assignee uuid,
  task_account uuid,
  hold text,
  supervision text,
  due timestamptz not null default 'infinity',
  revision int not null,
  ended_at timestamptz,
  accepted_at timestamptz,
  handler_account uuid,
  handler_posting uuid,
  handler text,
  handled_at timestamptz,
  self_handled boolean not null default false,
  suspension_asked_by uuid,
  checks int not null default 0,
  reworks int not null default 0,
  verdict text check (verdict in ('FIXED', 'HALF_FIXED', 'NOT_FIXED')),
  remaining_sealed text,
  verified_at timestamptz,
  in_time boolean,
  grade text check (grade in ('GOOD', 'FAIR', 'POOR')),
  joined_into uuid references grid.event (id),
  faded boolean not null default false
);
create index event_by_due_idx on grid.event (due, id) where ended_at is null;
create index event_by_cell_idx on grid.event (cell, reported_at);
create index event_by_sub_district_idx on grid.event (left(cell, 9), due, id) where ended_at is null;
create index event_by_unit_idx on grid.event (unit, due, id) where ended_at is null;
create index event_by_end_idx on grid.event (cell, ended_at) where ended_at is not null;
create index event_by_task_idx on grid.event (task_account) where task_account is not null;
create index event_by_spot_idx on grid.event (category, lat) where accepted_at is not null;
create index event_by_main_idx on grid.event (joined_into) where joined_into is not null;
comment on table grid.event is 'Events (网格事件). How one stands is its case''s business; the columns from state to ended_at follow it in the same transaction, for lists and phones.';
comment on column grid.event.id is 'Given by whoever reports it, so that a phone knows its event before the server does.';
comment on column grid.event.request_key is 'The caller''s own key; the same key again is answered with the event it made first.';
comment on column grid.event.cell is 'Grid cell of the place; the smallest known division where cells are not laid out.';
comment on column grid.event.accuracy is 'Radius in metres that the phone gave.';
comment on column grid.event.occurred_at is 'When it was seen, by the phone''s corrected clock: evidence, never an order.';
comment on column grid.event.reopens is 'Event that was closed and turned out not to be over.';
comment on column grid.event.sampled is 'Drawn when it was reported: if it is handled on the spot, somebody else looks at it again.';
comment on column grid.event.rank is 'How far up the divisions it was escalated.';
comment on column grid.event.task_account is 'Account of the posting that holds it, whose phone shows it as a task wherever it lies.';
comment on column grid.event.due is 'End of the term of handling; infinity while no clock runs.';
comment on column grid.event.checks is 'How often it was verified, whatever the answer.';
comment on column grid.event.remaining_sealed is 'What is still to be done, while it is half fixed.';
comment on column grid.event.in_time is 'Whether handling was last fed back before the end of its term.';
comment on column grid.event.joined_into is 'The event that is worked on for several reports; this one keeps its reporter, thread and answer.';
comment on column grid.event.faded is 'Ended so long ago that phones no longer hold it.';

create table grid.event_photo (
  id uuid primary key,
  event_id uuid not null references grid.event (id),
  stage text not null check (stage in ('BEFORE', 'AFTER', 'CHECK', 'NOTE')),
  origin text not null check (origin in ('PHONE', 'DESK')),
  account_id uuid not null,
  name text not null,
  added_at timestamptz not null
);
create index event_photo_by_event_idx on grid.event_photo (event_id, added_at);
comment on table grid.event_photo is 'Photos of events. One from a phone is known by the identifier the phone gave it and may come later than its event; one from a desk by its file.';
comment on column grid.event_photo.stage is 'BEFORE and AFTER handling; CHECK by whoever verified it.';

create table grid.event_check (
  event_id uuid not null references grid.event (id),
  number int not null,
  at timestamptz not null,
  account_id uuid not null,
  name text not null,
  verdict text not null check (verdict in ('FIXED', 'HALF_FIXED', 'NOT_FIXED')),
  before uuid[] not null,
  after uuid[] not null,
  remaining_sealed text,
  primary key (event_id, number)
);
comment on table grid.event_check is 'Verifications (核查): by whom, what was found, and which photos of before and after were compared.';

create table grid.cause (
  id uuid primary key,
  case_id uuid not null unique,
  number text not null unique,
  category text not null,
  cell text collate "C" not null,
  lon float8 not null,
  lat float8 not null,
  events uuid[] not null,
  opened_at timestamptz not null,
  state text not null,
  ended_at timestamptz
);
create index cause_by_category_idx on grid.cause (category) where ended_at is null;
create index cause_by_cell_idx on grid.cause (cell, opened_at);
comment on table grid.cause is 'Cause tasks (根源治理): opened with the third event of a category within 50 metres and 90 days.';

-- The scopes an event is in: its cell's, its reporter's own, who is owed an answer, and the one of whoever has it as a task.
create function grid.note_event(event grid.event, op "char") returns void language plpgsql as $$
declare
  kept "char" := case when event.faded then 'R' else op end;
begin
  if length(event.cell) = 15 then
    perform sync.note('grid:' || event.cell, 'event', event.id, kept);
  end if;
  if event.source <> 'CASE' then
    perform sync.note('user:' || event.reporter_account, 'event', event.id, kept);
  end if;
  if event.task_account is not null and event.task_account <> event.reporter_account then
    perform sync.note('user:' || event.task_account, 'event', event.id, kept);
  end if;
end $$;
comment on function grid.note_event(grid.event, "char") is 'Tells the change log of an event in all scopes it is in.';

create function grid.capture_event() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' and (tg_op = 'DELETE' or old.cell <> new.cell or old.task_account is distinct from new.task_account) then
    perform grid.note_event(old, 'R');
  end if;
  if tg_op <> 'DELETE' and (tg_op = 'INSERT' or new is distinct from old) then
    perform grid.note_event(new, 'P');
  end if;
  return null;
end $$;
create trigger event_capture after insert or update or delete on grid.event
  for each row execute function grid.capture_event();

-- The event is held, so that it is not dispatched to somebody else between its being read here and the commit.
create function grid.capture_event_photo() returns trigger language plpgsql as $$
declare
  event grid.event;
begin
  select e.* into event from grid.event e where e.id = coalesce(new.event_id, old.event_id) for no key update;
  if found then
    perform grid.note_event(event, 'P');
  end if;
  return null;
end $$;
create trigger event_photo_capture after insert or update or delete on grid.event_photo
  for each row execute function grid.capture_event_photo();
