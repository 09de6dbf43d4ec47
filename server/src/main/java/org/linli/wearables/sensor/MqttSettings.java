package org.linli.wearables.sensor;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the line to the district's MQTT broker, which sensors publish to.
 *
 * @param url such as {@code mqtt://broker:1883}, or {@code mqtts://} with TLS; without it there is no line
 * @param passwordFile holds the password and nothing else
 * @param topicFilter what is subscribed to; the last level of each topic is the device's number
 * @param clientId the name of the session at the broker: another for each process
 * @param version of the protocol: 5, or 3 for a broker that knows 3.1.1 only
 * @param group with it, processes of one group share what comes; needs version 5
 */
@ConfigurationProperties("linli.wearables.mqtt")
record MqttSettings(
        @Nullable URI url,
        @Nullable String username,
        @Nullable Path passwordFile,
        @DefaultValue("linli/sensors/+/+") String topicFilter,
        @DefaultValue("linli") String clientId,
        @DefaultValue("5") int version,
        @Nullable String group) {

    private static final Set<String> SCHEMES = Set.of("mqtt", "mqtts");
    private static final int USUAL_PORT = 1883;
    private static final int USUAL_TLS_PORT = 8883;

    MqttSettings {
        if (url != null && (!SCHEMES.contains(String.valueOf(url.getScheme())) || url.getHost() == null)) {
            throw new IllegalArgumentException(
                    "linli.wearables.mqtt.url must be such as mqtt://broker:1883 or mqtts://broker:8883");
        }
        if (version != 5 && (version != 3 || group != null)) {
            throw new IllegalArgumentException(
                    "linli.wearables.mqtt.version must be 5, or 3 without linli.wearables.mqtt.group");
        }
    }

    boolean isEncrypted() {
        return url != null && url.getScheme().equals("mqtts");
    }

    String host() {
        return url == null ? "" : url.getHost();
    }

    int port() {
        var said = url == null ? -1 : url.getPort();
        return said > 0 ? said : isEncrypted() ? USUAL_TLS_PORT : USUAL_PORT;
    }

    /** What the broker is asked for. */
    String subscription() {
        return Optional.ofNullable(group)
                .map(name -> "$share/" + name + "/" + topicFilter)
                .orElse(topicFilter);
    }
}
