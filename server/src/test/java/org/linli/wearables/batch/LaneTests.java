package org.linli.wearables.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LaneTests {

    /** A thread may run before whoever started it goes on: it works all the same. */
    @Test
    void worksHoweverSoonItsThreadRuns() throws Exception {
        for (var n = 0; n < 2_000; n++) {
            var stored = new CountDownLatch(1);
            var lane = new Lane(1, 1, Duration.ZERO, batch -> stored.countDown());
            lane.start("lane-" + n);
            lane.offer(new Lane.Waiting(said(), new Nobody()));
            assertThat(stored.await(30, TimeUnit.SECONDS)).as("lane %s", n).isTrue();
            lane.stop();
        }
    }

    private static Message said() {
        return new Message(
                "000000000001",
                Instant.EPOCH,
                Instant.EPOCH,
                OptionalInt.empty(),
                Optional.empty(),
                List.of(),
                Set.of(),
                Optional.empty());
    }

    private static final class Nobody implements Sender {

        @Override
        public void answer(byte[] bytes) {}

        @Override
        public void refuse() {}
    }
}
