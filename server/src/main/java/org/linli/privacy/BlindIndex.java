package org.linli.privacy;

/** Equality search over sealed fields: HMAC-SM3 of the normalised value under a key outside the database. */
public interface BlindIndex {

    /** @param purpose separates the indexes of different kinds of value, such as {@code id-number} and {@code phone} */
    byte[] of(String purpose, String value);
}
