package org.linli.wearables.line;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What happened on the connections of one protocol since the start. */
final class LineCounts {

    private final AtomicInteger connections = new AtomicInteger();
    private final LongAdder frames = new LongAdder();
    private final LongAdder faults = new LongAdder();
    private final LongAdder unregistered = new LongAdder();
    private final LongAdder floods = new LongAdder();
    private final LongAdder quarantined = new LongAdder();

    /**
     * The counts as they are now.
     *
     * @param connections open now
     * @param frames that could be read
     * @param faults of what could not be read, or is not listened to
     * @param unregistered connections that ended because nobody registered the device, or it did not prove itself
     * @param floods how often a connection was read more slowly, because a device said too much
     * @param quarantined of the faults, how many were kept to be looked at
     */
    record Standing(int connections, long frames, long faults, long unregistered, long floods, long quarantined) {}

    Standing standing() {
        return new Standing(
                connections.get(), frames.sum(), faults.sum(), unregistered.sum(), floods.sum(), quarantined.sum());
    }

    /** Takes a place for one more connection, if there is one. */
    boolean opened(int most) {
        if (connections.incrementAndGet() <= most) {
            return true;
        }
        connections.decrementAndGet();
        return false;
    }

    void closed() {
        connections.decrementAndGet();
    }

    void frames(long more) {
        frames.add(more);
    }

    void fault() {
        faults.increment();
    }

    void unregistered() {
        unregistered.increment();
    }

    void flood() {
        floods.increment();
    }

    void quarantined() {
        quarantined.increment();
    }
}
