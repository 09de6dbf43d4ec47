package org.linli.counter.department;

import java.util.UUID;

/** One message of the outbox, opened for sending. */
record LineMessage(UUID id, String line, String key, Kind kind, String body, int attempts) {

    /** What it says, and where under the application it is posted. */
    enum Kind {
        APPLICATION,
        SUPPLEMENT,
        WITHDRAWAL
    }
}
