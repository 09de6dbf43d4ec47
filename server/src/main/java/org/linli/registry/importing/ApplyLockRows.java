package org.linli.registry.importing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One import is written at a time, whichever process does it; and it may use memory for sorting. */
@Repository
class ApplyLockRows {

    private static final long LOCK = 0x6c696e6c69696d70L;

    private final JdbcClient jdbc;

    ApplyLockRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it is the caller's turn, until its transaction ends. */
    boolean isTurn() {
        jdbc.sql("select set_config('work_mem', '64MB', true)")
                .query(String.class)
                .single();
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }
}
