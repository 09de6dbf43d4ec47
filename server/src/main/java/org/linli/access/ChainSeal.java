package org.linli.access;

import java.util.Optional;

/**
 * Seals rows and remembers how far a chain of them reached, both out of the database's reach. Privacy provides it, because
 * the key lies in its keystore.
 */
public interface ChainSeal {

    /** How far a chain reached when it was last extended; {@code hash} is in hexadecimal. */
    record Anchor(long sequence, String hash) {}

    /** A code of the content that nobody can make without the key (HMAC-SM3). */
    byte[] of(byte[] content);

    /** Remembers the head of a chain beside the keystore. */
    void anchor(String chain, Anchor head);

    /** The head last remembered; empty when it is missing or was altered. */
    Optional<Anchor> anchor(String chain);
}
