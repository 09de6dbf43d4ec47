package org.linli.grid.event;

import java.util.UUID;

/**
 * A photo of an event.
 *
 * @param id of a photo from a phone the identifier the phone gave it, which also names its upload; of one from a desk its
 *     file
 */
public record Photo(UUID id, Stage stage, Origin origin) {

    /** What it shows. */
    public enum Stage {
        BEFORE,
        AFTER,
        /** Taken by whoever verified it. */
        CHECK,
        NOTE
    }

    /** Where its file is found. */
    public enum Origin {
        PHONE,
        DESK
    }
}
