create table counter.service_window (
  station text not null,
  number int not null,
  state text not null check (state in ('OPEN', 'PAUSED', 'CLOSED')),
  posting uuid,
  clerk text,
  note text,
  since timestamptz not null,
  visit uuid,
  primary key (station, number)
);
create unique index service_window_posting_key on counter.service_window (posting) where posting is not null;
comment on table counter.service_window is 'Windows (窗口) as they stand now: who sits there and whom they serve.';
comment on column counter.service_window.posting is 'The clerk''s posting; empty while closed. A posting has one window.';
comment on column counter.service_window.note is 'Why the window pauses, shown on the board.';
comment on column counter.service_window.visit is 'The visit called or being served; empty when the window is free. Taking the next visitor locks this row, so that a double click cannot call two.';

create table counter.visit (
  id uuid primary key,
  station text not null,
  day date not null,
  ticket text not null,
  state text not null check (state in ('WAITING', 'CALLED', 'SERVING', 'FINISHED', 'MISSED', 'EXPIRED', 'LEFT')),
  rank smallint not null,
  queue_at timestamptz not null,
  only_window int,
  way text not null check (way in ('CARD', 'PHONE', 'BOOKING', 'NAME')),
  items text[] not null default '{}',
  name_sealed text,
  id_index bytea,
  phone_sealed text,
  phone_index bytea,
  booking uuid,
  window_number int,
  posting uuid,
  clerk text,
  checked_in_at timestamptz not null,
  called_at timestamptz,
  arrived_at timestamptz,
  finished_at timestamptz,
  calls smallint not null default 0,
  missed smallint not null default 0,
  revision int not null default 1,
  request_key text not null unique,
  last_key text
);
create unique index visit_ticket_key on counter.visit (station, day, ticket);
create unique index visit_posting_key on counter.visit (posting) where state in ('CALLED', 'SERVING');
create index visit_waiting_idx on counter.visit (station, day, rank, queue_at, id) where state = 'WAITING';
create index visit_live_idx on counter.visit (station, day) where state in ('CALLED', 'SERVING', 'MISSED');
create index visit_live_person_idx on counter.visit (id_index)
  where state in ('WAITING', 'CALLED', 'SERVING') and id_index is not null;
create index visit_live_phone_idx on counter.visit (phone_index)
  where state in ('WAITING', 'CALLED', 'SERVING') and phone_index is not null;
create index visit_called_idx on counter.visit (called_at, station) include (checked_in_at, arrived_at, finished_at)
  where called_at is not null;
comment on table counter.visit is 'Visits (到访): one person''s way from check-in to the end at the window.';
comment on column counter.visit.day is 'Day at the station; tickets count anew each day.';
comment on column counter.visit.rank is '-1 handed on from another window, 0 priority, 1 booked and on time, 2 everybody else. Why somebody has priority is not stored.';
comment on column counter.visit.queue_at is 'Place in the queue within a rank; kept when somebody comes back after having missed the call.';
comment on column counter.visit.only_window is 'Handed on to this window; others do not call it.';
comment on column counter.visit.items is 'Codes of the items the visitor came for, as far as that was said.';
comment on column counter.visit.name_sealed is 'Name, sealed under counter.visit.name.';
comment on column counter.visit.id_index is 'Blind index id-number of the card''s holder; the number itself is not kept here.';
comment on column counter.visit.phone_sealed is 'Phone, sealed under counter.visit.phone.';
comment on column counter.visit.last_key is 'Request key of the last act, so that a double click is answered with what the first one did.';

create table counter.visit_errand (
  errand uuid primary key,
  visit uuid not null,
  station text not null,
  window_number int not null,
  posting uuid not null,
  item_code text not null,
  item_version int not null,
  at_hall boolean not null,
  began_at timestamptz not null,
  finished_at timestamptz,
  seconds int,
  case_id uuid
);
create index visit_errand_visit_idx on counter.visit_errand (visit);
create index visit_errand_figures_idx on counter.visit_errand (finished_at, station)
  include (item_code, window_number, seconds, at_hall) where finished_at is not null;
create index visit_errand_use_idx on counter.visit_errand (station, finished_at) include (item_code)
  where finished_at is not null;
comment on table counter.visit_errand is 'What was done at the window during a visit, for the quarter of an hour (一刻钟).';
comment on column counter.visit_errand.at_hall is 'The district hall offers the item too: done at a station, it spared a way there.';
comment on column counter.visit_errand.began_at is 'The call for the first errand of a visit, the start for further ones.';

create table counter.ticket_series (
  station text not null,
  day date not null,
  series text not null,
  last int not null,
  primary key (station, day, series)
);
comment on table counter.ticket_series is 'Last ticket number given out, by station, day and letter (A everybody, B booked, P priority).';

create table counter.station_pace (
  station text primary key,
  handling_seconds double precision not null
);
comment on table counter.station_pace is 'Moving average of the time from call to finish, for estimating the wait without reading history.';

create table counter.booking_slot (
  station text not null,
  day date not null,
  starts time not null,
  capacity int not null,
  taken int not null default 0 check (taken between 0 and capacity),
  primary key (station, day, starts)
);
comment on table counter.booking_slot is 'Half hours that may be booked (预约时段).';

create table counter.booking (
  id uuid primary key,
  code text not null unique,
  station text not null,
  day date not null,
  starts time not null,
  items text[] not null default '{}',
  name_sealed text not null,
  phone_sealed text not null,
  phone_index bytea not null,
  state text not null check (state in ('BOOKED', 'ARRIVED', 'CANCELLED')),
  made_at timestamptz not null,
  request_key text not null unique
);
create unique index booking_person_key on counter.booking (phone_index, day) where state = 'BOOKED';
create index booking_station_idx on counter.booking (station, day, starts);
comment on table counter.booking is 'Bookings (预约); one live booking a phone number and day.';
comment on column counter.booking.name_sealed is 'Name, sealed under counter.booking.name.';
comment on column counter.booking.phone_sealed is 'Phone, sealed under counter.booking.phone.';

create table counter.rating_code (
  code text primary key,
  visit uuid not null unique,
  station text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  grade smallint check (grade between 1 and 5),
  reasons text[] not null default '{}',
  words text
);
create index rating_code_used_idx on counter.rating_code (station, used_at) where used_at is not null;
comment on table counter.rating_code is 'One-time codes for rating a visit (好差评); nothing leads from here to the person who rated.';
comment on column counter.rating_code.grade is '5 very satisfied to 1 very dissatisfied; empty until rated, there is no default.';
