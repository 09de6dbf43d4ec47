package org.linli.wearables.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Judges readings of vitals by the limits of whoever is measured. One reading in the red range may be a loose strap, so it
 * is yellow; a second one at least ten minutes later, with nothing better between them, is red.
 */
public final class VitalRules {

    private static final Duration APART = Duration.ofMinutes(10);

    /**
     * What a reading comes to.
     *
     * @param raised each red reading raises an alarm, so that one that was closed too early rings again; a yellow one only
     *     when it is worse than the reading before
     */
    public record Judged(VitalStanding standing, Optional<VitalLevel> raised) {}

    private VitalRules() {}

    /**
     * @param at by the device's clock; a reading that is older than the one before must not be asked about
     * @param value in the unit of its kind
     * @param second diastolic pressure
     */
    public static Judged judge(VitalLimits limits, VitalStanding before, Instant at, int value, OptionalInt second) {
        var standing = standing(limits.level(value, second), before, at);
        var worse = standing.level().compareTo(before.level()) > 0;
        return new Judged(
                standing,
                worse || standing.level() == VitalLevel.RED ? Optional.of(standing.level()) : Optional.empty());
    }

    private static VitalStanding standing(VitalLevel range, VitalStanding before, Instant at) {
        if (range != VitalLevel.RED) {
            return new VitalStanding(range, Optional.empty());
        }
        var since = before.redSince().orElse(at);
        var level = at.isBefore(since.plus(APART)) ? VitalLevel.YELLOW : VitalLevel.RED;
        return new VitalStanding(level, Optional.of(since));
    }
}
