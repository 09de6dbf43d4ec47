package org.linli.access;

import java.time.Duration;

/**
 * Paces (限频): how often one network address, or anybody about one matter, may ask without signing in. Kept in the
 * database, so that a restart forgets nothing and all processes count together.
 */
public interface Paces {

    /**
     * So many times within so long; afterwards one more each time a share of it has passed.
     *
     * @param topic what is asked, such as {@code counter.progress}
     */
    record Limit(String topic, int times, Duration within) {

        public Limit {
            if (times < 1 || within.isNegative() || within.isZero()) {
                throw new IllegalArgumentException("not a limit: " + times + " within " + within);
            }
        }
    }

    /**
     * Counts one try, in a transaction of its own; call it before one of yours begins.
     *
     * @param who the address, or the matter that is asked about
     * @throws org.linli.shared.Refusal {@link AccessReason#TOO_OFTEN} with the seconds to wait
     */
    void count(Limit limit, String who);
}
