alter table casework.case_file add ended_late boolean not null default false;
comment on column casework.case_file.ended_late is 'Whether the case ended after its term while its clock was running.';
create index case_file_by_end_idx on casework.case_file (ended_at, id, unit, area, ended_late) where ended_at is not null;
