package org.linli.casework.running;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.linli.casework.clock.CalendarChanged;
import org.linli.casework.clock.WorkingCalendars;
import org.linli.casework.procedure.Procedure;
import org.linli.casework.procedure.Procedures;
import org.linli.casework.running.RecountRows.History;
import org.linli.casework.running.RecountRows.Recount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the clocks of open cases anew after the calendar was changed, and says why on each timeline. The order is
 * written with the change itself. Cases go in small transactions, each with the place it reached, so that a recount that
 * is interrupted goes on where it was; a case somebody is at is left for later and never waited for.
 */
@Component
class Recounting {

    /** The action's name on the timeline. */
    static final String CLOCK_CHANGED = "clock-changed";

    private static final Logger LOG = LoggerFactory.getLogger(Recounting.class);
    private static final int BATCH = 100;

    /** Other processes look for a new calendar every ten seconds; until then they may still count on the old one. */
    private static final Duration UNTIL_ALL_KNOW = Duration.ofSeconds(15);

    private final RecountRows rows;
    private final CaseRows cases;
    private final TimelineRows timeline;
    private final ReminderRows reminders;
    private final Receipts receipts;
    private final HouseEntries entries;
    private final Procedures procedures;
    private final WorkingCalendars calendars;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Recounting(
            RecountRows rows,
            CaseRows cases,
            TimelineRows timeline,
            ReminderRows reminders,
            Receipts receipts,
            HouseEntries entries,
            Procedures procedures,
            WorkingCalendars calendars,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.timeline = timeline;
        this.reminders = reminders;
        this.receipts = receipts;
        this.entries = entries;
        this.procedures = procedures;
        this.calendars = calendars;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** In the transaction of the change: either both are there or none. */
    @EventListener
    void order(CalendarChanged change) {
        rows.order(change, change.at().plus(UNTIL_ALL_KNOW));
    }

    /** Takes every unfinished recount as far as it goes now. */
    void recountDue() {
        var unfinished = rows.unfinished(clock.instant());
        // All of them are in the calendar already, so the first to come to a case speaks for all.
        var why = unfinished.stream().map(Recount::why).distinct().collect(Collectors.joining("；"));
        for (var recount : unfinished) {
            var goesOn = !recount.swept();
            while (goesOn) {
                goesOn = sweep(recount, why);
            }
            retry(recount, why);
        }
    }

    /** @return whether there may be more */
    boolean sweep(Recount recount, String why) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> sweepBatch(recount, why)));
        } catch (RuntimeException fault) {
            LOG.warn("a batch of recount {} failed; its cases are counted one by one", recount.id(), fault);
            return Boolean.TRUE.equals(transaction.execute(status -> leaveBatch(recount)));
        }
    }

    private boolean sweepBatch(Recount recount, String why) {
        var reached = rows.lock(recount.id());
        if (reached.isEmpty()) {
            return false;
        }
        var ids = rows.openAfter(reached.get(), BATCH);
        if (ids.isEmpty()) {
            rows.swept(recount.id(), clock.instant());
            return false;
        }
        var free = cases.lockFree(ids);
        var busy = new ArrayList<>(ids);
        busy.removeAll(free);
        if (!busy.isEmpty()) {
            rows.leave(recount.id(), busy);
        }
        rows.reached(recount.id(), ids.getLast(), free.size(), recount(free, recount, why));
        return true;
    }

    private boolean leaveBatch(Recount recount) {
        var reached = rows.lock(recount.id());
        var ids = reached.map(after -> rows.openAfter(after, BATCH)).orElse(List.of());
        if (!ids.isEmpty()) {
            rows.leave(recount.id(), ids);
            rows.reached(recount.id(), ids.getLast(), 0, 0);
        }
        return !ids.isEmpty();
    }

    private void retry(Recount recount, String why) {
        for (var left : rows.left(recount.id())) {
            try {
                transaction.executeWithoutResult(status -> retry(recount, left, why));
            } catch (RuntimeException fault) {
                LOG.warn("case {} could not be counted anew", left, fault);
                rows.failed(recount.id(), left, String.valueOf(fault.getMessage()));
            }
        }
        transaction.executeWithoutResult(status -> {
            var isDone = rows.lock(recount.id()).isPresent() && rows.isDone(recount.id());
            if (isDone) {
                rows.finished(recount.id(), clock.instant());
            }
        });
    }

    private void retry(Recount recount, UUID left, String why) {
        var free = cases.lockFree(List.of(left));
        if (!free.isEmpty()) {
            rows.done(recount.id(), left, recount(free, recount, why), clock.instant());
        }
    }

    /** @return how many stand differently now */
    private int recount(List<UUID> ids, Recount recount, String why) {
        var histories = rows.histories(ids);
        var changed = 0;
        for (var file : cases.findAll(ids)) {
            if (!file.ended()
                    && recount(
                            file, Objects.requireNonNull(histories.get(file.id().value())), recount, why)) {
                changed++;
            }
        }
        return changed;
    }

    private boolean recount(CaseFile file, History history, Recount recount, String why) {
        var procedure = procedures.version(file.procedure(), file.version()).orElseThrow();
        var anew = file.now().clocks().recounted(calendars.terms(), history.pauses(), history.granted());
        var timeout = timeout(file, procedure);
        if (anew.equals(file.now().clocks())
                && timeout.equals(file.now().timeoutAt())
                && due(anew).equals(Moments.ofDue(file.now().due()))) {
            planAnew(file, procedure, history);
            return false;
        }
        entries.add(file, CLOCK_CHANGED, why, Map.of(), draft -> {
            draft.recounted(anew, timeout);
            draft.keep("firstDay", recount.firstDay().toString());
            Moments.ofDue(file.now().due()).ifPresent(due -> draft.keep("dueBefore", due.toString()));
            due(anew).ifPresent(due -> draft.keep("dueAfter", due.toString()));
        });
        return true;
    }

    private Optional<Instant> due(CaseClocks clocks) {
        return clocks.leading()
                .filter(leading -> leading.isRunning())
                .map(leading -> calendars.terms().due(leading).at());
    }

    /** The day an applicant was told in writing is kept: it may become later, never earlier. */
    private Instant timeout(CaseFile file, Procedure procedure) {
        var before = file.now().timeoutAt();
        var state = procedure.state(file.now().state());
        if (state.timeout().isEmpty() || before.equals(Moments.NEVER)) {
            return before;
        }
        var term = state.timeout().get();
        var since = term.sinceReceipt()
                ? receipts.of(file, procedure)
                : timeline.enteredAt(file.id(), procedure.movesOf(state.code()));
        var anew = calendars.terms().deadline(since, term.after()).at();
        return state.kind() == Procedure.Kind.WAIT_APPLICANT && anew.isBefore(before) ? before : anew;
    }

    /** The term ends as before, but days before its end may have moved. */
    private void planAnew(CaseFile file, Procedure procedure, History history) {
        var clocks = file.now().clocks();
        var next = Plan.nextReminder(
                calendars, clocks, procedure.reminders(), file.now().rungs());
        var yellow = history.yellowAt().isAfter(clock.instant())
                ? Plan.yellowAt(calendars, clocks, clock.instant())
                : history.yellowAt();
        if (!yellow.equals(history.yellowAt()) || isAhead(next, history.nextReminder())) {
            reminders.plan(file.id(), yellow, next);
        }
    }

    /** A reminder that is late already waits for office hours; it is not planned anew. */
    private boolean isAhead(Instant next, Instant planned) {
        return !next.equals(planned) && next.isAfter(clock.instant());
    }
}
