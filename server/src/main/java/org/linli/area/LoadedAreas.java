package org.linli.area;

import java.util.List;
import java.util.Optional;
import org.linli.shared.DivisionCode;
import org.linli.shared.DivisionCode.Level;
import org.linli.shared.Point;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;

/** Loads the reference files, reads the tables and answers from memory; reads them anew when cells were redrawn. */
@Service
class LoadedAreas implements Areas {

    private final AreaQueries queries;
    private volatile Picture picture;

    LoadedAreas(ReferenceLoading reference, AreaQueries queries) {
        reference.loadWhatChanged();
        this.queries = queries;
        this.picture = new Picture(queries);
    }

    @Override
    public Optional<Division> division(DivisionCode code) {
        var known = picture.division(code);
        return known.isPresent() ? known : drawnMeanwhile(code);
    }

    @Override
    public List<Division> within(DivisionCode parent) {
        return picture.within(parent);
    }

    @Override
    public Optional<Unit> unit(UnitCode code) {
        return picture.unit(code);
    }

    @Override
    public List<Unit> units(Unit.Kind kind) {
        return picture.units(kind);
    }

    @Override
    public Optional<DivisionCode> locate(Point point) {
        return outlines().locate(point);
    }

    @Override
    public List<Window> windows(UnitCode station) {
        return picture.windows(station);
    }

    @Override
    public Optional<Unit> stationServing(DivisionCode place) {
        return picture.stationServing(place);
    }

    @Override
    public List<DivisionCode> servedBy(UnitCode station) {
        return picture.servedBy(station);
    }

    Outlines outlines() {
        return picture.outlines();
    }

    /** Reads the tables anew when another process, or this one, changed them. */
    synchronized void follow() {
        if (queries.version() != picture.version()) {
            picture = new Picture(queries);
        }
    }

    @TransactionalEventListener
    void follow(CellsRedrawn redrawn) {
        follow();
    }

    /** A cell that the transaction under way draws, or another process drew a moment ago. */
    private Optional<Division> drawnMeanwhile(DivisionCode code) {
        return code.level() == Level.GRID_CELL
                        && picture.division(code.upTo(Level.COMMUNITY)).isPresent()
                        && queries.isCell(code)
                ? Optional.of(Picture.cell(code))
                : Optional.empty();
    }
}
