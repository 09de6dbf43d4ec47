package org.linli.privacy;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** HMAC over SM3 (GB/T 32905). */
final class Sm3 {

    private Sm3() {}

    static byte[] hmac(byte[] key, byte[]... parts) {
        var mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        for (var part : parts) {
            mac.update(part, 0, part.length);
        }
        var code = new byte[mac.getMacSize()];
        mac.doFinal(code, 0);
        return code;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
