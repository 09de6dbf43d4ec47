package org.linli.eldercare.call;

import java.time.Instant;
import java.util.Optional;

/**
 * What a telephone system says of a call (话务事件).
 *
 * @param seq its place among the events of the call, whenever it comes
 * @param at by the telephone system's clock
 * @param queue where the call waits
 * @param agent extension that answers, or that it is transferred to
 */
record CallEvent(long seq, Kind kind, Instant at, Optional<String> queue, Optional<String> agent) {

    /** What happened. */
    enum Kind {
        RINGING,
        QUEUED,
        /** Somebody speaks with the caller, for the first time or after a hold. */
        ANSWERED,
        HELD,
        /** It rings at somebody else. */
        TRANSFERRED,
        ENDED,
        /** The caller gave up before anybody answered. */
        ABANDONED
    }

    /** Whether it is the same event, said again. */
    boolean isRepeatedBy(CallEvent other) {
        return seq == other.seq
                && kind == other.kind
                && at.equals(other.at)
                && queue.equals(other.queue)
                && agent.equals(other.agent);
    }
}
