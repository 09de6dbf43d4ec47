package org.linli.bench;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A telephone system for trying: it reports calls as a real one would. One call: {@code --caller=N}, {@code --line=N}, {@code
 * --rings=SECONDS}, {@code --talks=SECONDS}, {@code --agent=EXTENSION}, {@code --abandon}; or a hotline that never rests:
 * {@code --busy}, {@code --every=SECONDS}, {@code --seed=N}. {@code --trunk=N}, {@code --port=N}; the key of the trunk in the
 * environment variable {@code LINLI_TRUNK_KEY}.
 */
final class RingSimulator {

    private static final int USUAL_SERVER = 8090;
    private static final int USUAL_RINGS = 20;
    private static final int USUAL_TALKS = 60;
    private static final int USUAL_EVERY = 90;

    /** Of ten callers to 12349 one gives up: 178,000 calls came in the model's years, and 154,000 became orders. */
    private static final double GIVES_UP = 0.1;

    /** The demo's people have the numbers that this makes of the first whole ones. */
    private static final String SERIES = "154%08d";

    private static final long STEP = 61_803_399L;
    private static final int KNOWN = 3_000;

    private final Settings settings;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final Random random;
    private final String trunk;
    private final String key;

    private RingSimulator(Settings settings) {
        this.settings = settings;
        this.random = new Random(settings.number("seed", (int) System.nanoTime()));
        this.trunk = settings.text("trunk").orElseThrow(RingSimulator::nobody);
        this.key = Optional.ofNullable(System.getenv("LINLI_TRUNK_KEY"))
                .filter(text -> !text.isBlank())
                .orElseThrow(RingSimulator::nobody);
    }

    static void run(Settings settings) throws Exception {
        var exchange = new RingSimulator(settings);
        if (settings.words().contains("--busy")) {
            exchange.neverRest();
        } else {
            exchange.call(
                    settings.number("rings", USUAL_RINGS),
                    settings.number("talks", USUAL_TALKS),
                    settings.words().contains("--abandon"));
        }
    }

    @SuppressWarnings("BusyWait")
    private void neverRest() throws InterruptedException {
        var every = settings.number("every", USUAL_EVERY);
        try (var calls = Executors.newVirtualThreadPerTaskExecutor()) {
            while (!Thread.interrupted()) {
                Thread.sleep(Duration.ofMillis((long) (every * 1000L * (0.5 + random.nextDouble()))));
                var rings = 5 + random.nextInt(30);
                var talks = 30 + random.nextInt(120);
                var givesUp = random.nextDouble() < GIVES_UP;
                calls.submit(() -> callAnyway(rings, talks, givesUp));
            }
        }
    }

    /** One call that goes wrong is no reason for the others not to come. */
    @SuppressWarnings("SystemOut")
    private boolean callAnyway(int rings, int talks, boolean givesUp) {
        try {
            call(rings, talks, givesUp);
            return true;
        } catch (Exception e) {
            System.out.println("! " + e);
            return false;
        }
    }

    private void call(int rings, int talks, boolean abandon) throws Exception {
        var call = UUID.randomUUID().toString();
        var caller = settings.text("caller").orElseGet(this::somebody);
        say(call, 0, "ringing", caller, "");
        Thread.sleep(Duration.ofSeconds(rings));
        if (abandon) {
            say(call, 1, "abandoned", caller, "");
            return;
        }
        say(call, 1, "answered", caller, settings.text("agent").orElse("801"));
        Thread.sleep(Duration.ofSeconds(talks));
        say(call, 2, "ended", caller, "");
    }

    private String somebody() {
        return SERIES.formatted(random.nextInt(KNOWN) * STEP % 100_000_000L);
    }

    @SuppressWarnings("SystemOut")
    private void say(String call, int seq, String event, String caller, String agent) throws Exception {
        var body = """
                {"call":"%s","seq":%d,"event":"%s","at":"%s","caller":"%s","called":"%s","agent":"%s"}""".formatted(
                        call,
                        seq,
                        event,
                        OffsetDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MILLIS),
                        caller,
                        settings.text("line").orElse("12349"),
                        agent);
        System.out.println("> " + body);
        System.out.println("< " + send(body));
    }

    /** A server that is still starting, or away for a moment, is told again: nothing of a call may be lost. */
    private String send(String body) throws Exception {
        for (var tries = 1; ; tries++) {
            try {
                return push(body);
            } catch (ConnectException away) {
                if (tries == 60) {
                    throw new IOException("no server listens on port " + port(), away);
                }
                Thread.sleep(Duration.ofSeconds(2));
            }
        }
    }

    private String push(String body) throws Exception {
        var timestamp = Long.toString(System.currentTimeMillis());
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        var signature = mac.doFinal((timestamp + "\n" + body).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port() + "/api/public/eldercare/calls/events"))
                .header("Content-Type", "application/json")
                .header("X-Linli-Trunk", trunk)
                .header("X-Linli-Timestamp", timestamp)
                .header("X-Linli-Signature", HexFormat.of().formatHex(signature))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    private int port() {
        return settings.number("port", USUAL_SERVER);
    }

    private static IllegalArgumentException nobody() {
        return new IllegalArgumentException(
                "name the telephone system with --trunk=N and its key in LINLI_TRUNK_KEY; the district adds one"
                        + " under \"Telephone systems\"");
    }
}
