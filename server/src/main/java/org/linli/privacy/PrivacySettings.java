package org.linli.privacy;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of privacy.
 *
 * @param keystore the file with the keys; by default {@code keystore.p12} in the data folder. Back it up apart from the
 *     database: one without the other is worthless
 */
@ConfigurationProperties("linli.privacy")
record PrivacySettings(@Nullable Path keystore) {

    Path keystoreIn(Path data) {
        return keystore == null ? data.resolve("keystore.p12") : keystore;
    }
}
