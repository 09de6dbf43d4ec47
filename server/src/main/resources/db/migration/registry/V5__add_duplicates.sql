create table registry.duplicate (
  id uuid primary key,
  first_id uuid not null references registry.person (id),
  second_id uuid not null references registry.person (id),
  grounds text[] not null check (cardinality(grounds) > 0),
  found_at timestamptz not null,
  proposed_by uuid,
  proposed_name text,
  state text not null default 'OPEN' check (state in ('OPEN', 'MERGED', 'DIFFERENT')),
  decided_at timestamptz,
  decided_by uuid,
  decided_name text,
  decided_why text,
  check (first_id < second_id),
  check ((state = 'OPEN') = (decided_at is null)),
  unique (first_id, second_id)
);
create index duplicate_open_idx on registry.duplicate (found_at, id) where state = 'OPEN';
create index duplicate_by_second_idx on registry.duplicate (second_id);
comment on table registry.duplicate is 'Pairs of records that may be one person (疑似重复): found by the house or proposed by somebody, decided by a reviewer.';
comment on column registry.duplicate.grounds is 'DOCUMENT: one number under two kinds. ADDRESS, PHONE: same name and birth date, and the same dwelling or phone. NAME_BIRTH: same name and birth date, and one without an identity number. PROPOSED: somebody said so.';
comment on column registry.duplicate.proposed_by is 'Posting that proposed the pair; it may not decide it. Empty when the house found it.';

create table registry.merge (
  id uuid primary key,
  duplicate_id uuid not null references registry.duplicate (id),
  kept_id uuid not null references registry.person (id),
  lost_id uuid not null references registry.person (id),
  kept_revision int not null,
  at timestamptz not null,
  change_id uuid not null,
  undone_at timestamptz,
  undone_change_id uuid
);
create index merge_by_duplicate_idx on registry.merge (duplicate_id);
create unique index merge_by_lost_idx on registry.merge (lost_id) where undone_at is null;
create index merge_by_kept_idx on registry.merge (kept_id);
comment on table registry.merge is 'Merges (合并) of two records, each of which can be undone.';
comment on column registry.merge.kept_revision is 'Revision of the kept record after the merge; facts that were changed since are not taken back by undoing it.';

create table registry.merge_row (
  merge_id uuid not null references registry.merge (id),
  what text not null check (what in ('document', 'phone', 'residence', 'household_member', 'household')),
  row_id uuid not null,
  act text not null check (act in ('MOVED', 'VOIDED')),
  primary key (merge_id, what, row_id)
);
comment on table registry.merge_row is 'What a merge moved from the lost record to the kept one, or voided because the kept one had the same.';
