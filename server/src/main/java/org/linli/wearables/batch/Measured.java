package org.linli.wearables.batch;

import java.time.Instant;

/**
 * A vital to keep.
 *
 * @param doubtful whether the device's clock is off
 */
record Measured(Known device, Vital vital, Instant received, boolean doubtful) {}
