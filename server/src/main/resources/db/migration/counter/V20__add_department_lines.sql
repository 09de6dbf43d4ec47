create table counter.department_application (
  key text primary key,
  line text not null,
  errand_id uuid not null,
  case_number text not null,
  item_code text not null,
  station text not null,
  state text not null check (state in ('QUEUED', 'SENT', 'ACCEPTED', 'SUPPLEMENT', 'SUPPLEMENTED', 'SUSPENDED',
                                       'GRANTED', 'DENIED', 'WITHDRAWN', 'UNDELIVERABLE')),
  department_number text,
  last_sequence int not null default 0,
  queued_at timestamptz not null,
  sent_at timestamptz,
  answered_at timestamptz
);
create index department_application_by_line on counter.department_application (line, sent_at);
create index department_application_by_errand on counter.department_application (errand_id);
comment on table counter.department_application is 'An errand forwarded over a department line (部门专线), as we believe it stands at the department.';
comment on column counter.department_application.key is 'Idempotency key: the department takes an application once per key, however often it arrives.';
comment on column counter.department_application.last_sequence is 'Number of the newest answer applied; the department counts its answers from 1.';

create table counter.department_message (
  id uuid primary key,
  line text not null,
  key text not null references counter.department_application (key),
  ordinal int not null,
  kind text not null check (kind in ('APPLICATION', 'SUPPLEMENT', 'WITHDRAWAL')),
  body_sealed text not null,
  state text not null check (state in ('PENDING', 'SENT', 'DEAD', 'CANCELLED')),
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  claimed_until timestamptz,
  last_error text,
  created_at timestamptz not null,
  finished_at timestamptz,
  unique (key, ordinal)
);
create index department_message_pending on counter.department_message (line, next_attempt_at) where state = 'PENDING';
comment on table counter.department_message is 'Outbox of the department lines: written with the errand, sent afterwards, at least once, in order per application.';
comment on column counter.department_message.body_sealed is 'The JSON as it is sent, sealed: it holds what the department needs to know of the applicant.';
comment on column counter.department_message.claimed_until is 'A sender holds the message until then; a sender that died gives it up by itself.';
comment on column counter.department_message.state is 'DEAD: refused by the department, or not delivered in the time set; people must see to it.';

create table counter.department_answer (
  id uuid primary key,
  line text not null,
  answer_id text not null,
  key text not null,
  sequence int not null,
  kind text not null check (kind in ('ACCEPTED', 'SUPPLEMENT', 'SUSPENDED', 'RESUMED', 'RESULT')),
  body_sealed text not null,
  digest text not null,
  state text not null check (state in ('STORED', 'APPLIED', 'HELD', 'UNKNOWN_KEY', 'OUTDATED', 'ENDED', 'FAILED')),
  reason text,
  attempts int not null default 0,
  deliveries int not null default 1,
  received_at timestamptz not null,
  applied_at timestamptz,
  tried_at timestamptz,
  unique (line, answer_id)
);
create index department_answer_open on counter.department_answer (tried_at nulls first) where state in ('STORED', 'HELD');
create index department_answer_by_key on counter.department_answer (key, sequence);
comment on table counter.department_answer is 'Inbox of the department lines: stored, acknowledged, then applied to the case.';
comment on column counter.department_answer.state is 'HELD waits for an earlier answer; OUTDATED came after a later one; ENDED came after the case had ended; FAILED was refused by the case.';
comment on column counter.department_answer.tried_at is 'When applying it was last tried; empty asks for a try at once. The more tries, the longer the wait, at most a minute.';
comment on column counter.department_answer.deliveries is 'How often the department sent it; only the first counts.';

create table counter.department_line_state (
  line text primary key,
  failures int not null default 0,
  down_since timestamptz,
  next_try_at timestamptz,
  last_error text,
  last_success_at timestamptz,
  last_outage_from timestamptz,
  last_outage_to timestamptz
);
comment on table counter.department_line_state is 'How a line is doing. While it is down one message at a time is tried, ever more rarely.';

create table counter.department_nonce (
  line text not null,
  nonce text not null,
  seen_at timestamptz not null,
  primary key (line, nonce)
);
comment on table counter.department_nonce is 'Nonces of signed requests from departments, kept while their timestamps are acceptable, so that none is taken twice.';

create table counter.department_reconciliation (
  line text not null,
  day date not null,
  made_at timestamptz not null,
  ours int not null,
  theirs int not null,
  primary key (line, day)
);
comment on table counter.department_reconciliation is 'Comparison of a day''s applications with the department''s list (对账); the newest of the day is kept.';

create table counter.department_difference (
  line text not null,
  day date not null,
  key text not null,
  kind text not null check (kind in ('MISSING_THERE', 'MISSING_HERE', 'DIFFERING')),
  ours text,
  theirs text,
  case_number text,
  primary key (line, day, key),
  foreign key (line, day) references counter.department_reconciliation (line, day)
);
comment on table counter.department_difference is 'One application on which we and the department disagree.';
