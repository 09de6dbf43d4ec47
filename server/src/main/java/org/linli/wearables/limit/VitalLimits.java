package org.linli.wearables.limit;

import java.util.Optional;
import java.util.OptionalInt;
import org.linli.wearables.VitalKind;

/**
 * Limits of one vital (限值), in the unit of its kind.
 *
 * @param second of the diastolic pressure; empty for every other kind
 */
public record VitalLimits(Bounds first, Optional<Bounds> second) {

    private static final VitalLimits HEART_RATE = only(Bounds.of(39, 49, 111, 131));
    private static final VitalLimits BLOOD_PRESSURE =
            new VitalLimits(Bounds.withoutLowYellow(89, 160, 180), Optional.of(Bounds.withoutLowYellow(59, 100, 110)));
    private static final VitalLimits OXYGEN = only(Bounds.low(89, 93));
    private static final VitalLimits TEMPERATURE = only(Bounds.withoutLowYellow(350, 373, 385));

    /** What holds for whoever has no limits of their own; values of the design, not of a standard. */
    public static VitalLimits usual(VitalKind kind) {
        return switch (kind) {
            case HEART_RATE -> HEART_RATE;
            case BLOOD_PRESSURE -> BLOOD_PRESSURE;
            case OXYGEN -> OXYGEN;
            case TEMPERATURE -> TEMPERATURE;
        };
    }

    /** The worse of both numbers. */
    VitalLevel level(int value, OptionalInt secondValue) {
        var level = first.level(value);
        if (second.isEmpty() || secondValue.isEmpty()) {
            return level;
        }
        var other = second.get().level(secondValue.getAsInt());
        return other.compareTo(level) > 0 ? other : level;
    }

    private static VitalLimits only(Bounds bounds) {
        return new VitalLimits(bounds, Optional.empty());
    }
}
