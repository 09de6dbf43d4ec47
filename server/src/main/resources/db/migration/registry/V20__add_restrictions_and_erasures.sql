alter table registry.change drop constraint change_source_check;
alter table registry.change add constraint change_source_check
  check (source in ('CARD', 'IMPORT', 'FIELD', 'COUNTER', 'DESK', 'DEPARTMENT', 'RETENTION', 'DEMO'));

create table registry.person_restriction (
  id uuid primary key,
  person_id uuid not null references registry.person (id),
  ground text not null check (ground in ('OBJECTION', 'DISPUTED', 'KEPT_BY_LAW')),
  reference text not null,
  change_id uuid not null references registry.change (id),
  lifted_change_id uuid references registry.change (id)
);
create unique index person_restriction_in_force_idx on registry.person_restriction (person_id, ground, reference)
  where lifted_change_id is null;
create index person_restriction_by_person_idx on registry.person_restriction (person_id);
create trigger refuse_delete before delete on registry.person_restriction
  for each row execute function registry.refuse_delete();
comment on table registry.person_restriction is 'People whose data is stored and not used otherwise (限制处理), since when and why; lifted, never deleted.';
comment on column registry.person_restriction.ground is 'OBJECTION: the person objected. DISPUTED: being checked. KEPT_BY_LAW: would be emptied, but something still stands against it.';
comment on column registry.person_restriction.reference is 'What asked for it, as kind:identifier.';

-- Erasure (销毁). Values that are emptied are emptied in the history too, which nobody may change otherwise. A row here,
-- written in the same transaction, opens that door for one person and is itself never changed or deleted.
create table registry.erasure (
  id uuid primary key,
  tx xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  rule text not null,
  reference text,
  person_id uuid not null references registry.person (id),
  change_id uuid not null references registry.change (id)
);
create index erasure_by_person_idx on registry.erasure (person_id);
create trigger written_once before update or delete on registry.erasure
  for each row execute function access.refuse_change();
comment on table registry.erasure is 'Erasures: whose values were emptied, now and in the history, and by which rule.';
comment on column registry.erasure.tx is 'Transaction of the erasure; only in it may the person''s history be emptied.';
comment on column registry.erasure.rule is 'Key of a retention rule, or rights-deletion.';
comment on column registry.erasure.reference is 'The run or the request it belongs to, as kind:identifier.';

alter table registry.document alter column number_sealed drop not null, alter column number_index drop not null;
alter table registry.document_history alter column number_sealed drop not null, alter column number_index drop not null;
alter table registry.phone alter column number_sealed drop not null, alter column number_index drop not null;
alter table registry.phone_history alter column number_sealed drop not null, alter column number_index drop not null;
alter table registry.document add constraint document_emptied_is_void
  check (voided_at is not null or (number_sealed is not null and number_index is not null));
alter table registry.phone add constraint phone_emptied_is_void
  check (voided_at is not null or (number_sealed is not null and number_index is not null));

-- Whether what changes between two states of a row is nothing but personal values becoming empty, under an erasure of
-- this transaction that names the person.
create function registry.only_emptied(before jsonb, after jsonb, name text) returns boolean language sql as $$
  select exists (
      select from registry.erasure e
       where e.tx = pg_current_xact_id()
         and e.person_id = (case when name like 'person%' then before ->> 'id' else before ->> 'person_id' end)::uuid)
    and not exists (
      select from jsonb_each(before) b join jsonb_each(after) a using (key)
       where a.value is distinct from b.value
         and not (a.value in ('null'::jsonb, '""'::jsonb)
                  and key in ('name', 'former_name', 'pinyin', 'initials', 'birth_date', 'marital_status', 'education',
                              'occupation', 'employer', 'native_place', 'registered_division',
                              'registered_address_sealed', 'number_sealed', 'number_index', 'valid_from',
                              'valid_until')))
$$;
comment on function registry.only_emptied is 'The one way in which history changes: personal values become empty, and an erasure says why.';

create or replace function registry.only_sealed_anew(before jsonb, after jsonb, name text) returns void language plpgsql as $$
begin
  if exists (select from jsonb_each(before) b join jsonb_each(after) a using (key)
             where a.value is distinct from b.value
               and (key !~ '_(sealed|index)$' or a.value = 'null'::jsonb))
     and not registry.only_emptied(before, after, name) then
    raise exception 'what a row of registry.% is or was changes with a revision only', name
      using errcode = 'integrity_constraint_violation';
  end if;
end $$;
