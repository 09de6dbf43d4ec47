package org.linli.access.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.chain.ChainedTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes {@code access.audit}. */
@Component
class AuditRows {

    static final ChainedTable TABLE = new ChainedTable(
            "audit",
            "access.audit",
            List.of(
                    ChainedTable.micros("e.at"),
                    "e.account_id::text",
                    "e.posting_id::text",
                    "e.job",
                    "e.role",
                    "e.unit",
                    "e.home_unit",
                    "e.act",
                    "e.object",
                    "e.facts"));

    /** One line of the trail; {@code facts} is JSON text with its keys in order. */
    record Line(
            Instant at,
            @Nullable UUID account,
            @Nullable UUID posting,
            @Nullable String job,
            String role,
            String unit,
            @Nullable String homeUnit,
            String act,
            String object,
            String facts) {

        List<@Nullable String> content() {
            var micros = at.getEpochSecond() * 1_000_000 + at.getNano() / 1000;
            return Arrays.<@Nullable String>asList(
                    Long.toString(micros), text(account), text(posting), job, role, unit, homeUnit, act, object, facts);
        }

        private static @Nullable String text(@Nullable UUID id) {
            return id == null ? null : id.toString();
        }
    }

    private final JdbcClient jdbc;

    AuditRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, Line line, byte[] seal) {
        jdbc.sql("""
                        insert into access.audit
                          (id, at, account_id, posting_id, job, role, unit, home_unit, act, object, facts, seal)
                        values (:id, :at, :account, :posting, :job, :role, :unit, :homeUnit, :act, :object, :facts, :seal)
                        """)
                .param("id", id)
                .param("at", line.at().atOffset(ZoneOffset.UTC))
                .param("account", line.account())
                .param("posting", line.posting())
                .param("job", line.job())
                .param("role", line.role())
                .param("unit", line.unit())
                .param("homeUnit", line.homeUnit())
                .param("act", line.act())
                .param("object", line.object())
                .param("facts", line.facts())
                .param("seal", seal)
                .update();
    }
}
