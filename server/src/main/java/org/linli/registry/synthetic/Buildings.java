package org.linli.registry.synthetic;

import java.util.ArrayList;
import java.util.List;
import org.linli.registry.synthetic.CompoundPlan.Build;
import org.linli.shared.Point;

/** Lays out buildings on a cell until it has the dwellings it is meant to have; the last one is lower or shorter. */
final class Buildings {

    /** @param unit empty where there is only one staircase */
    record Door(String building, String unit, int floor, String room, Point at, double squareMetres) {}

    private record Shape(int floors, int units, int doors, double smallest, double largest) {

        int dwellings() {
            return floors * units * doors;
        }
    }

    private final Dice dice;
    private final Build build;
    private int next;

    /** @param next number of the first building; goes on from cell to cell of a compound */
    Buildings(Dice dice, Build build, int next) {
        this.dice = dice;
        this.build = build;
        this.next = next;
    }

    int next() {
        return next;
    }

    List<Door> on(Ground ground, int dwellings) {
        var shapes = new ArrayList<Shape>();
        for (var left = dwellings; left > 0; left -= shapes.getLast().dwellings()) {
            shapes.add(shape());
        }
        var spots = ground.spots(shapes.size());
        var doors = new ArrayList<Door>(dwellings);
        for (var i = 0; i < shapes.size(); i++) {
            add(shapes.get(i), spots.get(i), doors, dwellings);
        }
        return doors;
    }

    private void add(Shape shape, Point at, List<Door> doors, int dwellings) {
        var building = Integer.toString(next++);
        for (var floor = 1; floor <= shape.floors(); floor++) {
            for (var unit = 1; unit <= shape.units(); unit++) {
                for (var door = 1; door <= shape.doors() && doors.size() < dwellings; door++) {
                    var room = build == Build.VILLAGE ? Integer.toString(door) : Integer.toString(100 * floor + door);
                    var metres = shape.smallest() + dice.real() * (shape.largest() - shape.smallest());
                    doors.add(new Door(
                            building,
                            shape.units() == 1 ? "" : Integer.toString(unit),
                            floor,
                            room,
                            at,
                            Math.round(metres * 100) / 100.0));
                }
            }
        }
    }

    private Shape shape() {
        return switch (build) {
            case BLOCK -> new Shape(dice.between(5, 6), dice.between(3, 5), 2, 48, 86);
            case ESTATE ->
                dice.chance(0.55)
                        ? new Shape(dice.between(11, 18), 2, 2, 82, 138)
                        : new Shape(dice.between(22, 30), 1, 4, 70, 125);
            // A row of yards.
            case VILLAGE -> new Shape(1, 1, dice.between(6, 14), 80, 180);
            case DORMITORY -> new Shape(dice.between(5, 6), 1, dice.between(16, 24), 18, 32);
        };
    }
}
