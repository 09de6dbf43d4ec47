package org.linli.casework.clock;

import org.linli.shared.Refusal;

/** Why a day of the calendar is not changed. */
enum CalendarReason implements Refusal.Reason {
    FAULTY_CALENDAR(Refusal.Kind.INVALID),
    CALENDAR_FILE_EMPTY(Refusal.Kind.INVALID),
    CALENDAR_REASON_NEEDED(Refusal.Kind.INVALID),
    CALENDAR_OUT_OF_YEARS(Refusal.Kind.INVALID),
    CALENDAR_DAY_IS_SO_ALREADY(Refusal.Kind.CONFLICT),
    CALENDAR_NOTHING_TO_TAKE_BACK(Refusal.Kind.CONFLICT);

    private final Refusal.Kind kind;

    CalendarReason(Refusal.Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "casework";
    }

    @Override
    public Refusal.Kind kind() {
        return kind;
    }
}
