package org.linli.counter.hall;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From the call to the last word at the window (叫号与办理). */
@Service
class CallingVisits {

    private final VisitRows visits;
    private final WindowRows windows;
    private final ErrandRows errands;
    private final RatingRows ratings;
    private final Stations stations;
    private final AuditTrail audit;
    private final Clock clock;

    CallingVisits(
            VisitRows visits,
            WindowRows windows,
            ErrandRows errands,
            RatingRows ratings,
            Stations stations,
            AuditTrail audit,
            Clock clock) {
        this.visits = visits;
        this.windows = windows;
        this.errands = errands;
        this.ratings = ratings;
        this.stations = stations;
        this.audit = audit;
        this.clock = clock;
    }

    /** A finished visit and the code under which the visitor may rate it. */
    record Finished(Visit visit, String ratingCode) {}

    /**
     * Calls the next visitor to the posting's window; empty when nobody waits. A window that has a visitor is answered
     * with that one, so that a double click or a request sent again calls nobody else.
     */
    @Transactional
    public Optional<Visit> takeNext(Acting by, String key) {
        by.require(HallWords.CALL);
        var posting = by.posting().value();
        var taken = windows.takeNext(posting, by.name(), LocalDate.now(clock), clock.instant(), key);
        if (taken.isPresent()) {
            note(by, taken.get());
            return taken;
        }
        var present = visits.servedBy(posting);
        if (present.isEmpty()) {
            windows.of(posting)
                    .filter(window -> window.state() == WindowRows.State.OPEN)
                    .orElseThrow(() -> Refusal.because(HallReason.WINDOW_NOT_OPEN));
        }
        return present;
    }

    private void note(Acting by, Visit visit) {
        audit.note(by, HallWords.CALL, "counter.visit:" + visit.id(), Map.of("ticket", visit.ticket()));
    }

    @Transactional
    public Visit callAgain(Acting by, UUID id, int revision, String key) {
        return atWindow(by, id, key, visit -> visits.callAgain(id, revision, key));
    }

    @Transactional
    public Visit arrive(Acting by, UUID id, int revision, String key) {
        return atWindow(by, id, key, visit -> visits.arrive(id, revision, key, clock.instant()));
    }

    /** Nobody came: the ticket may come back once, at its old place. */
    @Transactional
    public Visit miss(Acting by, UUID id, int revision, String key) {
        return atWindow(by, id, key, visit -> {
            windows.free(id, visit.station());
            return visits.miss(id, revision, key, clock.instant());
        });
    }

    /** Hands the visitor on to a window, or to whichever is free first. */
    @Transactional
    public Visit handOn(Acting by, UUID id, int revision, String key, @Nullable Integer window) {
        return atWindow(by, id, key, visit -> {
            if (window != null) {
                windows.at(visit.station()).stream()
                        .filter(other -> other.number() == window && other.posting() != null)
                        .findFirst()
                        .orElseThrow(() -> Refusal.ofField("window", HallReason.WINDOW_NOT_AT_WORK, window));
            }
            windows.free(id, visit.station());
            return visits.handOn(id, revision, key, window);
        });
    }

    /** Ends the visit, frees the window and makes the code for rating it. */
    @Transactional
    public Finished finish(Acting by, UUID id, int revision, String key) {
        var finished = atWindow(by, id, key, visit -> {
            windows.free(id, visit.station());
            return visits.finish(id, revision, key, clock.instant());
        });
        return new Finished(
                finished, rated(finished).or(() -> ratings.codeOf(id)).orElseThrow());
    }

    /** The code of a visit that was finished just now, which counts for the station's pace; empty when it has one. */
    private Optional<String> rated(Visit finished) {
        if (finished.calledAt() == null || finished.finishedAt() == null) {
            return Optional.empty();
        }
        var seconds =
                finished.finishedAt().getEpochSecond() - finished.calledAt().getEpochSecond();
        var made = ratings.make(BookingVisits.code(8), finished, clock.instant());
        made.ifPresent(code -> errands.pace(finished.station(), seconds));
        return made;
    }

    /** Back into the queue after a missed call; the desk does it when the visitor turns up. */
    @Transactional
    public Visit takeBack(Acting by, UUID id, int revision, String key) {
        return atDesk(by, id, key, visit -> visits.takeBack(id, revision, key));
    }

    /** The visitor does not want to wait any longer. */
    @Transactional
    public Visit leave(Acting by, UUID id, int revision, String key) {
        return atDesk(by, id, key, visit -> visits.leave(id, revision, key, clock.instant()));
    }

    private interface Act {
        Optional<Visit> on(Visit visit);
    }

    private Visit atWindow(Acting by, UUID id, String key, Act act) {
        by.require(HallWords.CALL);
        var visit = find(id);
        if (key.equals(visit.lastKey())) {
            return visit;
        }
        if (visit.isAtWindow() && !visit.isServedBy(by.posting())) {
            throw Refusal.because(HallReason.VISIT_OTHER_WINDOW, visit.ticket());
        }
        return done(visit, act);
    }

    private Visit atDesk(Acting by, UUID id, String key, Act act) {
        var visit = find(id);
        stations.require(by, HallWords.CHECK_IN, visit.station());
        return key.equals(visit.lastKey()) ? visit : done(visit, act);
    }

    /** The row is changed only as it was seen; otherwise the refusal undoes what went before in this transaction. */
    private Visit done(Visit before, Act act) {
        return act.on(before).orElseThrow(() -> refusal(find(before.id())));
    }

    private static Refusal refusal(Visit now) {
        return now.isAtWindow() || now.state() == VisitState.WAITING
                ? Refusal.because(HallReason.VISIT_MOVED_ON, now.ticket())
                : Refusal.because(HallReason.VISIT_STATE, now.ticket());
    }

    private Visit find(UUID id) {
        return visits.find(id).orElseThrow(() -> Refusal.because(HallReason.VISIT_UNKNOWN));
    }
}
