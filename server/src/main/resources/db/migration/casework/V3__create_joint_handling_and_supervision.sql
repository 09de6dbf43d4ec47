alter table casework.case_file
  add supervision text check (supervision in ('YELLOW', 'ORANGE', 'RED')),
  add extension text check (extension in ('ASKED', 'GRANTED', 'REFUSED')),
  add followers int not null default 0;
comment on column casework.case_file.supervision is 'Colour of the supervision order that is not closed yet.';
comment on column casework.case_file.extension is 'What became of the one extension a case may ask for.';
comment on column casework.case_file.followers is 'How many cases were joined with this one.';
create index case_file_supervised_idx on casework.case_file (due, id, unit, area) where ended_at is null and supervision is not null;

create table casework.case_supplement (
  case_id uuid primary key references casework.case_file,
  items jsonb not null,
  asked_at timestamptz not null,
  answer_by date not null,
  brought_at timestamptz,
  reminded_at timestamptz
);
create index case_supplement_awaited_idx on casework.case_supplement (answer_by) where brought_at is null and reminded_at is null;
comment on table casework.case_supplement is 'Supplement (补正): what the applicant was asked for, once and all together.';
comment on column casework.case_supplement.reminded_at is 'When whoever has the case was told that the day passed and nothing was brought.';

create table casework.case_assist (
  case_id uuid not null references casework.case_file,
  from_seq int not null,
  rule text not null check (rule in ('ALL', 'ANY', 'LEAD')),
  asked_at timestamptz not null,
  joined_at timestamptz,
  primary key (case_id, from_seq)
);
comment on table casework.case_assist is 'Joint handling (协办): a round of asking other units, and when the case may move on again.';
comment on column casework.case_assist.rule is 'All units must have answered, any one, or the leading one.';

create table casework.case_signature (
  case_id uuid not null references casework.case_file,
  from_seq int not null,
  posting uuid,
  unit text,
  role text,
  asked_at timestamptz not null,
  signed_at timestamptz,
  agreed boolean,
  primary key (case_id, from_seq)
);
comment on table casework.case_signature is 'Countersignature (会签) that was asked of a posting, or of anybody with a role at a unit.';

create table casework.case_extension (
  case_id uuid primary key references casework.case_file,
  amount int not null,
  unit text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  decided_at timestamptz,
  granted boolean
);
comment on table casework.case_extension is 'Extension (延期) of a case''s terms: at most one, and somebody else decides.';
comment on column casework.case_extension.asked_by is 'Account that asked, which cannot decide.';

create table casework.supervision_order (
  case_id uuid not null references casework.case_file,
  from_seq int not null,
  colour text not null check (colour in ('YELLOW', 'ORANGE', 'RED')),
  ordered_by uuid not null,
  orderer text not null,
  unit text not null,
  ordered_at timestamptz not null,
  answer_by timestamptz not null,
  answered_at timestamptz,
  closed_at timestamptz,
  primary key (case_id, from_seq)
);
create unique index supervision_order_open_idx on casework.supervision_order (case_id) where closed_at is null;
create index supervision_order_by_unit_idx on casework.supervision_order (unit, answer_by) where closed_at is null;
comment on table casework.supervision_order is 'Supervision order (督办): asks a unit for an answer by a day; closed by a supervisor (销号).';
comment on column casework.supervision_order.unit is 'Unit whose turn it was.';

create table casework.case_link (
  case_id uuid not null references casework.case_file,
  main_id uuid not null references casework.case_file,
  kind text not null check (kind in ('JOINED', 'SPLIT')),
  from_seq int not null,
  ended_at timestamptz,
  primary key (case_id, from_seq)
);
create index case_link_by_main_idx on casework.case_link (main_id) where ended_at is null;
comment on table casework.case_link is 'Two cases that belong together: joined into one job, or one split off the other.';

create table casework.case_reminder (
  case_id uuid not null references casework.case_file,
  rung text not null,
  round int not null default 0,
  reached_at timestamptz not null,
  sent_at timestamptz not null,
  outdated_at timestamptz,
  primary key (case_id, rung, round)
);
comment on table casework.case_reminder is 'Reminder (提醒) that was sent; the key keeps a second process from sending it again.';
comment on column casework.case_reminder.round is 'How often the rung was sent before for ends of the term that no longer hold.';
comment on column casework.case_reminder.outdated_at is 'When the end of the term was moved, so that the rung is sent again.';

create table casework.case_rating (
  case_id uuid not null references casework.case_file,
  visit text not null,
  grade int not null check (grade between 1 and 5),
  reasons jsonb not null,
  words text,
  channel text not null,
  unit text not null,
  at timestamptz not null,
  request_key text not null,
  rectification uuid references casework.case_file,
  primary key (case_id, visit)
);
create index case_rating_by_time_idx on casework.case_rating (at) include (unit, grade);
comment on table casework.case_rating is 'Rating (好差评, GB/T 39735-2020): 5 very satisfied to 1 very dissatisfied, once a case and visit. Who rated is not stored.';
comment on column casework.case_rating.visit is 'The visit rated; empty for the case as a whole.';
comment on column casework.case_rating.words is 'What was written, sealed.';
comment on column casework.case_rating.unit is 'Unit that handled it.';
comment on column casework.case_rating.rectification is 'Case that a bad rating opened (整改).';
