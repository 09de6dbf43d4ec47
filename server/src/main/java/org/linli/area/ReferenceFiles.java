package org.linli.area;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.linli.shared.Csv;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** The files under {@code data/area} that say what the district consists of. */
final class ReferenceFiles {

    /** Raised when the way cells are laid changes, so that a database filled before is filled again. */
    private static final String LAYOUT = "1";

    private static final String FOLDER = "data/area/";
    private static final String DIVISIONS = "150203-divisions.csv";
    private static final String DIVISION_NAMES = "division-names.csv";
    private static final String UNITS = "units.csv";
    private static final String STATION_AREAS = "station-areas.csv";
    private static final String WINDOWS = "windows.csv";
    private static final String BOUNDARY = "150203-boundary.geojson";

    private ReferenceFiles() {}

    static List<Map<String, String>> divisions() {
        return rows(DIVISIONS);
    }

    static List<Map<String, String>> divisionNames() {
        return rows(DIVISION_NAMES);
    }

    static List<Map<String, String>> units() {
        return rows(UNITS);
    }

    static List<Map<String, String>> stationAreas() {
        return rows(STATION_AREAS);
    }

    static List<Map<String, String>> windows() {
        return rows(WINDOWS);
    }

    /** The district's outline as its source gives it, without repeated corners and without spikes of no width. */
    static Outline boundary() {
        var ring = JsonMapper.shared().readTree(bytes(BOUNDARY)).at("/features/0/geometry/coordinates/0");
        var corners = new ArrayList<double[]>();
        for (var position : ring) {
            add(
                    corners,
                    new double[] {position.get(0).asDouble(), position.get(1).asDouble()});
        }
        if (Arrays.equals(corners.getFirst(), corners.getLast())) {
            corners.removeLast();
        }
        return new Outline(
                List.of(corners.stream().flatMapToDouble(Arrays::stream).toArray()));
    }

    private static void add(List<double[]> corners, double[] corner) {
        while (corners.size() > 1 && turnsBack(corners.get(corners.size() - 2), corners.getLast(), corner)) {
            corners.removeLast();
        }
        if (corners.isEmpty() || !Arrays.equals(corners.getLast(), corner)) {
            corners.add(corner);
        }
    }

    private static boolean turnsBack(double[] from, double[] by, double[] to) {
        var x = by[0] - from[0];
        var y = by[1] - from[1];
        var nextX = to[0] - by[0];
        var nextY = to[1] - by[1];
        return x * nextY == y * nextX && x * nextX + y * nextY < 0;
    }

    /** SM3 over all files; a database that was filled from the same files need not be filled again. */
    static String fingerprint() {
        var digest = new SM3Digest();
        for (var file : List.of(DIVISIONS, DIVISION_NAMES, UNITS, STATION_AREAS, WINDOWS, BOUNDARY)) {
            var bytes = bytes(file);
            digest.update(bytes, 0, bytes.length);
        }
        digest.update((byte) LAYOUT.charAt(0));
        var sum = new byte[digest.getDigestSize()];
        digest.doFinal(sum, 0);
        return HexFormat.of().formatHex(sum);
    }

    private static List<Map<String, String>> rows(String file) {
        return Csv.rows(new java.io.ByteArrayInputStream(bytes(file)));
    }

    private static byte[] bytes(String file) {
        try (var stream = new ClassPathResource(FOLDER + file).getInputStream()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
