package org.linli.grid.event;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.linli.shared.DivisionCode;
import org.linli.shared.Point;
import org.springframework.stereotype.Component;

/** Events lie in the cell that is drawn around their place. */
@Component
public class EventMoves {

    private final EventMoveRows rows;

    EventMoves(EventMoveRows rows) {
        this.rows = rows;
    }

    /** @param lying which cell of the community a point lies in as the cells are drawn now */
    public int follow(Set<DivisionCode> drawn, Function<Point, Optional<DivisionCode>> lying) {
        var moved = 0;
        for (var placed : rows.placed(drawn)) {
            var cell = lying.apply(placed.at()).filter(found -> !found.equals(placed.cell()));
            if (cell.isPresent()) {
                rows.moveTo(placed.id(), cell.get());
                moved++;
            }
        }
        return moved;
    }

    /** All events of a cell that another took in. */
    public int moveAll(DivisionCode from, DivisionCode to) {
        return rows.moveAll(from, to);
    }
}
