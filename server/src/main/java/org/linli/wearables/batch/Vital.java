package org.linli.wearables.batch;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.linli.wearables.VitalKind;

/**
 * What a device measured of its wearer (体征).
 *
 * @param at by the device's clock, or when it came
 * @param value in the unit of its kind
 * @param second diastolic pressure; empty for every other kind
 */
public record Vital(VitalKind kind, Instant at, int value, OptionalInt second) {

    /** Empty for what no living person has: the watch lies on a table. */
    public static Optional<Vital> of(VitalKind kind, Instant at, int value) {
        return kind.isPossible(value) ? Optional.of(new Vital(kind, at, value, OptionalInt.empty())) : Optional.empty();
    }

    /** As people write it: 72, 128/76, 98, 36.6. */
    String inWords() {
        return switch (kind) {
            case HEART_RATE, OXYGEN -> Integer.toString(value);
            case BLOOD_PRESSURE -> value + "/" + second.orElseThrow();
            case TEMPERATURE -> value / 10 + "." + value % 10;
        };
    }

    /** Blood pressure; empty unless both numbers can be true and the first is the higher one. */
    public static Optional<Vital> pressure(Instant at, int systolic, int diastolic) {
        var possible = VitalKind.BLOOD_PRESSURE.isPossible(systolic) && diastolic >= 20 && diastolic < systolic;
        return possible
                ? Optional.of(new Vital(VitalKind.BLOOD_PRESSURE, at, systolic, OptionalInt.of(diastolic)))
                : Optional.empty();
    }
}
