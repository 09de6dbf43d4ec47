create schema registry;

create table registry.change (
  id uuid primary key,
  at timestamptz not null,
  source text not null check (source in ('CARD', 'IMPORT', 'FIELD', 'COUNTER', 'DESK', 'DEPARTMENT', 'DEMO')),
  reason text not null,
  reference text,
  posting_id uuid not null,
  actor text not null,
  unit text not null,
  home_unit text
);
create index change_by_posting_idx on registry.change (posting_id, id);
comment on table registry.change is 'Changes (变更) of the base: who changed something, from where and why. Every row of the base names the change that made it what it is.';
comment on column registry.change.source is 'CARD: read from an identity card. IMPORT: from a file. FIELD: seen on the spot by a grid worker. COUNTER: told at a window. DESK: the registry''s own pages. DEPARTMENT: a department''s system. DEMO: invented.';
comment on column registry.change.reference is 'What it belongs to, as kind:identifier, such as an import or a case.';
comment on column registry.change.actor is 'Name of the person who acted, as on papers and timelines.';
comment on column registry.change.home_unit is 'The unit that sent a seconded officer.';

-- One function keeps the earlier state of every table of the base: the row as it was goes to <table>_history, which has
-- the same columns and, at the end, when that state ended.
create function registry.keep_history() returns trigger language plpgsql as $$
begin
  if new.revision = old.revision then
    perform registry.only_sealed_anew(to_jsonb(old), to_jsonb(new), tg_table_name);
    return new;
  end if;
  if new.revision <> old.revision + 1 or new.change_id = old.change_id then
    raise exception 'a row of registry.% changes with its next revision and a change of its own', tg_table_name
      using errcode = 'integrity_constraint_violation';
  end if;
  execute format('insert into registry.%I select ($1).*, $2', tg_table_name || '_history')
    using old, new.changed_at;
  return new;
end $$;

-- Keys are rotated under a running house: the same value sealed anew is no change of the value.
create function registry.only_sealed_anew(before jsonb, after jsonb, name text) returns void language plpgsql as $$
begin
  if exists (select from jsonb_each(before) b join jsonb_each(after) a using (key)
             where a.value is distinct from b.value and key !~ '_(sealed|index)$') then
    raise exception 'what a row of registry.% is or was changes with a revision only', name
      using errcode = 'integrity_constraint_violation';
  end if;
end $$;
comment on function registry.keep_history is 'Keeps what a row was before it changes, whoever changes it and by which way.';

create function registry.keep_as_is() returns trigger language plpgsql as $$
begin
  perform registry.only_sealed_anew(to_jsonb(old), to_jsonb(new), tg_table_name);
  return new;
end $$;

create function registry.refuse_delete() returns trigger language plpgsql as $$
begin
  raise exception 'rows of %.% are voided or retired, never deleted', tg_table_schema, tg_table_name
    using errcode = 'integrity_constraint_violation';
end $$;

create table registry.compound (
  id uuid primary key,
  community text collate "C" not null check (community ~ '^\d{12}$'),
  name text not null,
  name_key text collate "C" not null,
  initials text collate "C" not null,
  other_names text[] not null default '{}',
  lon float8,
  lat float8,
  revision int not null default 1,
  changed_at timestamptz not null,
  change_id uuid not null,
  voided_at timestamptz
);
create index compound_by_community_idx on registry.compound (community, name_key);
create index compound_by_name_idx on registry.compound (name_key);
create index compound_by_initials_idx on registry.compound (initials);
comment on table registry.compound is 'Residential compounds (小区): a walled estate, a street block or a village, inside one community.';
comment on column registry.compound.name_key is 'Name as it is looked for: without 小区, 花园 and the like, 19 for 十九.';

