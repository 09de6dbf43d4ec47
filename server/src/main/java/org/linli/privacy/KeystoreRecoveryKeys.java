package org.linli.privacy;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.springframework.stereotype.Component;

/** The pair in the keystore, made when a phone first asks for it; like the key of the chain it is never rotated. */
@Component
class KeystoreRecoveryKeys implements RecoveryKeys {

    private static final int BITS = 3072;

    private static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private final Keystore keystore;

    KeystoreRecoveryKeys(Keystore keystore) {
        this.keystore = keystore;
    }

    @Override
    public byte[] publicKey() {
        try {
            var own = (RSAPrivateCrtKey) privateKey();
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(own.getModulus(), own.getPublicExponent()))
                    .getEncoded();
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    @Override
    public Optional<byte[]> unwrap(byte[] wrapped) {
        try {
            var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(Cipher.DECRYPT_MODE, privateKey(), OAEP);
            return Optional.of(cipher.doFinal(wrapped));
        } catch (GeneralSecurityException notWrappedWithIt) {
            return Optional.empty();
        }
    }

    private PrivateKey privateKey() throws GeneralSecurityException {
        var encoded = keystore.keyOrFirst(Keystore.RECOVERY, KeystoreRecoveryKeys::freshPair);
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    private static byte[] freshPair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair().getPrivate().getEncoded();
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
