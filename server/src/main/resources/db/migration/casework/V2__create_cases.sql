create sequence casework.case_number increment by 50;
comment on sequence casework.case_number is 'Serial part of case numbers, handed out to processes in blocks of fifty.';

create table casework.case_file (
  id uuid primary key,
  number text not null unique,
  procedure text not null,
  procedure_version int not null,
  title_zh text not null,
  title_en text not null,
  subject_kind text not null,
  subject_id text not null,
  area text collate "C" not null,
  station text collate "C" not null,
  parent uuid references casework.case_file,
  part text check (part in ('LEAD', 'ASSIST')),
  facts jsonb not null,
  promised_term text,
  statutory_term text,
  opened_at timestamptz not null,
  opened_by uuid not null,
  request_key text not null unique,
  state text not null,
  unit text collate "C" not null,
  assignee uuid,
  hold text,
  revision int not null,
  last_hash bytea not null,
  last_actor uuid not null,
  seen_revision int not null default 0,
  handlers uuid[] not null,
  due timestamptz not null default 'infinity',
  yellow_at timestamptz not null default 'infinity',
  next_reminder timestamptz not null default 'infinity',
  rungs_sent text[] not null default '{}',
  timeout_at timestamptz not null default 'infinity',
  ended_at timestamptz
);
comment on table casework.case_file is 'Case (办件): where one matter stands now. Everything here follows from its timeline.';
comment on column casework.case_file.number is 'What people read and type: sub-district, day, serial, check digit.';
comment on column casework.case_file.title_en is 'Title in English; the same as in Chinese where a person typed it.';
comment on column casework.case_file.procedure_version is 'The version the case was opened under; it never changes.';
comment on column casework.case_file.subject_id is 'Identifier in the module that opened the case; casework never looks inside.';
comment on column casework.case_file.area is 'Division code of where the matter lies.';
comment on column casework.case_file.station is 'Unit at which the case was opened.';
comment on column casework.case_file.parent is 'Case that asked for this one.';
comment on column casework.case_file.part is 'For a case asked for by another: leading (主办) or assisting (协办).';
comment on column casework.case_file.facts is 'Plain values that the procedure''s rules read; never personal data in the clear.';
comment on column casework.case_file.promised_term is 'What was promised when the case was opened, such as 5 WORKING_DAYS.';
comment on column casework.case_file.statutory_term is 'What the law allowed when the case was opened.';
comment on column casework.case_file.unit is 'Unit whose turn it is.';
comment on column casework.case_file.assignee is 'Posting that holds the case; null while it lies in the unit''s pool.';
comment on column casework.case_file.hold is 'Why the case may not move on now: SUPPLEMENT, ASSIST, COUNTERSIGN, PAUSE, EXTENSION or JOINED.';
comment on column casework.case_file.revision is 'Number of timeline entries; an action names the one it saw.';
comment on column casework.case_file.last_hash is 'Hash of the newest timeline entry, which the next one continues.';
comment on column casework.case_file.seen_revision is 'Newest revision that somebody other than its actor has opened; what was seen cannot be withdrawn.';
comment on column casework.case_file.handlers is 'Accounts that moved the case, who may not verify it.';
comment on column casework.case_file.due is 'End of the promised term; infinity while no clock runs.';
comment on column casework.case_file.yellow_at is 'When little of the promised term is left.';
comment on column casework.case_file.timeout_at is 'When the house takes the state''s time-out action by itself.';
comment on column casework.case_file.rungs_sent is 'Rungs of the reminder ladder that were reached.';
comment on column casework.case_file.next_reminder is 'When the next rung of the reminder ladder is reached.';

-- One index a list, over open cases only and in the list's order. What lists are narrowed by stands behind the order, so
-- that a page is found within the index however few cases fit; WorkPlanTests reads the plans.
create index case_file_by_assignee_idx on casework.case_file (assignee, due, id) where ended_at is null and assignee is not null;
create index case_file_by_unit_idx on casework.case_file (unit, due, id, area, yellow_at, procedure, state, assignee) where ended_at is null;
create index case_file_by_sub_district_idx on casework.case_file (left(area, 9), due, id, area, yellow_at, procedure, state) where ended_at is null;
create index case_file_by_due_idx on casework.case_file (due, id, area, yellow_at, unit) where ended_at is null;
create index case_file_by_yellow_idx on casework.case_file (yellow_at, due, area, unit) where ended_at is null and yellow_at < 'infinity';
create index case_file_by_procedure_idx on casework.case_file (procedure, due, id, area, yellow_at, state) where ended_at is null;
create index case_file_by_reminder_idx on casework.case_file (next_reminder) where ended_at is null and next_reminder < 'infinity';
create index case_file_by_timeout_idx on casework.case_file (timeout_at) where ended_at is null and timeout_at < 'infinity';
create index case_file_by_parent_idx on casework.case_file (parent) where parent is not null;
create index case_file_by_subject_idx on casework.case_file (subject_kind, subject_id);

