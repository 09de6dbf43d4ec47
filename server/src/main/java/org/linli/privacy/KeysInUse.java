package org.linli.privacy;

import org.linli.access.sealing.NewKeys;
import org.springframework.stereotype.Component;

/** The keystore's newest keys, for putting stored values under them. */
@Component
class KeysInUse implements NewKeys {

    private final Keystore keystore;
    private final FieldCipher cipher;
    private final BlindIndex index;

    KeysInUse(Keystore keystore, FieldCipher cipher, BlindIndex index) {
        this.keystore = keystore;
        this.cipher = cipher;
        this.index = index;
    }

    @Override
    public String sealedPrefix() {
        return Sm4FieldCipher.prefix(keystore.newestNumber(Keystore.FIELD));
    }

    @Override
    public byte[] indexPrefix() {
        return Sm3BlindIndex.prefix(keystore.newestNumber(Keystore.INDEX));
    }

    @Override
    public String sealedAnew(String context, String sealed) {
        return cipher.seal(context, cipher.openBytes(context, sealed));
    }

    @Override
    public byte[] indexOf(String purpose, String context, String sealed) {
        return index.of(purpose, cipher.open(context, sealed));
    }
}
