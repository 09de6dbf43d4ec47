package org.linli.casework.clock;

import java.time.LocalDate;
import java.util.List;

/** The calendar in force; held in memory, replaced as a whole when days are imported or changed. */
public interface WorkingCalendars {

    /** A day that is worked or off. */
    record Day(LocalDate day, boolean worked) {}

    /** Terms counted on the calendar in force now. */
    Terms terms();

    /** The calendar in force with some days changed, for trying out. */
    WorkingCalendar with(List<Day> days);

    /** Reminder rungs on the calendar in force now. */
    default ReminderPlan reminders() {
        return new ReminderPlan(terms());
    }
}
