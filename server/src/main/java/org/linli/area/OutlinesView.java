package org.linli.area;

import java.util.List;
import java.util.SortedMap;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;

/**
 * Outlines as a GeoJSON feature collection (RFC 7946).
 *
 * @param synthetic true when the outlines were made by slicing the district's coarse outline, and are no official map
 */
record OutlinesView(String type, boolean synthetic, List<Feature> features) {

    record Feature(String type, String id, Geometry geometry, Properties properties) {}

    record Geometry(String type, List<List<List<List<Double>>>> coordinates) {}

    /** What a map needs to label an outline; area in square metres. */
    record Properties(
            DivisionCode code, DivisionCode.Level level, Names names, List<Double> centre, long squareMetres) {}

    static OutlinesView of(SortedMap<DivisionCode, Outline> outlines, Areas areas) {
        var synthetic = outlines.keySet().stream().anyMatch(code -> code.level() != DivisionCode.Level.DISTRICT);
        return new OutlinesView(
                "FeatureCollection",
                synthetic,
                outlines.entrySet().stream()
                        .map(entry -> feature(areas.requireDivision(entry.getKey()), entry.getValue()))
                        .toList());
    }

    private static Feature feature(Areas.Division division, Outline outline) {
        var centre = outline.centre();
        return new Feature(
                "Feature",
                division.code().value(),
                new Geometry("MultiPolygon", OutlineText.coordinates(outline)),
                new Properties(
                        division.code(),
                        division.code().level(),
                        division.shortNames(),
                        List.of(OutlineText.rounded(centre[0]), OutlineText.rounded(centre[1])),
                        Math.round(outline.squareMetres())));
    }
}
