package org.linli.sync.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.linli.access.AccountId;
import org.linli.sync.Assignments;
import org.linli.sync.Assignments.Assignment;
import org.linli.sync.Assignments.Mode;
import org.linli.sync.log.Scopes;

/** What one account holds and held (本账号的同步范围): its assignments, its own scope and the reference scope. */
public final class HeldScopes {

    /** Changes made so long after an assignment ended are still processed. */
    public static final Duration GRACE = Duration.ofDays(7);

    /** How an account stands to a scope at some moment. */
    public enum Hold {
        WRITES,
        READS,
        /** It held the scope at another time. */
        ONCE_HELD,
        NEVER
    }

    private final AccountId account;
    private final List<Assignment> assignments;

    private HeldScopes(AccountId account, List<Assignment> assignments) {
        this.account = account;
        this.assignments = List.copyOf(assignments);
    }

    public static HeldScopes of(Assignments assignments, AccountId account) {
        return new HeldScopes(account, assignments.of(account));
    }

    /** Scopes a phone is sent now, sorted by name. */
    public SortedMap<String, Mode> at(Instant now) {
        var held = new TreeMap<>(Map.of(Scopes.REFERENCE, Mode.READ_ONLY, Scopes.of(account), Mode.READ_WRITE));
        assignments.stream()
                .filter(one -> !one.from().isAfter(now)
                        && one.until().map(now::isBefore).orElse(true))
                .forEach(one -> held.put(one.scope(), one.mode()));
        return held;
    }

    /** How the account stands to a scope for something that was done at a moment. */
    public Hold hold(String scope, Instant done) {
        if (scope.equals(Scopes.of(account))) {
            return Hold.WRITES;
        }
        if (scope.equals(Scopes.REFERENCE)) {
            return Hold.READS;
        }
        var best = Hold.NEVER;
        for (var one : assignments) {
            if (one.scope().equals(scope)) {
                var hold = hold(one, done);
                best = hold.compareTo(best) < 0 ? hold : best;
            }
        }
        return best;
    }

    private static Hold hold(Assignment one, Instant done) {
        var inside = !done.isBefore(one.from())
                && one.until().map(until -> !done.isAfter(until.plus(GRACE))).orElse(true);
        if (!inside) {
            return Hold.ONCE_HELD;
        }
        return one.mode() == Mode.READ_WRITE ? Hold.WRITES : Hold.READS;
    }
}
