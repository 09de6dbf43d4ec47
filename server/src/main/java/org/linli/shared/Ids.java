package org.linli.shared;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * New identifiers, UUID version 7 (RFC 9562): they sort by the time they were made, which keeps indexes dense. Those made
 * by one process sort in the order they were made, also within a millisecond.
 */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** The last moment given out: milliseconds, then a count of 12 bits that runs over into the next millisecond. */
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    public static UUID next() {
        // An identifier only has to be new, not to tell the time of the house, so this is the system's own clock.
        var now = System.currentTimeMillis() << 12;
        var moment = LAST.updateAndGet(last -> Math.max(last + 1, now));
        var high = ((moment >>> 12) << 16) | 0x7000L | (moment & 0x0FFFL);
        var low = 0x8000_0000_0000_0000L | (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL);
        return new UUID(high, low);
    }
}
