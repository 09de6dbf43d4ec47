create table wearables.zone (
  id int generated always as identity primary key,
  device_id int not null references wearables.device (id),
  name text not null check (name <> ''),
  corners float8[] not null check (cardinality(corners) = 2 or cardinality(corners) between 6 and 200),
  radius float8 check (radius between 30 and 5000),
  leaving boolean not null,
  entering boolean not null,
  days smallint check (days between 1 and 127),
  from_time time,
  to_time time,
  drawn_at timestamptz not null,
  drawn_by uuid not null,
  retired_at timestamptz,
  retired_by uuid,
  check (leaving or entering),
  check ((radius is null) = (cardinality(corners) > 2) and cardinality(corners) % 2 = 0),
  check ((days is null) = (from_time is null) and (days is null) = (to_time is null)),
  check ((retired_at is null) = (retired_by is null))
);
create index zone_by_device_idx on wearables.zone (device_id, id);
create trigger zone_changes after insert or update or delete on wearables.zone
  for each row execute function wearables.part_changes();
comment on table wearables.zone is 'Safe zones (安全区) of whoever wears a device, for as long as they agree that it says where they are.';
comment on column wearables.zone.corners is 'WGS-84 in degrees: longitude and latitude of each corner in turn, or of the centre of a circle.';
comment on column wearables.zone.radius is 'Of a circle, in metres.';
comment on column wearables.zone.leaving is 'Whether leaving it raises an alarm; entering likewise.';
comment on column wearables.zone.days is 'Days on which it is watched: 1 Monday, 2 Tuesday, 4 Wednesday … 64 Sunday, added up. Always, where there are none.';
comment on column wearables.zone.from_time is 'Local time (Asia/Shanghai) on such a day; to_time is on the next day unless it is later.';
comment on column wearables.zone.drawn_by is 'Posting; so is retired_by.';

create table wearables.zone_standing (
  zone_id int primary key references wearables.zone (id) on delete cascade,
  inside boolean not null,
  since timestamptz not null,
  pending_since timestamptz,
  told_at timestamptz
) with (fillfactor = 50);
comment on table wearables.zone_standing is 'On which side of each zone its wearer is taken to be; written only when that changes. All times are by the device''s clock.';
comment on column wearables.zone_standing.pending_since is 'When a fix first lay on the other side, while it takes another one to be believed.';
comment on column wearables.zone_standing.told_at is 'When an alarm told of this side.';

create table wearables.vital_limit (
  device_id int not null references wearables.device (id),
  kind text not null check (kind in ('HEART_RATE', 'BLOOD_PRESSURE', 'OXYGEN', 'TEMPERATURE')),
  low_red smallint,
  low_yellow smallint,
  high_yellow smallint,
  high_red smallint,
  second_low_red smallint,
  second_low_yellow smallint,
  second_high_yellow smallint,
  second_high_red smallint,
  set_at timestamptz not null,
  set_by uuid not null,
  setter text not null,
  reason_sealed text not null,
  primary key (device_id, kind)
);
create trigger vital_limit_changes after insert or update of set_at or delete on wearables.vital_limit
  for each row execute function wearables.part_changes();
comment on table wearables.vital_limit is 'Limits of vitals (体征限值) a clinician set for whoever wears a device; the usual ones hold where there is no row.';
comment on column wearables.vital_limit.low_red is 'A value at or below it is red; none where nothing is too low. Units as of wearables.vital.';
comment on column wearables.vital_limit.low_yellow is 'A value at or below it is yellow.';
comment on column wearables.vital_limit.high_yellow is 'A value at or above it is yellow.';
comment on column wearables.vital_limit.high_red is 'A value at or above it is red.';
comment on column wearables.vital_limit.second_low_red is 'Of the diastolic pressure; so are the others.';
comment on column wearables.vital_limit.set_by is 'Posting.';
comment on column wearables.vital_limit.reason_sealed is 'Tells of somebody''s health; sealed under wearables.limit.reason.';

-- What was drawn or set for a wearer ends with their consent, however it ends: withdrawn, handed on, out of use.
create function wearables.consent_ends() returns trigger language plpgsql as $$
begin
  if new.kind = 'POSITION' then
    delete from wearables.zone where device_id = new.device_id;
    update wearables.alarm set detail = null
     where device_id = new.device_id and kind in ('LEFT_ZONE', 'ENTERED_ZONE') and detail is not null;
  elsif new.kind = 'VITALS' then
    delete from wearables.vital_limit where device_id = new.device_id;
  end if;
  return null;
end $$;
create trigger consent_ends after update of withdrawn_at on wearables.consent
  for each row when (old.withdrawn_at is null and new.withdrawn_at is not null)
  execute function wearables.consent_ends();
