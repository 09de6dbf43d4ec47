package org.linli.counter.errand;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.area.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of hand-overs between agency points and stations. */
@Component
class HandoverRows {

    private final JdbcClient jdbc;

    HandoverRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Hand-over (移交): errands and their originals on the way from an agency point to its station. */
    record Handover(
            UUID id,
            UnitCode point,
            UnitCode station,
            Instant madeAt,
            String madeBy,
            String note,
            Optional<Instant> takenAt,
            Optional<String> takenBy) {}

    void add(Handover handover, String requestKey) {
        jdbc.sql("""
                insert into counter.handover (id, request_key, point, station, made_at, made_by, note)
                values (:id, :key, :point, :station, :at, :by, :note)""")
                .param("id", handover.id())
                .param("key", requestKey)
                .param("point", handover.point().value())
                .param("station", handover.station().value())
                .param("at", Timestamp.from(handover.madeAt()))
                .param("by", handover.madeBy())
                .param("note", handover.note())
                .update();
    }

    /** False when the errand's originals do not lie at the point. */
    boolean send(UUID handover, ErrandId errand, UnitCode point) {
        var sent = jdbc.sql("""
                        update counter.errand set originals = 'ON_THE_WAY'
                        where id = :id and originals = 'AT_POINT' and agency_point = :point""")
                .param("id", errand.value())
                .param("point", point.value())
                .update();
        if (sent == 0) {
            return false;
        }
        jdbc.sql("insert into counter.handover_errand (handover_id, errand_id) values (:handover, :errand)")
                .param("handover", handover)
                .param("errand", errand.value())
                .update();
        return true;
    }

    /** False when it was taken before. */
    boolean take(UUID handover, Instant at, String by) {
        return jdbc.sql("""
                        update counter.handover set taken_at = :at, taken_by = :by
                        where id = :id and taken_at is null""")
                        .param("id", handover)
                        .param("at", Timestamp.from(at))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** What came of one errand: its originals are at the station now, or still at the point. */
    void settle(UUID handover, ErrandId errand, boolean there, String note) {
        jdbc.sql("""
                update counter.handover_errand set outcome = :outcome, note = nullif(:note, '')
                where handover_id = :handover and errand_id = :errand""")
                .param("handover", handover)
                .param("errand", errand.value())
                .param("outcome", there ? "TAKEN" : "NOT_THERE")
                .param("note", note)
                .update();
        jdbc.sql("update counter.errand set originals = :originals where id = :id and originals = 'ON_THE_WAY'")
                .param("id", errand.value())
                .param("originals", there ? "HANDED_OVER" : "AT_POINT")
                .update();
    }

    Optional<Handover> find(UUID id) {
        return jdbc.sql("select * from counter.handover where id = :id")
                .param("id", id)
                .query(HandoverRows::handover)
                .optional();
    }

    Optional<Handover> findByRequest(String key) {
        return jdbc.sql("select * from counter.handover where request_key = :key")
                .param("key", key)
                .query(HandoverRows::handover)
                .optional();
    }

    /** Those not yet taken first, then the newest. */
    List<Handover> ofStation(UnitCode station) {
        return jdbc.sql("""
                        select * from counter.handover where station = :station
                        order by taken_at is not null, made_at desc limit 30""")
                .param("station", station.value())
                .query(HandoverRows::handover)
                .list();
    }

    List<Handover> ofPoint(UnitCode point) {
        return jdbc.sql("""
                        select * from counter.handover where point = :point
                        order by taken_at is not null, made_at desc limit 30""")
                .param("point", point.value())
                .query(HandoverRows::handover)
                .list();
    }

    List<ErrandId> errandsOf(UUID handover) {
        return jdbc
                .sql("select errand_id from counter.handover_errand where handover_id = :id")
                .param("id", handover)
                .query(UUID.class)
                .list()
                .stream()
                .map(ErrandId::new)
                .toList();
    }

    private static Handover handover(ResultSet row, int number) throws SQLException {
        return new Handover(
                row.getObject("id", UUID.class),
                UnitCode.of(row.getString("point")),
                UnitCode.of(row.getString("station")),
                row.getTimestamp("made_at").toInstant(),
                row.getString("made_by"),
                row.getString("note"),
                Optional.ofNullable(row.getTimestamp("taken_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("taken_by")));
    }
}
