-- People, households and dwellings are held by the phones of their grid cell. What a statement changes is told to the
-- change log once a statement, so that an import of a hundred thousand rows costs a handful of calls. Sealing a value anew
-- leaves the revision as it is and is therefore no change.

create function registry.is_loading() returns boolean language sql stable
  return coalesce(current_setting('registry.loading', true), '') = 'on';
comment on function registry.is_loading is 'Whether a bulk load is under way, which tells the change log itself when it is done.';

-- A merged record stays in its cell as a signpost to the one that took its place.
create function registry.tell_people() returns trigger language plpgsql as $$
declare
  scopes text[];
  ids uuid[];
  ops "char"[];
begin
  if registry.is_loading() then
    return null;
  elsif tg_op = 'INSERT' then
    select array_agg('grid:' || a.division), array_agg(a.id) into scopes, ids
      from after a
     where length(a.division) = 15 and (a.voided_at is null or a.merged_into is not null);
  elsif tg_op = 'DELETE' then
    select array_agg('grid:' || b.division), array_agg(b.id), array_agg('R'::"char") into scopes, ids, ops
      from before b
     where length(b.division) = 15;
  else
    select array_agg('grid:' || n.division), array_agg(n.id), array_agg(n.op) into scopes, ids, ops
      from (
        select b.division, b.id, 'R'::"char" as op
          from before b join after a using (id)
         where a.revision <> b.revision and length(b.division) = 15
           and (b.voided_at is null or b.merged_into is not null)
           and (a.division <> b.division or a.voided_at is not null and a.merged_into is null)
        union all
        select a.division, a.id, 'P'::"char"
          from before b join after a using (id)
         where a.revision <> b.revision and length(a.division) = 15
           and (a.voided_at is null or a.merged_into is not null)) n;
  end if;
  perform sync.note_all(scopes, 'person', ids, ops);
  return null;
end $$;

-- The people of a list with the cell each is in, for as long as the transaction lasts: whoever moves one of them meanwhile
-- goes before or waits, so that a change of a part is never told to a cell that the person has just left. They are locked
-- in one order, so that two who change the same people wait for each other in turn.
create function registry.held_people(ids uuid[]) returns table (scope text, id uuid) language sql as $$
  with held as materialized (
    select p.division, p.id, p.voided_at, p.merged_into
      from registry.person p where p.id = any (ids) order by p.id for no key update)
  select 'grid:' || division, id from held
   where length(division) = 15 and (voided_at is null or merged_into is not null);
$$;

-- Documents, phones, homes and membership are part of the person's record.
create function registry.tell_people_of_parts() returns trigger language plpgsql as $$
declare
  people uuid[];
  scopes text[];
  ids uuid[];
begin
  if registry.is_loading() then
    return null;
  elsif tg_op = 'INSERT' then
    select array_agg(distinct a.person_id) into people from after a;
  elsif tg_op = 'DELETE' then
    select array_agg(distinct b.person_id) into people from before b;
  else
    select array_agg(distinct touched.person_id) into people
      from (select unnest(array[b.person_id, a.person_id]) as person_id
              from before b join after a using (id)
             where a.revision <> b.revision) touched;
  end if;
  select array_agg(p.scope), array_agg(p.id) into scopes, ids from registry.held_people(people) p;
  perform sync.note_all(scopes, 'person', ids);
  return null;
end $$;

create function registry.tell_restricted_people() returns trigger language plpgsql as $$
declare
  people uuid[];
  scopes text[];
  ids uuid[];
begin
  if tg_op = 'DELETE' then
    select array_agg(distinct b.person_id) into people from before b;
  else
    select array_agg(distinct a.person_id) into people from after a;
  end if;
  select array_agg(p.scope), array_agg(p.id) into scopes, ids from registry.held_people(people) p;
  perform sync.note_all(scopes, 'person', ids);
  return null;
end $$;

-- Households and dwellings; the argument is the record's type.
create function registry.tell_homes() returns trigger language plpgsql as $$
declare
  scopes text[];
  ids uuid[];
  ops "char"[];
