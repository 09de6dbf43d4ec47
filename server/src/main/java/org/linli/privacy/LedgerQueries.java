package org.linli.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much lies in the two ledgers. */
@Component
class LedgerQueries {

    /** Lines about somebody, and between when. */
    record Lines(long count, Instant since, Instant latest) {}

    private final JdbcClient jdbc;

    LedgerQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long audited(LocalDate before) {
        return count("access.audit", before);
    }

    long disclosed(LocalDate before) {
        return count("privacy.disclosure", before);
    }

    Optional<Lines> about(Collection<String> subjects) {
        return jdbc.sql("""
                        select count(*) as count, min(at) as since, max(at) as latest from privacy.disclosure
                         where subject in (:subjects) having count(*) > 0""")
                .param("subjects", subjects)
                .query((row, number) -> new Lines(
                        row.getLong("count"),
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("latest").toInstant()))
                .optional();
    }

    private long count(String table, LocalDate before) {
        return jdbc.sql("select count(*) from " + table + " where at < :before")
                .param("before", before)
                .query(Long.class)
                .single();
    }
}
