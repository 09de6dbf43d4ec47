package org.linli.privacy;

import java.util.function.UnaryOperator;

/** The sealed columns of a module; a bean of it lets a key rotation finish. */
public interface SealedColumns {

    /** What the columns are, for the report, such as {@code counter.visitor}. */
    String name();

    /**
     * Seals again, in one transaction, at most {@code limit} values that are not under the key in use.
     *
     * @param keyInUse beginning of every value sealed under the key in use, such as {@code k3.}
     * @param resealed takes {@code context + "\n" + sealed} and gives the value sealed anew
     * @return how many were sealed again; fewer than {@code limit} when none is left
     */
    int reseal(String keyInUse, UnaryOperator<String> resealed, int limit);
}
