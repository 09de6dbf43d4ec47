package org.linli.grid.catalogue;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.linli.casework.Term;
import org.linli.shared.Names;

/**
 * Category of events (事件类别), first or second level; events are of the second.
 *
 * @param code two digits, or four of which the first two are the parent's
 * @param unit who usually handles it: {@link #COMMUNITY}, {@link #SUB_DISTRICT} or a department's unit code
 * @param selfHandling whether a worker may mend it on the spot and close it
 * @param photos whether photos of before and after are needed
 * @param terms how long handling may take
 */
public record Category(
        UUID id, String code, Names names, String unit, boolean selfHandling, boolean photos, Map<Level, Term> terms) {

    public static final String COMMUNITY = "COMMUNITY";
    public static final String SUB_DISTRICT = "SUB_DISTRICT";

    public Category {
        terms = Map.copyOf(new EnumMap<>(terms));
    }

    public String parent() {
        return code.substring(0, 2);
    }

    public boolean isFirstLevel() {
        return code.length() == 2;
    }
}
