package org.linli.casework.clock;

/** The calendar in force; held in memory, replaced as a whole when days are imported or changed. */
public interface WorkingCalendars {

    /** Terms counted on the calendar in force now. */
    Terms terms();

    /** Reminder rungs on the calendar in force now. */
    default ReminderPlan reminders() {
        return new ReminderPlan(terms());
    }
}
