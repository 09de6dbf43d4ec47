package org.linli.sync;

import java.util.Optional;
import java.util.UUID;
import org.linli.access.AccountId;
import org.linli.shared.Names;

/** Notices on one person's phones (手机通知), kept there for two months. */
public interface PhoneNotices {

    /** A record that the notice is about, as phones know it. */
    record About(String type, UUID id) {}

    /**
     * Tells an account, in the caller's transaction.
     *
     * @param kind a word the app may have a picture for, such as {@code conflict-decided}
     * @param text never personal data: a lock screen may show it
     */
    void tell(AccountId account, String kind, Names text, Optional<About> about);
}