create table registry.dwelling (
  id uuid primary key,
  compound_id uuid not null,
  building text not null,
  unit text not null,
  floor int,
  room text not null,
  number_key text collate "C" not null,
  division text collate "C" not null check (division ~ '^\d{12}(\d{3})?$'),
  lon float8,
  lat float8,
  use text not null check (use in ('OWNER_OCCUPIED', 'RENTAL', 'VACANT', 'BUSINESS', 'COLLECTIVE', 'OTHER')),
  square_metres numeric(8, 2),
  revision int not null default 1,
  changed_at timestamptz not null,
  change_id uuid not null,
  voided_at timestamptz
);
create unique index dwelling_by_address_idx on registry.dwelling (compound_id, number_key) where voided_at is null;
create index dwelling_by_division_idx on registry.dwelling (division, id);
comment on table registry.dwelling is 'Dwellings (房屋): one door each. An address belongs to nobody; who lives behind it is registry.residence.';
comment on column registry.dwelling.unit is 'Staircase (单元); empty where a building has only one.';
comment on column registry.dwelling.number_key is 'Building, unit and room as people say them: 19-3-502.';
comment on column registry.dwelling.division is 'Grid cell; the community where cells are not laid out.';

create table registry.person (
  id uuid primary key,
  name text not null,
  former_name text,
  pinyin text not null,
  initials text collate "C" not null,
  pinyin_corrected boolean not null default false,
  sex text not null check (sex in ('UNKNOWN', 'MALE', 'FEMALE', 'UNSTATED')),
  birth_date date,
  marital_status text,
  education text,
  occupation text,
  employer text,
  native_place text,
  registered_division text,
  registered_address_sealed text,
  standing text not null default 'PRESENT' check (standing in ('PRESENT', 'LEFT', 'DECEASED')),
  standing_since date,
  division text collate "C" not null check (division ~ '^\d{6}(\d{3}){0,3}$'),
  merged_into uuid,
  revision int not null default 1,
  changed_at timestamptz not null,
  change_id uuid not null,
  voided_at timestamptz
);
create index person_by_division_idx on registry.person (division, id);
create index person_by_name_birth_idx on registry.person (name, birth_date);
comment on table registry.person is 'People (实有人口): everybody who lives here or is registered here. Fields after GB/T 31000 table 12 and 13, without what no function needs.';
comment on column registry.person.pinyin is 'Syllables of the name with blanks between them; a person may correct them (曾 is zeng or ceng).';
comment on column registry.person.marital_status is 'GB/T 2261.2.';
comment on column registry.person.education is 'GB/T 4658-2006.';
comment on column registry.person.native_place is 'GB/T 2260, six digits.';
comment on column registry.person.registered_address_sealed is 'Address of household registration as on the card, sealed.';
comment on column registry.person.division is 'Where the person counts: the grid cell of the dwelling lived in, or of the one registered in; shorter where no more is known.';
comment on column registry.person.merged_into is 'The record that took this one''s place; references to this one mean that one.';
comment on column registry.person.voided_at is 'Registered by mistake, or merged.';

create table registry.lookup (
  community text collate "C" not null,
  key text collate "C" not null,
  person_id uuid not null,
  primary key (community, key, person_id)
);
create index lookup_by_person_idx on registry.lookup (person_id);
comment on table registry.lookup is 'Under what somebody is found: the name, what follows its first character, its pinyin and its initials. Made from registry.person, so it keeps no history.';
comment on column registry.lookup.community is 'The first twelve digits of the person''s division, so that looking inside an area reads that area only.';

create table registry.document (
  id uuid primary key,
  person_id uuid not null references registry.person (id),
  kind text not null,
  number_sealed text not null,
  number_index bytea not null,
  number_scope text not null,
  valid_from date,
  valid_until date,
  revision int not null default 1,
  changed_at timestamptz not null,
  change_id uuid not null,
  voided_at timestamptz
);
create unique index document_by_number_idx on registry.document (number_index, number_scope) where voided_at is null;
create index document_by_person_idx on registry.document (person_id);
comment on table registry.document is 'Identity documents (身份证件) of people: one living record a number.';
comment on column registry.document.kind is 'Kind of document as in GA/T 517.';
comment on column registry.document.number_scope is 'Within what the number is unique: CITIZEN for identity numbers, whatever document shows them; else the kind and, after a dot, the country that issued it.';
comment on column registry.document.valid_until is 'Empty: no end known, or for life (长期).';

