package org.linli.access.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of access.
 *
 * @param idleLimit a session ends after this long without an act
 * @param sessionLimit a session ends after this long in any case
 * @param secondFactorForAll whether every account needs an authenticator, not only administrators
 */
@ConfigurationProperties("linli.access")
record AccessSettings(
        @DefaultValue("15m") Duration idleLimit,
        @DefaultValue("12h") Duration sessionLimit,
        @DefaultValue("false") boolean secondFactorForAll) {

    AccessSettings {
        if (idleLimit.compareTo(Duration.ofMinutes(1)) < 0 || idleLimit.compareTo(sessionLimit) > 0) {
            throw new IllegalArgumentException("linli.access.idle-limit lies between 1m and the session limit");
        }
    }
}
