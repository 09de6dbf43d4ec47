package org.linli.sync.push;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.linli.shared.Refusal;
import org.linli.sync.SyncReason;
import org.linli.sync.assignment.HeldScopes;
import org.linli.sync.assignment.HeldScopes.Hold;
import org.linli.sync.contributions.Standing;
import org.linli.sync.log.ChangeQueries.Place;

/**
 * Whether a change reaches its record (同步范围判定). A record is within reach through any scope it is in, and through the
 * scope the change was made in if the record left that scope no more than a week before the change, or after it.
 *
 * @param scope the scope by which it reaches, or in which it is recorded
 * @param inside false: only recorded, for whoever holds the scope now
 */
record Reach(String scope, boolean inside) {

    /** @throws Refusal when the account never held any of the scopes, or may only read them */
    static Reach ofCreation(HeldScopes held, String scope, Instant done) {
        return among(held, List.of(scope), scope, done);
    }

    /** @throws Refusal when the account never held any of the scopes, or may only read them */
    static Reach of(HeldScopes held, String scope, Optional<Standing> standing, List<Place> places, Instant done) {
        var scopes = new LinkedHashSet<String>();
        standing.map(Standing::scope).ifPresent(scopes::add);
        places.stream().filter(Place::present).map(Place::scope).forEach(scopes::add);
        places.stream()
                .filter(place -> !place.present() && place.scope().equals(scope))
                .filter(place -> !done.isAfter(place.changedAt().plus(HeldScopes.GRACE)))
                .map(Place::scope)
                .forEach(scopes::add);
        var home = standing.map(Standing::scope).orElse(scope);
        // Long gone from where it was made: whoever has it now is told.
        if (holds(held, scopes, done) == Hold.NEVER
                && held.hold(scope, done) != Hold.NEVER
                && places.stream().anyMatch(place -> place.scope().equals(scope))) {
            return new Reach(home, false);
        }
        return among(held, scopes, home, done);
    }

    private static Reach among(HeldScopes held, Collection<String> scopes, String home, Instant done) {
        return switch (holds(held, scopes, done)) {
            case WRITES -> new Reach(through(held, scopes, done), true);
            case READS -> throw Refusal.because(SyncReason.READ_ONLY_SCOPE);
            case ONCE_HELD -> new Reach(home, false);
            case NEVER -> throw Refusal.because(SyncReason.OUT_OF_SCOPE);
        };
    }

    private static Hold holds(HeldScopes held, Collection<String> scopes, Instant done) {
        return scopes.stream()
                .map(scope -> held.hold(scope, done))
                .min(Comparator.naturalOrder())
                .orElse(Hold.NEVER);
    }

    private static String through(HeldScopes held, Collection<String> scopes, Instant done) {
        return scopes.stream()
                .filter(scope -> held.hold(scope, done) == Hold.WRITES)
                .findFirst()
                .orElseThrow();
    }
}
