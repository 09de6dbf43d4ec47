package org.linli.casework.running;

import java.util.Locale;

/** Why a case may not move on for now (暂停流转), beside what its state says. */
enum Hold {
    /** The applicant was asked for something. */
    SUPPLEMENT,
    /** Another unit was asked. */
    ASSIST,
    /** Somebody else must sign first. */
    COUNTERSIGN,
    /** The clock pauses on a legal ground. */
    PAUSE,
    /** It became part of another case's job. */
    JOINED;

    /** How messages name it. */
    String key() {
        return "casework.hold." + name().toLowerCase(Locale.ROOT);
    }
}
