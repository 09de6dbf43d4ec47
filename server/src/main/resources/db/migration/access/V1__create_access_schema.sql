create schema access;
comment on schema access is 'Accounts, sign-in, postings and the audit trail.';

-- A ledger's rows are written once. What the program never does, nobody else should do by mistake either.
create function access.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of %.% are never changed or deleted', tg_table_schema, tg_table_name;
end $$;

-- A ledger (台账): lines that are written once, their places in a chain, and how far the chain reaches. What is the same
-- in every ledger is said here once; "said" are its own columns.
create procedure access.create_ledger(ledger text, said text) language plpgsql as $$
begin
  execute format($ledger$
    create table %1$s (
      id uuid primary key,
      tx xid8 not null default pg_current_xact_id(),
      at timestamptz not null,
      account_id uuid,
      posting_id uuid,
      job text,
      role text not null,
      unit text not null,
      home_unit text,
      %2$s,
      seal bytea not null,
      check ((account_id is null) = (job is not null))
    );
    create index %3$s_by_tx_idx on %1$s (tx);
    create index %3$s_by_at_idx on %1$s (at, id);
    create index %3$s_by_account_idx on %1$s (account_id, at);
    create trigger %3$s_written_once before update or delete on %1$s
      for each row execute function access.refuse_change();
    comment on column %1$s.tx is 'Transaction that wrote the line; lines are chained in the order of transactions.';
    comment on column %1$s.job is 'The house''s own job when nobody signed in acted.';
    comment on column %1$s.home_unit is 'Unit that sent a seconded officer.';
    comment on column %1$s.seal is 'HMAC-SM3 of the line under a key outside the database.';
    create table %1$s_link (
      sequence bigint primary key,
      entry_id uuid not null unique,
      previous bytea not null,
      hash bytea not null,
      sound boolean not null
    );
    create trigger %3$s_link_written_once before update or delete on %1$s_link
      for each row execute function access.refuse_change();
    comment on table %1$s_link is 'Each line''s place in the chain.';
    comment on column %1$s_link.previous is 'Hash of the link before.';
    comment on column %1$s_link.hash is 'HMAC-SM3 over the sequence, the link before and the line''s content.';
    comment on column %1$s_link.sound is 'Whether the line''s seal was right when it was chained.';
    create table %1$s_head (
      only_one boolean primary key default true check (only_one),
      sequence bigint not null,
      hash bytea not null,
      tx xid8 not null
    );
    insert into %1$s_head (sequence, hash, tx) values (0, '', '0');
    comment on table %1$s_head is 'How far the chain reaches; the same is kept in a file beside the keystore.';
    comment on column %1$s_head.tx is 'Transaction of the last line that was chained.';
    $ledger$, ledger, said, split_part(ledger, '.', 2));
end $$;

call access.create_ledger('access.audit', 'act text not null, object text not null, facts text not null');
create index audit_by_object_idx on access.audit (object, at);
comment on table access.audit is 'Audit trail (审计日志): every act and every read of personal data, without personal data itself.';
comment on column access.audit.act is 'Permission word or another dotted word.';
comment on column access.audit.object is 'What was acted on, as kind:identifier.';
comment on column access.audit.facts is 'A few words more, as JSON with its keys in order.';

create table access.account (
  id uuid primary key,
  login text not null,
  name_sealed text not null,
  phone_sealed text,
  password_hash text not null,
  password_set_at timestamptz not null,
  must_change boolean not null,
  totp_sealed text,
  totp_confirmed_at timestamptz,
  totp_last_step bigint not null default 0,
  totp_exempt boolean not null default false,
  failures int not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null,
  retired_at timestamptz,
  retired_why text,
  revision int not null default 1,
  check (login = lower(login)),
  check ((retired_at is null) = (retired_why is null))
);
create unique index account_by_login_idx on access.account (login);
comment on table access.account is 'Account (账号): somebody who may sign in. It does nothing by itself; see access.posting.';
comment on column access.account.name_sealed is 'Name, sealed under access.account.name.';
comment on column access.account.phone_sealed is 'Phone, sealed under access.account.phone.';
comment on column access.account.password_hash is 'Argon2id, with its parameters.';
comment on column access.account.must_change is 'The password was set by somebody else.';
comment on column access.account.totp_sealed is 'Secret of the authenticator (RFC 6238), sealed under access.account.totp; in use once confirmed.';
comment on column access.account.totp_last_step is 'Time step of the last code accepted; a code is good once.';
comment on column access.account.totp_exempt is 'Made by the demo: an administrator who may sign in without an authenticator.';
comment on column access.account.failures is 'Failed sign-ins in a row.';

create table access.password_past (
  account_id uuid not null references access.account,
  set_at timestamptz not null,
  password_hash text not null,
  primary key (account_id, set_at)
);
comment on table access.password_past is 'Earlier passwords, so that they are not used again.';

create table access.posting (
  id uuid primary key,
  account_id uuid not null references access.account,
  role text not null,
  unit text not null,
  area text not null,
  home_unit text,
  from_day date not null,
  to_day date,
  granted_by uuid,
  granted_at timestamptz not null,
  ended_at timestamptz,
  check (to_day is null or to_day >= from_day)
);
create index posting_by_account_idx on access.posting (account_id);
create index posting_by_unit_idx on access.posting (unit, role);
create index posting_by_role_idx on access.posting (role) where ended_at is null;
comment on table access.posting is 'Posting (岗位): a role at a unit, in an area, from one day to another.';
comment on column access.posting.area is 'Division code; the posting reaches every division it covers.';
comment on column access.posting.home_unit is 'Unit that seconded the officer (派驻).';
comment on column access.posting.to_day is 'Last day; empty while open.';
comment on column access.posting.ended_at is 'When a security administrator ended it before its last day.';

create table access.session (
  id uuid primary key,
  token_hash bytea not null unique,
  account_id uuid not null references access.account,
  posting_id uuid references access.posting,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  ended_at timestamptz,
  address text not null,
  agent text not null
);
create index session_by_account_idx on access.session (account_id, started_at);
comment on table access.session is 'Session (登录会话); kept after its end as the account''s record of sign-ins.';
comment on column access.session.token_hash is 'SHA-256 of the cookie: whoever reads this table cannot take a session over.';
comment on column access.session.posting_id is 'The posting its owner chose to act through.';

create table access.sign_in (
  id uuid primary key,
  at timestamptz not null,
  account_id uuid references access.account,
  address text not null,
  outcome text not null
);
create index sign_in_by_address_idx on access.sign_in (address, at);
create index sign_in_by_account_idx on access.sign_in (account_id, at);
comment on table access.sign_in is 'Attempts to sign in. What was typed is not kept: it may be a password in the wrong field.';

create table access.pace (
  topic text not null,
  who text not null,
  reaches timestamptz not null,
  primary key (topic, who)
);
create index pace_by_reach_idx on access.pace (reaches);
comment on table access.pace is 'Pace (限频) of those who ask without signing in; forgotten minutes later.';
comment on column access.pace.who is 'Network address, or the number of the matter asked about.';
comment on column access.pace.reaches is 'Each try moves it on by its share of the limit; a try that would move it beyond the limit is refused.';
