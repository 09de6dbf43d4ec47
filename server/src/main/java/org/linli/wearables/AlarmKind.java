package org.linli.wearables;

/** What a device calls for (报警类型). */
public enum AlarmKind {
    /** Somebody pressed for help (紧急呼叫); heard without any consent, for life and health. */
    SOS,
    FALL,
    /** The watch was taken off. */
    REMOVED,
    LOW_BATTERY,
    LEFT_ZONE,
    ENTERED_ZONE;

    public boolean needsConsent() {
        return this != SOS;
    }
}
