package org.linli.access.account;

import java.time.Instant;
import java.util.Optional;
import org.linli.access.AccountId;

/** Account (账号): somebody who may sign in; personal fields stay sealed in it. */
record Account(
        AccountId id,
        String login,
        String sealedName,
        Optional<String> sealedPhone,
        String passwordHash,
        boolean mustChange,
        Optional<String> sealedSecret,
        boolean secondFactor,
        long lastStep,
        boolean exempt,
        int failures,
        Optional<Instant> lockedUntil,
        boolean retired,
        int revision) {

    static final String NAME = "access.account.name";
    static final String PHONE = "access.account.phone";
    static final String SECRET = "access.account.totp";

    boolean isLockedAt(Instant now) {
        return lockedUntil.filter(now::isBefore).isPresent();
    }
}
