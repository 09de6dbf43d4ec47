package org.linli.counter.errand;

import java.util.Map;

/** Decision (决定): how an action's input says it. */
final class Decision {

    static final String GRANT = "grant";
    static final String REFUSE = "refuse";

    private Decision() {}

    static boolean isGrant(Map<String, Object> input) {
        return GRANT.equals(input.get("decision"));
    }
}
