package org.linli.wearables.zone;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.linli.wearables.AlarmKind;

/**
 * Follows somebody across the edge of a zone.
 *
 * <p>Somebody has left once two fixes lie beyond the margin around the zone ({@link ZoneGround#margin}) with none between
 * them that is back at the edge; or one, and 60 s later one that is still half the margin away. They are back once two
 * fixes in a row lie inside the edge: whoever lives close to the edge of their zone comes home, too. So the edge that is
 * left and the edge that is entered are a margin apart, and fixes that jitter across either raise one alarm at most.
 *
 * <p>Where nothing is known yet, somebody is taken to be where they should: inside a zone whose leaving raises an alarm,
 * else outside. Who is found elsewhere is told of once, like who has just gone there. The same holds whenever a schedule
 * begins. While it is not in force nothing is raised, but everybody is followed.
 */
public final class ZoneWatch {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    /**
     * What a fix comes to.
     *
     * @param zone with the standing after it
     * @param changed whether that standing is another one than before and is to be kept
     * @param raised {@link AlarmKind#LEFT_ZONE} or {@link AlarmKind#ENTERED_ZONE}
     */
    public record Step(WatchedZone zone, boolean changed, Optional<AlarmKind> raised) {}

    private ZoneWatch() {}

    /** @param at by the device's clock; a fix that is older than the one before must not be asked about */
    public static Step follow(WatchedZone zone, Instant at, double lon, double lat) {
        var before = zone.standing().orElseGet(() -> Standing.assumed(zone.leaving(), at));
        var after = moved(before, zone.ground(), zone.ground().depth(lon, lat), at);
        if (isNews(zone, before, after, at)) {
            var kind = after.inside() ? AlarmKind.ENTERED_ZONE : AlarmKind.LEFT_ZONE;
            return new Step(zone.with(after.told(at)), true, Optional.of(kind));
        }
        var changed = zone.standing().isEmpty() || !after.equals(before);
        return new Step(changed ? zone.with(after) : zone, changed, Optional.empty());
    }

    private static Standing moved(Standing before, ZoneGround ground, double depth, Instant at) {
        var beyond = before.inside() ? -depth : depth;
        var far = before.inside() ? ground.margin() : 0;
        if (beyond <= far / 2) {
            return before.settled();
        }
        if (before.pending().isEmpty()) {
            return beyond > far ? before.doubted(at) : before;
        }
        var believed = beyond > far || !at.isBefore(before.pending().get().plus(LONG_ENOUGH));
        return believed ? before.crossed(at) : before;
    }

    private static boolean isNews(WatchedZone zone, Standing before, Standing after, Instant at) {
        var raises = after.inside() ? zone.entering() : zone.leaving();
        if (!raises || after.pending().isPresent()) {
            return false;
        }
        if (after.inside() != before.inside()) {
            return zone.watchedSince(at).isPresent();
        }
        var asExpected = after.inside() == zone.leaving();
        return !asExpected
                && zone.watchedSince(at)
                        .filter(since ->
                                after.told().isEmpty() || after.told().get().isBefore(since))
                        .isPresent();
    }
}
