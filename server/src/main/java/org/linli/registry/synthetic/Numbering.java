package org.linli.registry.synthetic;

import java.util.UUID;

/**
 * Identifiers that are the same for the same seed: of version 7 like the house's own, with a made-up moment. Every cell has
 * a second of its own, so that cells may be made apart and their rows still lie together.
 */
final class Numbering {

    /** 2026-01-01 in Baotou. */
    private static final long FIRST_MOMENT = 1_767_196_800_000L;

    private static final int MILLIS_A_BLOCK = 1000;

    private final long first;
    private final Dice dice;
    private long given;

    Numbering(int block, Dice dice) {
        this.first = (FIRST_MOMENT + (long) block * MILLIS_A_BLOCK) << 12;
        this.dice = dice;
    }

    UUID next() {
        var moment = first + given++;
        var high = ((moment >>> 12) << 16) | 0x7000L | (moment & 0x0FFFL);
        return new UUID(high, 0x8000_0000_0000_0000L | (dice.bits() & 0x3FFF_FFFF_FFFF_FFFFL));
    }
}
