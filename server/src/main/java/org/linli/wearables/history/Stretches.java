package org.linli.wearables.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A track in stretches without a gap: nobody knows where somebody was meanwhile, so no line crosses one. */
final class Stretches {

    static final Duration GAP = Duration.ofMinutes(10);

    private Stretches() {}

    static List<List<Spot>> of(List<Spot> track) {
        var stretches = new ArrayList<List<Spot>>();
        var first = 0;
        for (var n = 1; n <= track.size(); n++) {
            if (n == track.size() || isGap(track.get(n - 1), track.get(n))) {
                stretches.add(track.subList(first, n));
                first = n;
            }
        }
        return stretches;
    }

    private static boolean isGap(Spot one, Spot next) {
        return Duration.between(one.at(), next.at()).compareTo(GAP) > 0;
    }
}
