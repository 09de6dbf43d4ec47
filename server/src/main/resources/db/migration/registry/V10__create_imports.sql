create table registry.sheet_piece (
  sheet_id uuid not null,
  starts_at bigint not null,
  length int not null,
  bytes_sealed text not null,
  primary key (sheet_id, starts_at)
);
comment on table registry.sheet_piece is 'Content of files that come in or go out: pieces, deflated and sealed, because a sheet of people holds everything at once. They go when the import has ended or the export''s time is over.';
comment on column registry.sheet_piece.sheet_id is 'The import or export.';
comment on column registry.sheet_piece.starts_at is 'Offset of the piece in the file.';

create table registry.import (
  id uuid primary key,
  kind text not null check (kind in ('PEOPLE', 'DWELLINGS', 'ORGANISATIONS')),
  name text not null,
  format text not null check (format in ('CSV', 'XLSX')),
  area text collate "C" not null,
  length bigint not null,
  received bigint not null default 0,
  state text not null check (state in ('RECEIVING', 'MAPPING', 'CHECKING', 'CHECKED', 'APPLYING', 'APPLIED', 'REFUSED',
                                       'CANCELLED', 'EXPIRED')),
  headers text[] not null default '{}',
  header_row int not null default 0,
  fields text[] not null default '{}',
  encoding text,
  parsed_to bigint not null default 0,
  last_row int not null default 0,
  rows_read int not null default 0,
  rows_staged boolean not null default false,
  good_rows int not null default 0,
  faulty_rows int not null default 0,
  notices int not null default 0,
  known_rows int not null default 0,
  step int not null default 0,
  steps int not null default 0,
  outcome text[] not null default '{}',
  refusal text,
  refusal_arguments text[] not null default '{}',
  posting_id uuid not null,
  account_id uuid not null,
  actor text not null,
  role text not null,
  unit text not null,
  home_unit text,
  change_id uuid,
  began_at timestamptz not null,
  moved_at timestamptz not null,
  ended_at timestamptz,
  expires_at timestamptz not null,
  cleared boolean not null default false,
  claimed_by uuid,
  claimed_until timestamptz
);
create index import_by_unit_idx on registry.import (unit, id);
create index import_waiting_idx on registry.import (moved_at) where state in ('CHECKING', 'APPLYING') or not cleared;
comment on table registry.import is 'Imports (导入): a file on its way into the base, from its first byte to its report.';
comment on column registry.import.area is 'Area of the posting that imports: rows outside it are faulty.';
comment on column registry.import.length is 'Bytes of the file.';
comment on column registry.import.state is 'RECEIVING: the file is coming. MAPPING: its columns are being named. CHECKING: every row is read. CHECKED: a person decides. APPLYING: the base is being written, in one transaction. APPLIED, REFUSED (the file as a whole cannot be read), CANCELLED, EXPIRED: the end.';
comment on column registry.import.fields is 'What each column holds; empty text for a column that is left out.';
comment on column registry.import.parsed_to is 'Offset behind the last row that was staged: a check that was interrupted goes on there.';
comment on column registry.import.rows_staged is 'Every row has been read; what is left of the check looks at all of them together.';
comment on column registry.import.known_rows is 'Good rows whose person, dwelling or organisation the base holds already.';
comment on column registry.import.step is 'Steps of the writing that are done.';
comment on column registry.import.outcome is 'What was written: pairs of a word and a count.';
comment on column registry.import.refusal is 'Key of the message that says why the file was refused, or why the last try to apply it was given up.';
comment on column registry.import.change_id is 'The change of the base that it became.';
comment on column registry.import.expires_at is 'An import that nobody goes on with is dropped then.';
comment on column registry.import.cleared is 'Content and staged rows are gone; the report stays.';
comment on column registry.import.claimed_by is 'The process that works on it; another one takes over when the claim has run out.';

create table registry.import_mapping (
  unit text not null,
  kind text not null,
  headers_digest text not null,
  fields text[] not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (unit, kind, headers_digest)
);
comment on table registry.import_mapping is 'How a unit named the columns of a sheet, remembered for the next sheet with the same headers.';
comment on column registry.import_mapping.headers_digest is 'SM3 of the headers in order.';

create table registry.import_fault (
  import_id uuid not null references registry.import (id),
  row_number int not null,
  number int not null,
  grave boolean not null,
  of_sheet boolean not null,
  field text not null,
  message text not null,
  arguments text[] not null,
  primary key (import_id, row_number, number)
);
comment on table registry.import_fault is 'What is wrong with rows of an import. Document numbers, phones and addresses are never told here, only where they stand.';
comment on column registry.import_fault.grave is 'The row is not imported; otherwise it is imported and this is to be known.';
comment on column registry.import_fault.of_sheet is 'Seen by comparing rows with each other and with the base, so it is looked at again before the base is written.';
comment on column registry.import_fault.field is 'The field at fault; empty for the row as a whole.';
comment on column registry.import_fault.message is 'Key of the message.';

