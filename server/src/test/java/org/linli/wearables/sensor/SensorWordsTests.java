package org.linli.wearables.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.shared.Refusal;
import org.linli.wearables.AlarmKind;
import org.linli.wearables.WearablesReason;
import org.linli.wearables.batch.Message;

class SensorWordsTests {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final String SMOKE = """
            {"deviceId":"869951040000017","kind":"SMOKE","at":"2026-03-02T08:59:30+08:00","code":"ALARM","value":3.2,"battery":81,"rssi":-71}""";

    @Test
    void readsWhatADetectorSays() {
        var message = read(SMOKE);
        assertThat(message.device()).isEqualTo("869951040000017");
        assertThat(message.received()).isEqualTo(NOW);
        assertThat(message.at()).isEqualTo("2026-03-02T00:59:30Z");
        assertThat(message.battery()).hasValue(81);
        assertThat(message.kinds()).containsExactly(AlarmKind.SMOKE);
        assertThat(message.fix()).isEmpty();
        assertThat(message.vitals()).isEmpty();
        assertThat(message.answer()).isPresent();
    }

    /** Every kind and code that may be sent, and what it calls for. */
    @ParameterizedTest
    @CsvSource({
        "SMOKE,ALARM,SMOKE",
        "GAS,ALARM,GAS",
        "WATER,ALARM,WATER",
        "DOOR,ALARM,DOOR",
        "PILL_BOX,MISSED,MEDICINE",
        "BED,OUT_OF_BED,BED",
        "SMOKE,CLEAR,",
        "GAS,TEST,",
        "WATER,HEARTBEAT,",
        "DOOR,OPEN,",
        "DOOR,CLOSED,",
        "PILL_BOX,TAKEN,",
        "PILL_BOX,OPEN,",
        "BED,IN_BED,",
        "BED,TEST,",
        "smoke,alarm,SMOKE"
    })
    void callsForWhatItsCodeMeans(String kind, String code, AlarmKind called) {
        var kinds = read(SMOKE.replace("SMOKE", kind).replace("ALARM", code)).kinds();
        if (called == null) {
            assertThat(kinds).isEmpty();
        } else {
            assertThat(kinds).containsExactly(called);
        }
    }

    @Test
    void takesMillisecondsAndKeepsAClockThatIsDecadesOff() {
        assertThat(at("1772413170000")).isEqualTo("2026-03-02T00:59:30Z");
        assertThat(at("\"1772413170000\"")).isEqualTo("2026-03-02T00:59:30Z");
        assertThat(at("\"1996-01-01T00:00:00Z\"")).isEqualTo("1996-01-01T00:00:00Z");
        assertThat(at("\"2071-01-01T00:00:00+08:00\"")).isEqualTo("2070-12-31T16:00:00Z");
        assertThat(at("null")).as("a sensor without a clock").isEqualTo(NOW);
    }

