package org.linli.registry.synthetic;

import java.util.ArrayList;
import java.util.List;
import org.linli.shared.Point;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ground (地块): the outline of a cell, and where buildings stand on it. */
final class Ground {

    private static final double CLOSER = 0.85;

    private final List<double[]> rings;

    private Ground(List<double[]> rings) {
        this.rings = rings;
    }

    static Ground of(String geoJson) {
        var rings = new ArrayList<double[]>();
        for (var polygon : JsonMapper.shared().readTree(geoJson).get("coordinates")) {
            rings.add(ring(polygon.get(0)));
        }
        return new Ground(rings);
    }

    /** So many places in rows from the north-west, all inside. */
    List<Point> spots(int wanted) {
        var west = extreme(0, -1);
        var east = extreme(0, 1);
        var south = extreme(1, -1);
        var north = extreme(1, 1);
        for (var columns = Math.sqrt(wanted) + 1; ; columns /= CLOSER) {
            var found = lattice(west, (east - west) / columns, east, north, (north - south) / columns, south);
            if (found.size() >= wanted) {
                var chosen = new ArrayList<Point>();
                for (var i = 0; i < wanted; i++) {
                    chosen.add(found.get((int) ((long) i * found.size() / wanted)));
                }
                return chosen;
            }
        }
    }

    private List<Point> lattice(double west, double dx, double east, double north, double dy, double south) {
        var found = new ArrayList<Point>();
        for (var lat = north - dy / 2; lat > south; lat -= dy) {
            for (var lon = west + dx / 2; lon < east; lon += dx) {
                if (contains(lon, lat)) {
                    found.add(new Point(Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7));
                }
            }
        }
        return found;
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

    private double extreme(int axis, int sign) {
        var found = Double.NEGATIVE_INFINITY;
        for (var ring : rings) {
            for (var i = axis; i < ring.length; i += 2) {
                found = Math.max(found, sign * ring[i]);
            }
        }
        return sign * found;
    }

    private static double[] ring(JsonNode positions) {
        var ring = new double[2 * (positions.size() - 1)];
        for (var i = 0; i < ring.length; i += 2) {
            ring[i] = positions.get(i / 2).get(0).asDouble();
            ring[i + 1] = positions.get(i / 2).get(1).asDouble();
        }
        return ring;
    }
}
