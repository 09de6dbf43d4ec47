package org.linli.casework.procedure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Collects the faults of one file. */
final class Faults {

    private final String file;
    private final List<ProcedureFault> found = new ArrayList<>();

    Faults(String file) {
        this.file = file;
    }

    void add(int line, ProcedureFault.Kind kind, Object... arguments) {
        found.add(new ProcedureFault(file, line, kind, List.of(arguments)));
    }

    void add(Node node, ProcedureFault.Kind kind, Object... arguments) {
        add(line(node), kind, arguments);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order of lines. */
    List<ProcedureFault> list() {
        return found.stream()
                .sorted(Comparator.comparingInt(ProcedureFault::line))
                .toList();
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
