package org.linli.notify;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** HMAC-SM3 over time, nonce, method, path and the digest of the body, a line each; the form department lines use too. */
final class SmsSignature {

    private SmsSignature() {}

    static String of(String secret, String timestamp, String nonce, String path, byte[] body) {
        var digest = new SM3Digest();
        digest.update(body, 0, body.length);
        var sum = new byte[digest.getDigestSize()];
        digest.doFinal(sum, 0);
        var text = String.join(
                        "\n", timestamp, nonce, "POST", path, HexFormat.of().formatHex(sum))
                .getBytes(StandardCharsets.UTF_8);
        var mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(secret.getBytes(StandardCharsets.UTF_8)));
        mac.update(text, 0, text.length);
        var signature = new byte[mac.getMacSize()];
        mac.doFinal(signature, 0);
        return HexFormat.of().formatHex(signature);
    }
}
