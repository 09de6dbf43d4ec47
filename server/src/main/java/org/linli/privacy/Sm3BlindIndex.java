package org.linli.privacy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * HMAC-SM3 under the index key, behind two bytes that number the key; values are compared without surrounding blanks and in
 * upper case.
 */
@Component
class Sm3BlindIndex implements BlindIndex {

    private static final byte[] SEPARATOR = {0};

    private final Keystore keystore;

    Sm3BlindIndex(Keystore keystore) {
        this.keystore = keystore;
    }

    @Override
    public byte[] of(String purpose, String value) {
        return under(keystore.newestNumber(Keystore.INDEX), purpose, value);
    }

    @Override
    public List<byte[]> every(String purpose, String value) {
        var newest = keystore.newestNumber(Keystore.INDEX);
        return IntStream.iterate(newest, number -> number > 0, number -> number - 1)
                .filter(number -> number == newest || keystore.holds(Keystore.name(Keystore.INDEX, number)))
                .mapToObj(number -> under(number, purpose, value))
                .toList();
    }

    private byte[] under(int number, String purpose, String value) {
        var key = keystore.key(Keystore.name(Keystore.INDEX, number)).orElseThrow();
        var prefix = prefix(number);
        var code = hmac(key, purpose, value);
        var index = Arrays.copyOf(prefix, prefix.length + code.length);
        System.arraycopy(code, 0, index, prefix.length, code.length);
        return index;
    }

    static byte[] hmac(byte[] key, String purpose, String value) {
        var normalised = value.strip().toUpperCase(Locale.ROOT);
        return Sm3.hmac(key, Sm3.bytes(purpose), SEPARATOR, Sm3.bytes(normalised));
    }

    /** Beginning of every index under a key. */
    static byte[] prefix(int key) {
        return new byte[] {(byte) (key >> 8), (byte) key};
    }
}
