package org.linli.wearables;

/** How soon an alarm is answered. */
public enum AlarmLevel {
    /** Looked into in the course of the day. */
    YELLOW,
    /** At once: somebody may be in danger. It climbs its ladder while nobody claims it. */
    RED
}
