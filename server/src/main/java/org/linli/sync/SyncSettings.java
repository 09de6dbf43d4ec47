package org.linli.sync;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the offline protocol.
 *
 * @param lease how long a phone works without having met the server
 * @param minAppSchema oldest schema of the app that may pull; older ones may still push
 * @param pullsAtOnce how many pulls one process serves at the same time
 * @param pullPatience how long a pull waits for its turn before it is told to come back
 * @param photoMissingAfter when an announced photo that has not come is listed
 */
@ConfigurationProperties("linli.sync")
public record SyncSettings(
        @DefaultValue("72h") Duration lease,
        @DefaultValue("1") int minAppSchema,
        @DefaultValue("8") int pullsAtOnce,
        @DefaultValue("3s") Duration pullPatience,
        @DefaultValue("3d") Duration photoMissingAfter) {

    public SyncSettings {
        if (pullsAtOnce < 1) {
            throw new IllegalArgumentException("linli.sync.pulls-at-once must be at least 1");
        }
    }
}
