package org.linli.cardreader;

/** Blanks the nation in a text block before it leaves this machine: nobody behind it may have it. */
final class NationBlank {

    private static final int AT = 32;
    private static final int BYTES = 4;
    private static final int KIND_AT = 248;

    private NationBlank() {}

    /**
     * In the layouts I and Y the same bytes hold something else and stay; in every other one they are blanked, also in
     * one nobody knows.
     */
    static byte[] of(byte[] block) {
        var blanked = block.clone();
        var kind = block.length > KIND_AT ? block[KIND_AT] : 0;
        if (kind == 'I' || kind == 'Y') {
            return blanked;
        }
        for (var i = AT; i < Math.min(AT + BYTES, blanked.length); i++) {
            blanked[i] = (byte) ((i - AT) % 2 == 0 ? ' ' : 0);
        }
        return blanked;
    }
}
