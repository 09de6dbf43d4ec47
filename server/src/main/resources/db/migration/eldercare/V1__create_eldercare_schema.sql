create schema eldercare;

create table eldercare.trunk (
  id int generated always as identity primary key,
  name text not null check (name <> ''),
  division text collate "C" not null,
  key_sealed text not null,
  former_key_sealed text,
  former_until timestamptz,
  made_at timestamptz not null,
  made_by uuid not null,
  heard_at timestamptz,
  retired_at timestamptz,
  retired_by uuid,
  retire_reason text,
  check ((former_key_sealed is null) = (former_until is null)),
  check ((retired_at is null) = (retire_reason is null))
);
create unique index trunk_name_idx on eldercare.trunk (name) where retired_at is null;
comment on table eldercare.trunk is 'Trunks (话务线路): telephone systems that report what happens to calls. A machine''s account: it signs each request and reads nothing.';
comment on column eldercare.trunk.division is 'Desks whose area covers it hear its calls.';
comment on column eldercare.trunk.key_sealed is 'What it signs with; sealed under eldercare.trunk.key, because a digest could check no signature.';
comment on column eldercare.trunk.former_key_sealed is 'The key before a change, good until former_until so that no call is lost meanwhile.';
comment on column eldercare.trunk.made_by is 'Posting; so is retired_by.';
comment on column eldercare.trunk.heard_at is 'When an event of it was last taken, to the minute.';

create table eldercare.call (
  id uuid primary key,
  trunk_id int not null references eldercare.trunk (id),
  reference text collate "C" not null check (length(reference) between 1 and 100),
  division text collate "C" not null,
  state text not null check (state in ('RINGING', 'QUEUED', 'TALKING', 'HELD', 'ENDED', 'MISSED')),
  caller_sealed text,
  caller_index bytea,
  called text,
  queue text,
  agent text,
  recording text,
  started_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  heard_at timestamptz not null,
  claimed_at timestamptz,
  claimed_by uuid,
  claimer text,
  beat_at timestamptz,
  person_id uuid,
  outcome text check (outcome in ('ANSWERED', 'REFERRED', 'EMERGENCY', 'NO_MATTER', 'CALLED_BACK', 'CAME_AGAIN', 'UNNOTED')),
  closed_at timestamptz,
  unique (trunk_id, reference),
  check ((claimed_at is null) = (claimed_by is null) and (claimed_at is null) = (claimer is null)
         and (claimed_at is null) = (beat_at is null)),
  check ((outcome is null) = (closed_at is null))
);
create index call_open_idx on eldercare.call (division, started_at) where closed_at is null;
create index call_by_time_idx on eldercare.call (started_at);
create index call_by_caller_idx on eldercare.call (caller_index, started_at) where caller_index is not null;
create index call_by_person_idx on eldercare.call (person_id, started_at) where person_id is not null;
comment on table eldercare.call is 'Calls (来电) to the 12349 desk: what the telephone system said of each, and what the desk made of it.';
comment on column eldercare.call.reference is 'What the telephone system calls it.';
comment on column eldercare.call.state is 'What its events say, in their order; MISSED: it ended and nobody had answered.';
comment on column eldercare.call.caller_sealed is 'Number it came from; sealed under eldercare.call.caller, found by the blind index eldercare.phone. Emptied after 2 years.';
comment on column eldercare.call.agent is 'Extension that answered, or that it was transferred to.';
comment on column eldercare.call.recording is 'Where the telephone system keeps the recording; never the recording.';
comment on column eldercare.call.heard_at is 'When the last event came, by the server''s clock.';
comment on column eldercare.call.claimed_by is 'Posting that looks after it.';
comment on column eldercare.call.beat_at is 'When the desk of who looks after it was last there.';
comment on column eldercare.call.person_id is 'Who the operator found the call to be about: record of the registry.';
comment on column eldercare.call.outcome is 'ANSWERED and REFERRED, EMERGENCY: 110, 119 or 120 was called, NO_MATTER: wrong number or silence; of missed ones CALLED_BACK, or CAME_AGAIN: the caller reached the desk later; UNNOTED: answered, and nobody wrote about it within a day.';

create table eldercare.call_event (
  call_id uuid not null references eldercare.call (id),
  seq bigint not null check (seq >= 0),
  kind text not null check (kind in ('RINGING', 'QUEUED', 'ANSWERED', 'HELD', 'TRANSFERRED', 'ENDED', 'ABANDONED')),
  at timestamptz not null,
  queue text,
  agent text,
  came_at timestamptz not null,
  primary key (call_id, seq)
);
comment on table eldercare.call_event is 'What the telephone system said of a call; never changed. The order is that of seq, whenever it came.';
comment on column eldercare.call_event.at is 'By the telephone system''s clock.';

create table eldercare.call_act (
  id uuid primary key,
  call_id uuid not null references eldercare.call (id),
  at timestamptz not null,
  act text not null check (act in ('CLAIMED', 'TAKEN', 'HANDED_OVER', 'NOTED', 'NAMED', 'REACHED', 'UNREACHED', 'CLOSED')),
  posting_id uuid not null,
  name text not null,
  note_sealed text
);
create index call_act_by_call_idx on eldercare.call_act (call_id, at);
comment on table eldercare.call_act is 'What operators did about calls.';
comment on column eldercare.call_act.act is 'TAKEN: from somebody else. NAMED: the operator found whom it is about.';
comment on column eldercare.call_act.note_sealed is 'Sealed under eldercare.call.note; emptied 2 years after the call.';

create table eldercare.seat (
  posting_id uuid primary key,
  extension text collate "C" not null unique check (extension ~ '^[0-9]{2,8}$'),
  since timestamptz not null
);
comment on table eldercare.seat is 'Seats (坐席): at which telephone an operator sits; a call answered there is theirs at once.';
