package org.linli.access.ledger;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What is looked for in a ledger; everything empty finds all.
 *
 * @param to last day
 * @param equal own columns that hold exactly this
 * @param begins own columns that begin with this
 */
public record LedgerFilter(
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> login,
        Map<String, String> equal,
        Map<String, String> begins) {

    public LedgerFilter {
        equal = Map.copyOf(equal);
        begins = Map.copyOf(begins);
    }

    public static LedgerFilter between(Optional<LocalDate> from, Optional<LocalDate> to) {
        return new LedgerFilter(from, to, Optional.empty(), Map.of(), Map.of());
    }

    public LedgerFilter by(Optional<String> name) {
        return new LedgerFilter(from, to, name, equal, begins);
    }

    public LedgerFilter equal(String column, Optional<String> value) {
        return new LedgerFilter(from, to, login, with(equal, column, value), begins);
    }

    public LedgerFilter begins(String column, Optional<String> value) {
        return new LedgerFilter(from, to, login, equal, with(begins, column, value));
    }

    private static Map<String, String> with(Map<String, String> map, String column, Optional<String> value) {
        var more = new java.util.HashMap<>(map);
        value.ifPresent(text -> more.put(column, text));
        return more;
    }
}