create table registry.phone (
  id uuid primary key,
  person_id uuid not null references registry.person (id),
  number_sealed text not null,
  number_index bytea not null,
  preferred boolean not null default true,
  revision int not null default 1,
  changed_at timestamptz not null,
  change_id uuid not null,
  voided_at timestamptz
);
create index phone_by_number_idx on registry.phone (number_index) where voided_at is null;
create index phone_by_person_idx on registry.phone (person_id);
comment on table registry.phone is 'Phone numbers of people, sealed. Families share numbers, so a number may lead to several people.';

create table registry.household (
  id uuid primary key,
  number text,
  kind text not null check (kind in ('FAMILY', 'COLLECTIVE')),
  head_id uuid references registry.person (id),
  dwelling_id uuid references registry.dwelling (id),
  division text collate "C" not null check (division ~ '^\d{12}(\d{3})?$'),
  revision int not null default 1,
  changed_at timestamptz not null,
  change_id uuid not null,
  voided_at timestamptz
);
create index household_by_number_idx on registry.household (number) where voided_at is null;
create index household_by_head_idx on registry.household (head_id);
create index household_by_dwelling_idx on registry.household (dwelling_id);
create index household_by_division_idx on registry.household (division, id);
comment on table registry.household is 'Households (户): those who live together as a family, or a collective household such as a dormitory.';
comment on column registry.household.number is 'Household number (户号), where the household register is known.';
comment on column registry.household.head_id is 'Household head (户主); one of the members.';

create table registry.household_member (
  id uuid primary key,
  household_id uuid not null references registry.household (id),
  person_id uuid not null references registry.person (id),
  relation text not null check (relation ~ '^\d{2}$'),
  from_date date,
  until_date date,
  revision int not null default 1,
  changed_at timestamptz not null,
  change_id uuid not null,
  voided_at timestamptz,
  check (until_date is null or from_date is null or until_date >= from_date)
);
create index household_member_by_household_idx on registry.household_member (household_id);
create unique index household_member_by_person_idx on registry.household_member (person_id)
  where until_date is null and voided_at is null;
create index household_member_past_idx on registry.household_member (person_id);
comment on table registry.household_member is 'Who belongs to which household, since when; at most one household at a time.';
comment on column registry.household_member.relation is 'Relation to the head (与户主关系), GB/T 4761, two digits.';

create table registry.residence (
  id uuid primary key,
  person_id uuid not null references registry.person (id),
  dwelling_id uuid not null references registry.dwelling (id),
  kind text not null check (kind in ('REGISTERED_HERE', 'FLOATING', 'LIVING_ELSEWHERE', 'RENTAL')),
  inflow_reason text,
  from_date date,
  until_date date,
  revision int not null default 1,
  changed_at timestamptz not null,
  change_id uuid not null,
  voided_at timestamptz,
  check (until_date is null or from_date is null or until_date >= from_date)
);
create index residence_by_person_idx on registry.residence (person_id);
create index residence_by_dwelling_idx on registry.residence (dwelling_id) where voided_at is null;
comment on table registry.residence is 'Residence (居住): who lives where, or is registered there and lives elsewhere, from when to when.';
comment on column registry.residence.kind is 'REGISTERED_HERE: registered and living here. FLOATING: living here, registered elsewhere. LIVING_ELSEWHERE: registered here, living elsewhere. RENTAL: registered in this district, renting here.';
comment on column registry.residence.inflow_reason is 'Why somebody floating came (流入原因), GB/T 31000.';

