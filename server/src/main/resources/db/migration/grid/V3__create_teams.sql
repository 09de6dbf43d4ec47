create table grid.member (
  id uuid primary key,
  request_key text not null unique,
  account_id uuid not null,
  posting_id uuid not null,
  name text not null,
  role text not null,
  cell text collate "C" not null check (cell ~ '^\d{15}$'),
  tier int not null check (tier in (1, 2)),
  duty text not null check (duty in ('LEAD', 'WORKER', 'SECURITY', 'PROPERTY', 'BUILDING')),
  chief boolean not null,
  substitute_for uuid references grid.member (id),
  from_day date not null,
  to_day date,
  added_at timestamptz not null,
  added_by uuid not null,
  added_by_name text not null,
  ended_by_name text,
  end_reason text,
  check (to_day is null or to_day >= from_day - 1),
  check ((tier = 1) = (duty = 'LEAD')),
  check (substitute_for is null or to_day is not null)
);
create index member_by_cell_idx on grid.member (cell, from_day);
create index member_by_account_idx on grid.member (account_id);
create index member_by_last_day_idx on grid.member (to_day) where to_day is not null;
comment on table grid.member is 'Grid teams (网格队伍): who is responsible for which cell, from one day to another.';
comment on column grid.member.account_id is 'Whose phone holds the cell while the row is in force.';
comment on column grid.member.tier is '1: leads three or four cells (一级网格长). 2: works in the cell (二级网格员).';
comment on column grid.member.duty is 'LEAD; WORKER, full-time; SECURITY, PROPERTY and BUILDING stewards (综治、物业、楼栋管家).';
comment on column grid.member.chief is 'The one worker who answers for the cell (主责网格员); more than one at a time is a fault that the coverage checks find.';
comment on column grid.member.substitute_for is 'Whom the row stands in for, until its last day.';
comment on column grid.member.to_day is 'Last day; before from_day when it was taken back before it began.';
