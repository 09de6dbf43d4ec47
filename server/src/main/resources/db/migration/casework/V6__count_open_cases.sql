-- How many cases a unit has open, kept by whoever opens, moves or ends one; whatever writes the table, the count follows.
create table casework.unit_open (
  unit text collate "C" not null,
  area text collate "C" not null,
  open bigint not null,
  primary key (unit, area)
);
comment on table casework.unit_open is 'Open cases of a unit in a division, without the changes that were not added up yet.';

create table casework.unit_open_change (
  unit text collate "C" not null,
  area text collate "C" not null,
  change int not null
);
comment on table casework.unit_open_change is 'A case that came to a unit or left it; added up into unit_open and removed now and then.';
comment on column casework.unit_open_change.change is '1 or -1.';

insert into casework.unit_open (unit, area, open)
select unit, area, count(*) from casework.case_file where ended_at is null group by unit, area;

create function casework.count_open() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' and old.ended_at is null then
    insert into casework.unit_open_change (unit, area, change) values (old.unit, old.area, -1);
  end if;
  if tg_op <> 'DELETE' and new.ended_at is null then
    insert into casework.unit_open_change (unit, area, change) values (new.unit, new.area, 1);
  end if;
  return null;
end $$;
create trigger case_file_opened_is_counted after insert on casework.case_file
  for each row when (new.ended_at is null) execute function casework.count_open();
create trigger case_file_moved_is_counted after update of unit, area, ended_at on casework.case_file
  for each row when (old.unit <> new.unit or old.area <> new.area or (old.ended_at is null) <> (new.ended_at is null))
  execute function casework.count_open();
create trigger case_file_gone_is_counted after delete on casework.case_file
  for each row when (old.ended_at is null) execute function casework.count_open();
