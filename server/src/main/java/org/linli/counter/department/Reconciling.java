package org.linli.counter.department;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.counter.department.DepartmentLine.Held;
import org.linli.counter.department.ReconciliationRows.Difference;
import org.linli.counter.department.ReconciliationRows.Ours;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reconciliation (对账): what we forwarded on a day against what the department says it received. */
@Component
class Reconciling {

    private final DepartmentLines lines;
    private final ReconciliationRows rows;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Reconciling(DepartmentLines lines, ReconciliationRows rows, TransactionTemplate transactions, Clock clock) {
        this.lines = lines;
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Compares one day and keeps the outcome in the place of an earlier one. */
    void compare(String line, LocalDate day) {
        lines.known(line);
        try {
            var theirs = lines.line(line).receivedOn(day);
            var ours = rows.sentOn(line, day, clock.getZone());
            var differences = differences(line, ours, theirs);
            transactions.executeWithoutResult(
                    _ -> rows.keep(line, day, clock.instant(), ours.size(), theirs.size(), differences));
        } catch (LineFailure failure) {
            throw Refusal.because(LineReason.LINE_DOWN, line);
        }
    }

    private List<Difference> differences(String line, List<Ours> ours, List<Held> theirs) throws LineFailure {
        var held = theirs.stream().collect(Collectors.toMap(Held::key, Function.identity()));
        var differences = new ArrayList<Difference>();
        for (var own : ours) {
            // A message sent just before midnight may be on the department's list of the next day.
            var other = held.containsKey(own.key())
                    ? Optional.of(held.get(own.key()))
                    : lines.line(line).query(own.key());
            if (other.isEmpty()) {
                differences.add(Difference.missingThere(own));
            } else if (!same(own.state(), other.get().state())) {
                differences.add(Difference.differing(own, other.get()));
            }
            held.remove(own.key());
        }
        for (var other : held.values()) {
            var own = rows.find(line, other.key());
            if (own.isEmpty()) {
                differences.add(Difference.missingHere(other));
            } else if (!same(own.get().state(), other.state())) {
                differences.add(Difference.differing(own.get(), other));
            }
        }
        return differences;
    }

    /** The department calls "received" what we call "sent". */
    private static boolean same(String ours, String theirs) {
        return ours.equals(theirs.equals("RECEIVED") ? "SENT" : theirs);
    }
}
