package org.linli.counter.errand;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.area.UnitCode;
import org.linli.privacy.FieldCipher;
import org.linli.privacy.Masking;
import org.linli.shared.Names;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an agency point and its station see of the errands between them. */
@Component
class HandoverQueries {

    private static final String LINES = """
            select e.id, e.case_id, e.case_number, e.item_zh, e.item_en, e.name_sealed, e.accepted_at, e.originals,
                   c.procedure, c.procedure_version, c.state, c.ended_at is not null as ended
            """;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    HandoverQueries(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** One errand; {@code outcome} is TAKEN or NOT_THERE once its hand-over was received. */
    record Line(
            UUID errand,
            UUID caseId,
            String caseNumber,
            Names item,
            String maskedName,
            Instant acceptedAt,
            String originals,
            String procedure,
            int procedureVersion,
            String state,
            boolean ended,
            @Nullable String outcome,
            @Nullable String note) {}

    /** Taken at a point since a moment, and whatever still lies there. */
    List<Line> ofPoint(UnitCode point, Instant since) {
        return jdbc.sql(LINES + """
                        , null::text as outcome, null::text as note
                        from counter.errand e join casework.case_file c on c.id = e.case_id
                        where e.agency_point = :point and (e.accepted_at >= :since or e.originals <> 'HANDED_OVER')
                        order by e.accepted_at desc limit 200""")
                .param("point", point.value())
                .param("since", java.sql.Timestamp.from(since))
                .query(this::line)
                .list();
    }

    List<Line> ofHandover(UUID handover) {
        return jdbc.sql(LINES + """
                        , h.outcome, h.note
                        from counter.handover_errand h
                        join counter.errand e on e.id = h.errand_id
                        join casework.case_file c on c.id = e.case_id
                        where h.handover_id = :handover order by e.accepted_at""")
                .param("handover", handover)
                .query(this::line)
                .list();
    }

    private Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("case_number"),
                Names.of(row.getString("item_zh"), row.getString("item_en")),
                Masking.name(cipher.open(ErrandFileRows.NAME, row.getString("name_sealed"))),
                row.getTimestamp("accepted_at").toInstant(),
                row.getString("originals"),
                row.getString("procedure"),
                row.getInt("procedure_version"),
                row.getString("state"),
                row.getBoolean("ended"),
                row.getString("outcome"),
                row.getString("note"));
    }
}
