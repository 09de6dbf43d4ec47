package org.linli.eldercare.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallStoryTests {

    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");
    private static final int CALLS = 500;

    @ParameterizedTest
    @CsvSource({
        "RINGING, RINGING",
        "RINGING QUEUED, QUEUED",
        "QUEUED RINGING, RINGING",
        "RINGING ANSWERED, TALKING",
        "RINGING ANSWERED HELD, HELD",
        "RINGING ANSWERED HELD ANSWERED, TALKING",
        "RINGING ANSWERED TRANSFERRED, RINGING",
        "RINGING ANSWERED ENDED, ENDED",
        "RINGING ANSWERED TRANSFERRED ABANDONED, ENDED",
        "RINGING ABANDONED, MISSED",
        "QUEUED ENDED, MISSED",
        "ANSWERED, TALKING",
        "ABANDONED ANSWERED, MISSED"
    })
    void comesTo(String kinds, CallState state) {
        assertThat(CallStory.of(events(kinds.split(" "))).state()).isEqualTo(state);
    }

    @Test
    void tellsWhenSomebodyFirstSpokeAndWhenItEnded() {
        var story = CallStory.of(events("RINGING", "ANSWERED", "HELD", "ANSWERED", "ENDED", "HELD"));
        assertThat(story.startedAt()).isEqualTo(NINE);
        assertThat(story.answeredAt()).contains(NINE.plusSeconds(1));
        assertThat(story.endedAt()).contains(NINE.plusSeconds(4));
    }

    @Test
    void isWithWhomeverItWasTransferredTo() {
        var ringing = new CallEvent(0, CallEvent.Kind.RINGING, NINE, Optional.of("care"), Optional.empty());
        var answered = new CallEvent(1, CallEvent.Kind.ANSWERED, NINE, Optional.empty(), Optional.of("801"));
        var transferred = new CallEvent(2, CallEvent.Kind.TRANSFERRED, NINE, Optional.empty(), Optional.of("802"));
        var story = CallStory.of(List.of(transferred, answered, ringing));
        assertThat(story.agent()).contains("802");
        assertThat(story.queue()).contains("care");
    }

    /** Whatever comes late, the story is the one of the events in their places. */
    @Test
    void isTheSameInWhateverOrderTheEventsCome() {
        var random = new Random(12349);
        for (var call = 0; call < CALLS; call++) {
            var events = new ArrayList<CallEvent>();
            for (var seq = 0; seq < 1 + random.nextInt(8); seq++) {
                var kinds = CallEvent.Kind.values();
                events.add(new CallEvent(
                        seq,
                        kinds[random.nextInt(kinds.length)],
                        NINE.plusSeconds(random.nextInt(60)),
                        Optional.of("q" + random.nextInt(2)).filter(queue -> random.nextBoolean()),
                        Optional.of("80" + random.nextInt(3)).filter(agent -> random.nextBoolean())));
            }
            var inOrder = CallStory.of(events);
            Collections.shuffle(events, random);
            assertThat(CallStory.of(events)).as("%s", events).isEqualTo(inOrder);
            assertThat(inOrder.endedAt().isPresent()).isEqualTo(inOrder.state().isOver());
            assertThat(inOrder.state() == CallState.MISSED
                            && inOrder.answeredAt().isPresent())
                    .isFalse();
        }
    }

    private static List<CallEvent> events(String... kinds) {
        var events = new ArrayList<CallEvent>();
        for (var kind : kinds) {
            var seq = events.size();
            events.add(new CallEvent(
                    seq, CallEvent.Kind.valueOf(kind), NINE.plusSeconds(seq), Optional.empty(), Optional.empty()));
        }
        return events;
    }
}