create table casework.case_event (
  case_id uuid not null references casework.case_file,
  seq int not null,
  at timestamptz not null,
  posting uuid not null,
  account uuid not null,
  actor text not null,
  role text not null,
  actor_unit text not null,
  home_unit text,
  acting_for text,
  action text not null,
  from_state text not null,
  to_state text not null,
  to_unit text not null,
  to_assignee uuid,
  to_hold text,
  note text,
  input json not null,
  due timestamptz not null,
  request_key text not null,
  hash bytea not null,
  primary key (case_id, seq),
  unique (case_id, request_key)
);
comment on table casework.case_event is 'Timeline (办理过程): what was done to a case, by whom and for whom. Rows are only ever added.';
comment on column casework.case_event.seq is 'Position in the timeline; also the revision the case had after it.';
comment on column casework.case_event.home_unit is 'Unit that sent the seconded officer who acted.';
comment on column casework.case_event.acting_for is 'For whom the actor acted, sealed.';
comment on column casework.case_event.note is 'The actor''s words, sealed: they may name a person.';
comment on column casework.case_event.input is 'What the action brought along, without anything personal; kept as text so that its hash can be checked.';
comment on column casework.case_event.due is 'End of the promised term as it stood after the entry.';
comment on column casework.case_event.request_key is 'The caller''s own key; the same key again is answered with this entry.';
comment on column casework.case_event.hash is 'HMAC-SM3 over the previous entry''s hash and this entry, with its sealed words opened.';

create table casework.case_clock (
  case_id uuid not null references casework.case_file,
  kind text not null check (kind in ('PROMISED', 'STATUTORY')),
  amount int not null,
  unit text not null,
  started_at timestamptz not null,
  consumed bigint not null,
  running_since timestamptz not null,
  paused_at timestamptz,
  reason text,
  lapsed_at timestamptz,
  stopped_at timestamptz,
  primary key (case_id, kind)
);
comment on table casework.case_clock is 'Clock (时钟) of one term of a case: what the law allows and what the district promises are counted apart.';
comment on column casework.case_clock.amount is 'The whole budget in units of the term, extensions included.';
comment on column casework.case_clock.consumed is 'What was used up before the present stretch: days, or minutes.';
comment on column casework.case_clock.running_since is 'Beginning of the present stretch; its day counts as day 0.';
comment on column casework.case_clock.reason is 'Legal ground of the pause.';
comment on column casework.case_clock.lapsed_at is 'When the term ended, if it did so before a pause.';

create table casework.case_pause (
  case_id uuid not null references casework.case_file,
  from_seq int not null,
  from_at timestamptz not null,
  to_at timestamptz,
  reason text not null,
  primary key (case_id, from_seq)
);
comment on table casework.case_pause is 'Pause (中止): an interval that is not counted, with its legal ground.';
comment on column casework.case_pause.from_seq is 'Timeline entry with which it began.';

create function casework.refuse_change() returns trigger language plpgsql as $$
begin
  -- Sealed words may be sealed anew under another key; the entry's hash closes what they say.
  if tg_op = 'UPDATE' and (new.note is null) = (old.note is null) and (new.acting_for is null) = (old.acting_for is null)
     and to_jsonb(new) - array['note', 'acting_for'] = to_jsonb(old) - array['note', 'acting_for'] then
    return new;
  end if;
  raise exception 'the timeline is only ever added to';
end $$;
create trigger case_event_is_final before update or delete on casework.case_event
  for each row execute function casework.refuse_change();
create trigger case_event_stays before truncate on casework.case_event
  for each statement execute function casework.refuse_change();

create table casework.case_opening (
  id uuid primary key,
  tx xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  number text not null,
  procedure text not null,
  procedure_version int not null,
  subject_kind text not null,
  subject_id text not null,
  area text not null,
  station text not null,
  promised_term text,
  statutory_term text,
  seal bytea not null
);
create index case_opening_by_tx_idx on casework.case_opening (tx);
create function casework.refuse_any_change() returns trigger language plpgsql as $$
begin
  raise exception 'openings are only ever added to';
end $$;
create trigger case_opening_is_final before update or delete on casework.case_opening
  for each row execute function casework.refuse_any_change();
create trigger case_opening_stays before truncate on casework.case_opening
  for each statement execute function casework.refuse_any_change();
comment on table casework.case_opening is 'Openings (立案): that a case was opened, and what never changes about it, in a chain of their own; a case that is gone is noticed by them.';
comment on column casework.case_opening.tx is 'Transaction that wrote the row; rows are chained in the order of transactions.';
comment on column casework.case_opening.seal is 'HMAC-SM3 of the row under a key outside the database.';

create table casework.case_opening_link (
  sequence bigint primary key,
  entry_id uuid not null unique,
  previous bytea not null,
  hash bytea not null,
  sound boolean not null
);
create trigger case_opening_link_is_final before update or delete on casework.case_opening_link
  for each row execute function casework.refuse_any_change();
comment on table casework.case_opening_link is 'Each opening''s place in the chain.';
comment on column casework.case_opening_link.previous is 'Hash of the link before.';
comment on column casework.case_opening_link.hash is 'HMAC-SM3 over the sequence, the link before and the row''s content.';
comment on column casework.case_opening_link.sound is 'Whether the row''s seal was right when it was chained.';

create table casework.case_opening_head (
  only_one boolean primary key default true check (only_one),
  sequence bigint not null,
  hash bytea not null,
  tx xid8 not null
);
insert into casework.case_opening_head (sequence, hash, tx) values (0, '', '0');
comment on table casework.case_opening_head is 'How far the chain of openings reaches; the same is kept in a file beside the keystore.';
comment on column casework.case_opening_head.tx is 'Transaction of the last row that was chained.';
