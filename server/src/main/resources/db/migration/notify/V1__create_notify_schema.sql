create schema notify;

create table notify.notice (
  id uuid primary key,
  unique_key text not null unique,
  key text not null,
  arguments jsonb not null,
  names jsonb not null,
  link text not null,
  urgent boolean not null,
  created_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by uuid
);
comment on table notify.notice is 'Notices (通知): one message each, to whomever notify.delivery names.';
comment on column notify.notice.unique_key is 'A second notice with the same key is not sent.';
comment on column notify.notice.key is 'Message key; the text is made in the reader''s language when it is read.';
comment on column notify.notice.names is 'What the text names in the language of its reader.';
comment on column notify.notice.link is 'Page of the staff console it leads to, or empty.';
comment on column notify.notice.acknowledged_at is 'When somebody read or answered it, which stops the ladder.';
comment on column notify.notice.acknowledged_by is 'Posting that did.';

create table notify.delivery (
  id uuid primary key,
  notice_id uuid not null references notify.notice (id),
  rung int not null,
  channel text not null check (channel in ('PAGE', 'SMS')),
  posting_id uuid,
  unit text,
  role text,
  phone_sealed text,
  due_at timestamptz not null,
  next_try_at timestamptz not null,
  tries int not null default 0,
  state text not null check (state in ('WAITING', 'SENT', 'FAILED', 'NO_CHANNEL', 'STOPPED')),
  settled_at timestamptz,
  receipt text,
  last_error text,
  tx xid8 not null default pg_current_xact_id(),
  check (num_nonnulls(posting_id, unit, phone_sealed) = 1 and (unit is null) = (role is null)),
  check ((state = 'WAITING') = (settled_at is null))
);
create index delivery_by_notice_idx on notify.delivery (notice_id);
create index delivery_waiting_idx on notify.delivery (next_try_at) where state = 'WAITING';
create index delivery_by_posting_idx on notify.delivery (posting_id, id) where posting_id is not null;
create index delivery_by_role_idx on notify.delivery (unit, role, id) where unit is not null;
create index delivery_by_tx_idx on notify.delivery (tx) where channel = 'PAGE';
comment on table notify.delivery is 'One recipient of a notice over one channel, with its tries and its receipt.';
comment on column notify.delivery.rung is 'Step of the ladder; 0 is told at once.';
comment on column notify.delivery.unit is 'With role: everybody at the unit whose posting has the role.';
comment on column notify.delivery.phone_sealed is 'Phone number, sealed under notify.phone.';
comment on column notify.delivery.state is 'WAITING for its time or the next try; SENT; FAILED for good; NO_CHANNEL: nothing was set up to send it; STOPPED: acknowledged before its time.';
comment on column notify.delivery.next_try_at is 'Also how long a process has taken it for.';
comment on column notify.delivery.receipt is 'What the far end calls the message.';
comment on column notify.delivery.tx is 'Transaction that put it into the inbox; live pages look for younger ones.';

create table notify.reading (
  delivery_id uuid not null references notify.delivery (id),
  posting_id uuid not null,
  read_at timestamptz not null,
  tx xid8 not null default pg_current_xact_id(),
  primary key (delivery_id, posting_id)
);
create index reading_by_tx_idx on notify.reading (tx);
comment on table notify.reading is 'Who has read what on the live page.';
