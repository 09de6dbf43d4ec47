package org.linli.area;

import java.util.List;
import org.linli.shared.DivisionCode;
import org.linli.shared.Point;

/**
 * Whether the cells of a community fill it. What is drawn on the pages does; outlines that were surveyed and loaded from
 * elsewhere may not. Slivers narrower than a metre come from drawing one edge twice and are none.
 */
public interface CellCover {

    /** Ground of a community that lies in no cell; {@code at} lies in it. */
    record Hole(DivisionCode community, int squareMetres, Point at) {}

    /** Ground that lies in two cells. */
    record Overlap(DivisionCode one, DivisionCode other, int squareMetres, Point at) {}

    /** Of the communities of an area; of a cell, of its community. */
    List<Hole> holes(DivisionCode area);

    List<Overlap> overlaps(DivisionCode area);
}
