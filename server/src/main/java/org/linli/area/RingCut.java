package org.linli.area;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Cuts one ring, which may be concave, along a line of constant longitude or latitude. The line enters and leaves the
 * ring in turn, so its crossings, sorted along it, pair up as the new edges.
 */
final class RingCut {

    /** A run of corners on one side, from the crossing that enters it to the crossing that leaves it. */
    private static final class Run {
        final boolean high;
        final Crossing entry;
        final List<double[]> corners = new ArrayList<>();
        Crossing exit;
        boolean used;

        Run(boolean high, Crossing entry) {
            this.high = high;
            this.entry = entry;
            this.exit = entry;
        }
    }

    /** Where the ring meets the line. */
    private record Crossing(int number, double[] corner) {}

    private final double[] ring;
    private final int offset;
    private final double at;

    RingCut(double[] ring, int offset, double at) {
        this.ring = ring;
        this.offset = offset;
        this.at = at;
    }

    void into(List<double[]> low, List<double[]> high) {
        var runs = runs();
        if (runs.isEmpty()) {
            (isHigh(0) ? high : low).add(ring);
            return;
        }
        var partners = partners(runs);
        for (var run : runs) {
            if (!run.used) {
                var closed = close(run, runs, partners);
                if (closed.length >= 6) {
                    (run.high ? high : low).add(closed);
                }
            }
        }
    }

    /**
     * The area below the line: the other coordinate summed up along the part of the ring below it. The edges that would
     * close that part run along the line and add nothing, so they need not be known.
     */
    static double areaBelow(double[] ring, int offset, double at) {
        var area = 0.0;
        var reference = ring[1 - offset];
        for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
            var from = ring[j + offset];
            var to = ring[i + offset];
            if (from < at || to < at) {
                var height = Math.min(to, at) - Math.min(from, at);
                var middle = (Math.min(to, at) + Math.min(from, at)) / 2;
                var share = to == from ? 0 : (middle - from) / (to - from);
                var across = ring[j + 1 - offset] + share * (ring[i + 1 - offset] - ring[j + 1 - offset]);
                area += (across - reference) * height;
            }
        }
        return Math.abs(area);
    }

    private List<Run> runs() {
        var runs = new ArrayList<Run>();
        var start = firstAfterCrossing();
        if (start < 0) {
            return runs;
        }
        for (int step = 0, i = start; step < ring.length; step += 2, i = next(i)) {
            var previous = previous(i);
            if (isHigh(previous) != isHigh(i)) {
                var corner = new double[2];
                crossing(ring, previous, i, offset, at, corner);
                var crossing = new Crossing(runs.size(), corner);
                if (!runs.isEmpty()) {
                    runs.getLast().exit = crossing;
                }
                runs.add(new Run(isHigh(i), crossing));
            }
            runs.getLast().corners.add(new double[] {ring[i], ring[i + 1]});
        }
        runs.getLast().exit = runs.getFirst().entry;
        return runs;
    }

    private int[] partners(List<Run> runs) {
        var crossings = runs.stream()
                .map(run -> run.entry)
                .sorted(Comparator.comparingDouble(crossing -> crossing.corner[1 - offset]))
                .toList();
        var partners = new int[crossings.size()];
        for (var i = 0; i < crossings.size(); i += 2) {
            partners[crossings.get(i).number] = crossings.get(i + 1).number;
            partners[crossings.get(i + 1).number] = crossings.get(i).number;
        }
        return partners;
    }

    /** Follows a run to its exit, along the line to the partner crossing, into the run that enters there, and so home. */
    private static double[] close(Run start, List<Run> runs, int[] partners) {
        var corners = new ArrayList<double[]>();
        var run = start;
        do {
            run.used = true;
            add(corners, run.entry.corner);
            run.corners.forEach(corner -> add(corners, corner));
            add(corners, run.exit.corner);
            run = runs.get(partners[run.exit.number]);
        } while (run != start);
        if (Arrays.equals(corners.getFirst(), corners.getLast())) {
            corners.removeLast();
        }
        return corners.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private static void add(List<double[]> corners, double[] corner) {
        if (corners.isEmpty() || !Arrays.equals(corners.getLast(), corner)) {
            corners.add(corner);
        }
    }

    private static void crossing(double[] ring, int from, int to, int offset, double at, double[] into) {
        var other = 1 - offset;
        var share = (at - ring[from + offset]) / (ring[to + offset] - ring[from + offset]);
        into[offset] = at;
        into[other] = ring[from + other] + share * (ring[to + other] - ring[from + other]);
    }

    private int firstAfterCrossing() {
        for (var i = 0; i < ring.length; i += 2) {
            if (isHigh(previous(i)) != isHigh(i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isHigh(int i) {
        return ring[i + offset] >= at;
    }

    private int next(int i) {
        return (i + 2) % ring.length;
    }

    private int previous(int i) {
        return (i + ring.length - 2) % ring.length;
    }
}
