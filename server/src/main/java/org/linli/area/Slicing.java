package org.linli.area;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.linli.area.Outline.Axis;

/** Slices an outline into parts whose areas stand in given proportions, without a gap and without an overlap. */
final class Slicing {

    /** Halvings after which a double cannot tell the two bounds apart. */
    private static final int HALVINGS = 60;

    private Slicing() {}

    /** One part for each weight: the list is cut in two near half of its weight, across the longer side, again and again. */
    static List<Outline> byWeight(Outline whole, double[] weights) {
        if (weights.length == 1) {
            return List.of(whole);
        }
        var total = DoubleStream.of(weights).sum();
        var split = 1;
        var low = weights[0];
        while (split < weights.length - 1 && Math.abs(low + weights[split] - total / 2) <= Math.abs(low - total / 2)) {
            low += weights[split++];
        }
        var halves = cut(whole, whole.aspect() >= 1 ? Axis.LON : Axis.LAT, low / total);
        var parts = new ArrayList<Outline>(weights.length);
        parts.addAll(byWeight(halves.low(), java.util.Arrays.copyOfRange(weights, 0, split)));
        parts.addAll(byWeight(halves.high(), java.util.Arrays.copyOfRange(weights, split, weights.length)));
        return parts;
    }

    /** Equal parts in rows from north to south, each row from west to east, as grid cells are numbered. */
    static List<Outline> inRows(Outline whole, int parts) {
        var rows = Math.clamp(Math.round(Math.sqrt(parts / whole.aspect())), 1, parts);
        var found = new ArrayList<Outline>(parts);
        var rest = whole;
        for (var row = 0; row < rows; row++) {
            var inRow = parts / rows + (row < parts % rows ? 1 : 0);
            var left = parts - found.size();
            if (inRow == left) {
                found.addAll(inColumns(rest, inRow));
            } else {
                var halves = cut(rest, Axis.LAT, (double) (left - inRow) / left);
                found.addAll(inColumns(halves.high(), inRow));
                rest = halves.low();
            }
        }
        return found;
    }

    private static List<Outline> inColumns(Outline row, int parts) {
        var found = new ArrayList<Outline>(parts);
        var rest = row;
        for (var left = parts; left > 1; left--) {
            var halves = cut(rest, Axis.LON, 1.0 / left);
            found.add(halves.low());
            rest = halves.high();
        }
        found.add(rest);
        return found;
    }

    /** Cuts so that the lower side gets the share of the area. */
    private static Outline.Halves cut(Outline whole, Axis axis, double share) {
        var wanted = whole.area() * share;
        var low = whole.min(axis);
        var high = whole.max(axis);
        for (var i = 0; i < HALVINGS; i++) {
            var middle = (low + high) / 2;
            if (whole.areaBelow(axis, middle) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return whole.cut(axis, high);
    }
}
