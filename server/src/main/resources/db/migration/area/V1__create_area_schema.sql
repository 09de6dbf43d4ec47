create schema area;

create table area.reference (
  fingerprint text primary key,
  loaded_at timestamptz not null,
  current boolean not null
);
create unique index reference_current_idx on area.reference (current) where current;
comment on table area.reference is 'Which state of the reference files the area tables were filled from.';
comment on column area.reference.fingerprint is 'SM3 over the files and the version of the cell layout.';

create table area.division (
  code text primary key check (code ~ '^(\d{2}|\d{4}|\d{6}(\d{3}){0,2})$'),
  name_zh text not null,
  short_name_zh text not null,
  name_en text not null,
  name_mn text,
  outline text,
  centre_lon float8,
  centre_lat float8,
  square_metres float8,
  retired_at timestamptz
);
comment on table area.division is 'Divisions (区划) from the province down to communities; codes cut after the last level meant.';
comment on column area.division.name_zh is 'Name in the statistical register.';
comment on column area.division.short_name_zh is 'Name without the committee''s suffix, as people say it.';
comment on column area.division.name_mn is 'Name in traditional Mongolian script; empty where it is not known for certain.';
comment on column area.division.outline is 'GeoJSON multi-polygon, WGS-84. The district''s is coarse; below it synthetic, made by slicing, until surveyed outlines are loaded.';
comment on column area.division.retired_at is 'No longer in the register; old rows elsewhere may still name it.';

create table area.grid_cell (
  code text primary key check (code ~ '^\d{15}$'),
  community text not null references area.division (code),
  outline text not null,
  centre_lon float8 not null,
  centre_lat float8 not null,
  square_metres float8 not null,
  retired_at timestamptz,
  check (left(code, 12) = community)
);
create index grid_cell_by_community_idx on area.grid_cell (community);
comment on table area.grid_cell is 'Grid cells (网格) of about 400 households: community code + 3 digits, numbered west to east and north to south; 901-999 are kept for dedicated cells.';
comment on column area.grid_cell.outline is 'GeoJSON multi-polygon, WGS-84; synthetic until surveyed cells are loaded.';

create table area.unit (
  code text primary key,
  kind text not null check (kind in ('DISTRICT', 'DISTRICT_HALL', 'DEPARTMENT', 'SUB_DISTRICT_OFFICE', 'STATION',
                                     'COMMITTEE', 'AGENCY_POINT')),
  name_zh text not null,
  name_en text not null,
  area text not null references area.division (code),
  parent text references area.unit (code),
  retired_at timestamptz
);
create index unit_by_area_idx on area.unit (area);
create index unit_by_parent_idx on area.unit (parent);
comment on table area.unit is 'Units (单位): offices that people work for and matters are handed to.';
comment on column area.unit.code is 'Given once and never used again.';
comment on column area.unit.area is 'The division the unit works for.';

create table area.station_area (
  sub_district text primary key references area.division (code),
  station text not null references area.unit (code)
);
create index station_area_by_station_idx on area.station_area (station);
comment on table area.station_area is 'Which station serves a sub-district or town; four have none of their own and are served by another''s.';

create table area.station_window (
  station text not null references area.unit (code),
  number int not null check (number > 0),
  name_zh text not null,
  name_en text not null,
  active boolean not null default true,
  primary key (station, number)
);
comment on table area.station_window is 'Windows (窗口) of the stations; every window handles every item.';
