create table sync.epoch (
  id uuid primary key,
  began_at timestamptz not null,
  system_identifier bigint not null,
  timeline int not null,
  database oid not null,
  number bigint generated always as identity unique
);
comment on table sync.epoch is 'Lineages of this database (数据世代); the latest is in force. A database restored from a backup begins another, and phones read everything anew.';
comment on column sync.epoch.system_identifier is 'Of pg_control_system() when it began; with the timeline and the database it tells a restored or failed-over database.';

create table sync.assignment (
  id uuid primary key,
  account_id uuid not null,
  scope text not null,
  mode text not null check (mode in ('READ_WRITE', 'READ_ONLY')),
  from_at timestamptz not null,
  until_at timestamptz,
  assigned_by uuid not null,
  ended_by uuid
);
create index assignment_by_account_idx on sync.assignment (account_id, scope);
create index assignment_by_scope_idx on sync.assignment (scope);
comment on table sync.assignment is 'Who holds which scope on the phone (同步范围分配), and since and until when.';
comment on column sync.assignment.until_at is 'Changes made before, and within seven days after, are still processed.';
comment on column sync.assignment.assigned_by is 'Posting.';

create table sync.device (
  id uuid primary key,
  account_id uuid not null,
  holder text not null,
  area text not null,
  name text not null,
  platform text not null,
  app_schema int not null,
  token_hash bytea not null,
  recovery_key bytea not null,
  registered_at timestamptz not null,
  last_contact_at timestamptz not null,
  last_seq bigint not null default 0,
  unsent int not null default 0,
  skew_ms bigint not null default 0,
  revoked_at timestamptz,
  revoked_by uuid,
  revoke_reason text,
  wipe boolean not null default false,
  wiped_at timestamptz
) with (fillfactor = 50);
create index device_by_account_idx on sync.device (account_id);
create index device_by_area_idx on sync.device (area text_pattern_ops);
comment on table sync.device is 'Phones (移动终端) that sync, each of one account. The row is the lock that lets one change of a phone in at a time.';
comment on column sync.device.holder is 'Name of the account''s person when the phone last called.';
comment on column sync.device.area is 'Where the posting acts that last used it.';
comment on column sync.device.token_hash is 'SHA-256 of the phone''s own secret.';
comment on column sync.device.recovery_key is 'The phone''s data key, wrapped with the district''s RSA key, which lies in the keystore: handed back after a password was reset.';
comment on column sync.device.last_seq is 'Number of the last change of the phone that has a result.';
comment on column sync.device.unsent is 'Changes that waited on the phone at its last call, as it said.';
comment on column sync.device.skew_ms is 'How much the phone''s clock was ahead at its last call.';
comment on column sync.device.wipe is 'The phone is told to erase everything at its next call.';
comment on column sync.device.wiped_at is 'When the phone said that it has.';

create table sync.mutation (
  id uuid primary key,
  device_id uuid not null references sync.device (id),
  seq bigint not null,
  account_id uuid not null,
  hash bytea not null,
  etype text not null,
  entity uuid not null,
  op text not null,
  scope text not null,
  outcome text not null
    check (outcome in ('APPLIED', 'MERGED', 'REVIEW', 'DUPLICATE_PERSON', 'REFUSED', 'OUT_OF_SCOPE_RECORDED')),
  code text,
  field text,
  arguments_sealed text,
  conflict_id uuid,
  app_schema int not null,
  occurred_at timestamptz not null,
  arrived_at timestamptz not null,
  clock_offset_ms bigint not null,
  skewed boolean not null,
  lon double precision,
  lat double precision,
  accuracy double precision,
  unique (device_id, seq)
);
create index mutation_by_entity_idx on sync.mutation (entity);
create index mutation_by_arrival_idx on sync.mutation (arrived_at);
comment on table sync.mutation is 'Changes from phones (手机上报) with their final results; the same change sent again is answered from here.';
comment on column sync.mutation.seq is 'Counts the phone''s changes without gaps.';
comment on column sync.mutation.hash is 'SHA-256 of the content: another content under the same number shows a cloned phone.';
comment on column sync.mutation.code is 'Key of the refusal''s text.';
comment on column sync.mutation.arguments_sealed is 'What the refusal''s text names, sealed under sync.mutation.arguments.';
comment on column sync.mutation.occurred_at is 'By the phone''s clock corrected with its offset: evidence, never an order.';
comment on column sync.mutation.skewed is 'The phone''s clock was more than ten minutes off.';
comment on column sync.mutation.lon is 'Where the phone was, WGS-84; emptied after half a year.';

