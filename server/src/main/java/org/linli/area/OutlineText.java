package org.linli.area;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Outlines as GeoJSON multi-polygons (RFC 7946), the form in which they are stored and sent. */
final class OutlineText {

    /** Six decimals are a tenth of a metre. */
    private static final double SENT_PRECISION = 1e6;

    private OutlineText() {}

    /** Exact: what is read back is bit for bit what was written, so that neighbours still meet. */
    static String write(Outline outline) {
        var text = new StringBuilder("{\"type\":\"MultiPolygon\",\"coordinates\":[");
        var separator = "";
        for (var ring : outline.rings()) {
            text.append(separator).append("[[");
            for (var i = 0; i < ring.length; i += 2) {
                text.append('[').append(ring[i]).append(',').append(ring[i + 1]).append("],");
            }
            text.append('[').append(ring[0]).append(',').append(ring[1]).append("]]]");
            separator = ",";
        }
        return text.append("]}").toString();
    }

    static Outline read(String text) {
        var rings = new ArrayList<double[]>();
        for (var polygon : JsonMapper.shared().readTree(text).get("coordinates")) {
            rings.add(ring(polygon.get(0)));
        }
        return new Outline(rings);
    }

    /** Closed rings in nested lists, rounded to a tenth of a metre, for a map to draw. */
    static List<List<List<List<Double>>>> coordinates(Outline outline) {
        return outline.rings().stream()
                .map(ring -> {
                    var positions = new ArrayList<List<Double>>();
                    for (var i = 0; i <= ring.length; i += 2) {
                        positions.add(List.of(rounded(ring[i % ring.length]), rounded(ring[i % ring.length + 1])));
                    }
                    return List.<List<List<Double>>>of(positions);
                })
                .toList();
    }

    static double rounded(double degrees) {
        return Math.round(degrees * SENT_PRECISION) / SENT_PRECISION;
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
