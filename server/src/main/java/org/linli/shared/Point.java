package org.linli.shared;

/** A place on the map in degrees, WGS-84 (equal to CGCS2000 for this use); other datums are converted at the edges. */
public record Point(double lon, double lat) {

    public Point {
        if (!(lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90)) {
            throw new IllegalArgumentException("not on the globe: " + lon + ", " + lat);
        }
    }
}
