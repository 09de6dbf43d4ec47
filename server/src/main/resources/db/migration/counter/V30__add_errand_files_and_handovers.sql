create table counter.errand_file (
  id uuid primary key,
  errand_id uuid not null references counter.errand (id),
  code text,
  name text not null,
  type text not null,
  bytes bigint not null,
  added_at timestamptz not null,
  added_by text not null,
  void_at timestamptz,
  void_why text,
  void_by text,
  check ((void_at is null) = (void_why is null) and (void_at is null) = (void_by is null))
);
create index errand_file_by_errand on counter.errand_file (errand_id, code) where void_at is null;
comment on table counter.errand_file is 'Photos and scans of an errand''s materials (扫描件). One taken by mistake is voided, never deleted.';
comment on column counter.errand_file.id is 'The stored file, in files.';
comment on column counter.errand_file.code is 'The material it shows; empty for what an applicant added to a correction beside the materials.';

create table counter.supplement_material (
  errand_id uuid not null references counter.errand (id),
  code text not null,
  fault text not null check (fault in ('NOT_HANDED_IN', 'UNREADABLE', 'EXPIRED', 'INCOMPLETE', 'DIFFERS', 'WRONG_FORM', 'OTHER')),
  words text not null,
  met_at timestamptz,
  primary key (errand_id, code)
);
comment on table counter.supplement_material is 'Which materials an applicant was asked to correct (补正), and what is wrong with each.';
comment on column counter.supplement_material.words is 'What the clerk added to the fault, or empty.';

create table counter.handover (
  id uuid primary key,
  request_key text not null unique,
  point text not null,
  station text not null,
  made_at timestamptz not null,
  made_by text not null,
  note text not null,
  taken_at timestamptz,
  taken_by text,
  check ((taken_at is null) = (taken_by is null))
);
create index handover_by_station on counter.handover (station, made_at desc);
create index handover_by_point on counter.handover (point, made_at desc);
comment on table counter.handover is 'Hand-over (移交): errands and their originals on the way from an agency point to its station.';

create table counter.handover_errand (
  handover_id uuid not null references counter.handover (id),
  errand_id uuid not null references counter.errand (id),
  outcome text check (outcome in ('TAKEN', 'NOT_THERE')),
  note text,
  primary key (handover_id, errand_id)
);
create index handover_errand_by_errand on counter.handover_errand (errand_id);
comment on table counter.handover_errand is 'One errand of a hand-over; NOT_THERE goes back to the point''s list.';
