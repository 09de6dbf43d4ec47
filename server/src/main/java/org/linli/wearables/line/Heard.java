package org.linli.wearables.line;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.wearables.batch.Message;

/** What came to be heard on a connection. */
public sealed interface Heard {

    /**
     * To be stored. Where several messages came as one, each bears the answer, and it is sent once all are stored.
     *
     * @param refusal sent before the connection ends, when nobody registered the device
     * @param trusted whether the device may be told things from now on by this connection
     */
    record Said(List<Message> messages, Optional<byte[]> refusal, boolean trusted) implements Heard {}

    /**
     * To be answered at once, because nothing of it is stored.
     *
     * @param last whether the connection then ends
     */
    record Reply(byte[] bytes, boolean last) implements Heard {}

    /** It asks to be let in: the answers for a device that somebody registered, and for any other, which ends the connection. */
    record Knock(String device, byte[] welcome, byte[] refusal) implements Heard {}

    /**
     * A device answered what it was told.
     *
     * @param done whether it does it
     */
    record Obeyed(UUID order, boolean done) implements Heard {}

    /**
     * Something that cannot be read, or that is not listened to.
     *
     * @param start its first bytes
     */
    record Broken(Fault fault, byte[] start) implements Heard {

        /** How much of it is looked at. */
        private static final int START = 64;

        public static Broken of(Fault fault, byte[] bytes, int from, int to) {
            return new Broken(fault, java.util.Arrays.copyOfRange(bytes, from, Math.min(to, from + START)));
        }
    }
}
