package org.linli.wearables.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.linli.wearables.VitalKind;
import org.linli.wearables.limit.VitalLevel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What devices measured, in the whole numbers it is kept in. */
@Component
class VitalQueries {

    private static final String MEASURED = """
              from (select distinct on (at) at, value, second from wearables.vital
                     where device_id = :device and kind = :kind and at >= :from and at < :to
                       and received_at >= :receivedFrom and received_at < :receivedTo and marks = 0
                     order by at) as measured
            """;

    /**
     * What was measured in a while: its mean, its least and its most.
     *
     * @param at when it was, or when the while began
     */
    record Values(Instant at, Of value, Optional<Of> second) {}

    record Of(double mean, int least, int most) {}

    /** The latest of a kind. */
    record Latest(VitalKind kind, Values values, VitalLevel level) {}

    private final JdbcClient jdbc;

    VitalQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each by itself; the first of them in their order. */
    List<Values> each(int device, VitalKind kind, Span span, int most) {
        return asked("""
                select at, value as mean, value as least, value as most,
                       second as second_mean, second as second_least, second as second_most
                """ + MEASURED + "order by at limit " + most, device, kind, span)
                .query((row, n) -> values(row))
                .list();
    }

    /** Together by equal whiles from the begin of the span. */
    List<Values> together(int device, VitalKind kind, Span span, Duration whileLong) {
        return asked("""
                select date_bin(make_interval(secs => :seconds), at, :from) as at,
                       avg(value) as mean, min(value) as least, max(value) as most,
                       avg(second) as second_mean, min(second) as second_least, max(second) as second_most
                """ + MEASURED + "group by 1 order by 1", device, kind, span)
                .param("seconds", whileLong.toSeconds())
                .query((row, n) -> values(row))
                .list();
    }

    List<Latest> latest(int device) {
        return jdbc.sql("""
                select kind, level, at, value as mean, value as least, value as most,
                       second as second_mean, second as second_least, second as second_most
                  from wearables.vital_state where device_id = :device order by kind""")
                .param("device", device)
                .query((row, n) -> new Latest(
                        VitalKind.numbered(row.getInt("kind")),
                        values(row),
                        VitalLevel.valueOf(row.getString("level"))))
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, int device, VitalKind kind, Span span) {
        return jdbc.sql(sql)
                .param("device", device)
                .param("kind", kind.number())
                .param("from", Timestamp.from(span.from()))
                .param("to", Timestamp.from(span.to()))
                .param("receivedFrom", Timestamp.from(span.receivedFrom()))
                .param("receivedTo", Timestamp.from(span.receivedTo()));
    }

    private static Values values(ResultSet row) throws SQLException {
        var second = row.getObject("second_least") == null ? Optional.<Of>empty() : Optional.of(of(row, "second_"));
        return new Values(row.getTimestamp("at").toInstant(), of(row, ""), second);
    }

    private static Of of(ResultSet row, String prefix) throws SQLException {
        return new Of(row.getDouble(prefix + "mean"), row.getInt(prefix + "least"), row.getInt(prefix + "most"));
    }
}
