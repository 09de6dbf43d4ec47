package org.linli.notify;

import java.util.UUID;

/** Channel (渠道): one way to reach somebody. A bean of it is asked for every recipient it takes. */
interface Channel {

    /** Which channel a delivery is stored under. */
    enum Kind {
        PAGE,
        SMS
    }

    /**
     * What is to be delivered.
     *
     * @param id the same at every try, so that the far end can drop repetitions
     */
    record Message(UUID id, Notices.Recipient to, String text) {}

    /** How a try went. */
    sealed interface Outcome {
        /** It arrived; {@code receipt} is what the far end calls it. */
        record Sent(String receipt) implements Outcome {}

        /** Worth another try. */
        record NotNow(String why) implements Outcome {}

        /** No further try can succeed. */
        record Never(String why) implements Outcome {}

        /** The channel is not set up; said so rather than pretended sent. */
        record NoChannel() implements Outcome {}
    }

    Kind kind();

    Outcome deliver(Message message);
}
