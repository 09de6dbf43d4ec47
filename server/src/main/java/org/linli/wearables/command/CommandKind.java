package org.linli.wearables.command;

import java.time.Duration;

/** What a device can be told. Listening and taking photos are not among it, and are not to be. */
enum CommandKind {
    /** Say where you are, now; needs the wearer's consent. */
    LOCATE(Duration.ofMinutes(5)),
    /** Ring, so that you are found. */
    FIND(Duration.ofMinutes(5)),
    /** Say where you are every so many seconds. */
    INTERVAL(Duration.ofDays(7)),
    /** Whom the wearer can call, and the button calls. */
    CONTACTS(Duration.ofDays(7)),
    REMIND(Duration.ofDays(7)),
    /** When it does not ring. */
    QUIET(Duration.ofDays(7));

    private final Duration patience;

    CommandKind(Duration patience) {
        this.patience = patience;
    }

    /** How long it waits for the device; after that nobody wants it done any more. */
    Duration patience() {
        return patience;
    }
}
