package org.linli.wearables.line;

import java.util.UUID;

/** Knows what devices are to be told, and hears what came of it; called on threads that must not wait. */
public interface OrderDesk {

    /** A device may be told things from now on. */
    void connected(String device);

    /** An order went to its device. */
    void sent(UUID order);

    /** The device answered, or its protocol has no words for it. */
    void answered(UUID order, boolean done);
}
