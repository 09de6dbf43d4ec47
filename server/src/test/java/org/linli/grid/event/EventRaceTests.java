package org.linli.grid.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.linli.casework.ActOnCase;
import org.linli.casework.Cases;
import org.linli.casework.CaseworkReason;
import org.linli.shared.Refusal;
import org.linli.shared.RepeatedRequest;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Several people, or one who clicks twice, at the same moment. */
@LinliTest
class EventRaceTests extends GridTests {

    private static final int ROUNDS = 8;

    @Autowired
    Cases cases;

    @Test
    void letsOneOfTwoWin() throws InterruptedException {
        for (var round = 0; round < ROUNDS; round++) {
            var event = reported(STAIRWELL);
            var outcomes = atOnce(
                    () -> acts.act(
                            committee,
                            ActOnEvent.of(event.id(), "ACCEPT", key()).seen(1)),
                    () -> acts.act(
                            dispatcher,
                            ActOnEvent.of(event.id(), "REJECT", key())
                                    .note("不属实")
                                    .seen(1)));
            assertThat(outcomes).containsExactlyInAnyOrder("done", CaseworkReason.STALE_REVISION.key());
            assertThat(state(event)).isIn("ACCEPTED", "REJECTED");
        }
    }

    @Test
    void answersADoubleClickAlike() throws InterruptedException {
        for (var round = 0; round < ROUNDS; round++) {
            var report = report(STAIRWELL, somewhere());
            Callable<Object> send = () -> RepeatedRequest.answer(() -> reporting.report(worker, report));
            assertThat(atOnce(send, send)).containsExactly("done", "done");
            var key = key();
            Callable<Object> accept = () -> acts.act(committee, ActOnEvent.of(report.id(), "ACCEPT", key));
            assertThat(atOnce(accept, accept)).containsExactly("done", "done");
            assertThat(event(report.id()).standing().revision()).isEqualTo(2);
        }
    }

    /** The event desk and the general case page lock the same rows in the same order. */
    @Test
    void neverStandsInItsOwnWay() throws InterruptedException {
        for (var round = 0; round < ROUNDS; round++) {
            var event = reported(STAIRWELL);
            var outcomes = atOnce(
                    () -> acts.act(
                            committee,
                            ActOnEvent.of(event.id(), "ACCEPT", key()).seen(1)),
                    () -> cases.act(committee, new ActOnCase(event.caseId(), 1, "claim", "", Map.of(), key())));
            assertThat(outcomes).containsExactlyInAnyOrder("done", CaseworkReason.STALE_REVISION.key());
        }
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    /** What each came to: done, or the key of its refusal. */
    private static List<String> atOnce(Callable<Object> one, Callable<Object> other) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var outcomes = new ArrayList<String>();
            for (var future : threads.invokeAll(List.of(one, other))) {
                try {
                    future.get();
                    outcomes.add("done");
                } catch (ExecutionException failed) {
                    outcomes.add(
                            failed.getCause() instanceof Refusal refusal
                                    ? refusal.reason().key()
                                    : String.valueOf(failed.getCause()));
                }
            }
            return outcomes;
        }
    }
}
