package org.linli.wearables.batch;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.linli.shared.CopyBuffer;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where devices were and what they measured, added by binary COPY in the order of its index. */
@Repository
class HistoryRows {

    /** How long after it was stored something is known again that a device sends once more because it heard no answer. */
    private static final Duration SENT_AGAIN = Duration.ofDays(3);

    private static final double UNITS_A_DEGREE = 1e7;
    private static final int DOUBTFUL = 1;
    private static final String FIX_COLUMNS = "device_id, lon, at, received_at, lat, speed, marks";
    private static final String VITAL_COLUMNS = "device_id, kind, value, at, received_at, second, marks";

    /** Whether something of this kind at this time is a device's. */
    record Moment(int device, int kind, Instant at) {}

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    HistoryRows(JdbcTemplate jdbc, JdbcClient client) {
        this.jdbc = jdbc;
        this.client = client;
    }

    void addFixes(List<Tracked> fixes) {
        if (fixes.isEmpty()) {
            return;
        }
        var buffer = new CopyBuffer(7);
        for (var one : fixes) {
            var fix = one.fix();
            buffer.row()
                    .integer(one.device().id())
                    .integer(units(fix.lon()))
                    .instant(fix.at())
                    .instant(one.received())
                    .integer(units(fix.lat()));
            if (Double.isNaN(fix.speed())) {
                buffer.nothing();
            } else {
                buffer.small((int) Math.clamp(Math.round(fix.speed()), 0, Short.MAX_VALUE));
            }
            buffer.small(one.doubtful() ? DOUBTFUL : 0);
        }
        send("wearables.fix", FIX_COLUMNS, buffer);
    }

    void addVitals(List<Measured> vitals) {
        if (vitals.isEmpty()) {
            return;
        }
        var buffer = new CopyBuffer(7);
        for (var one : vitals) {
            var vital = one.vital();
            buffer.row()
                    .integer(one.device().id())
                    .small(vital.kind().number())
                    .small(vital.value())
                    .instant(vital.at())
                    .instant(one.received());
            if (vital.second().isPresent()) {
                buffer.small(vital.second().getAsInt());
            } else {
                buffer.nothing();
            }
            buffer.small(one.doubtful() ? DOUBTFUL : 0);
        }
        send("wearables.vital", VITAL_COLUMNS, buffer);
    }

    /** Those of some fixes that are stored already. */
    Set<Moment> storedFixes(Collection<Tracked> fixes, Instant now) {
        return stored(
                """
                select n.device_id, 0 as kind, n.at from unnest(:devices, :kinds, :moments) as n (device_id, kind, at)
                 where exists (select from wearables.fix f
                                where f.device_id = n.device_id and f.at = n.at and f.received_at > :since)""",
                fixes.stream()
                        .map(one -> new Moment(one.device().id(), 0, one.fix().at()))
                        .toList(),
                now);
    }

    /** Those of some vitals that are stored already. */
    Set<Moment> storedVitals(Collection<Measured> vitals, Instant now) {
        return stored(
                """
                select n.device_id, n.kind, n.at from unnest(:devices, :kinds, :moments) as n (device_id, kind, at)
                 where exists (select from wearables.vital v
                                where v.device_id = n.device_id and v.kind = n.kind and v.at = n.at
                                  and v.received_at > :since)""",
                vitals.stream()
                        .map(one -> new Moment(
                                one.device().id(),
                                one.vital().kind().number(),
                                one.vital().at()))
                        .toList(),
                now);
    }

    private Set<Moment> stored(String sql, List<Moment> moments, Instant now) {
        if (moments.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(client.sql(sql)
                .param("devices", moments.stream().map(Moment::device).toArray(Integer[]::new))
                .param("kinds", moments.stream().map(Moment::kind).toArray(Integer[]::new))
                .param(
                        "moments",
                        moments.stream().map(Moment::at).map(Timestamp::from).toArray(Timestamp[]::new))
                .param("since", Timestamp.from(now.minus(SENT_AGAIN)))
                .query((row, n) -> new Moment(
                        row.getInt("device_id"),
                        row.getInt("kind"),
                        row.getTimestamp("at").toInstant()))
                .list());
    }

    private static int units(double degrees) {
        return (int) Math.round(degrees * UNITS_A_DEGREE);
    }

    private void send(String table, String columns, CopyBuffer rows) {
        var finished = rows.finished();
        jdbc.execute((ConnectionCallback<Long>) connection -> CopyBuffer.send(connection, table, columns, finished));
    }
}
