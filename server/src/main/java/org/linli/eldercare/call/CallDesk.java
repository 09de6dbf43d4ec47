package org.linli.eldercare.call;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.eldercare.EldercareReason;
import org.linli.eldercare.EldercareWords;
import org.linli.registry.People;
import org.linli.registry.PersonId;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets one operator look after each call, until what came of it is known. */
@Service
class CallDesk {

    private final CallRows rows;
    private final People people;
    private final LiveCalls live;
    private final AuditTrail audit;
    private final Clock clock;

    CallDesk(CallRows rows, People people, LiveCalls live, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.people = people;
        this.live = live;
        this.audit = audit;
        this.clock = clock;
    }

    /** The first who claims has it; also what somebody left whose desk is gone. */
    @Transactional
    void claim(Acting by, UUID id) {
        var call = open(by, id);
        var claim = call.claim();
        if (claim.isPresent() && !isMine(by, call)) {
            if (!claim.get().isStale(clock.instant())) {
                throw Refusal.because(
                        EldercareReason.CLAIMED_BY_ANOTHER, claim.get().name());
            }
            give(by, call, CallAct.Act.TAKEN, "");
        } else if (claim.isEmpty()) {
            give(by, call, CallAct.Act.CLAIMED, "");
        }
    }

    /** Takes it from somebody: freely while it is fresh, afterwards for a supervisor with a reason. */
    @Transactional
    void take(Acting by, UUID id, String reason) {
        var call = open(by, id);
        if (call.claim().isEmpty() || isMine(by, call)) {
            claim(by, id);
            return;
        }
        var claim = call.claim().get();
        if (!claim.isFresh(clock.instant()) && !claim.isStale(clock.instant())) {
            by.require(EldercareWords.TAKE_CALLS, call.division());
            requireText(reason, "reason");
        }
        give(by, call, CallAct.Act.TAKEN, reason);
    }

    /** Somebody else may claim it; the note tells them what is known. */
    @Transactional
    void handOver(Acting by, UUID id, String note) {
        requireMine(by, open(by, id));
        requireText(note, "note");
        rows.release(id);
        done(by, id, CallAct.Act.HANDED_OVER, note);
    }

    @Transactional
    void note(Acting by, UUID id, String note) {
        requireMine(by, open(by, id));
        requireText(note, "note");
        done(by, id, CallAct.Act.NOTED, note);
    }

    /** It is about this person of the base. */
    @Transactional
    void name(Acting by, UUID id, UUID person) {
        requireMine(by, open(by, id));
        var found = people.person(new PersonId(person))
                .filter(one -> by.area().covers(one.division()))
                .orElseThrow(() -> Refusal.because(EldercareReason.UNKNOWN_PERSON));
        rows.name(id, found.id().value());
        done(by, id, CallAct.Act.NAMED, "");
    }

    /** Somebody called back a caller who was missed; once they were reached, it is closed. */
    @Transactional
    void calledBack(Acting by, UUID id, boolean reached, String note) {
        var call = open(by, id);
        requireMine(by, call);
        if (call.story().state() != CallState.MISSED) {
            throw Refusal.because(EldercareReason.CALL_NOT_MISSED);
        }
        if (reached) {
            requireText(note, "note");
            rows.close(id, Call.Outcome.CALLED_BACK, clock.instant());
        }
        done(by, id, reached ? CallAct.Act.REACHED : CallAct.Act.UNREACHED, note);
    }

    /** What came of it; only once the caller has hung up. */
    @Transactional
    void close(Acting by, UUID id, Call.Outcome outcome, String note) {
        var call = open(by, id);
        requireMine(by, call);
        if (!call.story().state().isOver()) {
            throw Refusal.because(EldercareReason.CALL_GOES_ON);
        }
        if (!outcome.isChosen()) {
            throw Refusal.because(EldercareReason.CALL_NOT_MISSED);
        }
        requireText(note, "note");
        rows.close(id, outcome, clock.instant());
        done(by, id, CallAct.Act.CLOSED, note);
    }

    /** The desk of somebody is there; what they look after stays theirs. */
    @Transactional
    void beat(Acting by) {
        by.require(EldercareWords.ANSWER_CALLS);
        rows.beat(by.posting().value(), clock.instant());
    }

    private Call open(Acting by, UUID id) {
        var call = rows.hold(id).orElseThrow(() -> Refusal.because(EldercareReason.UNKNOWN_CALL));
        by.require(EldercareWords.ANSWER_CALLS, call.division());
        if (call.closing().isPresent()) {
            throw Refusal.because(EldercareReason.CALL_CLOSED);
        }
        return call;
    }

    private void give(Acting by, Call call, CallAct.Act act, String note) {
        rows.claim(call.id(), by, clock.instant());
        done(by, call.id(), act, note);
    }

    private static void requireMine(Acting by, Call call) {
        if (!isMine(by, call)) {
            throw Refusal.because(EldercareReason.NOT_CLAIMED);
        }
    }

    static boolean isMine(Acting by, Call call) {
        return call.claim()
                .filter(claim -> claim.posting().equals(by.posting().value()))
                .isPresent();
    }

    private static void requireText(String text, String field) {
        if (text.isBlank()) {
            throw Refusal.ofField(field, EldercareReason.REASON_MISSING);
        }
    }

    private void done(Acting by, UUID id, CallAct.Act act, String note) {
        rows.note(id, act, by.posting().value(), by.name(), note, clock.instant());
        audit.note(by, EldercareWords.ANSWER_CALLS, "call:" + id, Map.of("act", act.name()));
        live.tellAfterCommit();
    }
}
