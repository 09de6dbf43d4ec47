package org.linli.privacy;

/**
 * Encryption of single fields with SM4-GCM (GB/T 32907) under a key that lives outside the database. The sealed form is
 * text and names its key, so that keys can be rotated while old values stay readable.
 */
public interface FieldCipher {

    /**
     * @param context what the field is, such as {@code counter.visitor.name}; a sealed value opens only under the same
     *     context, so that it cannot be moved to another column
     */
    String seal(String context, String plain);

    /** @throws IllegalStateException when the value was altered, or its key is not in the keystore */
    String open(String context, String sealed);

    /** The same for what is no text, such as a PDF. */
    String seal(String context, byte[] plain);

    byte[] openBytes(String context, String sealed);
}
