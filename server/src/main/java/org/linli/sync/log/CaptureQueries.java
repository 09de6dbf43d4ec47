package org.linli.sync.log;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which triggers tell the change log. */
@Repository
class CaptureQueries {

    /** @param events such as {@code INSERT} */
    record Telling(String table, Set<String> events) {}

    private final JdbcClient jdbc;

    CaptureQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Enabled triggers whose function notes changes, or calls by its qualified name one that does. */
    List<Telling> telling() {
        return jdbc.sql("""
                with noting as (
                  select p.oid, n.nspname || '.' || p.proname as name from pg_proc p
                    join pg_namespace n on n.oid = p.pronamespace
                   where p.prosrc ~ 'sync\\.note\\s*\\('
                )
                select tn.nspname || '.' || c.relname as name,
                       array_remove(array[case when t.tgtype & 4 <> 0 then 'INSERT' end,
                                          case when t.tgtype & 16 <> 0 then 'UPDATE' end,
                                          case when t.tgtype & 8 <> 0 then 'DELETE' end], null) as events
                  from pg_trigger t
                  join pg_class c on c.oid = t.tgrelid
                  join pg_namespace tn on tn.oid = c.relnamespace
                  join pg_proc f on f.oid = t.tgfoid
                 where not t.tgisinternal and t.tgenabled in ('O', 'A')
                   and exists (select from noting where noting.oid = f.oid
                                  or position(noting.name || '(' in f.prosrc) > 0)
                """)
                .query((row, n) -> new Telling(row.getString("name"), Set.of((String[])
                        row.getArray("events").getArray())))
                .list();
    }
}
