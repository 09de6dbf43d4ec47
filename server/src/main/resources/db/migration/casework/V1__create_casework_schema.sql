create schema casework;

create table casework.procedure_version (
    procedure_key text not null check (procedure_key ~ '^[a-z][a-z0-9-]*$'),
    version int not null check (version > 0),
    digest text not null,
    source text not null,
    note text not null,
    published_at timestamptz not null,
    published_by uuid,
    published_by_name text not null,
    primary key (procedure_key, version)
);
comment on table casework.procedure_version is 'Published versions of procedures (流程版本). Rows are added, never changed: cases pin a version.';
comment on column casework.procedure_version.digest is 'SM3 over the content without comments and layout, in hex.';
comment on column casework.procedure_version.source is 'The YAML as it was published.';
comment on column casework.procedure_version.published_by is 'Posting that published it; null for the files that come with the program.';

create table casework.calendar_year (
    year int primary key check (year between 2000 and 2099),
    source text not null,
    entered_at timestamptz not null,
    entered_by uuid,
    entered_by_name text not null
);
comment on table casework.calendar_year is 'Years whose statutory days off and make-up workdays are known beyond those in the program''s own file.';

create table casework.calendar_day (
    id uuid primary key,
    day date not null,
    worked boolean not null,
    name text not null,
    why text not null,
    entered_at timestamptz not null,
    entered_by uuid,
    entered_by_name text not null,
    voided_at timestamptz,
    voided_by uuid,
    voided_by_name text
);
create unique index calendar_day_in_force on casework.calendar_day (day) where voided_at is null;
comment on table casework.calendar_day is 'Days that differ from the plain week and from the program''s own file (节假日与调休): imported for later years, or changed here with a reason.';
comment on column casework.calendar_day.worked is 'True: a workday (make-up); false: a day off.';
comment on column casework.calendar_day.name is 'What the day is called, such as 国庆节.';
comment on column casework.calendar_day.why is 'The notice it follows or the local reason.';
comment on column casework.calendar_day.voided_at is 'When the entry was taken back; a later entry may stand for the same day.';
