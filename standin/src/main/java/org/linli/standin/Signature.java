package org.linli.standin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The signature of the department lines, from this end: signs answers, checks what arrives, remembers nonces. */
final class Signature {

    static final String TIMESTAMP = "X-Linli-Timestamp";
    static final String NONCE = "X-Linli-Nonce";
    static final String SIGNATURE = "X-Linli-Signature";

    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final String secret;
    private final InstantSource clock;
    private final Map<String, Instant> nonces = new ConcurrentHashMap<>();

    Signature(String secret, InstantSource clock) {
        this.secret = secret;
        this.clock = clock;
    }

    Map<String, String> headers(String method, String path, byte[] body) {
        var timestamp = Long.toString(clock.millis());
        var nonce = UUID.randomUUID().toString();
        return Map.of(TIMESTAMP, timestamp, NONCE, nonce, SIGNATURE, sign(timestamp, nonce, method, path, body));
    }

    /** What is wrong with a request, if anything. */
    Optional<String> fault(Exchange exchange) {
        return fault(
                exchange.header(TIMESTAMP),
                exchange.header(NONCE),
                exchange.header(SIGNATURE),
                exchange.method(),
                exchange.target(),
                exchange.body);
    }

    private Optional<String> fault(
            String timestamp, String nonce, String signature, String method, String path, byte[] body) {
        if (timestamp.isEmpty() || nonce.isEmpty() || signature.isEmpty()) {
            return Optional.of("unsigned");
        }
        var expected = sign(timestamp, nonce, method, path, body);
        if (!MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.US_ASCII))) {
            return Optional.of("wrong-signature");
        }
        var sent = Instant.ofEpochMilli(Long.parseLong(timestamp));
        if (Duration.between(sent, clock.instant()).abs().compareTo(WINDOW) > 0) {
            return Optional.of("clock-skew");
        }
        nonces.values().removeIf(seen -> seen.isBefore(clock.instant().minus(WINDOW.multipliedBy(2))));
        return nonces.putIfAbsent(nonce, sent) == null ? Optional.empty() : Optional.of("replayed");
    }

    private String sign(String timestamp, String nonce, String method, String path, byte[] body) {
        return Sm3.hmacHex(secret, String.join("\n", timestamp, nonce, method, path, Sm3.hex(body)));
    }
}
