create schema wearables;

-- Whoever changes what the gateway knows of a device holds this lock alone; whoever stores a batch shares it. So a batch
-- never stores by a consent that has ended, and knows by one number whether anything changed.
create function wearables.change_alone() returns void language sql as
  $$ select pg_advisory_xact_lock(hashtext('wearables.change')) $$;
create function wearables.change_shared() returns void language sql as
  $$ select pg_advisory_xact_lock_shared(hashtext('wearables.change')) $$;

create sequence wearables.change_seq;

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
  version bigint not null default nextval('wearables.change_seq'),
  check ((retired_at is null) = (retire_reason is null))
);
create index device_by_division_idx on wearables.device (division, id);
create index device_by_wearer_idx on wearables.device (wearer) where wearer is not null;
create index device_by_version_idx on wearables.device (version);
comment on table wearables.device is 'Wearables (穿戴设备) the district handed out. The number is a machine''s, so it stands in the clear.';
comment on column wearables.device.number is 'What the device calls itself on the line: 10 to 15 digits, such as an IMEI.';
comment on column wearables.device.division is 'Where its wearer counts, or where it lies while nobody wears it; the area whose desks hear its alarms.';
comment on column wearables.device.wearer is 'Person of the base. Only the identifier: who it is, is read there.';
comment on column wearables.device.registered_by is 'Posting; so is retired_by.';
comment on column wearables.device.version is 'Grows whenever anything changes that the gateway knows of the device: itself, its consents, zones or limits.';

create function wearables.device_changes() returns trigger language plpgsql as $$
begin
  perform wearables.change_alone();
  new.version := nextval('wearables.change_seq');
  return new;
end $$;
create trigger device_changes before update of number, division, wearer, retired_at on wearables.device
  for each row execute function wearables.device_changes();

-- For tables whose rows belong to a device by device_id.
create function wearables.part_changes() returns trigger language plpgsql as $$
begin
  perform wearables.change_alone();
  update wearables.device set version = nextval('wearables.change_seq')
   where id = case when tg_op = 'DELETE' then old.device_id else new.device_id end;
  return null;
end $$;

create table wearables.consent (
  id uuid primary key,
  device_id int not null references wearables.device (id),
  wearer uuid not null,
  kind text not null check (kind in ('POSITION', 'TRACK', 'VITALS', 'FAMILY')),
  basis text not null check (basis <> ''),
  given_at timestamptz not null,
  noted_by uuid not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdraw_reason text
);
create unique index consent_in_force_idx on wearables.consent (device_id, kind) where withdrawn_at is null;
create index consent_by_wearer_idx on wearables.consent (wearer);
create trigger consent_changes after insert or update or delete on wearables.consent
  for each row execute function wearables.part_changes();
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
) with (fillfactor = 50);
comment on table wearables.state is 'The latest that is known of each device; no history.';
comment on column wearables.state.seen_at is 'By the server''s clock.';
comment on column wearables.state.battery is 'In percent.';
comment on column wearables.state.fix_at is 'By the device''s clock; a fix that is older than the one before changes nothing.';
comment on column wearables.state.speed is 'In kilometres an hour.';

-- Fixed-width columns first, so that a row is 60 bytes. Partitions by the day a fix came, because dropping one is how
-- what is too old goes; the gateway makes them as days come.
create table wearables.fix (
  device_id int not null,
  lon int not null,
  at timestamptz not null,
  received_at timestamptz not null,
  lat int not null,
  speed smallint,
  marks smallint not null default 0
) partition by range (received_at);
create index fix_by_device_idx on wearables.fix (device_id, at);

-- Attached instead of created as a part: the table it belongs to is read and written meanwhile.
create function wearables.make_partition(parent text, name text, first timestamptz, beyond timestamptz)
  returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('wearables.' || name));
  if to_regclass('wearables.' || quote_ident(name)) is null then
    execute format('create table wearables.%I (like wearables.%I including defaults)', name, parent);
    execute format('alter table wearables.%I attach partition wearables.%I for values from (%L) to (%L)',
                   parent, name, first, beyond);
  end if;
