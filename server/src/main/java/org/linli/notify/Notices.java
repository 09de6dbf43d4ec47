package org.linli.notify;

import java.util.List;
import java.util.Map;
import org.linli.access.PostingId;
import org.linli.area.UnitCode;

/** Messages out. A notice is stored in the caller's transaction and delivered after commit, at least once. */
public interface Notices {

    /** Who is told. */
    sealed interface Recipient {
        /** One posting: its live page and inbox. */
        record ToPosting(PostingId posting) implements Recipient {}

        /** Everybody at a unit whose posting has a role. */
        record ToRole(UnitCode unit, String role) implements Recipient {}

        /** A resident, by a phone number sealed under {@code notify.phone}. */
        record ToPhone(String sealedPhone) implements Recipient {}
    }

    /**
     * One message.
     *
     * @param key message key {@code notice.<module>.<name>}; its texts are in both languages
     * @param uniqueKey a second notice with the same key is not sent
     * @param link page of the staff console it leads to, or empty
     */
    record Notice(
            List<Recipient> to,
            String key,
            Map<String, String> arguments,
            String uniqueKey,
            String link,
            boolean urgent) {}

    void send(Notice notice);
}
