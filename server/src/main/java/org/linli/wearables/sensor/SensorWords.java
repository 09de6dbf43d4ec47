package org.linli.wearables.sensor;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.linli.shared.Refusal;
import org.linli.wearables.WearablesReason;
import org.linli.wearables.batch.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the readings of sensors say: {@code {deviceId, kind, at, code, value, battery}}; a pure function of the bytes and of
 * when they came. A wrong field is refused by its name, and fields nobody knows are passed over. A value is checked, and
 * kept nowhere: no rule needs it.
 */
final class SensorWords {

    /** What is answered; the ways in have words of their own for it. */
    private static final byte[] TAKEN = {};

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern NUMBER = Pattern.compile("\\d{10,15}");
    private static final Pattern MILLIS = Pattern.compile("\\d{1,15}");

    /** The end of the year 9999. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private SensorWords() {}

    /** One reading or an array of them, each still to be {@linkplain #read read}. */
    static List<JsonNode> readings(byte[] body, int most) {
        JsonNode said;
        try {
            said = JSON.readTree(body);
        } catch (JacksonException notJson) {
            throw Refusal.because(WearablesReason.READING_NO_JSON);
        }
        var readings = said.isArray() ? said.valueStream().toList() : List.of(said);
        if (readings.isEmpty() || said.isMissingNode()) {
            throw Refusal.because(WearablesReason.READING_NO_JSON);
        }
        if (readings.size() > most) {
            throw Refusal.because(WearablesReason.TOO_MANY_READINGS, most);
        }
        return readings;
    }

    /** @throws Refusal that names the first field that is wrong */
    static Message read(JsonNode reading, Instant received) {
        if (!reading.isObject()) {
            throw Refusal.because(WearablesReason.READING_NO_JSON);
        }
        var device = device(reading);
        var kind = kind(reading);
        var code = code(reading, kind);
        var at = at(reading).orElse(received);
        requireNumber(reading.path("value"));
        return new Message(
                device,
                received,
                at,
                battery(reading.path("battery")),
                Optional.empty(),
                List.of(),
                kind.alarm(code).map(Set::of).orElse(Set.of()),
                Optional.of(TAKEN));
    }

    private static String device(JsonNode reading) {
        return text(reading.path("deviceId"))
                .filter(number -> NUMBER.matcher(number).matches())
                .orElseThrow(() -> Refusal.ofField("deviceId", WearablesReason.MALFORMED_NUMBER));
    }

    private static SensorKind kind(JsonNode reading) {
        return text(reading.path("kind"))
                .flatMap(said -> one(SensorKind.values(), said))
                .orElseThrow(() -> Refusal.ofField(
                        "kind", WearablesReason.UNKNOWN_SENSOR_KIND, list(List.of(SensorKind.values()))));
    }

    private static SensorCode code(JsonNode reading, SensorKind kind) {
        return text(reading.path("code"))
                .flatMap(said -> one(SensorCode.values(), said))
                .filter(kind.codes()::contains)
                .orElseThrow(() ->
                        Refusal.ofField("code", WearablesReason.UNKNOWN_SENSOR_CODE, kind.name(), list(kind.codes())));
    }

    /** Empty for a sensor without a clock. */
    private static Optional<Instant> at(JsonNode reading) {
        var said = reading.path("at");
        if (isNothing(said)) {
            return Optional.empty();
        }
        return Optional.of(text(said)
                .flatMap(SensorWords::moment)
                .orElseThrow(() -> Refusal.ofField("at", WearablesReason.MALFORMED_MOMENT)));
    }

    private static Optional<Instant> moment(String said) {
        try {
            var at = MILLIS.matcher(said).matches()
                    ? Instant.ofEpochMilli(Long.parseLong(said))
                    : OffsetDateTime.parse(said).toInstant();
            return Optional.of(at).filter(one -> !one.isBefore(Instant.EPOCH) && !one.isAfter(LAST));
        } catch (DateTimeException notAMoment) {
            return Optional.empty();
        }
    }

    private static void requireNumber(JsonNode value) {
        if (!isNothing(value) && !value.isNumber()) {
            throw Refusal.ofField("value", WearablesReason.MALFORMED_VALUE);
        }
    }

    private static OptionalInt battery(JsonNode battery) {
        if (isNothing(battery)) {
            return OptionalInt.empty();
        }
        if (!battery.isIntegralNumber()
                || !battery.canConvertToInt()
                || battery.intValue() < 0
                || battery.intValue() > 100) {
            throw Refusal.ofField("battery", WearablesReason.MALFORMED_BATTERY);
        }
        return OptionalInt.of(battery.intValue());
    }

    private static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    /** A whole number is taken for its digits: many platforms send the device's number as one. */
    private static Optional<String> text(JsonNode value) {
        if (value.isIntegralNumber()) {
            return Optional.of(value.bigIntegerValue()).map(BigInteger::toString);
        }
        return value.isString() ? Optional.of(value.stringValue().strip()) : Optional.empty();
    }

    private static <E extends Enum<E>> Optional<E> one(E[] all, String said) {
        var word = said.toUpperCase(Locale.ROOT);
        return Arrays.stream(all).filter(one -> one.name().equals(word)).findFirst();
    }

    private static String list(Collection<?> words) {
        return words.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
