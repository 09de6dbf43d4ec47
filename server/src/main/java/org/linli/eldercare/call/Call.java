package org.linli.eldercare.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.linli.shared.DivisionCode;

/**
 * Call (来电).
 *
 * @param division the area whose desks hear it
 * @param caller empty for one who hides the number, and once it is too old to be kept
 * @param called the line that was dialled
 * @param heardAt when the last event came, by the server's clock
 * @param person record of the base that the operator found it to be about
 */
record Call(
        UUID id,
        DivisionCode division,
        CallStory story,
        Optional<String> caller,
        Optional<String> called,
        Optional<String> recording,
        Instant heardAt,
        Optional<Claim> claim,
        Optional<UUID> person,
        Optional<Closing> closing) {

    /**
     * Who looks after it.
     *
     * @param beatAt when their desk was last there
     */
    record Claim(Instant at, UUID posting, String name, Instant beatAt) {

        /** How long a call may be taken back from whoever was quicker, without a reason. */
        static final Duration GRACE = Duration.ofSeconds(20);

        /** A desk that was not heard of for so long is gone: its calls may be claimed by others. */
        static final Duration BEAT = Duration.ofSeconds(45);

        boolean isFresh(Instant now) {
            return !now.isAfter(at.plus(GRACE));
        }

        boolean isStale(Instant now) {
            return now.isAfter(beatAt.plus(BEAT));
        }
    }

    /** What came of it. */
    enum Outcome {
        /** The caller knows what they wanted to know. */
        ANSWERED,
        /** They were told who else helps. */
        REFERRED,
        /** 110, 119 or 120 was called. */
        EMERGENCY,
        /** Wrong number, or silence. */
        NO_MATTER,
        /** It was missed, and somebody called back and reached them. */
        CALLED_BACK,
        /** It was missed, and the caller reached the desk later. */
        CAME_AGAIN,
        /** Somebody answered it, and nobody wrote about it within a day. */
        UNNOTED;

        /** Whether an operator may choose it for a call that was answered. */
        boolean isChosen() {
            return this == ANSWERED || this == REFERRED || this == EMERGENCY || this == NO_MATTER;
        }
    }

    record Closing(Instant at, Outcome outcome) {}
}
