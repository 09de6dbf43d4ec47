create table wearables.vendor (
  id int generated always as identity primary key,
  name text not null check (name <> ''),
  division text collate "C" not null,
  key_sealed text not null,
  made_at timestamptz not null,
  made_by uuid not null,
  heard_at timestamptz,
  retired_at timestamptz,
  retired_by uuid,
  retire_reason text,
  check ((retired_at is null) = (retire_reason is null))
);
create unique index vendor_name_idx on wearables.vendor (name) where retired_at is null;
comment on table wearables.vendor is 'Vendors (厂商) whose platforms send what sensors in homes say. A machine''s account: it signs each request and reads nothing.';
comment on column wearables.vendor.division is 'It is heard for devices of this area only.';
comment on column wearables.vendor.key_sealed is 'What it signs with; sealed under wearables.vendor.key, because a digest could check no signature.';
comment on column wearables.vendor.made_by is 'Posting; so is retired_by.';
comment on column wearables.vendor.heard_at is 'When a request of it was last taken, to the minute.';

create table wearables.vendor_request (
  vendor_id int not null references wearables.vendor (id),
  signature text collate "C" not null check (signature ~ '^[0-9a-f]{64}$'),
  came_at timestamptz not null,
  primary key (vendor_id, signature)
);
create index vendor_request_by_time_idx on wearables.vendor_request (came_at);
comment on table wearables.vendor_request is 'Signatures that came within the window in which they are good, so that none is good twice; forgotten afterwards.';
