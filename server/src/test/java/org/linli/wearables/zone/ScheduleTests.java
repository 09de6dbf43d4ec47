package org.linli.wearables.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTests {

    private static final int MONDAY = 1;
    private static final int TUESDAY = 2;
    private static final int SUNDAY = 64;

    /** The second of March 2026 is a Monday. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-03-02T21:59,
            2026-03-02T22:00, 2026-03-02T22:00
            2026-03-02T23:59, 2026-03-02T22:00
            2026-03-03T00:00, 2026-03-02T22:00
            2026-03-03T05:59, 2026-03-02T22:00
            2026-03-03T06:00,
            2026-03-03T22:30,
            2026-03-02T03:00,
            """)
    void goesOnAfterMidnightOnTheDayItBegan(LocalDateTime at, LocalDateTime since) {
        var nights = new Schedule(MONDAY, LocalTime.of(22, 0), LocalTime.of(6, 0));
        assertThat(nights.since(moment(at)))
                .isEqualTo(Optional.ofNullable(since).map(ScheduleTests::moment));
    }

    @Test
    void beginsAnewEachNightOfTheWeek() {
        var nights = new Schedule(SUNDAY | MONDAY, LocalTime.of(22, 0), LocalTime.of(6, 0));
        assertThat(since(nights, "2026-03-02T05:00")).contains(at("2026-03-01T22:00"));
        assertThat(since(nights, "2026-03-02T12:00")).isEmpty();
        assertThat(since(nights, "2026-03-03T05:00")).contains(at("2026-03-02T22:00"));
    }

    @Test
    void lastsUntilMidnight() {
        var days = new Schedule(MONDAY, LocalTime.of(8, 0), LocalTime.MIDNIGHT);
        assertThat(since(days, "2026-03-02T23:59")).contains(at("2026-03-02T08:00"));
        assertThat(since(days, "2026-03-03T00:00")).isEmpty();
    }

    @Test
    void takesWholeDaysInARowForOne() {
        var days = new Schedule(MONDAY | TUESDAY, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        assertThat(since(days, "2026-03-01T23:59")).isEmpty();
        assertThat(since(days, "2026-03-03T12:00")).contains(at("2026-03-02T00:00"));
        assertThat(since(days, "2026-03-04T00:00")).isEmpty();
        var always = new Schedule(Schedule.EVERY_DAY, LocalTime.NOON, LocalTime.NOON);
        assertThat(since(always, "2026-03-03T11:59")).contains(Instant.MIN);
    }

    private static Optional<Instant> since(Schedule schedule, String at) {
        return schedule.since(at(at));
    }

    private static Instant at(String local) {
        return moment(LocalDateTime.parse(local));
    }

    private static Instant moment(LocalDateTime local) {
        return local.atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
