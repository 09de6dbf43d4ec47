package org.linli.counter.hall;

import java.time.Clock;
import java.util.Map;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.area.Areas;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opening, pausing and closing a window by the clerk who sits there. */
@Service
class WorkingWindows {

    private final WindowRows windows;
    private final VisitRows visits;
    private final Stations stations;
    private final Areas areas;
    private final AuditTrail audit;
    private final Clock clock;

    WorkingWindows(
            WindowRows windows, VisitRows visits, Stations stations, Areas areas, AuditTrail audit, Clock clock) {
        this.windows = windows;
        this.visits = visits;
        this.stations = stations;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opens a window of the posting's own station, or goes on after a pause; opening it twice changes nothing. */
    @Transactional
    public void open(Acting by, int number) {
        var station = by.unit().value();
        stations.require(by, HallWords.OPEN, station);
        if (areas.windows(by.unit()).stream().noneMatch(window -> window.number() == number && window.active())) {
            throw Refusal.because(HallReason.WINDOW_UNKNOWN, number);
        }
        var posting = by.posting().value();
        var mine = windows.of(posting);
        if (mine.isPresent()
                && (mine.get().number() != number || !mine.get().station().equals(station))
                && !windows.close(posting, clock.instant())) {
            throw Refusal.because(HallReason.WINDOW_STILL_SERVING, mine.get().number());
        }
        if (!windows.open(station, number, posting, by.name(), clock.instant())) {
            throw Refusal.because(HallReason.WINDOW_TAKEN, number);
        }
        audit.note(by, HallWords.OPEN, "counter.window:" + station + "/" + number, Map.of());
    }

    /** Nobody more is called; whoever is at the window is still served. */
    @Transactional
    public void pause(Acting by, String note) {
        by.require(HallWords.OPEN);
        if (!windows.pause(by.posting().value(), note, clock.instant())) {
            throw Refusal.because(HallReason.WINDOW_NOT_OPEN);
        }
    }

    /** Closes the posting's window; closing it twice changes nothing. */
    @Transactional
    public void close(Acting by) {
        by.require(HallWords.OPEN);
        var mine = windows.of(by.posting().value());
        if (mine.isEmpty()) {
            return;
        }
        if (!windows.close(by.posting().value(), clock.instant())) {
            throw Refusal.because(HallReason.WINDOW_STILL_SERVING, mine.get().number());
        }
        visits.releaseFrom(mine.get().station(), mine.get().number());
        audit.note(
                by,
                "counter.window.close",
                "counter.window:" + mine.get().station() + "/" + mine.get().number(),
                Map.of());
    }
}
