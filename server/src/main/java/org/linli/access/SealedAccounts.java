package org.linli.access;

import java.util.function.UnaryOperator;

/** The sealed fields of accounts, for key rotation, which lies with privacy. */
public interface SealedAccounts {

    /**
     * Seals again, in one transaction, at most {@code limit} values that are not under the key in use.
     *
     * @param keyInUse beginning of every value sealed under the key in use
     * @param resealed takes {@code context + "\n" + sealed} and gives the value sealed anew
     * @return how many were sealed again
     */
    int reseal(String keyInUse, UnaryOperator<String> resealed, int limit);
}
