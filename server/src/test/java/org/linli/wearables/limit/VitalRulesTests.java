package org.linli.wearables.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.wearables.VitalKind;

class VitalRulesTests {

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    @ParameterizedTest
    @CsvSource(textBlock = """
            HEART_RATE,      39,    , RED
            HEART_RATE,      40,    , YELLOW
            HEART_RATE,      49,    , YELLOW
            HEART_RATE,      50,    , NORMAL
            HEART_RATE,     110,    , NORMAL
            HEART_RATE,     111,    , YELLOW
            HEART_RATE,     130,    , YELLOW
            HEART_RATE,     131,    , RED
            HEART_RATE,     185,    , RED
            BLOOD_PRESSURE,  89,  65, RED
            BLOOD_PRESSURE,  90,  65, NORMAL
            BLOOD_PRESSURE, 159,  99, NORMAL
            BLOOD_PRESSURE, 160,  80, YELLOW
            BLOOD_PRESSURE, 179,  80, YELLOW
            BLOOD_PRESSURE, 180,  80, RED
            BLOOD_PRESSURE, 120,  59, RED
            BLOOD_PRESSURE, 120,  60, NORMAL
            BLOOD_PRESSURE, 120, 100, YELLOW
            BLOOD_PRESSURE, 120, 109, YELLOW
            BLOOD_PRESSURE, 120, 110, RED
            BLOOD_PRESSURE, 165, 110, RED
            BLOOD_PRESSURE, 210, 100, RED
            BLOOD_PRESSURE, 150,    , NORMAL
            OXYGEN,          89,    , RED
            OXYGEN,          90,    , YELLOW
            OXYGEN,          93,    , YELLOW
            OXYGEN,          94,    , NORMAL
            OXYGEN,         100,    , NORMAL
            TEMPERATURE,    350,    , RED
            TEMPERATURE,    351,    , NORMAL
            TEMPERATURE,    372,    , NORMAL
            TEMPERATURE,    373,    , YELLOW
            TEMPERATURE,    384,    , YELLOW
            TEMPERATURE,    385,    , RED
            """)
    void hasUsualLimits(VitalKind kind, int value, Integer second, VitalLevel level) {
        assertThat(PersonLimits.USUAL.of(kind).level(value, number(second))).isEqualTo(level);
    }

    @Test
    void isRedOnlyAtASecondReadingTenMinutesAfterTheFirst() {
        var first = judge(VitalStanding.UNKNOWN, 0, 140);
        assertThat(first.standing()).isEqualTo(new VitalStanding(VitalLevel.YELLOW, Optional.of(NOON)));
        assertThat(first.raised()).contains(VitalLevel.YELLOW);
        var soon = judge(first.standing(), 599, 145);
        assertThat(soon.standing()).isEqualTo(first.standing());
        assertThat(soon.raised()).as("it was yellow before").isEmpty();
        var later = judge(soon.standing(), 600, 140);
        assertThat(later.standing()).isEqualTo(new VitalStanding(VitalLevel.RED, Optional.of(NOON)));
        assertThat(later.raised()).contains(VitalLevel.RED);
    }

    @Test
    void startsAnewAfterABetterReading() {
        var red =
                judge(judge(VitalStanding.UNKNOWN, 0, 140).standing(), 600, 140).standing();
        var better = judge(red, 700, 120);
        assertThat(better.standing()).isEqualTo(new VitalStanding(VitalLevel.YELLOW, Optional.empty()));
        assertThat(better.raised()).isEmpty();
        var worseAgain = judge(better.standing(), 800, 140);
        assertThat(worseAgain.standing())
                .isEqualTo(new VitalStanding(VitalLevel.YELLOW, Optional.of(NOON.plusSeconds(800))));
        assertThat(worseAgain.raised()).isEmpty();
        assertThat(judge(worseAgain.standing(), 1399, 140).raised()).isEmpty();
        assertThat(judge(worseAgain.standing(), 1400, 140).raised()).contains(VitalLevel.RED);
    }

    @Test
    void ringsAgainWhileItStaysRedAndOnceForEachYellowSpell() {
        var red = new VitalStanding(VitalLevel.RED, Optional.of(NOON));
        assertThat(judge(red, 1200, 140).raised()).contains(VitalLevel.RED);
        var yellow = judge(VitalStanding.UNKNOWN, 0, 115);
        assertThat(yellow.raised()).contains(VitalLevel.YELLOW);
        assertThat(judge(yellow.standing(), 60, 115).raised()).isEmpty();
        var normal = judge(yellow.standing(), 120, 80);
        assertThat(normal).isEqualTo(new VitalRules.Judged(VitalStanding.UNKNOWN, Optional.empty()));
        assertThat(judge(normal.standing(), 180, 115).raised()).contains(VitalLevel.YELLOW);
    }

    @Test
    void goesByLimitsOfOnesOwn() {
        var athlete = new VitalLimits(Bounds.of(34, 41, 111, 131), Optional.empty());
        var limits = new PersonLimits(Map.of(VitalKind.HEART_RATE, athlete));
        assertThat(limits.of(VitalKind.HEART_RATE).level(42, OptionalInt.empty()))
                .isEqualTo(VitalLevel.NORMAL);
        assertThat(limits.of(VitalKind.HEART_RATE).level(34, OptionalInt.empty()))
                .isEqualTo(VitalLevel.RED);
        assertThat(limits.of(VitalKind.OXYGEN)).isEqualTo(VitalLimits.usual(VitalKind.OXYGEN));
    }

    @ParameterizedTest
    @CsvSource({"HEART_RATE", "BLOOD_PRESSURE", "OXYGEN", "TEMPERATURE"})
    void holdsTheUsualLimitsToItsOwnRules(VitalKind kind) {
        LimitRules.check(kind, VitalLimits.usual(kind));
        assertThat(VitalLimits.usual(kind).second().isPresent()).isEqualTo(kind == VitalKind.BLOOD_PRESSURE);
    }

    private static VitalRules.Judged judge(VitalStanding before, int seconds, int heartRate) {
        return VitalRules.judge(
                VitalLimits.usual(VitalKind.HEART_RATE),
                before,
                NOON.plus(Duration.ofSeconds(seconds)),
                heartRate,
                OptionalInt.empty());
    }

    private static OptionalInt number(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
