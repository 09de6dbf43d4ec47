package org.linli.privacy;

import java.util.Arrays;
import java.util.List;

/** Equality search over sealed fields: HMAC-SM3 of the normalised value under a key outside the database. */
public interface BlindIndex {

    /** @param purpose separates the indexes of different kinds of value, such as {@code id-number} and {@code phone} */
    byte[] of(String purpose, String value);

    /**
     * The same under every key that stored indexes may still be under, the one in use first; what is looked for is looked
     * for under all of them, because keys are rotated while people work.
     */
    List<byte[]> every(String purpose, String value);

    /** Whether a stored index is of this value, under whichever key. */
    default boolean matches(String purpose, String value, byte[] index) {
        return every(purpose, value).stream().anyMatch(one -> Arrays.equals(one, index));
    }
}