    @Test
    void takesANumberForItsDigits() {
        assertThat(read(SMOKE.replace("\"869951040000017\"", "869951040000017")).device())
                .isEqualTo("869951040000017");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "869951040000017"           | "86995104"             | deviceId | MALFORMED_NUMBER
            "869951040000017"           | "86995104000001x"      | deviceId | MALFORMED_NUMBER
            "869951040000017"           | ["869951040000017"]    | deviceId | MALFORMED_NUMBER
            "869951040000017"           | -869951040000017       | deviceId | MALFORMED_NUMBER
            "SMOKE"                     | "TOASTER"              | kind     | UNKNOWN_SENSOR_KIND
            "SMOKE"                     | null                   | kind     | UNKNOWN_SENSOR_KIND
            "ALARM"                     | "OPEN"                 | code     | UNKNOWN_SENSOR_CODE
            "ALARM"                     | ""                     | code     | UNKNOWN_SENSOR_CODE
            "ALARM"                     | 1                      | code     | UNKNOWN_SENSOR_CODE
            "2026-03-02T08:59:30+08:00" | "2026-03-02T08:59:30"  | at       | MALFORMED_MOMENT
            "2026-03-02T08:59:30+08:00" | "2026-02-30T08:59:30Z" | at       | MALFORMED_MOMENT
            "2026-03-02T08:59:30+08:00" | "soon"                 | at       | MALFORMED_MOMENT
            "2026-03-02T08:59:30+08:00" | -1                     | at       | MALFORMED_MOMENT
            "2026-03-02T08:59:30+08:00" | 17.5                   | at       | MALFORMED_MOMENT
            "2026-03-02T08:59:30+08:00" | 999999999999999        | at       | MALFORMED_MOMENT
            3.2                         | "3.2"                  | value    | MALFORMED_VALUE
            3.2                         | {}                     | value    | MALFORMED_VALUE
            81                          | 101                    | battery  | MALFORMED_BATTERY
            81                          | -1                     | battery  | MALFORMED_BATTERY
            81                          | 80.5                   | battery  | MALFORMED_BATTERY
            81                          | "81"                   | battery  | MALFORMED_BATTERY
            81                          | 99999999999999999999   | battery  | MALFORMED_BATTERY
            """)
    void refusesAWrongFieldByItsName(String right, String wrong, String field, WearablesReason reason) {
        var said = SMOKE.replace(right, wrong);
        assertThat(said).isNotEqualTo(SMOKE);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read(said))
                .satisfies(refusal -> assertThat(refusal.field()).contains(field))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    @Test
    void tellsWhichCodesAKindHas() {
        assertThatThrownBy(() -> read(SMOKE.replace("ALARM", "TAKEN")))
                .hasMessageContaining("[SMOKE, ALARM, CLEAR, HEARTBEAT, TEST]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[]", "{", "[{},", "nothing", "{} {}", "{\"deviceId\":NaN}"})
    void refusesWhatIsNoJson(String body) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> SensorWords.readings(bytes(body), 500))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(WearablesReason.READING_NO_JSON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "null", "\"SMOKE\"", "[1]", "[[]]"})
    void refusesWhatIsNoReading(String body) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read(body))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(WearablesReason.READING_NO_JSON));
    }

    @Test
    void takesSoManyAtOnce() {
        assertThat(SensorWords.readings(bytes("[" + "{},".repeat(499) + "{}]"), 500))
                .hasSize(500);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> SensorWords.readings(bytes("[" + "{},".repeat(500) + "{}]"), 500))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(WearablesReason.TOO_MANY_READINGS));
    }

    /** Whatever a line does to the bytes: they are read, or refused, and nothing else happens. */
    @Test
    void survivesAnyBytes() {
        var random = new Random(20_260_302);
        var outcomes = new ArrayList<Boolean>();
        for (var n = 0; n < 20_000; n++) {
            var broken = bytes(SMOKE);
            for (var many = 1 + random.nextInt(3); many > 0; many--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            broken = random.nextInt(10) == 0 ? Arrays.copyOf(broken, random.nextInt(broken.length)) : broken;
            try {
                for (var reading : SensorWords.readings(broken, 500)) {
                    var message = SensorWords.read(reading, NOW);
                    assertThat(message.device()).matches("\\d{10,15}");
                    assertThat(message.at()).isBetween(Instant.EPOCH, Instant.parse("9999-12-31T23:59:59Z"));
                }
                outcomes.add(true);
            } catch (Refusal refusal) {
                outcomes.add(false);
            }
        }
        assertThat(outcomes).contains(true, false);
    }

    private static Message read(String said) {
        return SensorWords.read(SensorWords.readings(bytes(said), 500).getFirst(), NOW);
    }

    private static Instant at(String said) {
        return read(SMOKE.replace("\"2026-03-02T08:59:30+08:00\"", said)).at();
    }

    private static byte[] bytes(String said) {
        return said.getBytes(StandardCharsets.UTF_8);
    }
}
