package org.linli.bench.watch;

/** Somewhere, WGS-84 in degrees. */
public record Place(double lon, double lat) {

    private static final double METRES_A_DEGREE = 111_195;

    /** @param text longitude and latitude with a comma between them */
    public static Place of(String text) {
        var numbers = text.split(",");
        if (numbers.length != 2) {
            throw new IllegalArgumentException("A place is a longitude, a comma and a latitude, not \"" + text + "\".");
        }
        return new Place(Double.parseDouble(numbers[0].strip()), Double.parseDouble(numbers[1].strip()));
    }

    /** So many metres from here. */
    Place moved(double east, double north) {
        return new Place(lon + east / (METRES_A_DEGREE * Math.cos(Math.toRadians(lat))), lat + north / METRES_A_DEGREE);
    }
}
