package org.linli.registry;

import java.util.Collection;
import java.util.Set;
import org.linli.access.Acting;
import org.linli.shared.DivisionCode;

/**
 * Moves dwellings with everybody in them to another grid cell of their community, in the caller's transaction, because
 * cells were redrawn: nothing about the people changes but where they count, so people under a restriction move too. The
 * phones of the old cell forget them, those of the new one get them.
 */
public interface CellMoves {

    /** How many moved. */
    record Moved(int dwellings, int households, int people) {

        public Moved plus(Moved other) {
            return new Moved(dwellings + other.dwellings, households + other.households, people + other.people);
        }
    }

    /**
     * Moves single dwellings.
     *
     * @throws org.linli.shared.Refusal when one of them is void or unknown, or lies in another community than the cell
     */
    Moved move(Acting by, Collection<DwellingId> dwellings, DivisionCode to, Because because);

    /** Moves all that counts in a cell: dwellings and households, and people who count there without a dwelling. */
    Moved moveAll(Acting by, DivisionCode from, DivisionCode to, Because because);

    /**
     * Puts the dwellings of cells into those that their positions lie in as the cells are drawn now. A dwelling without a
     * position stays where it counts.
     */
    Moved followOutlines(Acting by, Set<DivisionCode> cells, Because because);
}
