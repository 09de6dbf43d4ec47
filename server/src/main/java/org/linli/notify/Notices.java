package org.linli.notify;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.linli.access.Acting;
import org.linli.access.PostingId;
import org.linli.area.UnitCode;
import org.linli.shared.Names;

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
     * @param key message key {@code notice.<module>.<name>}; its texts are in both languages in the module's messages
     *     and name their arguments: {@code notice.casework.overdue=案件 {number} 已超期}
     * @param arguments what the text names; never personal data beyond what the recipient may see unmasked
     * @param names what the text names in the language of its reader
     * @param uniqueKey a second notice with the same key is not sent
     * @param link page of the staff console it leads to, or empty
     */
    record Notice(
            List<Recipient> to,
            String key,
            Map<String, String> arguments,
            Map<String, Names> names,
            String uniqueKey,
            String link,
            boolean urgent) {

        public Notice {
            to = List.copyOf(to);
            arguments = Map.copyOf(arguments);
            names = Map.copyOf(names);
        }

        public Notice(
                List<Recipient> to,
                String key,
                Map<String, String> arguments,
                String uniqueKey,
                String link,
                boolean urgent) {
            this(to, key, arguments, Map.of(), uniqueKey, link, urgent);
        }
    }

    /** A further step of a ladder (升级阶梯): who is told when nobody has acknowledged for so long. */
    record Rung(Duration after, List<Recipient> to) {

        public Rung {
            to = List.copyOf(to);
        }
    }

    void send(Notice notice);

    /** Tells the notice's recipients now, and each rung's when its time has come and nobody has acknowledged. */
    void climb(Notice notice, List<Rung> ladder);

    /** Stops the ladder of a notice; reading it on the live page does the same. Unknown keys are nothing to stop. */
    void acknowledge(Acting by, String uniqueKey);
}
