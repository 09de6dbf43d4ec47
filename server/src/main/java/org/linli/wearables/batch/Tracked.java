package org.linli.wearables.batch;

import java.time.Instant;
import java.util.Comparator;

/**
 * A fix to keep.
 *
 * @param doubtful whether the device's clock is off
 */
record Tracked(Known device, Fix fix, Instant received, boolean doubtful) {

    static final Comparator<Tracked> AS_INDEXED = Comparator.comparingInt(
                    (Tracked one) -> one.device().id())
            .thenComparing(one -> one.fix().at());
}
