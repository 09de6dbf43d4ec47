package org.linli.wearables.zone;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.linli.access.Acting;
import org.linli.shared.Point;
import org.linli.wearables.zone.ZoneShape.Circle;
import org.linli.wearables.zone.ZoneShape.Polygon;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of zones. */
@Repository
class ZoneRows {

    /** A zone and on which side its wearer is taken to be. */
    record Stood(Zone zone, Optional<Standing> standing) {}

    private final JdbcClient jdbc;

    ZoneRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Stood> of(int device) {
        return jdbc.sql("""
                select z.*, s.inside, s.since, s.pending_since, s.told_at
                  from wearables.zone z left join wearables.zone_standing s on s.zone_id = z.id
                 where z.device_id = :device and z.retired_at is null
                 order by z.id""")
                .param("device", device)
                .query((row, n) -> new Stood(zone(row), standing(row)))
                .list();
    }

    Optional<Zone> find(int device, int id) {
        return jdbc.sql("select * from wearables.zone where id = :id and device_id = :device and retired_at is null")
                .param("id", id)
                .param("device", device)
                .query((row, n) -> zone(row))
                .optional();
    }

    int add(int device, Zone zone, Acting by, Instant at) {
        return drawn("""
                insert into wearables.zone (device_id, name, corners, radius, leaving, entering, days, from_time, to_time,
                                            drawn_at, drawn_by)
                values (:device, :name, :corners, :radius, :leaving, :entering, :days, :from, :to, :at, :by)
                returning id""", zone, by, at)
                .param("device", device)
                .query(Integer.class)
                .single();
    }

    void change(Zone zone, Acting by, Instant at) {
        drawn("""
                update wearables.zone
                   set name = :name, corners = :corners, radius = :radius, leaving = :leaving, entering = :entering,
                       days = :days, from_time = :from, to_time = :to, drawn_at = :at, drawn_by = :by
                 where id = :id""", zone, by, at).param("id", zone.id()).update();
    }

    void retire(int id, Acting by, Instant at) {
        jdbc.sql("update wearables.zone set retired_at = :at, retired_by = :by where id = :id")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .param("by", by.posting().value())
                .update();
        forgetStanding(id);
    }

    /** It begins anew with the next fix. */
    void forgetStanding(int id) {
        jdbc.sql("delete from wearables.zone_standing where zone_id = :id")
                .param("id", id)
                .update();
    }

    private JdbcClient.StatementSpec drawn(String sql, Zone zone, Acting by, Instant at) {
        return jdbc.sql(sql)
                .param("name", zone.name())
                .param("corners", corners(zone.shape()))
                .param("radius", zone.shape() instanceof Circle circle ? circle.radius() : null, Types.DOUBLE)
                .param("leaving", zone.leaving())
                .param("entering", zone.entering())
                .param("days", zone.schedule().map(Schedule::days).orElse(null), Types.SMALLINT)
                .param("from", zone.schedule().map(Schedule::from).orElse(null), Types.TIME)
                .param("to", zone.schedule().map(Schedule::to).orElse(null), Types.TIME)
                .param("at", Timestamp.from(at))
                .param("by", by.posting().value());
    }

    private static Double[] corners(ZoneShape shape) {
        var corners = switch (shape) {
            case Circle circle -> Stream.of(circle.centre());
            case Polygon polygon -> polygon.corners().stream();
        };
        return corners.flatMapToDouble(corner -> DoubleStream.of(corner.lon(), corner.lat()))
                .boxed()
                .toArray(Double[]::new);
    }

    private static Zone zone(ResultSet row) throws SQLException {
        return new Zone(
                row.getInt("id"),
                row.getString("name"),
                shape(row),
                row.getBoolean("leaving"),
                row.getBoolean("entering"),
                schedule(row));
    }

    static ZoneShape shape(ResultSet row) throws SQLException {
        var numbers = (Double[]) row.getArray("corners").getArray();
        var corners = new ArrayList<Point>();
        for (var n = 0; n < numbers.length; n += 2) {
            corners.add(new Point(numbers[n], numbers[n + 1]));
        }
        var radius = row.getObject("radius", Double.class);
        return radius == null ? new Polygon(corners) : new Circle(corners.getFirst(), radius);
    }

    static Optional<Schedule> schedule(ResultSet row) throws SQLException {
        var days = row.getObject("days", Integer.class);
        return days == null
                ? Optional.empty()
                : Optional.of(new Schedule(
                        days, row.getObject("from_time", LocalTime.class), row.getObject("to_time", LocalTime.class)));
    }

    static Optional<Standing> standing(ResultSet row) throws SQLException {
        var since = row.getTimestamp("since");
        return since == null
                ? Optional.empty()
                : Optional.of(new Standing(
                        row.getBoolean("inside"),
                        since.toInstant(),
                        Optional.ofNullable(row.getTimestamp("pending_since")).map(Timestamp::toInstant),
                        Optional.ofNullable(row.getTimestamp("told_at")).map(Timestamp::toInstant)));
    }
}
