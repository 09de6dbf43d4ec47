-- The same as sync.note for many records at once, for statements that touch thousands of rows.
create function sync.note_all(scopes text[], etype text, eids uuid[], ops "char"[] default null)
  returns void language plpgsql as $$
begin
  if cardinality(coalesce(scopes, '{}')) = 0 then
    return;
  end if;
  -- The first one sees to it that the transaction is stamped.
  perform sync.note(scopes[1], etype, eids[1], coalesce(ops[1], 'P'));
  if cardinality(scopes) > 1 then
    perform set_config('sync.noting', pg_current_xact_id()::text || ' and more', true);
    insert into sync.pending (scope, etype, eid, op, stamps)
    select n.scope, note_all.etype, n.eid, coalesce(n.op, 'P'), false
      from unnest(scopes[2:], eids[2:], ops[2:]) with ordinality as n (scope, eid, op, ord)
     order by n.ord;
  end if;
end $$;
comment on function sync.note_all(text[], text, uuid[], "char"[]) is 'sync.note for many records of one type at once; none of the scopes may be null. Without ops they are all in their scope.';
