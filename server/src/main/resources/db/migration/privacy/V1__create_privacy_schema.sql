create schema privacy;
comment on schema privacy is 'Keys by name only, and the ledger of personal data shown in full.';

create table privacy.key (
  name text primary key,
  check_value bytea not null,
  created_at timestamptz not null,
  retired_at timestamptz
);
comment on table privacy.key is 'Keys this database was sealed with; the keys themselves lie in the keystore, outside the database.';
comment on column privacy.key.name is 'Purpose and number, such as field-2.';
comment on column privacy.key.check_value is 'First 8 bytes of an HMAC-SM3 of the name under the key: tells the right key from a wrong one, not the key.';
comment on column privacy.key.retired_at is 'When it was taken out of the keystore, because nothing was under it any more.';

create table privacy.rotation (
  number int primary key,
  field_key text not null,
  index_key text not null,
  begun_at timestamptz not null,
  finished_at timestamptz
);
comment on table privacy.rotation is 'Rotations of keys (密钥轮换): which keys came into use, and when everything lay under them.';

create table privacy.rotation_part (
  rotation int not null references privacy.rotation (number),
  part text not null,
  after text[] not null,
  changed bigint not null,
  done boolean not null,
  primary key (rotation, part)
);
comment on table privacy.rotation_part is 'How far a rotation has come in each table, so that one that was interrupted goes on where it stopped.';
comment on column privacy.rotation_part.part is 'Qualified name of the table.';
comment on column privacy.rotation_part.after is 'Primary key of the last row that was looked at.';
comment on column privacy.rotation_part.changed is 'Values put under the new keys.';

call access.create_ledger(
  'privacy.disclosure', 'subject text not null, fields text not null, purpose text not null, object text not null');
create index disclosure_by_subject_idx on privacy.disclosure (subject, at);
comment on table privacy.disclosure is 'Disclosure ledger (调阅记录): each time a personal value was shown or handed over in full.';
comment on column privacy.disclosure.subject is 'Whose data, as an index under the ledger''s own key or an identifier, never the value itself.';
comment on column privacy.disclosure.fields is 'Names of the fields shown, in order, with commas.';
comment on column privacy.disclosure.purpose is 'Why, in the reader''s words or as a code.';
comment on column privacy.disclosure.object is 'Where it was shown, as kind:identifier.';
