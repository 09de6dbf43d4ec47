package org.linli.sync.log;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes old tombstones away and raises the floor of their scopes. */
@Repository
class TombstoneRows {

    private final JdbcClient jdbc;

    TombstoneRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return how many went, of at most {@code most} */
    int drop(Instant before, int most) {
        return jdbc.sql("""
                with old as (
                  select scope, etype, eid from sync.change where op = 'R' and changed_at < :before limit :most
                ), gone as (
                  delete from sync.change c using old
                   where c.scope = old.scope and c.etype = old.etype and c.eid = old.eid
                     and c.op = 'R' and c.changed_at < :before
                  returning c.scope, c.seq
                ), raised as (
                  update sync.scope s set floor = greatest(s.floor, g.seq)
                    from (select scope, max(seq) as seq from gone group by scope) g
                   where s.scope = g.scope
                )
                select count(*) from gone
                """)
                .param("before", Timestamp.from(before))
                .param("most", most)
                .query(Integer.class)
                .single();
    }
}
