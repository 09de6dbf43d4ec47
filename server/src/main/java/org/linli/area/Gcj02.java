package org.linli.area;

import org.linli.shared.Point;

/**
 * A place in GCJ-02 (国测局坐标), the shifted datum of AMap, Tencent and WeChat maps. Linli stores WGS-84 and converts only
 * where it meets such a map. Coordinates must lie in China; elsewhere GCJ-02 has no meaning.
 */
public record Gcj02(double lon, double lat) {

    private static final double SEMI_MAJOR = 6378245.0;
    private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;
    private static final int ROUNDS = 5;

    public static Gcj02 of(Point wgs84) {
        return shifted(wgs84.lon(), wgs84.lat());
    }

    /** The WGS-84 point; the shift has no closed inverse, so it is approached in rounds to below a billionth of a degree. */
    public Point toWgs84() {
        var guessLon = lon;
        var guessLat = lat;
        for (var round = 0; round < ROUNDS; round++) {
            var there = shifted(guessLon, guessLat);
            guessLon += lon - there.lon;
            guessLat += lat - there.lat;
        }
        return new Point(guessLon, guessLat);
    }

    private static Gcj02 shifted(double lon, double lat) {
        var radians = Math.toRadians(lat);
        var sine = Math.sin(radians);
        var magic = 1 - ECCENTRICITY_SQUARED * sine * sine;
        var east =
                180 * eastMetres(lon - 105, lat - 35) / (SEMI_MAJOR / Math.sqrt(magic) * Math.cos(radians) * Math.PI);
        var north = 180
                * northMetres(lon - 105, lat - 35)
                / (SEMI_MAJOR * (1 - ECCENTRICITY_SQUARED) / (magic * Math.sqrt(magic)) * Math.PI);
        return new Gcj02(lon + east, lat + north);
    }

    private static double northMetres(double x, double y) {
        return -100
                + 2 * x
                + 3 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * Math.sqrt(Math.abs(x))
                + wave(20, 6 * x, 20, 2 * x)
                + wave(20, y, 40, y / 3)
                + wave(160, y / 12, 320, y / 30);
    }

    private static double eastMetres(double x, double y) {
        return 300
                + x
                + 2 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * Math.sqrt(Math.abs(x))
                + wave(20, 6 * x, 20, 2 * x)
                + wave(20, x, 40, x / 3)
                + wave(150, x / 12, 300, x / 30);
    }

    private static double wave(double height, double turns, double otherHeight, double otherTurns) {
        return (height * Math.sin(turns * Math.PI) + otherHeight * Math.sin(otherTurns * Math.PI)) * 2 / 3;
    }
}
