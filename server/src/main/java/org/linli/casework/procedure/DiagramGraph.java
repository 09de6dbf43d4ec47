package org.linli.casework.procedure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linli.casework.procedure.Procedure.Action;
import org.linli.casework.procedure.Procedure.Kind;
import org.linli.casework.procedure.Procedure.Rule;
import org.linli.casework.procedure.Procedure.State;
import org.linli.casework.procedure.ProcedureDiagram.Exit;
import org.linli.casework.procedure.ProcedureDiagram.Step;

/** A procedure as states and edges: which way is the main one, what stands beside it, what is written inside a box. */
final class DiagramGraph {

    private static final int MANY = 3;

    private final Procedure procedure;
    private final Map<String, Edge> edges = new LinkedHashMap<>();
    private final Map<String, List<Exit>> exits = new HashMap<>();
    private final List<String> spine;
    private final List<List<String>> sides = new ArrayList<>();

    /** All actions from one state to another. */
    record Edge(String from, String to, List<Step> steps) {

        String name() {
            return from + ">" + to;
        }
    }

    DiagramGraph(Procedure procedure) {
        this.procedure = procedure;
        procedure.actions().forEach(this::add);
        spine = new LongestWay().from(procedure.initial());
        spine.forEach(state -> sides.add(new ArrayList<>()));
        procedure.states().stream()
                .filter(state -> !spine.contains(state.code()))
                .forEach(state -> sides.get(row(state)).add(state.code()));
    }

    List<State> states() {
        return procedure.states();
    }

    String initial() {
        return procedure.initial();
    }

    List<Edge> edges() {
        return List.copyOf(edges.values());
    }

    List<String> spine() {
        return spine;
    }

    List<String> sidesOf(int row) {
        return sides.get(row);
    }

    List<String> sides() {
        return sides.stream().flatMap(List::stream).toList();
    }

    List<Exit> exits(String state) {
        return exits.getOrDefault(state, List.of());
    }

    private void add(Action action) {
        var targets = action.to().stream().map(Rule::to).distinct().toList();
        for (var from : action.from()) {
            for (var to : targets) {
                if (to.equals(from)) {
                    continue;
                }
                if (action.from().size() >= MANY && procedure.state(to).ends()) {
                    exits.computeIfAbsent(from, any -> new ArrayList<>())
                            .add(new Exit(action.code(), action.names(), to));
                } else {
                    edges.computeIfAbsent(from + ">" + to, any -> new Edge(from, to, new ArrayList<>()))
                            .steps()
                            .add(new Step(action.code(), action.names(), isTimeout(from, action)));
                }
            }
        }
    }

    private boolean isTimeout(String state, Action action) {
        return procedure
                .state(state)
                .timeout()
                .filter(timeout -> timeout.action().equals(action.code()))
                .isPresent();
    }

    /** Beside the first main state that leads there; ends that many states reach stand at the bottom. */
    private int row(State state) {
        return edges.values().stream()
                .filter(edge -> edge.to().equals(state.code()) && spine.contains(edge.from()))
                .mapToInt(edge -> spine.indexOf(edge.from()))
                .min()
                .orElseGet(() ->
                        edges.values().stream().anyMatch(edge -> edge.to().equals(state.code()))
                                ? Math.max(0, spine.size() - 2)
                                : spine.size() - 1);
    }

    /** The longest way forward; waits for the applicant or for others are detours, not part of it. */
    private final class LongestWay {

        private final Map<String, List<String>> known = new HashMap<>();
        private final Set<String> onTheWay = new HashSet<>();

        List<String> from(String state) {
            var found = known.get(state);
            if (found != null) {
                return found;
            }
            onTheWay.add(state);
            List<String> best = List.of();
            for (var edge : edges.values()) {
                if (edge.from().equals(state) && !onTheWay.contains(edge.to()) && !isDetour(edge.to())) {
                    var way = from(edge.to());
                    best = way.size() > best.size() ? way : best;
                }
            }
            onTheWay.remove(state);
            var way = new ArrayList<>(List.of(state));
            way.addAll(best);
            known.put(state, way);
            return way;
        }

        private boolean isDetour(String code) {
            var kind = procedure.state(code).kind();
            return kind == Kind.WAIT_APPLICANT || kind == Kind.WAIT_OTHER;
        }
    }
}
