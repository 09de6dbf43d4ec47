package org.linli.cardreader;

import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the reader shows now.
 *
 * @param number grows with every change, so that a waiting browser knows what it has seen
 */
record Reading(long number, State state, byte @Nullable [] textBlock, byte @Nullable [] photo) {

    /** What the reader is doing. */
    enum State {
        /** No line to the reader. */
        DISCONNECTED,
        /** Ready for a card. */
        WAITING,
        /** A card was read. */
        CARD,
        /** A card was laid down and could not be read. */
        UNREADABLE
    }

    String json() {
        return """
                {"number":%d,"state":"%s","textBlock":%s,"photo":%s,"photoType":%s}""".formatted(
                        number,
                        state.name().toLowerCase(Locale.ROOT),
                        base64(textBlock),
                        base64(photo),
                        photo == null ? "null" : isPng(photo) ? "\"image/png\"" : "\"application/x-wlt\"");
    }

    /** A real card's photo is in a format only its makers may decode; the simulator's is a plain PNG. */
    private static boolean isPng(byte[] photo) {
        return photo.length > 4 && photo[0] == (byte) 0x89 && photo[1] == 'P' && photo[2] == 'N' && photo[3] == 'G';
    }

    private static String base64(byte @Nullable [] bytes) {
        return bytes == null ? "null" : '"' + Base64.getEncoder().encodeToString(bytes) + '"';
    }
}
