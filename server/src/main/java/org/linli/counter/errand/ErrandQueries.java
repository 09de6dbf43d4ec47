package org.linli.counter.errand;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.area.UnitCode;
import org.linli.privacy.BlindIndex;
import org.linli.privacy.FieldCipher;
import org.linli.privacy.Masking;
import org.linli.shared.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the screens show of errands: lists with masked names, and the timeline as a resident may see it. */
@Component
class ErrandQueries {

    private static final String ROWS = """
            select e.id, e.case_id, e.case_number, e.item_code, e.item_zh, e.item_en, e.kind, e.name_sealed, e.agent_name,
                   e.window_number, e.accepted_at, e.finished_at, e.handling_seconds, e.outcome, e.follow_until,
                   c.procedure, c.procedure_version, c.state, c.revision, c.ended_at, nullif(c.due, 'infinity') as due,
                   exists (select from counter.errand_material m where m.errand_id = e.id
                           and m.state = 'FOLLOWS' and m.settled_at is null) as outstanding
            from counter.errand e join casework.case_file c on c.id = e.case_id
            """;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final BlindIndex blind;

    ErrandQueries(JdbcClient jdbc, FieldCipher cipher, BlindIndex blind) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.blind = blind;
    }

    /** A line of a list; the name is masked. */
    record ErrandRow(
            UUID id,
            UUID caseId,
            String caseNumber,
            String item,
            String itemZh,
            String itemEn,
            String kind,
            String maskedName,
            @Nullable String agent,
            @Nullable Integer window,
            Instant acceptedAt,
            @Nullable Instant finishedAt,
            @Nullable Integer handlingSeconds,
            @Nullable String outcome,
            @Nullable LocalDate followUntil,
            boolean outstanding,
            String procedure,
            int procedureVersion,
            String state,
            int revision,
            @Nullable Instant due,
            @Nullable Instant endedAt) {}

    /** A step of a matter, without the names of those who took it. */
    record Step(int seq, Instant at, String action, String fromState, String toState) {}

    /** A time that is not counted. */
    record PauseRow(Instant from, @Nullable Instant to, String reason) {}

    List<ErrandRow> ofStation(UnitCode station, Instant from, Instant to, @Nullable UUID posting, int limit) {
        return jdbc.sql(ROWS + """
                        where e.station = :station and e.accepted_at >= :from and e.accepted_at < :to
                          and (:posting::uuid is null or e.accepted_by = :posting)
                        order by e.accepted_at desc limit :limit""")
                .param("station", station.value())
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("posting", posting)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    List<ErrandRow> byDocument(String number, DivisionCode area) {
        return byIndex("e.document_index in (:value)", blind.every("id-number", number), area);
    }

    List<ErrandRow> byPhone(String phone, DivisionCode area) {
        return byIndex("e.phone_index in (:value)", blind.every("phone", phone), area);
    }

    List<ErrandRow> byNumber(String number, DivisionCode area) {
        return byIndex("e.case_number = :value", number, area);
    }

    private List<ErrandRow> byIndex(String condition, Object value, DivisionCode area) {
        return jdbc.sql(ROWS + " where " + condition
                        + " and c.area collate \"C\" like :area order by e.accepted_at desc limit 100")
                .param("value", value)
                .param("area", area.value() + "%")
                .query(this::row)
                .list();
    }

    private ErrandRow row(ResultSet row, int number) throws SQLException {
        return new ErrandRow(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("case_number"),
                row.getString("item_code"),
                row.getString("item_zh"),
                row.getString("item_en"),
                row.getString("kind"),
                Masking.name(cipher.open(ErrandFileRows.NAME, row.getString("name_sealed"))),
                row.getString("agent_name"),
                row.getObject("window_number", Integer.class),
                row.getTimestamp("accepted_at").toInstant(),
                instant(row, "finished_at"),
                row.getObject("handling_seconds", Integer.class),
                row.getString("outcome"),
                row.getObject("follow_until", LocalDate.class),
                row.getBoolean("outstanding"),
                row.getString("procedure"),
                row.getInt("procedure_version"),
                row.getString("state"),
                row.getInt("revision"),
                instant(row, "due"),
                instant(row, "ended_at"));
    }

    List<Step> steps(UUID caseId) {
        return jdbc.sql("""
                        select seq, at, action, from_state, to_state from casework.case_event
                        where case_id = :case and (action = 'open' or from_state <> to_state) order by seq""")
                .param("case", caseId)
                .query((row, number) -> new Step(
                        row.getInt("seq"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("action"),
                        row.getString("from_state"),
                        row.getString("to_state")))
                .list();
    }

    List<PauseRow> pauses(UUID caseId) {
        return jdbc.sql("""
                        select from_at, to_at, reason from casework.case_pause where case_id = :case order by from_at""")
                .param("case", caseId)
                .query((row, number) -> new PauseRow(
                        row.getTimestamp("from_at").toInstant(), instant(row, "to_at"), row.getString("reason")))
                .list();
    }

    /** Papers that did not have to be brought (少交材料), by item. */
    record Saved(String item, int papers, int people) {}

    List<Saved> saved(UnitCode station, Instant from, Instant to) {
        return jdbc.sql("""
                        select r.item_code as item, count(*) as papers, count(distinct e.document_index) as people
                        from counter.reuse r join counter.errand e on e.id = r.errand_id
                        where r.station = :station and r.at >= :from and r.at < :to
                        group by r.item_code order by papers desc""")
                .param("station", station.value())
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(Saved.class)
                .list();
    }

    /** A promise that has to be verified. */
    record PromiseRow(
            UUID errand, String caseNumber, String code, String materialZh, String materialEn, LocalDate due) {}

    List<PromiseRow> promises(UnitCode station) {
        return jdbc.sql("""
                        select k.errand_id as errand, e.case_number, k.code, m.name_zh as material_zh,
                               m.name_en as material_en, k.due
                        from counter.commitment_check k
                        join counter.errand e on e.id = k.errand_id
                        join counter.errand_material m on m.errand_id = k.errand_id and m.code = k.code
                        where e.station = :station and k.outcome is null order by k.due limit 200""")
                .param("station", station.value())
                .query(PromiseRow.class)
                .list();
    }

    /** A material that is to follow (容缺后补). */
    record OutstandingRow(
            UUID errand,
            String caseNumber,
            String itemZh,
            String itemEn,
            String code,
            String materialZh,
            String materialEn,
            LocalDate due) {}

    List<OutstandingRow> outstanding(UnitCode station) {
        return jdbc.sql("""
                        select e.id as errand, e.case_number, e.item_zh, e.item_en, m.code, m.name_zh as material_zh,
                               m.name_en as material_en, e.follow_until as due
                        from counter.errand e
                        join counter.errand_material m on m.errand_id = e.id
                        join casework.case_file c on c.id = e.case_id
                        where e.station = :station and e.follow_until is not null and c.ended_at is null
                          and m.state = 'FOLLOWS' and m.settled_at is null
                        order by e.follow_until, e.accepted_at limit 200""")
                .param("station", station.value())
                .query(OutstandingRow.class)
                .list();
    }

    /** Originals that lie at an agency point (原件移交清单). */
    record OriginalsRow(
            UUID errand, String caseNumber, String itemZh, String itemEn, String point, Instant acceptedAt) {}

    List<OriginalsRow> originals(UnitCode station) {
        return jdbc.sql("""
                        select id as errand, case_number, item_zh, item_en, agency_point as point, accepted_at
                        from counter.errand where station = :station and originals = 'AT_POINT'
                        order by agency_point, accepted_at""")
                .param("station", station.value())
                .query((row, number) -> new OriginalsRow(
                        row.getObject("errand", UUID.class),
                        row.getString("case_number"),
                        row.getString("item_zh"),
                        row.getString("item_en"),
                        row.getString("point"),
                        row.getTimestamp("accepted_at").toInstant()))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
