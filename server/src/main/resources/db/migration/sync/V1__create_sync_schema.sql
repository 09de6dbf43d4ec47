create schema sync;

create table sync.scope (
  scope text primary key,
  head bigint not null default 0,
  floor bigint not null default 0
) with (fillfactor = 50);
comment on table sync.scope is 'Scopes (同步范围): what a phone holds as a whole, such as one grid cell. Its row is the lock that puts commits in order.';
comment on column sync.scope.scope is 'grid:<15-digit cell>, ref, or user:<account>.';
comment on column sync.scope.head is 'Number of the latest change; counts without gaps in the order of commits.';
comment on column sync.scope.floor is 'Tombstones up to this number are gone; whoever has read less begins anew.';

create table sync.change (
  scope text not null,
  etype text not null,
  eid uuid not null,
  seq bigint not null,
  op "char" not null check (op in ('P', 'R')),
  v bigint not null,
  mark bigint not null,
  changed_at timestamptz not null,
  primary key (eid, etype, scope),
  unique (scope, seq)
) with (fillfactor = 80);
create index change_gone_idx on sync.change (changed_at) where op = 'R';
comment on table sync.change is 'Change log (变更日志): one row for each record in each scope, with its latest change. It holds no data of the record; a pull reads the record as it is.';
comment on column sync.change.op is 'P: the record is in the scope; R: it has left it or is gone.';
comment on column sync.change.v is 'Grows with every change of the record, in the order of commits, also when it moves between scopes; the same in all scopes the record is in.';
comment on column sync.change.mark is 'First 52 bits of SHA-256 of "id|v"; a scope''s digest is their XOR.';

create sequence sync.version;

create unlogged table sync.pending (
  tx xid8 not null default pg_current_xact_id(),
  n bigserial not null,
  scope text not null,
  etype text not null,
  eid uuid not null,
  op "char" not null,
  stamps boolean not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_analyze_threshold = 1000000000);
create index pending_by_tx_idx on sync.pending (tx);
comment on table sync.pending is 'What the current transactions changed, until they commit and it is stamped into sync.change.';
comment on column sync.pending.stamps is 'The transaction''s first note, which stamps them all at commit.';

create function sync.mark(eid uuid, v bigint) returns bigint
  language sql immutable parallel safe
  return ('x' || substr(encode(sha256(convert_to(eid::text || '|' || v::text, 'UTF8')), 'hex'), 1, 13))::bit(52)::bigint;
comment on function sync.mark(uuid, bigint) is 'First 52 bits of SHA-256 of "id|v", as the phone computes them too.';

create function sync.advance(name text, k bigint) returns bigint language plpgsql as $$
declare
  top bigint;
begin
  update sync.scope set head = head + k where scope = name returning head into top;
  if not found then
    insert into sync.scope as s (scope, head) values (name, k)
      on conflict (scope) do update set head = s.head + excluded.head
      returning head into top;
  end if;
  return top;
end $$;
comment on function sync.advance(text, bigint) is 'Locks a scope until the end of the transaction and takes the next numbers; answers with the last of them.';

-- At commit: all scopes are locked in sorted order, then versions are taken, so that numbers and versions follow the order
-- of commits. The lock of a scope is held to the end of the transaction, and its counter rolls back with it.
create function sync.stamp() returns trigger language plpgsql as $$
declare
  scopes text[];
  types text[];
  ids uuid[];
  ops "char"[];
  one text;
  k bigint;
  top bigint;
  names text[] := '{}';
  bases bigint[] := '{}';
  noted text := current_setting('sync.noting', true);
