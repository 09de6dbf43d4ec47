create table area.picture (
  single boolean primary key default true check (single),
  version bigint not null
);
insert into area.picture (version) values (1);
comment on table area.picture is 'A number that grows whenever divisions, units or cells change, so that every process notices and reads them anew.';

create table area.redrawing (
  id uuid primary key,
  at timestamptz not null,
  act text not null check (act in ('REDRAW', 'SPLIT', 'MERGE', 'RETIRE')),
  community text not null references area.division (code),
  posting_id uuid not null,
  actor text not null,
  reason text not null,
  created text[] not null,
  retired text[] not null
);
create index redrawing_by_community_idx on area.redrawing (community, at);
comment on table area.redrawing is 'Redrawings (网格调整): who changed the cells of a community, when and why. From the first one on the reference files leave the cells of the community alone.';
comment on column area.redrawing.created is 'Cells that came into being.';
comment on column area.redrawing.retired is 'Cells whose ground went to others.';

create table area.former_outline (
  redrawing_id uuid not null references area.redrawing (id),
  code text not null references area.grid_cell (code),
  outline text not null,
  primary key (redrawing_id, code)
);
comment on table area.former_outline is 'Outlines that a redrawing put others in the place of.';
