package org.linli.wearables;

import java.util.Optional;

/** What a device calls for (报警类型). */
public enum AlarmKind {
    /** Somebody pressed for help (紧急呼叫); heard without any consent, for life and health. */
    SOS,
    FALL(ConsentKind.POSITION),
    /** The watch was taken off. */
    REMOVED(ConsentKind.POSITION),
    LOW_BATTERY,
    /** Nothing was heard of a device that somebody wears. */
    SILENT,
    LEFT_ZONE(ConsentKind.POSITION),
    ENTERED_ZONE(ConsentKind.POSITION),
    HEART_RATE(ConsentKind.VITALS),
    BLOOD_PRESSURE(ConsentKind.VITALS),
    OXYGEN(ConsentKind.VITALS),
    TEMPERATURE(ConsentKind.VITALS),
    /** Of a sensor in the home; it protects life, and tells of no person. */
    SMOKE,
    GAS,
    WATER,
    /** A door that opened, or did not, against the habit agreed on. */
    DOOR(ConsentKind.POSITION),
    /** Somebody left the bed and did not come back. */
    BED(ConsentKind.VITALS),
    /** A medicine was not taken. */
    MEDICINE(ConsentKind.VITALS);

    private final Optional<ConsentKind> needs;

    AlarmKind() {
        this.needs = Optional.empty();
    }

    AlarmKind(ConsentKind needs) {
        this.needs = Optional.of(needs);
    }

    /** Which consent it needs; none where life and health are at stake or it tells of the device only. */
    public Optional<ConsentKind> needs() {
        return needs;
    }

    /** Somebody may be in danger: it goes before everything that waits. */
    public boolean isUrgent() {
        return this == SOS || this == FALL || this == SMOKE || this == GAS;
    }

    /** How soon it is answered, where nothing that was measured says otherwise. */
    public AlarmLevel level() {
        return isUrgent() ? AlarmLevel.RED : AlarmLevel.YELLOW;
    }

    /** The alarm of a vital that is out of its limits. */
    public static AlarmKind of(VitalKind vital) {
        return valueOf(vital.name());
    }
}
