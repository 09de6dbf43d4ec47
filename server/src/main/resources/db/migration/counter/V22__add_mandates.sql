create table counter.mandate (
  id uuid primary key,
  request_key text not null unique,
  name_sealed text not null,
  document_kind text not null,
  document_sealed text not null,
  document_index bytea not null,
  agent_posting uuid not null,
  agent_name text not null,
  agent_unit text not null,
  station text not null,
  items jsonb not null,
  valid_from date not null,
  valid_until date not null,
  consent text not null check (consent in ('CARD_AND_PHOTO', 'CALL_BACK')),
  consent_file uuid not null,
  paper_id uuid,
  made_at timestamptz not null,
  made_by_name text not null,
  revoked_at timestamptz,
  revoked_reason text,
  check (valid_until >= valid_from)
);
create index mandate_by_person on counter.mandate (document_index);
create index mandate_by_agent on counter.mandate (agent_posting, valid_until);
comment on table counter.mandate is 'Mandate (代办委托): a resident lets an agent act in named matters until a day; taken back at any time.';
comment on column counter.mandate.consent_file is 'The photo taken with the card at hand, or the recording of the call back.';
comment on column counter.mandate.items is 'Codes of the items the agent may ask for.';
