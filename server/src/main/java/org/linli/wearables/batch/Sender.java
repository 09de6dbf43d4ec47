package org.linli.wearables.batch;

/** The connection a message came by. */
public interface Sender {

    /** Sends what the protocol answers; only called when what was said is committed. */
    void answer(byte[] bytes);

    /** Ends the connection: nobody registered the device, or what it said cannot be stored. */
    void refuse();
}
