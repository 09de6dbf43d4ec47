package org.linli.wearables.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sums a track up by days; spots come in their order. */
final class TrackDays {

    /** What a watch that lies still seems to move, indoors. */
    private static final double METRES_AT_REST = 50;

    /**
     * A day there is something of.
     *
     * @param metres how far it went, roughly: less where it turned back and forth, nothing where it stayed about one place
     */
    record Day(LocalDate day, int count, Instant first, Instant last, long metres) {}

    private final List<Day> days = new ArrayList<>();
    private @Nullable Spot first;
    private @Nullable Spot last;
    private @Nullable Spot left;
    private int count;
    private double metres;

    void take(Spot spot) {
        if (last != null && !Span.dayOf(last.at()).equals(Span.dayOf(spot.at()))) {
            end();
        }
        if (first == null || left == null) {
            first = spot;
            left = spot;
        }
        var moved = left.distanceTo(spot);
        if (moved >= METRES_AT_REST) {
            metres += moved;
            left = spot;
        }
        last = spot;
        count++;
    }

    List<Day> days() {
        end();
        return List.copyOf(days);
    }

    private void end() {
        if (first != null && last != null) {
            days.add(new Day(Span.dayOf(first.at()), count, first.at(), last.at(), Math.round(metres)));
        }
        first = null;
        last = null;
        left = null;
        count = 0;
        metres = 0;
    }
}
