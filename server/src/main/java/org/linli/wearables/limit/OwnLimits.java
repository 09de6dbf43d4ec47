package org.linli.wearables.limit;

import java.time.Instant;

/** Limits a clinician set for somebody: who, when and why. */
record OwnLimits(VitalLimits limits, Instant setAt, String setter, String reason) {}
