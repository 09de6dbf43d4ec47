package org.linli.privacy;

import org.springframework.stereotype.Component;

/** HMAC-SM3 under the index key; values are compared without surrounding blanks and in upper case. */
@Component
class Sm3BlindIndex implements BlindIndex {

    private static final byte[] SEPARATOR = {0};

    private final Keystore keystore;

    Sm3BlindIndex(Keystore keystore) {
        this.keystore = keystore;
    }

    @Override
    public byte[] of(String purpose, String value) {
        var normalised = value.strip().toUpperCase(java.util.Locale.ROOT);
        return Sm3.hmac(keystore.newest(Keystore.INDEX), Sm3.bytes(purpose), SEPARATOR, Sm3.bytes(normalised));
    }
}