create table registry.organisation (
  id uuid primary key,
  uscc text,
  name text collate "C" not null,
  initials text collate "C" not null,
  kind text not null check (kind in ('ENTERPRISE', 'INDIVIDUAL_BUSINESS', 'SOCIAL_GROUP', 'PRIVATE_NON_ENTERPRISE_UNIT',
                                     'FOUNDATION', 'PUBLIC_INSTITUTION', 'GOVERNMENT', 'OTHER')),
  legal_representative text,
  phone_sealed text,
  address text,
  division text collate "C" not null check (division ~ '^\d{6}(\d{3}){0,3}$'),
  lon float8,
  lat float8,
  employees int check (employees >= 0),
  established_on date,
  dissolved_on date,
  revision int not null default 1,
  changed_at timestamptz not null,
  change_id uuid not null,
  voided_at timestamptz
);
create unique index organisation_by_uscc_idx on registry.organisation (uscc) where voided_at is null;
create index organisation_by_name_idx on registry.organisation (name);
create index organisation_by_initials_idx on registry.organisation (initials);
create index organisation_by_division_idx on registry.organisation (division, id);
comment on table registry.organisation is 'Organisations (法人和其他组织), by unified social credit code (GB 32100) where they have one.';
comment on column registry.organisation.phone_sealed is 'Phone of whoever answers for it, sealed.';

create table registry.place (
  id uuid primary key,
  kind text not null check (kind in ('SCHOOL', 'KINDERGARTEN', 'HOSPITAL', 'CLINIC', 'ELDER_CARE', 'CANTEEN', 'LIBRARY',
                                     'PARK', 'MARKET', 'POLICE_STATION', 'BANK', 'POST_OFFICE', 'TOILET', 'SHELTER', 'OTHER')),
  name text not null,
  initials text collate "C" not null,
  organisation_id uuid references registry.organisation (id),
  address text,
  phone text,
  opening_hours text,
  division text collate "C" not null check (division ~ '^\d{6}(\d{3}){0,3}$'),
  lon float8,
  lat float8,
  revision int not null default 1,
  changed_at timestamptz not null,
  change_id uuid not null,
  voided_at timestamptz
);
create index place_by_division_idx on registry.place (division, id);
create index place_by_kind_idx on registry.place (kind, division);
comment on table registry.place is 'Places (场所) that people go to; their phones are public.';

-- What each row was: the same columns, then until when it was so.
do $$
declare
  name text;
begin
  foreach name in array array['compound', 'dwelling', 'person', 'document', 'phone', 'household', 'household_member',
                              'residence', 'organisation', 'place'] loop
    execute format('create table registry.%I (like registry.%I)', name || '_history', name);
    execute format('alter table registry.%I add column until timestamptz not null', name || '_history');
    execute format('alter table registry.%I add primary key (id, revision)', name || '_history');
    execute format('comment on table registry.%I is %L', name || '_history',
                   'What rows of registry.' || name || ' were before they changed.');
    execute format('comment on column registry.%I.until is %L', name || '_history', 'When this state ended.');
    execute format('create trigger keep_history before update on registry.%I for each row execute function registry.keep_history()', name);
    execute format('create trigger refuse_delete before delete on registry.%I for each row execute function registry.refuse_delete()', name);
    execute format('create trigger refuse_delete before delete on registry.%I for each row execute function registry.refuse_delete()', name || '_history');
    execute format('create trigger keep_as_is before update on registry.%I for each row execute function registry.keep_as_is()', name || '_history');
    execute format('create view registry.%I as select *, null::timestamptz as until from registry.%I union all'
                   || ' select * from registry.%I', name || '_version', name, name || '_history');
    execute format('comment on view registry.%I is %L', name || '_version',
                   'All that rows of registry.' || name || ' are (until is empty) and were.');
  end loop;
  foreach name in array array['document', 'phone', 'household_member', 'residence'] loop
    execute format('create index on registry.%I (person_id)', name || '_history');
  end loop;
end $$;
