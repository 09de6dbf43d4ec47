package org.linli.area;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.linli.shared.DivisionCode;
import org.linli.shared.Point;
import org.linli.shared.Refusal;

/**
 * Redraws the grid cells (网格) of a community. Whatever is drawn, the cells of a community fill it without a hole and
 * without an overlap; what is drawn less than a metre beside a neighbour's edge is put onto that edge. New cells get the
 * next number that no cell of the community ever had: 001-900, dedicated ones (专属网格) 901-999. Who counts in a cell is
 * not known here: whoever redraws moves them in the same transaction.
 */
public interface GridCells {

    /**
     * Who redraws and why.
     *
     * @param posting through which the account acts
     */
    record Draughtsman(UUID posting, String name, String reason) {

        public Draughtsman {
            reason = reason.strip();
            if (reason.isEmpty() || reason.length() > 400) {
                throw Refusal.ofField("reason", AreaReason.DRAWING_REASON_MISSING);
            }
        }
    }

    /**
     * A cell as it is drawn.
     *
     * @param code empty for a new cell
     * @param dedicated whether a new cell is numbered among the dedicated ones
     * @param rings one or more closed lines without holes; the closing corner may be left out
     */
    record Drawn(Optional<DivisionCode> code, boolean dedicated, List<List<Point>> rings) {

        public Drawn {
            rings = rings.stream().map(List::copyOf).toList();
        }
    }

    /**
     * What was redrawn.
     *
     * @param kept cells whose outline changed
     * @param retired cells whose ground went to {@code kept} and {@code created}
     */
    record Redrawn(
            UUID id,
            DivisionCode community,
            List<DivisionCode> kept,
            List<DivisionCode> created,
            List<DivisionCode> retired) {}

    /**
     * Draws the ground of the cells that are named anew.
     *
     * @throws Refusal when the cells lie in two communities, an outline crosses itself, leaves the community, overlaps
     *     another cell or leaves a hole
     */
    Redrawn redraw(Draughtsman by, List<Drawn> cells);

    /** Splits a cell along a line that crosses it; the largest part keeps the code. */
    Redrawn cut(Draughtsman by, DivisionCode cell, List<Point> line);

    /** Splits a cell into given outlines; the one that names the cell keeps its code, else the largest. */
    Redrawn split(Draughtsman by, DivisionCode cell, List<Drawn> parts);

    /** Adds the ground of cells to that of another which they adjoin, and retires them. */
    Redrawn merge(Draughtsman by, DivisionCode into, List<DivisionCode> others);

    /** Where points of a community lie, as drawn by the transaction under way. */
    Function<Point, Optional<DivisionCode>> within(DivisionCode community);

    /** Retires a cell; its ground goes to the neighbour with the longest common edge, the one cell kept. */
    Redrawn retire(Draughtsman by, DivisionCode cell);
}
