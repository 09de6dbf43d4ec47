package org.linli.casework.running;

import java.time.Clock;
import org.linli.casework.clock.WorkingCalendars;
import org.linli.casework.procedure.Procedures;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the reminders that are due (时限提醒). A rung is sent by the process that inserts it; rows that another process is
 * at are passed over.
 */
@Component
class Reminding {

    private static final int BATCH = 50;

    private final ReminderRows rows;
    private final CaseRows cases;
    private final Procedures procedures;
    private final WorkingCalendars calendars;
    private final Telling telling;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reminding(
            ReminderRows rows,
            CaseRows cases,
            Procedures procedures,
            WorkingCalendars calendars,
            Telling telling,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.procedures = procedures;
        this.calendars = calendars;
        this.telling = telling;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @return how many reminders were sent */
    int remindDue() {
        var sent = 0;
        for (var batch = BATCH; batch == BATCH; ) {
            var done = transaction.execute(status -> remindBatch());
            batch = done.looked();
            sent += done.sent();
        }
        return sent;
    }

    private record Done(int looked, int sent) {}

    private Done remindBatch() {
        var due = rows.due(clock.instant(), BATCH);
        var sent = 0;
        for (var id : due) {
            sent += remind(cases.find(id).orElseThrow());
        }
        return new Done(due.size(), sent);
    }

    private int remind(CaseFile file) {
        var now = clock.instant();
        var procedure = procedures.version(file.procedure(), file.version()).orElseThrow();
        var clocks = file.now().clocks();
        var rungs = new java.util.HashSet<>(file.now().rungs());
        var isOpen = calendars.terms().calendar().isOpen(now);
        var sent = 0;
        var waits = false;
        if (clocks.leading().isPresent()) {
            for (var planned : calendars.reminders().planned(clocks.leading().get(), procedure.reminders())) {
                var rung = planned.reminder();
                if (planned.at().isAfter(now) || rungs.contains(rung.code())) {
                    continue;
                }
                if (!isOpen && !rung.red()) {
                    waits = true;
                } else {
                    var round = rows.round(file.id(), rung.code());
                    if (rows.insert(file.id(), rung.code(), round, planned.at(), now)) {
                        telling.reminded(file, procedure, rung, round);
                        sent++;
                    }
                    rungs.add(rung.code());
                }
            }
        }
        var next = Plan.nextReminder(calendars, clocks, procedure.reminders(), rungs);
        rows.plan(file.id(), rungs, waits ? calendars.terms().calendar().nextOpen(now) : next);
        return sent;
    }
}
