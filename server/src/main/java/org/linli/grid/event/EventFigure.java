package org.linli.grid.event;

/**
 * What is counted of events (考核指标). One condition makes both the figure and its rows, so that they cannot differ. Help
 * and correctness count; how many somebody reported is never held for or against anybody, and nobody is ranked.
 */
public enum EventFigure {
    REPORTED("e.reported_at >= :from and e.reported_at < :until", false),
    /** Closed in the span; of several joined reports the one that was worked on. */
    SETTLED("", true),
    /** Somebody else looked at it and found it fixed. */
    VERIFIED("e.verdict = 'FIXED'", true),
    /** Found fixed the first time somebody looked. */
    FIRST_GO("e.verdict = 'FIXED' and e.checks = 1", true),
    IN_TIME("e.in_time", true),
    ON_THE_SPOT("e.self_handled", true),
    REWORKED("e.reworks > 0", true),
    /** The desk found the handling good. */
    WELL_DONE("e.grade = 'GOOD'", true),
    /** Closed and reported again as not over. */
    CAME_BACK("exists (select from grid.event again where again.reopens = e.id)", true),
    /** Reports that got their answer with another. */
    ANSWERED_TOGETHER(
            "e.ended_at >= :from and e.ended_at < :until and e.state = 'CLOSED' and e.joined_into is not null", false),
    OPEN("e.ended_at is null", false),
    OVERDUE("e.ended_at is null and e.due < :now", false),
    /** Half fixed, with something still to be done. */
    HALF_FIXED("e.ended_at is null and e.verdict = 'HALF_FIXED'", false),
    SUSPENDED("e.ended_at is null and e.state = 'SUSPENDED'", false);

    private static final String SETTLED_IN_SPAN =
            "e.ended_at >= :from and e.ended_at < :until and e.state = 'CLOSED' and e.joined_into is null";

    private final String condition;

    EventFigure(String condition, boolean ofSettled) {
        this.condition = ofSettled && !condition.isEmpty() ? "@ and " + condition : ofSettled ? "@" : condition;
    }

    String condition() {
        return "(" + condition.replace("@", SETTLED_IN_SPAN) + ")";
    }
}