begin
  if registry.is_loading() then
    return null;
  elsif tg_op = 'INSERT' then
    select array_agg('grid:' || a.division), array_agg(a.id) into scopes, ids
      from after a
     where length(a.division) = 15 and a.voided_at is null;
  elsif tg_op = 'DELETE' then
    select array_agg('grid:' || b.division), array_agg(b.id), array_agg('R'::"char") into scopes, ids, ops
      from before b
     where length(b.division) = 15;
  else
    select array_agg('grid:' || n.division), array_agg(n.id), array_agg(n.op) into scopes, ids, ops
      from (
        select b.division, b.id, 'R'::"char" as op
          from before b join after a using (id)
         where a.revision <> b.revision and length(b.division) = 15 and b.voided_at is null
           and (a.division <> b.division or a.voided_at is not null)
        union all
        select a.division, a.id, 'P'::"char"
          from before b join after a using (id)
         where a.revision <> b.revision and length(a.division) = 15 and a.voided_at is null) n;
  end if;
  perform sync.note_all(scopes, tg_argv[0], ids, ops);
  return null;
end $$;

-- A dwelling's record tells the name of its compound. New compounds have no dwellings yet, and none is deleted.
create function registry.tell_dwellings_of_compounds() returns trigger language plpgsql as $$
declare
  scopes text[];
  ids uuid[];
begin
  if tg_op <> 'UPDATE' then
    return null;
  end if;
  with held as materialized (
    select d.division, d.id, d.voided_at from registry.dwelling d
     where d.compound_id in (select a.id from before b join after a using (id) where a.name <> b.name)
     order by d.id for no key update of d)
  select array_agg('grid:' || d.division), array_agg(d.id) into scopes, ids
    from held d
   where length(d.division) = 15 and d.voided_at is null;
  perform sync.note_all(scopes, 'dwelling', ids);
  return null;
end $$;

do $$
declare
  name text;
  tells text;
begin
  foreach name in array array['person', 'document', 'phone', 'residence', 'household_member', 'person_restriction',
                              'household', 'dwelling'] loop
    tells := case when name = 'person' then 'registry.tell_people()'
                  when name = 'person_restriction' then 'registry.tell_restricted_people()'
                  when name in ('household', 'dwelling') then format('registry.tell_homes(%L)', name)
                  else 'registry.tell_people_of_parts()' end;
    execute format('create trigger tell_phones_of_new after insert on registry.%I'
                   || ' referencing new table as after for each statement execute function %s', name, tells);
    execute format('create trigger tell_phones_of_gone after delete on registry.%I referencing old table as before'
                   || ' for each statement execute function %s', name, tells);
    execute format('create trigger tell_phones after update on registry.%I referencing old table as before'
                   || ' new table as after for each statement execute function %s', name, tells);
  end loop;
end $$;
create trigger tell_phones_of_others after insert or delete on registry.compound
  for each statement execute function registry.tell_dwellings_of_compounds();
create trigger tell_phones after update on registry.compound referencing old table as before new table as after
  for each statement execute function registry.tell_dwellings_of_compounds();

-- What is there already reaches the phones too, one community after the other.
do $$
declare
  community text;
  scopes text[];
  ids uuid[];
begin
  for community in select distinct left(division, 12) from registry.dwelling where length(division) = 15
                   union select distinct left(division, 12) from registry.household where length(division) = 15
                   union select distinct left(division, 12) from registry.person where length(division) = 15
                   order by 1 loop
    select array_agg('grid:' || division), array_agg(id) into scopes, ids
      from registry.person
     where division > community and division < community || 'x' and (voided_at is null or merged_into is not null);
    perform sync.note_all(scopes, 'person', ids);
    select array_agg('grid:' || division), array_agg(id) into scopes, ids
      from registry.household
     where division > community and division < community || 'x' and voided_at is null;
    perform sync.note_all(scopes, 'household', ids);
    select array_agg('grid:' || division), array_agg(id) into scopes, ids
      from registry.dwelling
     where division > community and division < community || 'x' and voided_at is null;
    perform sync.note_all(scopes, 'dwelling', ids);
    set constraints all immediate;
    set constraints all deferred;
  end loop;
end $$;
