create table counter.item (
  code text primary key,
  version int not null,
  withdrawn_at timestamptz
);
comment on table counter.item is 'Service items (服务事项) and the version in force of each.';
comment on column counter.item.code is 'The district''s own code, such as 150203-ZM-001.';
comment on column counter.item.withdrawn_at is 'Set while the item is not offered; its versions stay readable for the cases that pinned them.';

create table counter.item_version (
  code text not null,
  version int not null,
  name_zh text not null,
  name_en text not null,
  initials text not null,
  source text not null,
  published_at timestamptz not null,
  published_by text not null,
  note text,
  primary key (code, version)
);
comment on table counter.item_version is 'Published versions of items; a row is never changed.';
comment on column counter.item_version.initials is 'Pinyin initials of the Chinese name, for the clerk''s search.';
comment on column counter.item_version.source is 'The item as YAML: guide, materials, terms, form.';
comment on column counter.item_version.note is 'Why this version was published, in the editor''s words.';
