package org.linli.casework.procedure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.casework.procedure.DiagramGraph.Edge;
import org.linli.casework.procedure.Procedure.State;
import org.linli.casework.procedure.ProcedureDiagram.Arrow;
import org.linli.casework.procedure.ProcedureDiagram.Box;
import org.linli.casework.procedure.ProcedureDiagram.Corner;
import org.linli.casework.procedure.ProcedureDiagram.Side;

/**
 * Lays a procedure out in two columns: the main way, and beside it what leaves and comes back. Every line has a lane of
 * its own in one of the gutters, and every label stands beside the box it belongs to, so that nothing covers anything.
 */
final class DiagramLayout {

    private static final int BOX_WIDTH = 220;
    private static final int BOX_HEIGHT = 62;
    private static final int EXIT_HEIGHT = 20;
    private static final int PORT = 34;
    private static final int LANE = 14;
    private static final int LABEL = 190;
    private static final int ROW_GAP = 52;
    private static final int MARGIN = 16;

    private final DiagramGraph graph;
    private final Map<String, List<String>> left = new HashMap<>();
    private final Map<String, List<String>> right = new HashMap<>();
    private final Map<String, int[]> places = new LinkedHashMap<>();
    private final Map<String, Integer> heights = new HashMap<>();

    DiagramLayout(Procedure procedure) {
        graph = new DiagramGraph(procedure);
    }

    ProcedureDiagram lay() {
        graph.edges().forEach(this::ports);
        var leftLanes = count(Way.LEFT);
        var middleLanes = count(Way.MIDDLE);
        var rightLanes = count(Way.RIGHT);
        var spineX = MARGIN + (leftLanes == 0 ? 0 : LABEL + leftLanes * LANE);
        var sideX = spineX + BOX_WIDTH + middleLanes * LANE + LABEL;
        var bottom = place(spineX, sideX);
        var arrows = arrows(spineX, sideX);
        var sides = !graph.sides().isEmpty();
        var width = (sides ? sideX : spineX) + BOX_WIDTH + (rightLanes == 0 ? 0 : LABEL + rightLanes * LANE) + MARGIN;
        return new ProcedureDiagram(Math.max(width, spineX + BOX_WIDTH + LABEL), bottom + MARGIN, boxes(), arrows);
    }

    private enum Way {
        DOWN,
        LEFT,
        MIDDLE,
        RIGHT
    }

    private Way way(Edge edge) {
        var from = graph.spine().indexOf(edge.from());
        var to = graph.spine().indexOf(edge.to());
        if (from >= 0 && to >= 0) {
            return to == from + 1 ? Way.DOWN : Way.LEFT;
        }
        return from < 0 && to < 0 ? Way.RIGHT : Way.MIDDLE;
    }

    private int count(Way way) {
        return (int) graph.edges().stream().filter(edge -> way(edge) == way).count();
    }

    private void ports(Edge edge) {
        switch (way(edge)) {
            case DOWN -> {}
            case LEFT -> {
                port(left, edge.from(), edge);
                port(left, edge.to(), edge);
            }
            case RIGHT -> {
                port(right, edge.from(), edge);
                port(right, edge.to(), edge);
            }
            case MIDDLE -> {
                var fromSpine = graph.spine().contains(edge.from());
                port(right, fromSpine ? edge.from() : edge.to(), edge);
                port(left, fromSpine ? edge.to() : edge.from(), edge);
            }
        }
    }

    private static void port(Map<String, List<String>> side, String state, Edge edge) {
        side.computeIfAbsent(state, any -> new ArrayList<>()).add(edge.name());
    }

    /** Gives every box its place, row by row; answers with where the last one ends. */
    private int place(int spineX, int sideX) {
        for (var state : graph.states()) {
            var ports = Math.max(
                    left.getOrDefault(state.code(), List.of()).size(),
                    right.getOrDefault(state.code(), List.of()).size());
            var inside = BOX_HEIGHT + graph.exits(state.code()).size() * EXIT_HEIGHT;
            heights.put(state.code(), Math.max(inside, (ports + 1) * PORT));
        }
        var spineY = MARGIN;
        var sideY = MARGIN;
        for (var i = 0; i < graph.spine().size(); i++) {
            var state = graph.spine().get(i);
            places.put(state, new int[] {spineX, spineY});
            sideY = Math.max(sideY, spineY);
            spineY += height(state) + ROW_GAP;
            for (var side : graph.sidesOf(i)) {
                places.put(side, new int[] {sideX, sideY});
                sideY += height(side) + PORT;
            }
        }
        return Math.max(spineY - ROW_GAP, sideY - PORT);
    }

