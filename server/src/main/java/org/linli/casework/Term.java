package org.linli.casework;

/**
 * Term (时限): how long something may take.
 *
 * @param amount how many of the unit; 0 working or calendar days means the same day
 */
public record Term(int amount, Unit unit) {

    /** What is counted; office hours and working days follow the district's calendar. */
    public enum Unit {
        MINUTES,
        OFFICE_HOURS,
        WORKING_DAYS,
        CALENDAR_DAYS
    }

    public Term {
        if (amount < 0) {
            throw new IllegalArgumentException("a term cannot be negative: " + amount);
        }
    }
}
