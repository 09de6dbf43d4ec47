package org.linli.area;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.linli.shared.DivisionCode;
import org.linli.shared.DivisionCode.Level;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Fills the tables from the reference files at the first start, and again after the files have changed. */
@Component
class ReferenceLoading {

    private final AreaRows rows;
    private final Clock clock;
    private final TransactionOperations transaction;

    ReferenceLoading(AreaRows rows, Clock clock, TransactionOperations transaction) {
        this.rows = rows;
        this.clock = clock;
        this.transaction = transaction;
    }

    void loadWhatChanged() {
        var fingerprint = ReferenceFiles.fingerprint();
        if (!rows.isLoaded(fingerprint)) {
            transaction.executeWithoutResult(status -> {
                rows.lockReference();
                if (!rows.isLoaded(fingerprint)) {
                    load(fingerprint);
                }
            });
        }
    }

    private void load(String fingerprint) {
        var now = clock.instant();
        var names = new HashMap<String, Map<String, String>>();
        ReferenceFiles.divisionNames().forEach(row -> names.put(row.get("code"), row));
        var outlines = outlines(names);
        rows.saveDivisions(
                ReferenceFiles.divisions().stream()
                        .map(row -> division(row, names, outlines))
                        .toList(),
                now);
        rows.saveUnits(ReferenceFiles.units(), now);
        rows.saveStationAreas(ReferenceFiles.stationAreas());
        rows.saveWindows(ReferenceFiles.windows());
        rows.saveCells(cells(names, outlines), now);
        rows.noteLoaded(fingerprint, now);
    }

    private static AreaRows.DivisionRow division(
            Map<String, String> row, Map<String, Map<String, String>> names, Map<DivisionCode, Outline> outlines) {
        var code = DivisionCode.of(text(row, "code"));
        var known = names.getOrDefault(code.value(), Map.of());
        var name = text(row, "name");
        return new AreaRows.DivisionRow(
                code,
                name,
                known.getOrDefault("short_name", name),
                known.getOrDefault("name_en", name),
                known.getOrDefault("name_mn", ""),
                outlines.get(code));
    }

    /** The district cut into its sub-districts, and those into their communities, by the weights of the communities. */
    private static Map<DivisionCode, Outline> outlines(Map<String, Map<String, String>> names) {
        var communities = new TreeMap<DivisionCode, List<DivisionCode>>();
        for (var row : ReferenceFiles.divisions()) {
            var code = DivisionCode.of(text(row, "code"));
            if (code.level() == Level.COMMUNITY) {
                communities
                        .computeIfAbsent(code.upTo(Level.SUB_DISTRICT), parent -> new ArrayList<>())
                        .add(code);
            }
        }
        var outlines = new HashMap<DivisionCode, Outline>();
        var district = communities.firstKey().upTo(Level.DISTRICT);
        outlines.put(district, ReferenceFiles.boundary());
        slice(
                outlines,
                district,
                List.copyOf(communities.keySet()),
                subDistrict -> communities.getOrDefault(subDistrict, List.of()).stream()
                        .mapToDouble(community -> number(names, community, "weight"))
                        .sum());
        communities.forEach((subDistrict, inside) ->
                slice(outlines, subDistrict, inside, community -> number(names, community, "weight")));
        return outlines;
    }

    private static void slice(
            Map<DivisionCode, Outline> outlines,
            DivisionCode whole,
            List<DivisionCode> parts,
            java.util.function.ToDoubleFunction<DivisionCode> weight) {
        var outline = outlines.get(whole);
        if (outline != null) {
            var sliced =
                    Slicing.byWeight(outline, parts.stream().mapToDouble(weight).toArray());
            for (var i = 0; i < parts.size(); i++) {
                outlines.put(parts.get(i), sliced.get(i));
            }
        }
    }

    private static List<AreaRows.CellRow> cells(
            Map<String, Map<String, String>> names, Map<DivisionCode, Outline> outlines) {
        var cells = new ArrayList<AreaRows.CellRow>();
        outlines.forEach((code, outline) -> {
            if (code.level() == Level.COMMUNITY) {
                var number = 0;
                for (var cell : Slicing.inRows(outline, number(names, code, "cells"))) {
                    cells.add(new AreaRows.CellRow(DivisionCode.of("%s%03d".formatted(code.value(), ++number)), cell));
                }
            }
        });
        return cells;
    }

    private static int number(Map<String, Map<String, String>> names, DivisionCode code, String column) {
        var row = names.get(code.value());
        if (row == null) {
            throw new IllegalStateException("division-names.csv lacks " + code);
        }
        return Integer.parseInt(text(row, column));
    }

    private static String text(Map<String, String> row, String column) {
        var value = row.get(column);
        if (value == null) {
            throw new IllegalStateException("a reference file lacks the column " + column);
        }
        return value;
    }
}
