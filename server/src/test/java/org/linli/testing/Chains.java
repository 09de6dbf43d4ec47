package org.linli.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.linli.access.ledger.SealedChain;

/** Chains that tests want to have whole before they look at them. */
public final class Chains {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Chains() {}

    /**
     * Chains every row written so far. Any transaction open on this server, a job of another test's context among them,
     * holds a chain back, and the program's own keeper may be at it: so it is tried until nothing waits.
     */
    public static void extendWhole(SealedChain chain) {
        var deadline = Instant.now().plus(PATIENCE);
        do {
            chain.extend();
        } while (chain.verify().waiting() > 0 && Instant.now().isBefore(deadline));
        assertThat(chain.verify().waiting()).isZero();
    }
}
