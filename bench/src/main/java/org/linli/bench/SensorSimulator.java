package org.linli.bench;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.exceptions.ConnectionFailedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A sensor in a home for trying: it says one thing, over MQTT, or with {@code --http} as its vendor's platform would.
 * {@code --kind=SMOKE}, {@code --code=ALARM}, {@code --number=N}, {@code --battery=N}, {@code --port=N}; for HTTP {@code
 * --vendor=N} and the vendor's key in the environment variable {@code LINLI_VENDOR_KEY}.
 */
final class SensorSimulator {

    private static final String USUAL_NUMBER = "000000000002101";
    private static final String USUAL_PILL_BOX = "000000000002102";
    private static final int USUAL_BROKER = 1883;
    private static final int USUAL_SERVER = 8090;

    private final Settings settings;
    private final String number;
    private final String reading;

    private SensorSimulator(Settings settings) {
        this.settings = settings;
        var kind = settings.text("kind").orElse("SMOKE");
        number = settings.text("number").orElse(kind.equals("PILL_BOX") ? USUAL_PILL_BOX : USUAL_NUMBER);
        reading = """
                {"deviceId":"%s","kind":"%s","at":"%s","code":"%s","battery":%d}""".formatted(
                        number,
                        kind,
                        OffsetDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS),
                        settings.text("code").orElse(kind.equals("PILL_BOX") ? "MISSED" : "ALARM"),
                        settings.number("battery", 81));
    }

    @SuppressWarnings("SystemOut")
    static void run(Settings settings) throws Exception {
        var sensor = new SensorSimulator(settings);
        System.out.println("> " + sensor.reading);
        System.out.println("< " + (settings.words().contains("--http") ? sensor.push() : sensor.publish()));
    }

    /** The broker answers when it has the reading; whether the device is registered, only Linli knows. */
    private String publish() throws IOException {
        var port = settings.number("port", USUAL_BROKER);
        var topic = "linli/sensors/trying/" + number;
        var client = MqttClient.builder()
                .useMqttVersion5()
                .identifier("sensor-" + UUID.randomUUID())
                .serverHost("127.0.0.1")
                .serverPort(port)
                .buildBlocking();
        try {
            client.connect();
        } catch (ConnectionFailedException nobody) {
            throw new IOException("no MQTT broker listens on port " + port + "; the demo starts one", nobody);
        }
        client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(reading.getBytes(StandardCharsets.UTF_8))
                .send();
        client.disconnect();
        return "the broker has it, under " + topic;
    }

    private String push() throws Exception {
        var vendor = settings.text("vendor").orElseThrow(SensorSimulator::nobody);
        var key = Optional.ofNullable(System.getenv("LINLI_VENDOR_KEY")).orElseThrow(SensorSimulator::nobody);
        var timestamp = Long.toString(System.currentTimeMillis());
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        var signature = mac.doFinal((timestamp + "\n" + reading).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + settings.number("port", USUAL_SERVER)
                        + "/api/public/wearables/sensors/readings"))
                .header("Content-Type", "application/json")
                .header("X-Linli-Vendor", vendor)
                .header("X-Linli-Timestamp", timestamp)
                .header("X-Linli-Signature", HexFormat.of().formatHex(signature))
                .POST(HttpRequest.BodyPublishers.ofString(reading))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        }
    }

    private static IllegalArgumentException nobody() {
        return new IllegalArgumentException(
                "name the vendor with --vendor=N and its key in LINLI_VENDOR_KEY; the district"
                        + " adds one under \"Sensor vendors\"");
    }
}
