package org.linli.casework.clock;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Importing later years and changing single days. What stood before is voided, never deleted. */
@Service
class ChangingCalendar {

    private final CalendarInForce calendar;
    private final CalendarRows rows;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChangingCalendar(
            CalendarInForce calendar,
            CalendarRows rows,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.calendar = calendar;
        this.rows = rows;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The days of a file that would change something. */
    List<DayEntry> changes(CalendarFile file) {
        var now = calendar.terms().calendar();
        return file.days().stream()
                .filter(day -> now.isWorked(day.day()) != day.worked())
                .sorted(Comparator.comparing(DayEntry::day))
                .toList();
    }

    /** Stores what a file changes; its years count as known from then on. */
    @Transactional
    int importDays(Acting by, CalendarFile file, String why) {
        by.require(CalendarWords.CHANGE);
        need(why);
        if (!file.faults().isEmpty()) {
            throw Refusal.ofField(
                    "csv", CalendarReason.FAULTY_CALENDAR, file.faults().size());
        }
        if (file.days().isEmpty()) {
            throw Refusal.ofField("csv", CalendarReason.CALENDAR_FILE_EMPTY);
        }
        var changes = changes(file);
        var at = clock.instant();
        file.years().forEach(year -> rows.addYear(year, why, by, at));
        changes.forEach(day -> {
            rows.voidDay(day.day(), by, at);
            rows.add(day, why, by, at);
        });
        audit.note(by, CalendarWords.CHANGE, "calendar:" + file.years(), Map.of("days", "" + changes.size()));
        changes.stream().findFirst().ifPresent(first -> changed(by, first.day(), why));
        afterCommit();
        return changes.size();
    }

    @Transactional
    void change(Acting by, DayEntry day, String why) {
        by.require(CalendarWords.CHANGE);
        need(why);
        if (calendar.terms().calendar().isWorked(day.day()) == day.worked()) {
            throw Refusal.ofField(
                    "day", CalendarReason.CALENDAR_DAY_IS_SO_ALREADY, day.day().toString());
        }
        rows.voidDay(day.day(), by, clock.instant());
        rows.add(day, why, by, clock.instant());
        audit.note(by, CalendarWords.CHANGE, "calendar:" + day.day(), Map.of("worked", "" + day.worked()));
        changed(by, day.day(), why);
        afterCommit();
    }

    /** Takes a local change back, so that the shipped file or the plain week holds again. */
    @Transactional
    void takeBack(Acting by, LocalDate day, String why) {
        by.require(CalendarWords.CHANGE);
        need(why);
        if (rows.voidDay(day, by, clock.instant()) == 0) {
            throw Refusal.because(CalendarReason.CALENDAR_NOTHING_TO_TAKE_BACK, day.toString());
        }
        audit.note(by, CalendarWords.CHANGE, "calendar:" + day, Map.of("takenBack", "true"));
        changed(by, day, why);
        afterCommit();
    }

    private static void need(String why) {
        if (why.isBlank()) {
            throw Refusal.ofField("why", CalendarReason.CALENDAR_REASON_NEEDED);
        }
    }

    private void changed(Acting by, LocalDate first, String why) {
        events.publishEvent(new CalendarChanged(first, why, by.name(), clock.instant()));
    }

    /** The calendar in force must not hold days whose transaction may still be undone. */
    private void afterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new Reloading(calendar));
    }

    /** First of all listeners after the commit, because the others count on the new calendar. */
    private record Reloading(CalendarInForce calendar) implements TransactionSynchronization {

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        @Override
        public void afterCommit() {
            calendar.reload();
        }

        private static final int HIGHEST_PRECEDENCE = Integer.MIN_VALUE;
    }
}
