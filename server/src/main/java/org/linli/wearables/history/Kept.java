package org.linli.wearables.history;

import org.linli.wearables.ConsentKind;
import org.linli.wearables.WearablesReason;
import org.linli.wearables.WearablesWords;

/** What is kept of a wearer over time, and what it takes to look at it. */
enum Kept {
    TRACK(ConsentKind.TRACK, WearablesReason.NO_TRACK_CONSENT, WearablesWords.READ_TRACKS, "track"),
    VITALS(ConsentKind.VITALS, WearablesReason.NO_VITALS_CONSENT, WearablesWords.READ_VITALS, "vitals");

    final ConsentKind needs;
    final WearablesReason without;
    final String word;
    /** In the disclosure ledger. */
    final String field;

    Kept(ConsentKind needs, WearablesReason without, String word, String field) {
        this.needs = needs;
        this.without = without;
        this.word = word;
        this.field = field;
    }
}
