package org.linli.eldercare.call;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.linli.access.Acting;
import org.linli.eldercare.EldercareReason;
import org.linli.eldercare.trunk.Trunks;
import org.linli.eldercare.trunk.Trunks.Signer;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what telephone systems say of calls: once, however often it is said, and in its order, whenever it comes. */
@Service
class CallIntake {

    private final CallRows rows;
    private final Trunks trunks;
    private final Seats seats;
    private final LiveCalls live;
    private final Clock clock;

    CallIntake(CallRows rows, Trunks trunks, Seats seats, LiveCalls live, Clock clock) {
        this.rows = rows;
        this.trunks = trunks;
        this.seats = seats;
        this.live = live;
        this.clock = clock;
    }

    /** @throws Refusal when another event was taken under the same number */
    @Transactional
    void take(Signer trunk, CallWords said) {
        var now = clock.instant();
        var call = rows.holdOrMake(trunk, said, now);
        var events = rows.events(call.id());
        var known = events.stream()
                .filter(event -> event.seq() == said.event().seq())
                .findFirst();
        if (known.isPresent()) {
            if (!known.get().isRepeatedBy(said.event())) {
                throw Refusal.ofField(
                        "seq",
                        EldercareReason.EVENT_CONTRADICTS,
                        said.call(),
                        said.event().seq());
            }
            return;
        }
        rows.add(call.id(), said.event(), now);
        var story = CallStory.of(with(events, said.event()));
        rows.tell(call.id(), story, said, now);
        trunks.heard(trunk);
        if (events.stream().allMatch(event -> event.seq() < said.event().seq())
                && call.closing().isEmpty()) {
            follow(call, story, said.event(), now);
        }
        story.answeredAt()
                .ifPresent(reached -> said.caller()
                        .or(call::caller)
                        .ifPresent(caller -> rows.closeMissed(caller, trunk, reached, now)));
        live.tellAfterCommit();
    }

    /** A call is with whoever speaks on it; once it rings at somebody else it is nobody's. */
    private void follow(Call call, CallStory story, CallEvent latest, Instant now) {
        if (story.state() == CallState.TALKING) {
            latest.agent().flatMap(seats::holder).ifPresent(holder -> give(call, holder, now));
        }
        if (latest.kind() == CallEvent.Kind.TRANSFERRED && story.state() == CallState.RINGING) {
            call.claim().ifPresent(claim -> {
                rows.note(call.id(), CallAct.Act.HANDED_OVER, claim.posting(), claim.name(), "", now);
                rows.release(call.id());
            });
        }
    }

    private void give(Call call, Acting holder, Instant now) {
        var claimer = call.claim().map(Call.Claim::posting);
        if (claimer.equals(Optional.of(holder.posting().value()))) {
            return;
        }
        rows.claim(call.id(), holder, now);
        var act = claimer.isPresent() ? CallAct.Act.TAKEN : CallAct.Act.CLAIMED;
        rows.note(call.id(), act, holder.posting().value(), holder.name(), "", now);
    }

    private static List<CallEvent> with(List<CallEvent> events, CallEvent more) {
        return Stream.concat(events.stream(), Stream.of(more)).toList();
    }
}