create table registry.import_person_row (
  import_id uuid not null references registry.import (id),
  row_number int not null,
  faulty boolean not null,
  unfit boolean not null default false,
  loose boolean not null default false,
  new_id uuid not null,
  name text,
  former_name text,
  pinyin text,
  initials text,
  lookup_keys text[],
  document_kind text,
  number_scope text,
  number_sealed text,
  number_index bytea,
  older_number_indexes bytea[],
  sex text,
  birth_date date,
  marital_status text,
  education text,
  occupation text,
  employer text,
  native_place text,
  registered_division text,
  registered_address_sealed text,
  phone_sealed text,
  phone_index bytea,
  older_phone_indexes bytea[],
  household_number text,
  relation text,
  head_sealed text,
  head_index bytea,
  household_key text collate "C",
  community text collate "C",
  division text collate "C",
  compound_name text,
  compound_key text collate "C",
  compound_initials text,
  building text,
  unit text,
  floor int,
  room text,
  number_key text collate "C",
  residence_kind text,
  inflow_reason text,
  from_date date,
  until_date date,
  primary key (import_id, row_number)
);
comment on table registry.import_person_row is 'Rows of a sheet of people while they are checked and until they are in the base.';
comment on column registry.import_person_row.faulty is 'It is not imported; what stands here then is only what other rows are compared with.';
comment on column registry.import_person_row.unfit is 'Compared with other rows and with the base it turned out not to be importable.';
comment on column registry.import_person_row.loose is 'Imported without its household, because the head''s row is faulty.';
comment on column registry.import_person_row.new_id is 'The person''s identifier, if the base does not know the person.';
comment on column registry.import_person_row.older_number_indexes is 'The index under keys before the one in use, while keys are rotated.';
comment on column registry.import_person_row.head_index is 'Blind index of the head''s number.';
comment on column registry.import_person_row.household_key is 'What the rows of one household share: N and the household number, or H and the head''s index.';
comment on column registry.import_person_row.division is 'Grid cell of the dwelling where the sheet tells it, else the community.';

create table registry.import_dwelling_row (
  import_id uuid not null references registry.import (id),
  row_number int not null,
  faulty boolean not null,
  unfit boolean not null default false,
  community text collate "C",
  division text collate "C",
  compound_name text,
  compound_key text collate "C",
  compound_initials text,
  building text,
  unit text,
  floor int,
  room text,
  number_key text collate "C",
  use text,
  square_metres numeric(8, 2),
  lon float8,
  lat float8,
  primary key (import_id, row_number)
);
comment on table registry.import_dwelling_row is 'Rows of a sheet of dwellings until they are in the base.';

create table registry.import_organisation_row (
  import_id uuid not null references registry.import (id),
  row_number int not null,
  faulty boolean not null,
  unfit boolean not null default false,
  uscc text,
  name text,
  initials text,
  kind text,
  legal_representative text,
  phone_sealed text,
  address text,
  division text collate "C",
  lon float8,
  lat float8,
  employees int,
  established_on date,
  dissolved_on date,
  primary key (import_id, row_number)
);
comment on table registry.import_organisation_row is 'Rows of a sheet of organisations until they are in the base.';

create table registry.export (
  id uuid primary key,
  kind text not null check (kind in ('PEOPLE', 'DWELLINGS', 'ORGANISATIONS')),
  format text not null check (format in ('CSV', 'XLSX')),
  area text collate "C" not null,
  purpose text not null,
  unmasked boolean not null,
  unmasked_purpose text,
  state text not null check (state in ('WAITING', 'READY', 'CANCELLED', 'FAILED', 'ERASED')),
  rows_written int not null default 0,
  bytes bigint not null default 0,
  posting_id uuid not null,
  account_id uuid not null,
  actor text not null,
  role text not null,
  unit text not null,
  home_unit text,
  asked_at timestamptz not null,
  ended_at timestamptz,
  erase_at timestamptz not null,
  downloads int not null default 0,
  claimed_by uuid,
  claimed_until timestamptz,
  check (not unmasked or unmasked_purpose is not null)
);
create index export_by_unit_idx on registry.export (unit, id);
create index export_at_work_idx on registry.export (erase_at) where state in ('WAITING', 'READY');
comment on table registry.export is 'Exports (导出): what left the base as a file, for whom and what for. The file is erased when its time is over; this row stays.';
comment on column registry.export.unmasked is 'Personal values are written in full, for a purpose of their own, and every person is noted in the disclosure ledger.';
