package org.linli.shared;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How platforms of vendors and telephone systems sign what they send: HMAC-SHA256 over the time of sending in milliseconds
 * since 1970, a line feed and the body, as 64 lower-case hex digits. It is not SM3 as on the department lines: what many
 * vendors make has SHA-256 and no other.
 *
 * @param timestamp when it was sent, by the sender's clock
 * @param value what the sender computed
 */
public record BodySignature(String timestamp, String value) {

    public static final String TIMESTAMP = "X-Linli-Timestamp";
    public static final String SIGNATURE = "X-Linli-Signature";

    /** How far the sender's clock may be off. */
    public static final Duration WINDOW = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern MILLIS = Pattern.compile("\\d{1,15}");

    public boolean isGenuine(String key, byte[] body) {
        return MessageDigest.isEqual(
                compute(key, timestamp, body).getBytes(StandardCharsets.US_ASCII),
                value.getBytes(StandardCharsets.US_ASCII));
    }

    public boolean isTimely(Instant now) {
        return MILLIS.matcher(timestamp).matches()
                && Duration.between(Instant.ofEpochMilli(Long.parseLong(timestamp)), now)
                                .abs()
                                .compareTo(WINDOW)
                        <= 0;
    }

    public static String compute(String key, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), ALGORITHM));
            mac.update((timestamp + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
