package org.linli.shared;

import java.security.SecureRandom;
import java.util.UUID;

/** New identifiers, UUID version 7 (RFC 9562): they sort by the time they were made, which keeps indexes dense. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next() {
        // An identifier only has to be new, not to tell the time of the house, so this is the system's own clock.
        var millis = System.currentTimeMillis();
        var high = (millis << 16) | 0x7000L | (RANDOM.nextLong() & 0x0FFFL);
        var low = 0x8000_0000_0000_0000L | (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL);
        return new UUID(high, low);
    }
}
