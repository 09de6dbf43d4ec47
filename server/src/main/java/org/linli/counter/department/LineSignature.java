package org.linli.counter.department;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Signature of a request on a department line: HMAC-SM3 over timestamp, nonce, method, path and the body's digest. Who
 * alters any of them, or sends them later than {@link #WINDOW}, is refused; who sends them twice is caught by the nonce.
 */
record LineSignature(String timestamp, String nonce, String value) {

    static final String TIMESTAMP = "X-Linli-Timestamp";
    static final String NONCE = "X-Linli-Nonce";
    static final String SIGNATURE = "X-Linli-Signature";
    static final Duration WINDOW = Duration.ofMinutes(5);

    static LineSignature sign(String secret, Instant at, String method, String path, byte[] body) {
        var timestamp = Long.toString(at.toEpochMilli());
        var nonce = UUID.randomUUID().toString();
        return new LineSignature(timestamp, nonce, compute(secret, timestamp, nonce, method, path, body));
    }

    boolean isGenuine(String secret, String method, String path, byte[] body) {
        var expected = compute(secret, timestamp, nonce, method, path, body);
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), value.getBytes(StandardCharsets.US_ASCII));
    }

    boolean isTimely(Instant now) {
        if (!timestamp.matches("\\d{1,15}")) {
            return false;
        }
        var sent = Instant.ofEpochMilli(Long.parseLong(timestamp));
        return Duration.between(sent, now).abs().compareTo(WINDOW) <= 0;
    }

    static String digest(byte[] bytes) {
        var digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        var out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return HexFormat.of().formatHex(out);
    }

    private static String compute(
            String secret, String timestamp, String nonce, String method, String path, byte[] body) {
        var text =
                String.join("\n", timestamp, nonce, method, path, digest(body)).getBytes(StandardCharsets.UTF_8);
        var mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(secret.getBytes(StandardCharsets.UTF_8)));
        mac.update(text, 0, text.length);
        var out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return HexFormat.of().formatHex(out);
    }
}
