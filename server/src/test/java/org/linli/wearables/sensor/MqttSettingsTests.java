package org.linli.wearables.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MqttSettingsTests {

    @Test
    void hasNoLineUnlessItIsSaid() {
        var settings = bound(Map.of());
        assertThat(settings.url()).isNull();
        assertThat(settings.subscription()).isEqualTo("linli/sensors/+/+");
        assertThat(settings.clientId()).isEqualTo("linli");
        assertThat(settings.version()).isEqualTo(5);
    }

    @Test
    void knowsTheUsualPorts() {
        assertThat(bound(Map.of("url", "mqtt://broker")).port()).isEqualTo(1883);
        assertThat(bound(Map.of("url", "mqtts://broker")).port()).isEqualTo(8883);
        assertThat(bound(Map.of("url", "mqtts://broker:9883")).port()).isEqualTo(9883);
        assertThat(bound(Map.of("url", "mqtts://broker")).isEncrypted()).isTrue();
    }

    @Test
    void sharesItsSubscriptionInAGroup() {
        assertThat(bound(Map.of("url", "mqtt://broker", "group", "linli")).subscription())
                .isEqualTo("$share/linli/linli/sensors/+/+");
    }

    @Test
    void saysWhatIsWrong() {
        refuses(5, "http://broker", null, "linli.wearables.mqtt.url");
        refuses(5, "mqtt:///broker", null, "linli.wearables.mqtt.url");
        refuses(4, "mqtt://broker", null, "linli.wearables.mqtt.version");
        refuses(3, "mqtt://broker", "linli", "linli.wearables.mqtt.group");
    }

    private static void refuses(
            int version, String url, @org.jspecify.annotations.Nullable String group, String names) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MqttSettings(URI.create(url), null, null, "a", "b", version, group))
                .withMessageContaining(names);
    }

    private static MqttSettings bound(Map<String, String> said) {
        var source = new MapConfigurationPropertySource();
        said.forEach((name, value) -> source.put("linli.wearables.mqtt." + name, value));
        return new Binder(source).bindOrCreate("linli.wearables.mqtt", MqttSettings.class);
    }
}
