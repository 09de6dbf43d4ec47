create schema access;
comment on schema access is 'Accounts, sign-in, postings and the audit trail.';

-- A ledger's rows are written once. What the program never does, nobody else should do by mistake either.
create function access.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of %.% are never changed or deleted', tg_table_schema, tg_table_name;
end $$;

create table access.audit (
  id uuid primary key,
  tx xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  account_id uuid,
  posting_id uuid,
  job text,
  role text not null,
  unit text not null,
  home_unit text,
  act text not null,
  object text not null,
  facts text not null,
  seal bytea not null,
  check ((account_id is null) = (job is not null))
);
create index audit_by_tx_idx on access.audit (tx);
create index audit_by_at_idx on access.audit (at, id);
create index audit_by_account_idx on access.audit (account_id, at);
create index audit_by_object_idx on access.audit (object, at);
create trigger audit_written_once before update or delete on access.audit
  for each row execute function access.refuse_change();
comment on table access.audit is 'Audit trail (审计日志): every act and every read of personal data, without personal data itself.';
comment on column access.audit.tx is 'Transaction that wrote the row; rows are chained in the order of transactions.';
comment on column access.audit.job is 'The house''s own job when nobody signed in acted.';
comment on column access.audit.home_unit is 'Unit that sent a seconded officer.';
comment on column access.audit.act is 'Permission word or another dotted word.';
comment on column access.audit.object is 'What was acted on, as kind:identifier.';
comment on column access.audit.facts is 'A few words more, as JSON with its keys in order.';
comment on column access.audit.seal is 'HMAC-SM3 of the row under a key outside the database.';

create table access.audit_link (
  sequence bigint primary key,
  entry_id uuid not null unique,
  previous bytea not null,
  hash bytea not null,
  sound boolean not null
);
create trigger audit_link_written_once before update or delete on access.audit_link
  for each row execute function access.refuse_change();
comment on table access.audit_link is 'Each audit row''s place in the chain.';
comment on column access.audit_link.previous is 'Hash of the link before.';
comment on column access.audit_link.hash is 'HMAC-SM3 over the sequence, the link before and the row''s content.';
comment on column access.audit_link.sound is 'Whether the row''s seal was right when it was chained.';

create table access.audit_head (
  only_one boolean primary key default true check (only_one),
  sequence bigint not null,
  hash bytea not null,
  tx xid8 not null
);
insert into access.audit_head (sequence, hash, tx) values (0, '', '0');
comment on table access.audit_head is 'How far the audit chain reaches; the same is kept in a file beside the keystore.';
comment on column access.audit_head.tx is 'Transaction of the last row that was chained.';
