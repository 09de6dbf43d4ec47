create schema rights;

create table rights.request (
  id uuid primary key,
  request_key text not null unique,
  case_id uuid not null unique,
  case_number text not null unique,
  kind text not null check (kind in ('COPY', 'CORRECTION', 'OBJECTION', 'DELETION', 'EXPLANATION')),
  asked_by text not null check (asked_by in ('SELF', 'GUARDIAN', 'RELATIVE', 'AUTHORISED')),
  requester_name_sealed text not null,
  requester_document_kind text not null,
  requester_document_sealed text not null,
  requester_document_index bytea not null,
  requester_phone_sealed text,
  person_id uuid,
  subject_name_sealed text not null,
  subject_document_kind text not null,
  subject_document_sealed text not null,
  subject_document_index bytea not null,
  wish_sealed text not null,
  identity text not null check (identity in ('CARD', 'DOCUMENT')),
  proof_file uuid,
  station text not null,
  area text not null,
  received_by uuid not null,
  received_by_name text not null,
  received_at timestamptz not null,
  outcome text check (outcome in ('GRANTED', 'BLOCKED', 'REFUSED', 'WITHDRAWN')),
  answer_sealed text,
  decided_at timestamptz,
  decided_by_name text,
  carried_out_at timestamptz,
  check (asked_by = 'SELF' or proof_file is not null)
);
create index request_by_requester_idx on rights.request (requester_document_index);
create index request_by_subject_idx on rights.request (subject_document_index);
create index request_by_person_idx on rights.request (person_id) where person_id is not null;
comment on table rights.request is 'Requests of people about their data (个人信息权利申请); how one stands is its case''s business.';
comment on column rights.request.asked_by is 'SELF; GUARDIAN of a minor or of somebody who cannot act; RELATIVE of the deceased (PIPL art. 49); AUTHORISED in writing.';
comment on column rights.request.person_id is 'Record of the registry the request is about, where there is one.';
comment on column rights.request.subject_document_index is 'Blind index (id-number) of the document of whom the data is about.';
comment on column rights.request.wish_sealed is 'What is asked for and why, with the corrections wanted, as sealed JSON.';
comment on column rights.request.identity is 'How the requester''s identity was checked: by the CARD in the reader, or by the DOCUMENT shown.';
comment on column rights.request.proof_file is 'Proof that the requester may act for the person.';
comment on column rights.request.outcome is 'BLOCKED: a law forbids removal, so the data is stored and not used otherwise (PIPL art. 47).';
comment on column rights.request.answer_sealed is 'What the requester is answered; of a refusal the reasons.';

create table rights.paper (
  request_id uuid not null references rights.request (id),
  kind text not null check (kind in ('RECEIPT', 'ANSWER', 'COPY')),
  pdf_sealed text,
  made_at timestamptz not null,
  made_by text not null,
  primary key (request_id, kind)
);
comment on table rights.paper is 'Papers of requests.';
comment on column rights.paper.pdf_sealed is 'Base64 of the PDF, sealed; of copies emptied after a while.';

create table rights.retention_rule (
  key text primary key,
  active boolean not null default false,
  switched_at timestamptz,
  switched_by text,
  reason text,
  rehearsed_at timestamptz,
  rehearsed_due bigint
);
comment on table rights.retention_rule is 'Which retention rules bind. The rules themselves are said by the modules that hold the data.';
comment on column rights.retention_rule.rehearsed_due is 'How many rows the rule would have met when it was last rehearsed.';

create table rights.retention_run (
  id uuid primary key,
  rule text not null,
  way text not null check (way in ('NIGHT', 'BY_HAND', 'REHEARSAL')),
  started_by text not null,
  begun_at timestamptz not null,
  ended_at timestamptz,
  due bigint not null,
  looked bigint not null default 0,
  emptied bigint not null default 0,
  blocked bigint not null default 0,
  failure text
);
create index retention_run_by_rule_idx on rights.retention_run (rule, begun_at desc);
comment on table rights.retention_run is 'Runs and rehearsals of retention rules; kept as the proof that they ran.';
comment on column rights.retention_run.due is 'How many rows were due when it began.';
comment on column rights.retention_run.blocked is 'Rows that are now stored only, because something stands against emptying them.';
comment on column rights.retention_run.failure is 'Kind of failure that ended it early; the next night goes on.';
