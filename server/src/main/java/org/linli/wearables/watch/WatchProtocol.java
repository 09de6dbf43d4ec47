package org.linli.wearables.watch;

import org.linli.wearables.line.Dialogue;
import org.linli.wearables.line.Protocol;

/** The text protocol. */
final class WatchProtocol implements Protocol {

    @Override
    public String key() {
        return "watch";
    }

    /** Twice the longest frame. */
    @Override
    public int garbage() {
        return 2 * WatchFrames.LONGEST;
    }

    @Override
    public Dialogue open() {
        return new WatchDialogue();
    }
}
