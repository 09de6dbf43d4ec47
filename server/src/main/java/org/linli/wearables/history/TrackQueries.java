package org.linli.wearables.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where devices were; a fix that was sent twice is one, and one from a clock that is off is none. */
@Component
class TrackQueries {

    private static final int AT_A_TIME = 5_000;
    static final String SPOTS = """
            select distinct on (at) at, lon, lat, speed from wearables.fix
             where device_id = :device and at >= :from and at < :to
               and received_at >= :receivedFrom and received_at < :receivedTo and marks = 0
             order by at
            """;

    private final JdbcClient jdbc;

    TrackQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first of them in their order. */
    List<Spot> spots(int device, Span span, int most) {
        return asked(jdbc, SPOTS + "limit " + most, device, span)
                .query((row, n) -> spot(row))
                .list();
    }

    /** All of them in their order, a few thousand in memory at a time; for that it needs a transaction. */
    @Transactional(readOnly = true)
    public void eachSpot(int device, Span span, Consumer<Spot> take) {
        asked(jdbc, SPOTS, device, span).withFetchSize(AT_A_TIME).query(row -> {
            take.accept(spot(row));
        });
    }

    static JdbcClient.StatementSpec asked(JdbcClient jdbc, String sql, int device, Span span) {
        return jdbc.sql(sql)
                .param("device", device)
                .param("from", Timestamp.from(span.from()))
                .param("to", Timestamp.from(span.to()))
                .param("receivedFrom", Timestamp.from(span.receivedFrom()))
                .param("receivedTo", Timestamp.from(span.receivedTo()));
    }

    private static Spot spot(ResultSet row) throws SQLException {
        var speed = row.getObject("speed", Integer.class);
        return new Spot(
                row.getTimestamp("at").toInstant(),
                row.getInt("lon"),
                row.getInt("lat"),
                speed == null ? OptionalInt.empty() : OptionalInt.of(speed));
    }
}
