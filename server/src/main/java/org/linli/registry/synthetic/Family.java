package org.linli.registry.synthetic;

import java.time.LocalDate;
import java.util.List;
import org.linli.shared.Sex;

/**
 * Family (户): the people of one household, the head first.
 *
 * @param settled whether they are of the kind that owns a home and is registered in it; others rent more often
 */
record Family(Kind kind, boolean settled, List<Figure> figures) {

    enum Kind {
        FAMILY,
        /** People who share a flat and are no family. */
        SHARED,
        /** A dormitory. */
        COLLECTIVE
    }

    /** One of them; {@code relation} to the head after GB/T 4761, {@code marital} after GB/T 2261.2. */
    record Figure(String relation, Sex sex, LocalDate birth, String name, String marital) {

        int age() {
            return birth.until(Families.AS_OF).getYears();
        }
    }

    /** The first of them, as many as fit. */
    Family cutTo(int people) {
        return figures.size() <= people ? this : new Family(kind, settled, figures.subList(0, people));
    }
}
