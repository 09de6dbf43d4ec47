create schema files;

create table files.file (
  id uuid primary key,
  owner text not null,
  name text not null,
  type text not null,
  bytes bigint not null,
  sm3 text not null,
  stored_at timestamptz not null,
  stored_by uuid not null,
  retention_class text,
  keep_until date,
  erased_at timestamptz
);
create index file_by_owner_idx on files.file (owner);
create index file_outlived_idx on files.file (keep_until) where erased_at is null;
comment on table files.file is 'Files (附件) attached to something. The row outlives its bytes.';
comment on column files.file.owner is 'What it belongs to, as kind:identifier; the module of that kind says who may read it.';
comment on column files.file.type is 'Media type that the bytes show.';
comment on column files.file.sm3 is 'SM3 of the stored bytes, in hexadecimal.';
comment on column files.file.stored_by is 'Posting.';
comment on column files.file.retention_class is 'Why it is kept so long.';
comment on column files.file.keep_until is 'Last day, given when it is attached and by the kind of its owner; the job files.erase takes the bytes after it.';
comment on column files.file.erased_at is 'When the bytes were erased; the file is void from then on.';

create table files.piece (
  file_id uuid not null references files.file (id),
  number int not null,
  bytes bytea not null,
  primary key (file_id, number)
);
alter table files.piece alter column bytes set storage external;
comment on table files.piece is 'A file''s bytes in pieces of 256 KiB, from number 0; not compressed again, because documents and pictures are already.';

create table files.thumbnail (
  file_id uuid primary key references files.file (id),
  bytes bytea not null
);
comment on table files.thumbnail is 'Small JPEG of a picture.';

create table files.upload (
  id uuid primary key,
  owner text not null,
  name text not null,
  declared_type text not null,
  length bigint not null,
  received bigint not null default 0,
  started_by uuid not null,
  started_at timestamptz not null,
  expires_at timestamptz not null,
  file_id uuid references files.file (id)
);
create index upload_by_expiry_idx on files.upload (expires_at);
comment on table files.upload is 'Resumable uploads (tus 1.0.0) under way; removed after they expire.';
comment on column files.upload.started_by is 'Posting; nobody else may go on with it.';
comment on column files.upload.file_id is 'The stored file once the last part has come.';

create table files.upload_part (
  upload_id uuid not null references files.upload (id),
  starts_at bigint not null,
  bytes bytea not null,
  primary key (upload_id, starts_at)
);
alter table files.upload_part alter column bytes set storage external;
comment on table files.upload_part is 'What has come of an upload so far.';
