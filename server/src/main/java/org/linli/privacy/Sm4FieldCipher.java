package org.linli.privacy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.linli.access.PersonalSeal;
import org.springframework.stereotype.Component;

/** SM4-GCM with a random nonce; the sealed form is {@code k<key>.<nonce, ciphertext and tag in base64url>}. */
@Component
class Sm4FieldCipher implements FieldCipher, PersonalSeal {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Keystore keystore;

    Sm4FieldCipher(Keystore keystore) {
        this.keystore = keystore;
    }

    @Override
    public String seal(String context, String plain) {
        return seal(context, Sm3.bytes(plain));
    }

    @Override
    public String seal(String context, byte[] plain) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var number = keystore.newestNumber(Keystore.FIELD);
        var key = keystore.key(Keystore.name(Keystore.FIELD, number)).orElseThrow();
        try {
            var sealed = run(true, key, nonce, context, plain, 0);
            System.arraycopy(nonce, 0, sealed, 0, NONCE);
            return prefix(number) + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String open(String context, String sealed) {
        return new String(openBytes(context, sealed), StandardCharsets.UTF_8);
    }

    @Override
    public byte[] openBytes(String context, String sealed) {
        var dot = sealed.indexOf('.');
        if (dot < 2 || sealed.charAt(0) != 'k') {
            throw new IllegalStateException("not a sealed value of " + context);
        }
        var name = Keystore.FIELD + "-" + sealed.substring(1, dot);
        var key = keystore.key(name)
                .orElseThrow(() -> new IllegalStateException("key " + name + " is not in the keystore"));
        try {
            var bytes = Base64.getUrlDecoder().decode(sealed.substring(dot + 1));
            var nonce = Arrays.copyOf(bytes, NONCE);
            return run(false, key, nonce, context, bytes, NONCE);
        } catch (InvalidCipherTextException | IllegalArgumentException e) {
            throw new IllegalStateException("a sealed value of " + context + " was altered or moved", e);
        }
    }

    /** Beginning of every value sealed under a key. */
    static String prefix(int key) {
        return "k" + key + ".";
    }

    private static byte[] run(boolean sealing, byte[] key, byte[] nonce, String context, byte[] in, int from)
            throws InvalidCipherTextException {
        var cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(sealing, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, Sm3.bytes(context)));
        var before = sealing ? NONCE : 0;
        var out = new byte[before + cipher.getOutputSize(in.length - from)];
        var length = before + cipher.processBytes(in, from, in.length - from, out, before);
        length += cipher.doFinal(out, length);
        return length == out.length ? out : Arrays.copyOf(out, length);
    }
}