    private int height(String state) {
        return heights.getOrDefault(state, BOX_HEIGHT);
    }

    private List<Box> boxes() {
        return graph.states().stream()
                .filter(state -> places.containsKey(state.code()))
                .map(this::box)
                .toList();
    }

    private Box box(State state) {
        var place = places.getOrDefault(state.code(), new int[2]);
        return new Box(
                state.code(),
                state.names(),
                state.kind(),
                state.turn(),
                state.clock(),
                List.copyOf(state.pauseReasons()),
                state.code().equals(graph.initial()),
                place[0],
                place[1],
                BOX_WIDTH,
                height(state.code()),
                graph.exits(state.code()));
    }

    private List<Arrow> arrows(int spineX, int sideX) {
        var lanes = new HashMap<Way, Integer>();
        var arrows = new ArrayList<Arrow>();
        // Short lines get the lanes next to the boxes, so that they cross fewer of the long ones.
        var edges = new ArrayList<>(graph.edges());
        edges.sort(Comparator.comparingInt(edge -> Math.abs(y(edge.from()) - y(edge.to()))));
        for (var edge : edges) {
            var way = way(edge);
            var lane = lanes.merge(way, 1, Integer::sum);
            arrows.add(
                    switch (way) {
                        case DOWN -> down(edge);
                        case LEFT -> around(edge, left, 0, spineX - LABEL - lane * LANE + LANE, -1);
                        case RIGHT -> around(edge, right, BOX_WIDTH, sideX + BOX_WIDTH + LABEL + lane * LANE - LANE, 1);
                        case MIDDLE -> middle(edge, spineX + BOX_WIDTH + lane * LANE, sideX);
                    });
        }
        Collections.reverse(arrows);
        return arrows;
    }

    private int y(String state) {
        return places.getOrDefault(state, new int[2])[1];
    }

    private Arrow down(Edge edge) {
        var x = places.getOrDefault(edge.from(), new int[2])[0] + BOX_WIDTH / 2;
        var from = y(edge.from()) + height(edge.from());
        var line = List.of(new Corner(x, from), new Corner(x, y(edge.to())));
        return new Arrow(edge.from(), edge.to(), edge.steps(), line, x + 10, from + 26, Side.START);
    }

    private Arrow around(Edge edge, Map<String, List<String>> ports, int edgeX, int laneX, int direction) {
        var x = places.getOrDefault(edge.from(), new int[2])[0] + edgeX;
        var to = places.getOrDefault(edge.to(), new int[2])[0] + edgeX;
        var fromY = portY(ports, edge.from(), edge);
        var toY = portY(ports, edge.to(), edge);
        var line = List.of(new Corner(x, fromY), new Corner(laneX, fromY), new Corner(laneX, toY), new Corner(to, toY));
        return new Arrow(
                edge.from(),
                edge.to(),
                edge.steps(),
                line,
                x + direction * 10,
                fromY - 6,
                direction > 0 ? Side.START : Side.END);
    }

    private Arrow middle(Edge edge, int laneX, int sideX) {
        var out = graph.spine().contains(edge.from());
        var spine = out ? edge.from() : edge.to();
        var side = out ? edge.to() : edge.from();
        var spineY = portY(right, spine, edge);
        var sideY = portY(left, side, edge);
        var spineEdge = places.getOrDefault(spine, new int[2])[0] + BOX_WIDTH;
        var line = new ArrayList<>(List.of(
                new Corner(spineEdge, spineY),
                new Corner(laneX, spineY),
                new Corner(laneX, sideY),
                new Corner(sideX, sideY)));
        if (!out) {
            Collections.reverse(line);
        }
        return new Arrow(edge.from(), edge.to(), edge.steps(), line, sideX - 12, sideY - 6, Side.END);
    }

    private int portY(Map<String, List<String>> side, String state, Edge edge) {
        var ports = side.getOrDefault(state, List.of());
        return y(state) + (ports.indexOf(edge.name()) + 1) * height(state) / (ports.size() + 1);
    }
}
