package org.linli.privacy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.chain.ChainedTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes {@code privacy.disclosure}. */
@Component
class DisclosureRows {

    static final ChainedTable TABLE = new ChainedTable(
            "disclosure",
            "privacy.disclosure",
            List.of(
                    ChainedTable.micros("e.at"),
                    "e.account_id::text",
                    "e.posting_id::text",
                    "e.job",
                    "e.role",
                    "e.unit",
                    "e.home_unit",
                    "e.subject",
                    "e.fields",
                    "e.purpose",
                    "e.object"));

    /** One disclosure; {@code fields} are names in order, with commas. */
    record Line(
            Instant at,
            @Nullable UUID account,
            @Nullable UUID posting,
            @Nullable String job,
            String role,
            String unit,
            @Nullable String homeUnit,
            String subject,
            String fields,
            String purpose,
            String object) {

        List<@Nullable String> content() {
            var micros = at.getEpochSecond() * 1_000_000 + at.getNano() / 1000;
            return Arrays.<@Nullable String>asList(
                    Long.toString(micros),
                    account == null ? null : account.toString(),
                    posting == null ? null : posting.toString(),
                    job,
                    role,
                    unit,
                    homeUnit,
                    subject,
                    fields,
                    purpose,
                    object);
        }
    }

    private final JdbcClient jdbc;

    DisclosureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, Line line, byte[] seal) {
        jdbc.sql("""
                        insert into privacy.disclosure
                          (id, at, account_id, posting_id, job, role, unit, home_unit, subject, fields, purpose, object, seal)
                        values
                          (:id, :at, :account, :posting, :job, :role, :unit, :homeUnit, :subject, :fields, :purpose,
                           :object, :seal)
                        """)
                .param("id", id)
                .param("at", line.at().atOffset(ZoneOffset.UTC))
                .param("account", line.account())
                .param("posting", line.posting())
                .param("job", line.job())
                .param("role", line.role())
                .param("unit", line.unit())
                .param("homeUnit", line.homeUnit())
                .param("subject", line.subject())
                .param("fields", line.fields())
                .param("purpose", line.purpose())
                .param("object", line.object())
                .param("seal", seal)
                .update();
    }
}
