package org.linli.wearables.history;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the partitions of histories as the gateway does, for tests that store without it. */
public final class HistoryParts {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private HistoryParts() {}

    /** For fixes of a day. */
    public static String day(JdbcClient jdbc, LocalDate day) {
        var name = "wearables.fix_" + day.format(DateTimeFormatter.ofPattern("uuuuMMdd"));
        return made(jdbc, "wearables.fix", name, day, day.plusDays(1));
    }

    /** For vitals of the month of a day. */
    public static String month(JdbcClient jdbc, LocalDate day) {
        var first = day.withDayOfMonth(1);
        var name = "wearables.vital_" + day.format(DateTimeFormatter.ofPattern("uuuuMM"));
        return made(jdbc, "wearables.vital", name, first, first.plusMonths(1));
    }

    private static String made(JdbcClient jdbc, String history, String name, LocalDate first, LocalDate beyond) {
        jdbc.sql("create table if not exists %s partition of %s for values from ('%s') to ('%s')"
                        .formatted(
                                name,
                                history,
                                first.atStartOfDay(CHINA).toOffsetDateTime(),
                                beyond.atStartOfDay(CHINA).toOffsetDateTime()))
                .update();
        return name;
    }
}
