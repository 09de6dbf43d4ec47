package org.linli.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Division code (区划代码): 6 digits of the district (GB/T 2260), then 3 of the sub-district, 3 of the community and 3 of
 * the grid cell, cut after the last level that is meant. Trailing {@code 000} groups of a 12-digit statistical code are
 * dropped on the way in, so {@code 150203001000} and {@code 150203001} are the same sub-district. "May act here" is
 * {@link #covers}.
 */
public record DivisionCode(@JsonValue String value) implements Comparable<DivisionCode> {

    private static final Pattern DIGITS = Pattern.compile("\\d{2}|\\d{4}|\\d{6}(\\d{3}){0,3}");

    /** How deep a code reaches. */
    public enum Level {
        PROVINCE(2),
        CITY(4),
        DISTRICT(6),
        SUB_DISTRICT(9),
        COMMUNITY(12),
        GRID_CELL(15);

        private final int digits;

        Level(int digits) {
            this.digits = digits;
        }
    }

    public DivisionCode {
        if (!DIGITS.matcher(value).matches()) {
            throw new IllegalArgumentException("not a division code: " + value);
        }
        value = trimmed(value);
    }

    @JsonCreator
    public static DivisionCode of(String value) {
        return new DivisionCode(value);
    }

    public static boolean isValid(String value) {
        return DIGITS.matcher(value).matches();
    }

    public Level level() {
        for (var level : Level.values()) {
            if (level.digits == value.length()) {
                return level;
            }
        }
        throw new IllegalStateException(value);
    }

    /** Whether {@code other} is this division or lies inside it. */
    public boolean covers(DivisionCode other) {
        return other.value.startsWith(value);
    }

    /** This code cut to a level; itself when it does not reach so deep. */
    public DivisionCode upTo(Level level) {
        return value.length() <= level.digits ? this : new DivisionCode(value.substring(0, level.digits));
    }

    /** The 12-digit statistical form, filled with zeros; a grid cell keeps its 15 digits. */
    public String padded() {
        return value.length() >= 12 ? value : value + "0".repeat(12 - value.length());
    }

    @Override
    public int compareTo(DivisionCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static String trimmed(String code) {
        if (code.length() != 12) {
            return code;
        }
        var end = 12;
        while (end > 6 && code.startsWith("000", end - 3)) {
            end -= 3;
        }
        if (end == 6 && code.startsWith("00", 4)) {
            end = code.startsWith("00", 2) ? 2 : 4;
        }
        return code.substring(0, end);
    }
}
