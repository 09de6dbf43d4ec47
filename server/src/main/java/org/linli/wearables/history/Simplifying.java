package org.linli.wearables.history;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.List;

/**
 * Leaves out of a stretch what cannot be seen at a zoom of the map. As Douglas and Peucker do, but a spot is compared with
 * where the line is at the same time: the line keeps its shape, and whoever plays it stops and hurries where the wearer
 * did.
 */
final class Simplifying {

    private static final double PIXELS_OF_THE_WORLD = 256;

    private final List<Spot> stretch;
    private final double[] x;
    private final double[] y;
    private final BitSet kept = new BitSet();

    private Simplifying(List<Spot> stretch, int zoom) {
        this.stretch = stretch;
        x = stretch.stream().mapToDouble(spot -> x(spot, zoom)).toArray();
        y = stretch.stream().mapToDouble(spot -> y(spot, zoom)).toArray();
    }

    /** The first, the last, and what is a pixel or more beside the line between its neighbours. */
    static List<Spot> at(int zoom, List<Spot> stretch) {
        return stretch.size() < 3 ? stretch : new Simplifying(stretch, zoom).simplified();
    }

    /** In pixels of the Mercator map. */
    static double x(Spot spot, int zoom) {
        return (spot.longitude() + 180) / 360 * PIXELS_OF_THE_WORLD * (1L << zoom);
    }

    static double y(Spot spot, int zoom) {
        var northing = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(spot.latitude()) / 2));
        return (1 - northing / Math.PI) / 2 * PIXELS_OF_THE_WORLD * (1L << zoom);
    }

    private List<Spot> simplified() {
        var last = stretch.size() - 1;
        kept.set(0);
        kept.set(last);
        var parts = new ArrayDeque<int[]>();
        parts.push(new int[] {0, last});
        while (!parts.isEmpty()) {
            var part = parts.pop();
            var far = farthest(part[0], part[1]);
            if (far >= 0) {
                kept.set(far);
                parts.push(new int[] {part[0], far});
                parts.push(new int[] {far, part[1]});
            }
        }
        return kept.stream().mapToObj(stretch::get).toList();
    }

    /** What is farthest from the line between two of them, or -1 when nothing is a pixel away. */
    private int farthest(int from, int to) {
        var begin = stretch.get(from).at();
        var whole = (double) millis(begin, stretch.get(to).at());
        var far = -1;
        var most = 1.0;
        for (var n = from + 1; n < to; n++) {
            var part = whole == 0 ? 0 : millis(begin, stretch.get(n).at()) / whole;
            var away = Math.hypot(x[n] - x[from] - part * (x[to] - x[from]), y[n] - y[from] - part * (y[to] - y[from]));
            if (away >= most) {
                most = away;
                far = n;
            }
        }
        return far;
    }

    private static long millis(Instant from, Instant to) {
        return to.toEpochMilli() - from.toEpochMilli();
    }
}
