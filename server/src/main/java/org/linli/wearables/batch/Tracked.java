package org.linli.wearables.batch;

import java.time.Instant;

/**
 * A fix to keep.
 *
 * @param doubtful whether the device's clock is off
 */
record Tracked(int device, Fix fix, Instant received, boolean doubtful) {}
