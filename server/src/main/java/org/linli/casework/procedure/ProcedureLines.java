package org.linli.casework.procedure;

import java.util.HashMap;
import java.util.Map;

/** In which lines the parts of a procedure stand, for faults that show only when the whole is known. */
final class ProcedureLines {

    private final Map<String, Integer> lines = new HashMap<>();

    void put(String part, int line) {
        lines.put(part, line);
    }

    int of(String part) {
        return lines.getOrDefault(part, 1);
    }
}
