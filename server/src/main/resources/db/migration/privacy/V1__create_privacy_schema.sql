create schema privacy;
comment on schema privacy is 'Keys by name only, and the ledger of personal data shown in full.';

create table privacy.key (
  name text primary key,
  check_value bytea not null,
  created_at timestamptz not null
);
comment on table privacy.key is 'Keys this database was sealed with; the keys themselves lie in the keystore, outside the database.';
comment on column privacy.key.name is 'Purpose and number, such as field-2.';
comment on column privacy.key.check_value is 'First 8 bytes of an HMAC-SM3 of the name under the key: tells the right key from a wrong one, not the key.';

create table privacy.disclosure (
  id uuid primary key,
  tx xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  account_id uuid,
  posting_id uuid,
  job text,
  role text not null,
  unit text not null,
  home_unit text,
  subject text not null,
  fields text not null,
  purpose text not null,
  object text not null,
  seal bytea not null,
  check ((account_id is null) = (job is not null))
);
create index disclosure_by_tx_idx on privacy.disclosure (tx);
create index disclosure_by_at_idx on privacy.disclosure (at, id);
create index disclosure_by_subject_idx on privacy.disclosure (subject, at);
create index disclosure_by_account_idx on privacy.disclosure (account_id, at);
create trigger disclosure_written_once before update or delete on privacy.disclosure
  for each row execute function access.refuse_change();
comment on table privacy.disclosure is 'Disclosure ledger (调阅记录): each time a personal value was shown or handed over in full.';
comment on column privacy.disclosure.subject is 'Whose data, as a blind index or an identifier, never the value itself.';
comment on column privacy.disclosure.fields is 'Names of the fields shown, in order, with commas.';
comment on column privacy.disclosure.tx is 'Transaction that wrote the row; rows are chained in the order of transactions.';
comment on column privacy.disclosure.seal is 'HMAC-SM3 of the row under a key outside the database.';

create table privacy.disclosure_link (
  sequence bigint primary key,
  entry_id uuid not null unique,
  previous bytea not null,
  hash bytea not null,
  sound boolean not null
);
create trigger disclosure_link_written_once before update or delete on privacy.disclosure_link
  for each row execute function access.refuse_change();
comment on table privacy.disclosure_link is 'Each disclosure''s place in its chain, as in access.audit_link.';

create table privacy.disclosure_head (
  only_one boolean primary key default true check (only_one),
  sequence bigint not null,
  hash bytea not null,
  tx xid8 not null
);
insert into privacy.disclosure_head (sequence, hash, tx) values (0, '', '0');
comment on table privacy.disclosure_head is 'How far the chain of disclosures reaches.';
