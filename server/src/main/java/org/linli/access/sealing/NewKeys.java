package org.linli.access.sealing;

/** The keys now in use, as far as a table's values must be put under them. */
public interface NewKeys {

    /** Beginning of every value sealed under the key in use. */
    String sealedPrefix();

    /** Beginning of every index made under the key in use. */
    byte[] indexPrefix();

    /** The same value under the key in use. */
    String sealedAnew(String context, String sealed);

    /** The index of a sealed value under the key in use. */
    byte[] indexOf(String purpose, String context, String sealed);
}
