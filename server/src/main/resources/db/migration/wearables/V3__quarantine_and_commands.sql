create table wearables.quarantine (
  id uuid primary key,
  protocol text not null,
  reason text not null check (reason ~ '^[A-Z_]+$'),
  at timestamptz not null,
  start_sealed text not null
);
create index quarantine_by_reason_idx on wearables.quarantine (protocol, reason, at);
create index quarantine_by_age_idx on wearables.quarantine (at);
comment on table wearables.quarantine is 'Samples of what devices sent that could not be read, or is not listened to (隔离区); deleted after 7 days.';
comment on column wearables.quarantine.start_sealed is 'The first 64 bytes; may tell of somebody, so they are sealed under wearables.quarantine.start.';

create table wearables.command (
  id uuid primary key,
  device_id int not null references wearables.device (id),
  wearer uuid,
  kind text not null check (kind in ('LOCATE', 'FIND', 'INTERVAL', 'CONTACTS', 'REMIND', 'QUIET')),
  content_sealed text,
  state text not null check (state in ('WAITING', 'SENT', 'ANSWERED', 'REFUSED', 'EXPIRED')),
  ordered_at timestamptz not null,
  ordered_by uuid not null,
  name text not null,
  expires_at timestamptz not null,
  sent_at timestamptz,
  ended_at timestamptz,
  check ((state in ('WAITING', 'SENT')) = (ended_at is null) and (ended_at is null) = (content_sealed is not null))
);
create index command_by_device_idx on wearables.command (device_id, ordered_at desc, id desc);
create index command_by_wearer_idx on wearables.command (wearer) where content_sealed is not null;
create index command_under_way_idx on wearables.command (expires_at) where state in ('WAITING', 'SENT');
create index command_waiting_idx on wearables.command (ordered_at) where state = 'WAITING';
comment on table wearables.command is 'Orders to devices (下行指令). There is none to listen or to take a photo, and none is to be added.';
comment on column wearables.command.wearer is 'Who wore the device when it was given; another wearer''s device is not told.';
comment on column wearables.command.content_sealed is 'Contacts and reminders tell of people, so they are sealed under wearables.command.content; emptied when the order is over.';
comment on column wearables.command.ordered_by is 'Posting; name is how its person is called.';
comment on column wearables.command.sent_at is 'When it first went to the device.';