begin
  -- What is noted after this (by another deferred trigger, or after SET CONSTRAINTS) calls for a stamp of its own.
  perform set_config('sync.noting', '', true);
  -- Most transactions note one record, which is in one scope.
  if noted = new.tx::text
     and (new.op = 'R' or not exists (select from sync.change c
                                       where c.etype = new.etype and c.eid = new.eid and c.op = 'P'
                                         and c.scope <> new.scope)) then
    delete from sync.pending where tx = new.tx;
    top := sync.advance(new.scope, 1);
    k := nextval('sync.version');
    insert into sync.change (scope, etype, eid, seq, op, v, mark, changed_at)
    values (new.scope, new.etype, new.eid, top, new.op, k, sync.mark(new.eid, k), clock_timestamp())
      on conflict (scope, etype, eid)
      do update set seq = excluded.seq, op = excluded.op, v = excluded.v, mark = excluded.mark,
                    changed_at = excluded.changed_at;
    return null;
  end if;
  with gone as (
    delete from sync.pending where tx = new.tx returning scope, etype, eid, op, n
  ), noted as (
    select distinct on (scope, etype, eid) scope, etype, eid, op, n from gone order by scope, etype, eid, n desc
  ), last as (
    select scope, etype, eid, op, n from noted
    union all
    -- A record that changed has changed wherever it is, whichever scope its trigger spoke of.
    select c.scope, c.etype, c.eid, c.op, min(n.n)
      from noted n join sync.change c on c.etype = n.etype and c.eid = n.eid
     where n.op = 'P' and c.op = 'P'
       and not exists (select from noted o where o.scope = c.scope and o.etype = c.etype and o.eid = c.eid)
     group by c.scope, c.etype, c.eid, c.op
  )
  select array_agg(scope order by scope, n), array_agg(etype order by scope, n), array_agg(eid order by scope, n),
         array_agg(op order by scope, n)
    into scopes, types, ids, ops
    from last;
  if scopes is null then
    return null;
  end if;
  for one, k in select s, count(*) from unnest(scopes) s group by s order by s collate "C" loop
    top := sync.advance(one, k);
    names := names || one;
    bases := bases || (top - k);
  end loop;
  with noted as (
    select n.scope, n.etype, n.eid, n.op, b.base + row_number() over (partition by n.scope order by n.ord) as seq
      from unnest(scopes, types, ids, ops) with ordinality as n (scope, etype, eid, op, ord)
      join unnest(names, bases) as b (scope, base) on b.scope = n.scope
  ), version as materialized (
    select d.etype, d.eid, nextval('sync.version') as v from (select distinct etype, eid from noted) d
  )
  insert into sync.change (scope, etype, eid, seq, op, v, mark, changed_at)
  select n.scope, n.etype, n.eid, n.seq, n.op, w.v, sync.mark(n.eid, w.v), clock_timestamp()
    from noted n join version w on w.etype = n.etype and w.eid = n.eid
    on conflict (scope, etype, eid)
    do update set seq = excluded.seq, op = excluded.op, v = excluded.v, mark = excluded.mark,
                  changed_at = excluded.changed_at;
  return null;
end $$;

create constraint trigger stamp_at_commit after insert on sync.pending
  deferrable initially deferred for each row when (new.stamps)
  execute function sync.stamp();

-- Only a transaction's first note stamps; the setting says whether others follow it. A savepoint that takes a note back
-- takes the setting back with it.
create function sync.note(scope text, etype text, eid uuid, op "char") returns void language plpgsql as $$
declare
  own text := pg_current_xact_id()::text;
  several text := own || ' and more';
  noted text := coalesce(current_setting('sync.noting', true), '');
begin
  if scope is null then
    return;
  end if;
  insert into sync.pending (scope, etype, eid, op, stamps)
  values (scope, etype, eid, op, noted <> own and noted <> several);
  if noted <> several then
    noted := set_config('sync.noting', case when noted = own then several else own end, true);
  end if;
end $$;
comment on function sync.note(text, text, uuid, "char") is 'Tells the change log that a record is in a scope and changed (P), or has left it (R). Of several notes about a record in a scope, a transaction''s last one counts. A scope of null is ignored.';

create function sync.scope_in(record jsonb, prefix text, scope_column text, gone text[]) returns text
  language sql immutable parallel safe
  return case when exists (select from unnest(gone) as condition where coalesce(record ->> condition, 'false') <> 'false')
                then null
              when scope_column = '' then prefix
              else prefix || (record ->> scope_column) end;
comment on function sync.scope_in(jsonb, text, text, text[]) is 'The scope a row lies in; null when it lies in none or a column says that it is gone.';

create function sync.capture() returns trigger language plpgsql as $$
declare
  was text;
  becomes text;
  gone text[] := coalesce(tg_argv[3:], '{}');
begin
  if tg_op = 'UPDATE' and new is not distinct from old then
    return null;
  end if;
  if tg_op <> 'INSERT' then
    was := sync.scope_in(to_jsonb(old), tg_argv[1], tg_argv[2], gone);
  end if;
  if tg_op <> 'DELETE' then
    becomes := sync.scope_in(to_jsonb(new), tg_argv[1], tg_argv[2], gone);
  end if;
  if was is distinct from becomes then
    perform sync.note(was, tg_argv[0], old.id, 'R');
  end if;
  if becomes is not null then
    perform sync.note(becomes, tg_argv[0], new.id, 'P');
  end if;
  return null;
end $$;
comment on function sync.capture() is 'Row trigger (after insert or update or delete) of tables whose row, with a column id, is the record itself. Arguments: type; prefix of the scope; column after the prefix, or an empty text where the prefix is the scope; then any columns that say the record is gone: true, or anything but null.';