end $$;
comment on table wearables.fix is 'Where devices were (轨迹), for wearers who asked for it; 30 days at most.';
comment on column wearables.fix.lon is 'WGS-84, in units of 1e-7 degrees; so is lat.';
comment on column wearables.fix.at is 'By the device''s clock.';
comment on column wearables.fix.received_at is 'By the server''s clock.';
comment on column wearables.fix.speed is 'In kilometres an hour.';
comment on column wearables.fix.marks is '1: the device''s clock is ahead, or more than a day behind.';

create table wearables.vital (
  device_id int not null,
  kind smallint not null,
  value smallint not null,
  at timestamptz not null,
  received_at timestamptz not null,
  second smallint,
  marks smallint not null default 0
) partition by range (received_at);
create index vital_by_device_idx on wearables.vital (device_id, kind, at);
comment on table wearables.vital is 'What devices measured of their wearers (体征), for those who agreed; a year.';
comment on column wearables.vital.kind is '1 HEART_RATE, beats a minute; 2 BLOOD_PRESSURE, mmHg, the diastolic is second; 3 OXYGEN, per cent; 4 TEMPERATURE, tenths of a degree Celsius.';
comment on column wearables.vital.marks is 'As of wearables.fix.';

create table wearables.vital_state (
  device_id int not null references wearables.device (id),
  kind smallint not null,
  at timestamptz not null,
  value smallint not null,
  second smallint,
  level text not null check (level in ('NORMAL', 'YELLOW', 'RED')),
  red_since timestamptz,
  primary key (device_id, kind)
) with (fillfactor = 50);
comment on table wearables.vital_state is 'The latest vital of each kind. Kinds as of wearables.vital.';
comment on column wearables.vital_state.red_since is 'Since when every reading was in the red range; an alarm is red once that is ten minutes.';

create table wearables.alarm (
  id uuid primary key,
  device_id int not null references wearables.device (id),
  wearer uuid,
  kind text not null check (kind ~ '^[A-Z_]+$'),
  level text not null default 'RED' check (level in ('YELLOW', 'RED')),
  detail text,
  division text collate "C" not null,
  raised_at timestamptz not null,
  last_at timestamptz not null,
  times int not null default 1,
  rung smallint not null default 0,
  fix_at timestamptz,
  lon float8,
  lat float8,
  claimed_at timestamptz,
  claimed_by uuid,
  claimer text,
  closed_at timestamptz,
  outcome text check (outcome in ('HELPED', 'BY_MISTAKE', 'TEST', 'NOBODY_FOUND', 'PASSED'))
);
create unique index alarm_open_idx on wearables.alarm (device_id, kind) where closed_at is null;
create index alarm_waiting_idx on wearables.alarm (division, raised_at, id) where closed_at is null;
create index alarm_climbing_idx on wearables.alarm (raised_at) where closed_at is null and claimed_at is null and level = 'RED';
create index alarm_closed_idx on wearables.alarm (closed_at desc, id) where closed_at is not null;
create index alarm_by_device_idx on wearables.alarm (device_id, raised_at);
comment on table wearables.alarm is 'Alarms (设备报警). One is open per device and kind: a repeat is counted on it and never silent; a call after it was closed is a new one.';
comment on column wearables.alarm.wearer is 'Who wore the device then.';
comment on column wearables.alarm.level is 'YELLOW is looked into, RED is answered at once.';
comment on column wearables.alarm.detail is 'What was measured, or the name of the zone; emptied with the positions.';
comment on column wearables.alarm.times is 'How often it was raised while it was open.';
comment on column wearables.alarm.rung is 'How many steps of its ladder were told of it while nobody looked after it.';
comment on column wearables.alarm.fix_at is 'Of the last known position, where the wearer agreed to it.';
comment on column wearables.alarm.claimed_by is 'Posting.';

create table wearables.alarm_act (
  id uuid primary key,
  alarm_id uuid not null references wearables.alarm (id),
  at timestamptz not null,
  act text not null check (act in ('CLAIMED', 'HANDED_BACK', 'NOTED', 'CLOSED', 'REACHED', 'UNREACHED')),
  posting_id uuid not null,
  name text not null,
  note_sealed text
);
create index alarm_act_by_alarm_idx on wearables.alarm_act (alarm_id, at, id);
comment on table wearables.alarm_act is 'What was done about an alarm, by whom and when; only added to.';
comment on column wearables.alarm_act.note_sealed is 'May tell of somebody''s health; sealed under wearables.alarm.note.';
