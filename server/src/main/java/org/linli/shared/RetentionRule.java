package org.linli.shared;

import java.time.LocalDate;
import java.time.Period;

/**
 * Retention rule (保存期限规则): how long one kind of personal data is kept and what then happens to it (Personal
 * Information Protection Law, PIPL, art. 19 and 47). A bean of the module that holds the data; the rights module rehearses
 * and runs it.
 */
public interface RetentionRule {

    /** What happens when the time is over. */
    enum Treatment {
        /** The values are emptied, the row stays. */
        EMPTY,
        /** Nothing is removed; the rule states the least time and counts. */
        KEEP
    }

    /**
     * What one step came to.
     *
     * @param looked rows looked at
     * @param emptied rows whose values were emptied
     * @param blocked rows kept for storage only, because something still stands against emptying them
     */
    record Step(int looked, int emptied, int blocked) {

        public static final Step NOTHING = new Step(0, 0, 0);

        public static Step emptied(int rows) {
            return new Step(rows, rows, 0);
        }

        public Step plus(Step other) {
            return new Step(looked + other.looked, emptied + other.emptied, blocked + other.blocked);
        }
    }

    /** Such as {@code counter.visit}: the module and the kind of data. */
    String key();

    /** Which data. */
    Names data();

    /** The law that asks for it. */
    Names basis();

    /** How long, and counted from what, in words. */
    Names term();

    Period kept();

    Treatment treatment();

    /** How many rows the rule would meet, were it run with this last day of what is kept no longer. */
    long due(LocalDate before);

    /**
     * Does a part of the work in the caller's transaction; {@link Step#NOTHING} when nothing is left.
     *
     * @param most rows at a time
     * @param run what the changes belong to, as {@code kind:identifier}
     */
    Step apply(LocalDate before, int most, String run);
}
