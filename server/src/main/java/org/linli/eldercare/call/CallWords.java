package org.linli.eldercare.call;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.linli.eldercare.EldercareReason;
import org.linli.shared.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the body of an event says: {@code {call, seq, event, at, caller, called, queue, agent, recording}}; a pure function of
 * the bytes and of when they came. A wrong field is refused by its name, and fields nobody knows are passed over.
 *
 * @param call what the telephone system calls it
 * @param caller digits only; empty for a caller who hides the number
 * @param called the line that was dialled
 * @param recording where the telephone system keeps the recording
 */
record CallWords(
        String call, CallEvent event, Optional<String> caller, Optional<String> called, Optional<String> recording) {

    /** What was said longer ago is no call that anybody could still do something about. */
    static final Duration OLDEST = Duration.ofDays(1);

    /** By as much a telephone system's clock may be ahead. */
    static final Duration AHEAD = Duration.ofMinutes(5);

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern CALL = Pattern.compile("[\\x21-\\x7e]{1,100}");
    private static final Pattern SHORT = Pattern.compile("[\\p{L}\\p{N} ._@:/+#*-]{1,60}");
    private static final Pattern RECORDING = Pattern.compile("[\\x21-\\x7e]{1,300}");
    private static final Pattern NUMBER = Pattern.compile("\\d{2,20}");
    private static final Pattern MOBILE_WITH_ZERO = Pattern.compile("0(1\\d{10})");

    /** @throws Refusal that names the first field that is wrong */
    static CallWords read(byte[] body, Instant received) {
        var said = object(body);
        var call = text(said, "call", CALL).orElseThrow(() -> wrong("call"));
        var seq = said.path("seq");
        if (!seq.isIntegralNumber() || !seq.canConvertToLong() || seq.longValue() < 0) {
            throw wrong("seq");
        }
        var event = new CallEvent(
                seq.longValue(),
                kind(said),
                at(said, received),
                text(said, "queue", SHORT),
                text(said, "agent", SHORT));
        return new CallWords(
                call, event, caller(said), text(said, "called", SHORT), text(said, "recording", RECORDING));
    }

    private static JsonNode object(byte[] body) {
        try {
            var said = JSON.readTree(body);
            if (said.isObject()) {
                return said;
            }
        } catch (JacksonException notJson) {
            // said below
        }
        throw Refusal.because(EldercareReason.EVENT_NO_JSON);
    }

    private static CallEvent.Kind kind(JsonNode said) {
        var word = said.path("event").asString("").toUpperCase(Locale.ROOT);
        return Arrays.stream(CallEvent.Kind.values())
                .filter(one -> one.name().equals(word))
                .findFirst()
                .orElseThrow(() -> wrong("event"));
    }

    private static Instant at(JsonNode said, Instant received) {
        var at = moment(said.path("at").asString(""));
        if (at.isBefore(received.minus(OLDEST)) || at.isAfter(received.plus(AHEAD))) {
            throw Refusal.ofField("at", EldercareReason.EVENT_MOMENT);
        }
        return at;
    }

    /** As exactly as the database keeps it, so that the same event said again is the same. */
    private static Instant moment(String said) {
        try {
            return OffsetDateTime.parse(said).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException notAMoment) {
            throw wrong("at");
        }
    }

    /** As the base keeps numbers: no +86, and no zero before a mobile number as exchanges of another place put it. */
    private static Optional<String> caller(JsonNode said) {
        return text(said, "caller", SHORT)
                .map(number -> number.replaceAll("[\\s()-]", "").replaceFirst("^(\\+|00)86", ""))
                .map(number -> MOBILE_WITH_ZERO.matcher(number).replaceFirst("$1"))
                .filter(number -> NUMBER.matcher(number).matches());
    }

    private static Optional<String> text(JsonNode said, String field, Pattern form) {
        var value = said.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        var text =
                value.isIntegralNumber() || value.isString() ? value.asString().strip() : "";
        if (text.isEmpty() && value.isString()) {
            return Optional.empty();
        }
        if (!form.matcher(text).matches()) {
            throw wrong(field);
        }
        return Optional.of(text);
    }

    private static Refusal wrong(String field) {
        var kinds = Arrays.stream(CallEvent.Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return Refusal.ofField(field, EldercareReason.EVENT_FIELD, field, kinds);
    }
}
