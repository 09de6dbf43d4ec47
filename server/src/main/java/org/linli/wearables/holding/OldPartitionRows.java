package org.linli.wearables.holding;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Partitions of histories that are too old: dropped whole, which costs the same for a row as for a hundred million. */
@Component
class OldPartitionRows {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** Dropping stops whoever stores and reads for a moment; rather than make them wait for a long look, it tries again later. */
    private static final String PATIENCE = "set local lock_timeout = '500ms'";

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /**
     * A partition.
     *
     * @param rows about how many it has
     */
    record Old(String name, long rows) {}

    private final JdbcClient jdbc;

    OldPartitionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those that hold nothing that came after the end of a day, the oldest first.
     *
     * @param history such as {@code wearables.fix}
     */
    List<Old> of(String history, LocalDate last) {
        return jdbc.sql("""
                select part.name, part.rows from (
                  select c.oid::regclass::text as name, c.reltuples::bigint as rows,
                         substring(pg_get_expr(c.relpartbound, c.oid) from 'TO \\(.(.+).\\)$')::timestamptz as beyond
                    from pg_inherits i join pg_class c on c.oid = i.inhrelid
                   where i.inhparent = :history::regclass) part
                 where part.beyond <= :beyond order by part.beyond""")
                .param("history", history)
                .param("beyond", last.plusDays(1).atStartOfDay(CHINA).toOffsetDateTime())
                .query((row, n) -> new Old(row.getString("name"), rows(row.getString("name"), row.getLong("rows"))))
                .list();
    }

    /**
     * In a transaction.
     *
     * @throws CannotAcquireLockException when somebody reads or stores there for long
     */
    void drop(Old partition) {
        jdbc.sql(PATIENCE).update();
        try {
            jdbc.sql("drop table " + partition.name()).update();
        } catch (UncategorizedSQLException failed) {
            var cause = failed.getSQLException();
            if (cause != null && LOCK_NOT_AVAILABLE.equals(cause.getSQLState())) {
                throw new CannotAcquireLockException(partition.name(), failed);
            }
            throw failed;
        }
    }

    /** A watch that lies in a drawer keeps its latest no longer than the others. */
    int forgetLatestVitals(LocalDate before, int most) {
        return jdbc.sql("""
                delete from wearables.vital_state s using (
                  select device_id, kind from wearables.vital_state where at < :before limit :most) old
                 where s.device_id = old.device_id and s.kind = old.kind""").param("before", before).param("most", most).update();
    }

    /** The database estimates them once it has looked at a partition; a young or small one is counted. */
    private long rows(String name, long estimated) {
        return estimated >= 0
                ? estimated
                : jdbc.sql("select count(*) from " + name).query(Long.class).single();
    }
}
