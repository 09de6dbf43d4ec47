create schema wearables;

create table wearables.device (
  id int generated always as identity primary key,
  number text collate "C" not null unique check (number ~ '^\d{10,15}$'),
  model text not null check (model <> ''),
  division text collate "C" not null,
  wearer uuid,
  registered_at timestamptz not null,
  registered_by uuid not null,
  retired_at timestamptz,
  retired_by uuid,
  retire_reason text,
  check ((retired_at is null) = (retire_reason is null))
);
create index device_by_division_idx on wearables.device (division, id);
create index device_by_wearer_idx on wearables.device (wearer) where wearer is not null;
comment on table wearables.device is 'Wearables (穿戴设备) the district handed out. The number is a machine''s, so it stands in the clear.';
comment on column wearables.device.number is 'What the device calls itself on the line: 10 to 15 digits, such as an IMEI.';
comment on column wearables.device.division is 'Where its wearer counts, or where it lies while nobody wears it; the area whose desks hear its alarms.';
comment on column wearables.device.wearer is 'Person of the base. Only the identifier: who it is, is read there.';
comment on column wearables.device.registered_by is 'Posting; so is retired_by.';

create table wearables.consent (
  id uuid primary key,
  device_id int not null references wearables.device (id),
  wearer uuid not null,
  kind text not null check (kind in ('POSITION')),
  basis text not null check (basis <> ''),
  given_at timestamptz not null,
  noted_by uuid not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdraw_reason text
);
create unique index consent_in_force_idx on wearables.consent (device_id, kind) where withdrawn_at is null;
create index consent_by_wearer_idx on wearables.consent (wearer);
comment on table wearables.consent is 'Separate consents (单独同意, Personal Information Protection Law art. 29) of wearers. Without one nothing is stored but that a device was heard of, how full its battery is, and an SOS.';
comment on column wearables.consent.basis is 'How the consent was given, such as signed on paper or by phone.';
comment on column wearables.consent.noted_by is 'Posting; so is withdrawn_by.';

create table wearables.state (
  device_id int primary key references wearables.device (id),
  seen_at timestamptz not null,
  battery int check (battery between 0 and 100),
  fix_at timestamptz,
  lon float8,
  lat float8,
  speed float8,
  check ((fix_at is null) = (lon is null) and (lon is null) = (lat is null))
) with (fillfactor = 70);
comment on table wearables.state is 'The latest that is known of each device; no history.';
comment on column wearables.state.seen_at is 'By the server''s clock.';
comment on column wearables.state.battery is 'In percent.';
comment on column wearables.state.fix_at is 'By the device''s clock; a fix that is older than the one before changes nothing.';
comment on column wearables.state.speed is 'In kilometres an hour.';

create table wearables.alarm (
  id uuid primary key,
  device_id int not null references wearables.device (id),
  wearer uuid,
  kind text not null check (kind in ('SOS', 'FALL', 'REMOVED', 'LOW_BATTERY', 'LEFT_ZONE', 'ENTERED_ZONE')),
  division text collate "C" not null,
  raised_at timestamptz not null,
  last_at timestamptz not null,
  times int not null default 1,
  fix_at timestamptz,
  lon float8,
  lat float8,
  claimed_at timestamptz,
  claimed_by uuid,
  claimer text,
  closed_at timestamptz,
  outcome text check (outcome in ('HELPED', 'BY_MISTAKE', 'TEST', 'NOBODY_FOUND'))
);
create unique index alarm_open_idx on wearables.alarm (device_id, kind) where closed_at is null;
create index alarm_waiting_idx on wearables.alarm (division, raised_at, id) where closed_at is null;
create index alarm_closed_idx on wearables.alarm (closed_at desc, id) where closed_at is not null;
create index alarm_by_device_idx on wearables.alarm (device_id, raised_at);
comment on table wearables.alarm is 'Alarms (设备报警). One is open per device and kind: a repeat is counted on it and never silent; a call after it was closed is a new one.';
comment on column wearables.alarm.wearer is 'Who wore the device then.';
comment on column wearables.alarm.times is 'How often it was raised while it was open.';
comment on column wearables.alarm.fix_at is 'Of the last known position, where the wearer agreed to it.';
comment on column wearables.alarm.claimed_by is 'Posting.';

create table wearables.alarm_act (
  id uuid primary key,
  alarm_id uuid not null references wearables.alarm (id),
  at timestamptz not null,
  act text not null check (act in ('CLAIMED', 'HANDED_BACK', 'NOTED', 'CLOSED')),
  posting_id uuid not null,
  name text not null,
  note_sealed text
);
create index alarm_act_by_alarm_idx on wearables.alarm_act (alarm_id, at, id);
comment on table wearables.alarm_act is 'What was done about an alarm, by whom and when; only added to.';
comment on column wearables.alarm_act.note_sealed is 'May tell of somebody''s health; sealed under wearables.alarm.note.';
