package org.linli.counter.hall;

import java.util.Set;

/** A visitor rated a visit; heard in the same transaction. The visitor is not named. */
public record VisitRated(VisitId visit, int grade, Set<String> reasons, String words) {

    public VisitRated {
        reasons = Set.copyOf(reasons);
    }
}
