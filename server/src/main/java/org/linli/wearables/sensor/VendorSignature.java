package org.linli.wearables.sensor;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a vendor's platform signs: HMAC-SHA256 over the time of sending in milliseconds since 1970, a line feed and the
 * body, as 64 lower-case hex digits. It is not SM3 as on the department lines: platforms of many vendors have SHA-256 and
 * no other.
 */
record VendorSignature(String name, String timestamp, String value) {

    static final String VENDOR = "X-Linli-Vendor";
    static final String TIMESTAMP = "X-Linli-Timestamp";
    static final String SIGNATURE = "X-Linli-Signature";
    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final Pattern ID = Pattern.compile("\\d{1,9}");
    private static final Pattern MILLIS = Pattern.compile("\\d{1,15}");

    /** The number it was given on the desk; empty for what is none. */
    Optional<Integer> vendor() {
        return Optional.of(name).filter(said -> ID.matcher(said).matches()).map(Integer::valueOf);
    }

    boolean isGenuine(String key, byte[] body) {
        return MessageDigest.isEqual(
                compute(key, timestamp, body).getBytes(StandardCharsets.US_ASCII),
                value.getBytes(StandardCharsets.US_ASCII));
    }

    boolean isTimely(Instant now) {
        return MILLIS.matcher(timestamp).matches()
                && Duration.between(Instant.ofEpochMilli(Long.parseLong(timestamp)), now)
                                .abs()
                                .compareTo(WINDOW)
                        <= 0;
    }

    static String compute(String key, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            mac.update((timestamp + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
