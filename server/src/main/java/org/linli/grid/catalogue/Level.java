package org.linli.grid.catalogue;

import java.util.Arrays;
import java.util.Optional;

/** How serious an event is (事件等级), GB/T 31000 §5.8. */
public enum Level {
    /** 一般. */
    GENERAL,
    /** 较大. */
    LARGER,
    /** 重大. */
    MAJOR,
    /** 特别重大. */
    EXTREME;

    /** Workers tell only whether it is urgent: NORMAL or URGENT. */
    public String onPhones() {
        return mayBeMendedOnTheSpot() ? "NORMAL" : "URGENT";
    }

    /** What a worker or a desk calls it. */
    public static Optional<Level> read(String word) {
        return switch (word) {
            case "", "NORMAL" -> Optional.of(GENERAL);
            case "URGENT" -> Optional.of(MAJOR);
            default ->
                Arrays.stream(values())
                        .filter(level -> level.name().equals(word))
                        .findFirst();
        };
    }

    /** Whether a worker may mend it on the spot and close it. */
    public boolean mayBeMendedOnTheSpot() {
        return this == GENERAL || this == LARGER;
    }
}