create table sync.conflict (
  id uuid primary key,
  scope text not null,
  area text not null,
  etype text not null,
  entity uuid not null,
  unit text not null,
  kind text not null check (kind in ('FIELD', 'DUPLICATE', 'EDIT_AFTER_CLOSE', 'OUT_OF_SCOPE', 'VALIDATION')),
  state text not null check (state in ('OPEN', 'DECIDED')),
  existing uuid,
  base_sealed text,
  server_sealed text,
  proposed_sealed text,
  opened_at timestamptz not null,
  escalated_at timestamptz,
  decided_at timestamptz,
  decided_by uuid,
  decider text,
  decision_sealed text,
  reason text,
  emptied_at timestamptz,
  check ((state = 'DECIDED') = (decided_at is not null))
);
create unique index conflict_open_idx on sync.conflict (etype, entity, unit, kind) where state = 'OPEN';
create index conflict_by_area_idx on sync.conflict (area text_pattern_ops, id);
create index conflict_by_entity_idx on sync.conflict (entity);
create index conflict_waiting_idx on sync.conflict (opened_at) where state = 'OPEN';
comment on table sync.conflict is 'Conflicts (待核对冲突): a merge unit that two people changed differently, until a person decides. The server''s values stand meanwhile; nothing is ever applied by itself.';
comment on column sync.conflict.area is 'Division of the scope, or of whoever made the change where the scope has none.';
comment on column sync.conflict.existing is 'Of a duplicate: the record that is there. Never sent to a phone.';
comment on column sync.conflict.base_sealed is 'What the phone had known, JSON by field, sealed under sync.conflict.values; so are server_sealed and proposed_sealed.';
comment on column sync.conflict.proposed_sealed is 'The latest proposal.';
comment on column sync.conflict.decision_sealed is 'What was decided, JSON by field.';
comment on column sync.conflict.escalated_at is 'When it had waited five working days.';
create trigger conflict_captured after insert or update or delete on sync.conflict
  for each row execute function sync.capture('conflict', '', 'scope', 'emptied_at');

create table sync.proposal (
  conflict_id uuid not null references sync.conflict (id),
  mutation_id uuid not null,
  account_id uuid not null,
  author text not null,
  device_id uuid,
  occurred_at timestamptz not null,
  arrived_at timestamptz not null,
  base_sealed text,
  proposed_sealed text,
  primary key (conflict_id, mutation_id)
);
create index proposal_by_mutation_idx on sync.proposal (mutation_id);
comment on table sync.proposal is 'What each change proposed for a unit under review; a second edit joins the same conflict.';
comment on column sync.proposal.proposed_sealed is 'JSON by field, sealed under sync.conflict.values.';

create table sync.exception (
  id uuid primary key,
  mutation_id uuid not null unique references sync.mutation (id),
  kind text not null check (kind in ('REFUSED', 'RECORDED', 'INTERNAL')),
  area text not null,
  author text not null,
  payload_sealed text,
  fault text,
  opened_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid,
  settler text,
  reason text,
  emptied_at timestamptz
);
create index exception_by_area_idx on sync.exception (area text_pattern_ops, id);
comment on table sync.exception is 'Exceptions (异常上报): changes that were refused, only recorded, or failed, until somebody has looked after them.';
comment on column sync.exception.payload_sealed is 'The whole change as it was sent, sealed under sync.exception.payload.';
comment on column sync.exception.fault is 'Class and place of the failure; no text of it, which may hold values.';

create table sync.photo (
  id uuid primary key,
  state text not null check (state in ('EXPECTED', 'RECEIVED', 'BOUND', 'REFUSED')),
  account_id uuid not null,
  holder text not null,
  area text not null,
  mutation_id uuid,
  etype text,
  entity uuid,
  sha256 text,
  received_sha256 text,
  bytes bigint not null default 0,
  file_id uuid,
  expected_at timestamptz,
  received_at timestamptz,
  bound_at timestamptz
);
create index photo_missing_idx on sync.photo (expected_at) where state in ('EXPECTED', 'REFUSED');
create index photo_by_entity_idx on sync.photo (entity);
comment on table sync.photo is 'Photos (现场照片) taken on phones: announced with a change, received by upload, bound when both agree.';
comment on column sync.photo.id is 'Chosen by the phone; also the identifier of the upload.';
comment on column sync.photo.sha256 is 'As the change announced it.';

create table sync.notice (
  id uuid primary key,
  account_id uuid not null,
  kind text not null,
  zh text not null,
  en text not null,
  about_type text,
  about_id uuid,
  at timestamptz not null,
  withdrawn_at timestamptz
);
create index notice_by_account_idx on sync.notice (account_id);
create index notice_in_force_idx on sync.notice (at) where withdrawn_at is null;
comment on table sync.notice is 'Notices (手机通知) for one person''s phones, such as the result of a review; withdrawn from the phones after two months.';
create trigger notice_captured after insert or update or delete on sync.notice
  for each row execute function sync.capture('notice', 'user:', 'account_id', 'withdrawn_at');

-- A conflict shows values of its record, so it goes where the record goes and leaves where the record leaves.
create function sync.move_conflicts() returns trigger language plpgsql as $$
declare
  target text := coalesce(
    (select min(scope) from sync.change where etype = new.etype and eid = new.eid and op = 'P' and scope like 'grid:%'),
    (select min(scope) from sync.change where etype = new.etype and eid = new.eid and op = 'P'),
    'withdrawn');
begin
  update sync.conflict
     set scope = target, area = case when target like 'grid:%' then substr(target, 6) else area end
   where etype = new.etype and entity = new.eid and scope = new.scope;
  return null;
end $$;
create trigger conflicts_move after insert or update on sync.change
  for each row when (new.op = 'R' and new.etype not in ('conflict', 'notice'))
  execute function sync.move_conflicts();
comment on function sync.move_conflicts() is 'Moves the conflicts of a record that left a scope to where it is now; withdrawn is a scope that nobody holds.';
