package org.linli.wearables.limit;

import java.util.OptionalInt;

/**
 * Limits of one number, from low to high: a value at or beyond one has its level. Empty where there is none.
 */
public record Bounds(OptionalInt lowRed, OptionalInt lowYellow, OptionalInt highYellow, OptionalInt highRed) {

    static Bounds of(int lowRed, int lowYellow, int highYellow, int highRed) {
        return new Bounds(
                OptionalInt.of(lowRed), OptionalInt.of(lowYellow), OptionalInt.of(highYellow), OptionalInt.of(highRed));
    }

    static Bounds withoutLowYellow(int lowRed, int highYellow, int highRed) {
        return new Bounds(
                OptionalInt.of(lowRed), OptionalInt.empty(), OptionalInt.of(highYellow), OptionalInt.of(highRed));
    }

    static Bounds low(int lowRed, int lowYellow) {
        return new Bounds(OptionalInt.of(lowRed), OptionalInt.of(lowYellow), OptionalInt.empty(), OptionalInt.empty());
    }

    VitalLevel level(int value) {
        if (isAtOrBelow(value, lowRed) || isAtOrAbove(value, highRed)) {
            return VitalLevel.RED;
        }
        return isAtOrBelow(value, lowYellow) || isAtOrAbove(value, highYellow) ? VitalLevel.YELLOW : VitalLevel.NORMAL;
    }

    private static boolean isAtOrBelow(int value, OptionalInt limit) {
        return limit.isPresent() && value <= limit.getAsInt();
    }

    private static boolean isAtOrAbove(int value, OptionalInt limit) {
        return limit.isPresent() && value >= limit.getAsInt();
    }
}
