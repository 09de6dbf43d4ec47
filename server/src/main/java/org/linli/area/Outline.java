package org.linli.area;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Outline (边界) of a division: one or more rings without holes, each as longitude, latitude, longitude, …, not closed. A
 * point belongs to it by the half-open ray rule, so that a point on a common edge lies in one neighbour only.
 */
final class Outline {

    /** The direction a coordinate runs in. */
    enum Axis {
        LON(0),
        LAT(1);

        private final int offset;

        Axis(int offset) {
            this.offset = offset;
        }

        Axis other() {
            return this == LON ? LAT : LON;
        }
    }

    /** The two sides of a cut; {@code low} is west or south of it. */
    record Halves(Outline low, Outline high) {}

    private static final double METRES_PER_DEGREE = 111_320;

    private final List<double[]> rings;

    Outline(List<double[]> rings) {
        this.rings = List.copyOf(rings);
    }

    List<double[]> rings() {
        return rings;
    }

    boolean contains(double lon, double lat) {
        var inside = false;
        for (var ring : rings) {
            for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
                if ((ring[i + 1] > lat) != (ring[j + 1] > lat)
                        && lon < (ring[j] - ring[i]) * (lat - ring[i + 1]) / (ring[j + 1] - ring[i + 1]) + ring[i]) {
                    inside = !inside;
                }
            }
        }
        return inside;
    }

    /** In square degrees; good for shares, not for acreage. */
    double area() {
        return rings.stream().mapToDouble(ring -> Math.abs(signedArea(ring))).sum();
    }

    double squareMetres() {
        var middle = (min(Axis.LAT) + max(Axis.LAT)) / 2;
        return area() * METRES_PER_DEGREE * METRES_PER_DEGREE * Math.cos(Math.toRadians(middle));
    }

    double min(Axis axis) {
        return extreme(axis, Double.POSITIVE_INFINITY, -1);
    }

    double max(Axis axis) {
        return extreme(axis, Double.NEGATIVE_INFINITY, 1);
    }

    /** Width over height on the ground. */
    double aspect() {
        var middle = (min(Axis.LAT) + max(Axis.LAT)) / 2;
        return (max(Axis.LON) - min(Axis.LON)) * Math.cos(Math.toRadians(middle)) / (max(Axis.LAT) - min(Axis.LAT));
    }

    /** The centre of gravity of the largest ring, as longitude and latitude. */
    double[] centre() {
        var ring = rings.stream()
                .max(Comparator.comparingDouble(each -> Math.abs(signedArea(each))))
                .orElseThrow();
        var twice = 0.0;
        var x = 0.0;
        var y = 0.0;
        for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
            var cross = (ring[j] - ring[0]) * (ring[i + 1] - ring[1]) - (ring[i] - ring[0]) * (ring[j + 1] - ring[1]);
            twice += cross;
            x += (ring[j] + ring[i] - 2 * ring[0]) * cross;
            y += (ring[j + 1] + ring[i + 1] - 2 * ring[1]) * cross;
        }
        return new double[] {ring[0] + x / (3 * twice), ring[1] + y / (3 * twice)};
    }

    /** Cuts along a line of constant longitude or latitude; new corners lie exactly on the line. */
    Halves cut(Axis axis, double at) {
        var low = new ArrayList<double[]>();
        var high = new ArrayList<double[]>();
        for (var ring : rings) {
            new RingCut(ring, axis.offset, at).into(low, high);
        }
        return new Halves(new Outline(low), new Outline(high));
    }

    /** The area west or south of a line, without building the pieces. */
    double areaBelow(Axis axis, double at) {
        return rings.stream()
                .mapToDouble(ring -> RingCut.areaBelow(ring, axis.offset, at))
                .sum();
    }

    private double extreme(Axis axis, double start, int sign) {
        var found = start;
        for (var ring : rings) {
            for (var i = axis.offset; i < ring.length; i += 2) {
                found = sign > 0 ? Math.max(found, ring[i]) : Math.min(found, ring[i]);
            }
        }
        return found;
    }

    private static double signedArea(double[] ring) {
        var twice = 0.0;
        for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
            twice += (ring[j] - ring[0]) * (ring[i + 1] - ring[1]) - (ring[i] - ring[0]) * (ring[j + 1] - ring[1]);
        }
        return twice / 2;
    }
}
