create table casework.recount (
  id uuid primary key,
  first_day date not null,
  why text not null,
  asked_at timestamptz not null,
  asked_by text not null,
  begins_at timestamptz not null,
  reached uuid not null default '00000000-0000-0000-0000-000000000000',
  open int not null,
  looked int not null default 0,
  changed int not null default 0,
  swept_at timestamptz,
  finished_at timestamptz
);
create index recount_by_time_idx on casework.recount (asked_at, id);
create index recount_unfinished_idx on casework.recount (asked_at, id) where finished_at is null;
comment on table casework.recount is 'Recount (重新计时): the calendar was changed, and the clocks of open cases are counted anew.';
comment on column casework.recount.first_day is 'Earliest day that is worked or off now and was not before.';
comment on column casework.recount.why is 'Reason of the calendar change, as people read it on the timelines.';
comment on column casework.recount.asked_by is 'Who changed the calendar.';
comment on column casework.recount.open is 'How many cases were open when it was asked for; those opened since count on the new calendar already.';
comment on column casework.recount.begins_at is 'When every process counts on the new calendar.';
comment on column casework.recount.reached is 'Case up to which all were looked at; a recount that was interrupted goes on after it.';
comment on column casework.recount.changed is 'Cases whose clocks stand differently now.';
comment on column casework.recount.swept_at is 'When the last case was looked at; what is left then are cases somebody was at.';

create table casework.recount_left (
  recount uuid not null references casework.recount,
  case_id uuid not null,
  tries int not null default 0,
  fault text,
  done_at timestamptz,
  primary key (recount, case_id)
);
create index recount_left_open_idx on casework.recount_left (recount, case_id) where done_at is null;
comment on table casework.recount_left is 'Cases passed over by a recount because somebody was at them, or because counting failed; they are tried again.';
comment on column casework.recount_left.case_id is 'Case; no foreign key, whose check would wait for whoever is at the case.';
comment on column casework.recount_left.tries is 'How often counting failed; waiting for somebody is no failure.';
