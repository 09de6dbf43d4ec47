package org.linli.shared;

import java.time.LocalDate;
import java.time.Period;
import java.util.function.ToIntBiFunction;
import java.util.function.ToLongFunction;

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

    /** What most rules say why (PIPL art. 19). */
    Names SHORTEST = Names.of("《个人信息保护法》第十九条：为实现目的所必要的最短时间", "PIPL art. 19: the shortest time the purpose needs");

    /**
     * A rule over rows that a module counts and empties by their age.
     *
     * @param count how many there are
     * @param empty empties so many at most, and says how many it did
     */
    record OverRows(
            String key,
            Names data,
            Names basis,
            Names term,
            Period kept,
            Treatment treatment,
            ToLongFunction<LocalDate> count,
            ToIntBiFunction<LocalDate, Integer> empty)
            implements RetentionRule {

        /** For the shortest time the purpose needs, and emptied then. */
        public OverRows(
                String key,
                Names data,
                Names term,
                Period kept,
                ToLongFunction<LocalDate> count,
                ToIntBiFunction<LocalDate, Integer> empty) {
            this(key, data, SHORTEST, term, kept, Treatment.EMPTY, count, empty);
        }

        @Override
        public long due(LocalDate before) {
            return count.applyAsLong(before);
        }

        @Override
        public Step apply(LocalDate before, int most, String run) {
            return Step.emptied(empty.applyAsInt(before, most));
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
