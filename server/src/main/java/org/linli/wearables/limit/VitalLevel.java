package org.linli.wearables.limit;

/** How far a vital is out of its limits; the later the worse. */
public enum VitalLevel {
    NORMAL,
    /** Looked into. */
    YELLOW,
    /** Answered at once. */
    RED
}
