create table counter.resident_note (
  errand_id uuid primary key references counter.errand (id),
  posting_id uuid not null,
  account_id uuid not null,
  actor text not null,
  role text not null,
  unit text not null,
  home_unit text,
  area text not null,
  card_read boolean not null,
  noted_at timestamptz not null,
  tries int not null default 0,
  next_try_at timestamptz not null,
  outcome text check (outcome in ('REGISTERED', 'CHANGED', 'AS_KNOWN', 'ELSEWHERE', 'REFUSED')),
  refused_because text,
  settled_at timestamptz,
  check ((outcome is null) = (settled_at is null))
);
create index resident_note_waiting_idx on counter.resident_note (next_try_at) where settled_at is null;
comment on table counter.resident_note is 'What a window learned about people with an errand and the registry is still to be told, in the name of the clerk.';
comment on column counter.resident_note.area is 'Area of the posting that accepted the errand: the registry changes only for those who may change it there.';
comment on column counter.resident_note.outcome is 'AS_KNOWN: the registry had it all. ELSEWHERE: the person counts outside the area of the posting. REFUSED: the registry did not take it, refused_because says why.';
