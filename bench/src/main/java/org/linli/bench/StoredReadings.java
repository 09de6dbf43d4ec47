package org.linli.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** What the database holds of where watches were. */
final class StoredReadings {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /**
     * Rows that came since a time.
     *
     * @param different those among them of another watch or time than every other
     * @param transactions that wrote them
     */
    record Counted(long rows, long different, long transactions) {}

    private final Connection database;

    StoredReadings(Connection database) {
        this.database = database;
    }

    Counted since(Instant begin) throws SQLException {
        try (var statement = database.prepareStatement("""
                select count(*), count(distinct (device_id, at)), count(distinct xmin::text)
                  from wearables.fix where received_at >= ?""")) {
            statement.setTimestamp(1, Timestamp.from(begin));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return new Counted(rows.getLong(1), rows.getLong(2), rows.getLong(3));
            }
        }
    }

    /** So many days before today hold so many readings each, of all watches in turn. */
    void fillTo(int days, int readingsADay, int watches) throws SQLException {
        var today = LocalDate.now(ZONE);
        for (var back = 1; back <= days; back++) {
            var day = today.minusDays(back);
            if (!exists(day)) {
                fill(day, readingsADay, watches);
            }
        }
    }

    /** Today's are thrown away, so that what is measured next begins as what was measured before. */
    void forgetToday() throws SQLException {
        if (exists(LocalDate.now(ZONE))) {
            execute("truncate wearables." + name(LocalDate.now(ZONE)));
        }
        execute("vacuum wearables.state");
        execute("checkpoint");
    }

    /** In the order of the index, which so is filled fast; each watch once, then each once more. */
    private void fill(LocalDate day, int readings, int watches) throws SQLException {
        var begin = Timestamp.from(day.atStartOfDay(ZONE).toInstant());
        var end = Timestamp.from(day.plusDays(1).atStartOfDay(ZONE).toInstant());
        execute("select wearables.make_partition('fix', '%s', '%s', '%s')".formatted(name(day), begin, end));
        var each = Math.max(1, readings / watches);
        execute("""
                insert into wearables.%1$s (device_id, lon, at, received_at, lat, speed)
                select d.id, (s.lon * 1e7)::int, t, t, (s.lat * 1e7)::int, 3
                  from (select id from wearables.device order by id limit %2$d) d
                  join wearables.state s on s.device_id = d.id and s.lon is not null
                 cross join lateral (
                   select timestamptz '%3$s' + ((n * 86400 / %4$d + d.id %% (86400 / %4$d)) || ' s')::interval as t
                     from generate_series(0, %4$d - 1) n) at
                 order by d.id, t""".formatted(name(day), Math.min(watches, readings), begin, each));
        execute("analyze wearables." + name(day));
    }

    private boolean exists(LocalDate day) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select to_regclass('wearables." + name(day) + "') is not null")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String name(LocalDate day) {
        return "fix_" + DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }
}
