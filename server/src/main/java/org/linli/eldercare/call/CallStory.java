package org.linli.eldercare.call;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the events of a call come to. They may come late and in any order: the story is told by their places, so that it is
 * the same whichever came first. Once a call is over, nothing that is said of it opens it again.
 *
 * @param startedAt when the first of them happened
 * @param answeredAt when somebody first spoke with the caller
 */
record CallStory(
        CallState state,
        Instant startedAt,
        Optional<Instant> answeredAt,
        Optional<Instant> endedAt,
        Optional<String> queue,
        Optional<String> agent) {

    /** @param events at least one */
    static CallStory of(List<CallEvent> events) {
        var inOrder =
                events.stream().sorted(Comparator.comparingLong(CallEvent::seq)).toList();
        var story = new CallStory(
                CallState.RINGING,
                inOrder.getFirst().at(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        for (var event : inOrder) {
            story = story.with(event);
        }
        return story;
    }

    private CallStory with(CallEvent event) {
        if (state.isOver()) {
            return this;
        }
        var next = next(event);
        return new CallStory(
                next,
                startedAt,
                event.kind() == CallEvent.Kind.ANSWERED ? answeredAt.or(() -> Optional.of(event.at())) : answeredAt,
                next.isOver() ? Optional.of(event.at()) : Optional.empty(),
                event.queue().or(() -> queue),
                event.agent().or(() -> agent));
    }

    private CallState next(CallEvent event) {
        return switch (event.kind()) {
            case RINGING, TRANSFERRED -> CallState.RINGING;
            case QUEUED -> CallState.QUEUED;
            case ANSWERED -> CallState.TALKING;
            case HELD -> CallState.HELD;
            case ENDED, ABANDONED -> answeredAt.isPresent() ? CallState.ENDED : CallState.MISSED;
        };
    }
}
