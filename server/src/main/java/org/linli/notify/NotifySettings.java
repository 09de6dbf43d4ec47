package org.linli.notify;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Settings of the notify module. */
@ConfigurationProperties("linli.notify")
record NotifySettings(@DefaultValue Sms sms) {

    private static final int SHORTEST_SECRET = 16;

    /**
     * The SMS gateway.
     *
     * @param url where messages are posted; without it no SMS is sent, and every delivery says so
     * @param secret what requests are signed with, at least 16 characters
     */
    record Sms(
            @Nullable URI url,
            @DefaultValue("") String secret,
            @DefaultValue("10s") Duration timeout) {

        Sms {
            if (url != null && secret.length() < SHORTEST_SECRET) {
                throw new IllegalArgumentException(
                        "linli.notify.sms.secret needs at least " + SHORTEST_SECRET + " characters");
            }
        }
    }
}
