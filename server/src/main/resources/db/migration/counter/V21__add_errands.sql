create table counter.errand (
  id uuid primary key,
  request_key text not null unique,
  case_id uuid not null unique,
  case_number text not null unique,
  station text not null,
  agency_point text,
  window_number int,
  visit_id uuid,
  area text not null,
  item_code text not null,
  item_version int not null,
  item_zh text not null,
  item_en text not null,
  kind text not null check (kind in ('CERTIFICATE', 'DIRECT', 'AGENCY', 'ACCEPT')),
  name_sealed text not null,
  document_kind text not null,
  document_sealed text not null,
  document_index bytea not null,
  phone_sealed text,
  phone_index bytea,
  address_sealed text,
  organisation text,
  credit_code text,
  form_sealed text not null,
  findings_sealed text,
  consent_to_reuse boolean not null,
  follow_until date,
  mandate_id uuid,
  agent_name text,
  accepted_by uuid not null,
  accepted_by_name text not null,
  accepted_at timestamptz not null,
  outcome text check (outcome in ('GRANTED', 'DENIED', 'NOT_ACCEPTED', 'WITHDRAWN', 'LAPSED')),
  decided_at timestamptz,
  department_reason text,
  finished_at timestamptz,
  handling_seconds int,
  delivered_at timestamptz,
  delivery_way text,
  originals text not null default 'NONE' check (originals in ('NONE', 'AT_POINT', 'ON_THE_WAY', 'HANDED_OVER'))
);
create index errand_by_station on counter.errand (station, accepted_at desc);
create index errand_by_posting on counter.errand (accepted_by, accepted_at desc);
create index errand_by_document on counter.errand (document_index);
create index errand_by_phone on counter.errand (phone_index) where phone_index is not null;
create index errand_by_visit on counter.errand (visit_id) where visit_id is not null;
create index errand_follows on counter.errand (follow_until) where follow_until is not null;
comment on table counter.errand is 'Errand (办件): one item asked for by one person; how it stands is its case''s business.';
comment on column counter.errand.station is 'The station that accepted it, or that serves the agency point where it was taken.';
comment on column counter.errand.document_index is 'Blind index (id-number) of the applicant''s document number.';
comment on column counter.errand.form_sealed is 'The form''s answers as sealed JSON; the form''s fields are those of the pinned item version.';
comment on column counter.errand.findings_sealed is 'What was found when the facts were verified, as sealed JSON; certificates print it.';
comment on column counter.errand.follow_until is 'Accepted with materials missing (容缺受理): they follow by this day, and nothing is decided before.';
comment on column counter.errand.agent_name is 'The agent who acted for the applicant under the mandate; both names stand on every paper.';
comment on column counter.errand.handling_seconds is 'From the call (or the previous errand of the visit) until the window was done with it.';
comment on column counter.errand.delivered_at is 'When the result was handed over with a delivery receipt (送达回证).';
comment on column counter.errand.delivery_way is 'How, in the words of that receipt.';
comment on column counter.errand.originals is 'Paper originals taken at an agency point lie there until they are handed over and the station confirms that it has them.';

create table counter.errand_material (
  errand_id uuid not null references counter.errand (id),
  code text not null,
  position int not null,
  name_zh text not null,
  name_en text not null,
  state text not null check (state in ('PRESENT', 'FOLLOWS', 'COMMITTED', 'HELD')),
  held_id uuid,
  settled_at timestamptz,
  settled_by text,
  primary key (errand_id, code)
);
comment on table counter.errand_material is 'How each material of an errand was met: handed in, to follow, promised in writing, or held by the district.';
comment on column counter.errand_material.settled_at is 'When one that was to follow arrived.';

create table counter.supplement (
  errand_id uuid primary key references counter.errand (id),
  items jsonb not null,
  asked_at timestamptz not null,
  asked_by text not null,
  answer_by date not null,
  met_at timestamptz
);
comment on table counter.supplement is 'What an applicant was asked to correct (补正): everything at one time, and once (Administrative Licensing Law art. 32).';

create table counter.enquiry (
  request_key text primary key,
  station text not null,
  item_code text not null,
  paper_id uuid not null,
  missing jsonb not null,
  told_at timestamptz not null
);
comment on table counter.enquiry is 'An application that lacked what it needs and was answered with a one-time notice (一次性告知书) in place of a case.';

create table counter.held (
  id uuid primary key,
  person_index bytea not null,
  code text not null,
  source text not null check (source in ('CARD', 'CHECKED', 'CERTIFICATE')),
  errand_id uuid references counter.errand (id),
  file_id uuid,
  paper_id uuid,
  verified_at timestamptz not null,
  verified_by text not null,
  valid_until date not null,
  void_at timestamptz
);
create index held_by_person on counter.held (person_index, code) where void_at is null;
comment on table counter.held is 'What was verified here about a person and need not be brought again (一次提交): by material code, with an end.';
comment on column counter.held.person_index is 'Blind index (id-number) of the person''s document number.';

create table counter.reuse (
  errand_id uuid not null references counter.errand (id),
  code text not null,
  held_id uuid not null references counter.held (id),
  station text not null,
  item_code text not null,
  at timestamptz not null,
  primary key (errand_id, code)
);
create index reuse_by_station on counter.reuse (station, at);
comment on table counter.reuse is 'A paper that did not have to be brought, with the applicant''s consent: what the count of saved papers counts.';

create table counter.commitment_check (
  errand_id uuid not null references counter.errand (id),
  code text not null,
  due date not null,
  outcome text check (outcome in ('TRUE', 'UNTRUE')),
  note text,
  checked_at timestamptz,
  checked_by text,
  primary key (errand_id, code)
);
create index commitment_check_open on counter.commitment_check (due) where outcome is null;
comment on table counter.commitment_check is 'A fact promised in place of a proof (告知承诺), to be verified afterwards.';
