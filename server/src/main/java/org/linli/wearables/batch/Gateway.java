package org.linli.wearables.batch;

/** Where the protocols hand over what devices say (接入). */
public interface Gateway {

    /** @return false when too much waits: the connection reads no further and comes again a little later */
    boolean take(Message message, Sender sender);
}
