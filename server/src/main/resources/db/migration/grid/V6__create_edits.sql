create table grid.edit (
  request_key text primary key,
  act text not null check (act in ('SPLIT', 'MERGE', 'REDRAW', 'MOVE')),
  community text not null,
  kept text[] not null,
  created text[] not null,
  retired text[] not null,
  dwellings int not null,
  households int not null,
  people int not null,
  events int not null,
  phones int not null,
  reason text not null,
  by_name text not null,
  at timestamptz not null
);
create index edit_by_community_idx on grid.edit (community, at);
comment on table grid.edit is 'Edits of cells (网格调整) with all that followed them.';
comment on column grid.edit.phones is 'How many people held one of the cells.';
