package org.linli.casework.rehearsal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.linli.casework.clock.ClockState;
import org.linli.casework.clock.Terms;

/**
 * Counts, case by case, who would have been late. What is kept grows with units and days, never with cases.
 *
 * <p>A unit overflows on a day when more cases fall due there than it has ever finished in one day of the same past.
 */
final class Rehearsal {

    private static final int EXAMPLES = 50;

    private final Terms before;
    private final Proposal proposal;
    private final Instant now;
    private final Map<String, Load> loads = new TreeMap<>();
    private final List<Late> examples = new ArrayList<>();
    private int cases;
    private int lateBefore;
    private int lateAfter;
    private int newlyLate;
    private int noLongerLate;

    Rehearsal(Terms before, Proposal proposal, Instant now) {
        this.before = before;
        this.proposal = proposal;
        this.now = now;
    }

    /** A case that would have become late. {@code unit} and {@code state} are where it lay when the term ended. */
    record Late(String number, Instant dueBefore, Instant dueAfter, boolean finished, String unit, String state) {}

    /** What it would have meant for a unit: the late ones it held, and the days on which too many fell due. */
    record UnitResult(
            String unit,
            int lateBefore,
            int lateAfter,
            int capacity,
            int peakBefore,
            int peakAfter,
            LocalDate peakDay,
            int overflowDaysBefore,
            int overflowDaysAfter) {}

    /** The whole. */
    record Result(
            int cases,
            int lateBefore,
            int lateAfter,
            int newlyLate,
            int noLongerLate,
            List<UnitResult> units,
            List<Late> examples) {}

    void add(PastCase past) {
        var clockBefore = before.replay(past.term(), past.startedAt(), past.pauses(), past.finishedAt());
        var clockAfter = proposal.clock(past);
        var dueBefore = before.due(clockBefore).at();
        var dueAfter = proposal.terms().due(clockAfter).at();
        var end = past.finishedAt().orElse(now);
        var wasLate = isLate(clockBefore, dueBefore, end);
        var wouldBeLate = isLate(clockAfter, dueAfter, end);
        cases++;
        lateBefore += wasLate ? 1 : 0;
        lateAfter += wouldBeLate ? 1 : 0;
        newlyLate += wouldBeLate && !wasLate ? 1 : 0;
        noLongerLate += wasLate && !wouldBeLate ? 1 : 0;
        count(past, dueBefore, dueAfter, wasLate, wouldBeLate);
        if (wouldBeLate && !wasLate && examples.size() < EXAMPLES) {
            var where = past.at(dueAfter);
            examples.add(new Late(
                    past.number(), dueBefore, dueAfter, past.finishedAt().isPresent(), where.unit(), where.state()));
        }
    }

    Result result() {
        var units = loads.entrySet().stream()
                .map(entry -> entry.getValue().result(entry.getKey()))
                .sorted(Comparator.comparingInt((UnitResult unit) -> unit.lateBefore() - unit.lateAfter())
                        .thenComparing(UnitResult::unit))
                .toList();
        return new Result(cases, lateBefore, lateAfter, newlyLate, noLongerLate, units, List.copyOf(examples));
    }

    /** While a clock pauses its term cannot run out. */
    private static boolean isLate(ClockState clock, Instant due, Instant end) {
        return due.isBefore(end)
                && (clock.pausedAt().isEmpty() || clock.lapsedAt().isPresent());
    }

    private void count(PastCase past, Instant dueBefore, Instant dueAfter, boolean wasLate, boolean wouldBeLate) {
        var calendar = before.calendar();
        var heldBefore = load(past.at(dueBefore).unit());
        heldBefore.dueBefore.merge(calendar.dateOf(dueBefore), 1, Integer::sum);
        heldBefore.lateBefore += wasLate ? 1 : 0;
        var heldAfter = load(past.at(dueAfter).unit());
        heldAfter.dueAfter.merge(calendar.dateOf(dueAfter), 1, Integer::sum);
        heldAfter.lateAfter += wouldBeLate ? 1 : 0;
        past.finishedAt()
                .ifPresent(end ->
                        load(past.at(end.minusMillis(1)).unit()).finished.merge(calendar.dateOf(end), 1, Integer::sum));
    }

    private Load load(String unit) {
        return loads.computeIfAbsent(unit, any -> new Load());
    }

    /** Cases of one unit by day. */
    private static final class Load {

        private final Map<LocalDate, Integer> dueBefore = new HashMap<>();
        private final Map<LocalDate, Integer> dueAfter = new HashMap<>();
        private final Map<LocalDate, Integer> finished = new HashMap<>();
        private int lateBefore;
        private int lateAfter;

        private UnitResult result(String unit) {
            var capacity = peak(finished);
            var peakDay = dueAfter.entrySet().stream()
                    .max(Map.Entry.<LocalDate, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .map(Map.Entry::getKey)
                    .orElse(LocalDate.EPOCH);
            return new UnitResult(
                    unit,
                    lateBefore,
                    lateAfter,
                    capacity,
                    peak(dueBefore),
                    peak(dueAfter),
                    peakDay,
                    over(dueBefore, capacity),
                    over(dueAfter, capacity));
        }

        private static int peak(Map<LocalDate, Integer> days) {
            return days.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        }

        private static int over(Map<LocalDate, Integer> days, int capacity) {
            return (int)
                    days.values().stream().filter(count -> count > capacity).count();
        }
    }
}
