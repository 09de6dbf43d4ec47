create table grid.category (
  id uuid primary key,
  code text not null unique check (code ~ '^\d{2}(\d{2})?$'),
  name_zh text not null,
  name_en text not null,
  unit text not null,
  self_handling boolean not null,
  photos boolean not null,
  terms jsonb not null,
  retired_at timestamptz
);
comment on table grid.category is 'Categories of events (事件类别), read from catalogue/grid/categories.csv at the start: two digits for the first level, four for the second.';
comment on column grid.category.unit is 'Who usually handles it: COMMUNITY, SUB_DISTRICT, or a department''s unit code.';
comment on column grid.category.self_handling is 'Whether a worker may mend it on the spot and close it (自办自结).';
comment on column grid.category.photos is 'Whether it takes photos of before and after to be verified.';
comment on column grid.category.terms is 'How long handling may take, by level, such as {"GENERAL": "5 working days"}.';

create table grid.template (
  id uuid primary key,
  code text not null unique,
  kind text not null,
  target text not null check (target in ('PERSON', 'HOUSEHOLD', 'DWELLING', 'PLACE', 'ORGANISATION', 'CELL')),
  name_zh text not null,
  name_en text not null,
  every_days int,
  questions jsonb not null,
  retired_at timestamptz
);
comment on table grid.template is 'Templates of visits and inspections (走访检查模板), read from catalogue/grid/templates.yaml at the start.';
comment on column grid.template.kind is 'FIRE_SAFETY, OPINION, POLICY, CIVILITY, SCREENING or SUPPORT.';
comment on column grid.template.every_days is 'How often a plan made from it is due again; empty when once.';
comment on column grid.template.questions is 'Checklist: each question with names in both languages, its kind and choices, and the event category that a bad answer reports.';

create trigger category_capture after insert or update or delete on grid.category
  for each row execute function sync.capture('category', 'ref', '', 'retired_at');
create trigger template_capture after insert or update or delete on grid.template
  for each row execute function sync.capture('template', 'ref', '', 'retired_at');
