package org.linli.grid.drawing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.area.GridCells;
import org.linli.area.GridCells.Draughtsman;
import org.linli.area.GridCells.Drawn;
import org.linli.area.GridCells.Redrawn;
import org.linli.grid.GridReason;
import org.linli.grid.GridWords;
import org.linli.grid.event.EventMoves;
import org.linli.grid.team.TeamMoves;
import org.linli.grid.visit.VisitMoves;
import org.linli.registry.Because;
import org.linli.registry.CellMoves;
import org.linli.registry.CellMoves.Moved;
import org.linli.registry.ChangeSource;
import org.linli.registry.DwellingId;
import org.linli.shared.DivisionCode;
import org.linli.shared.DivisionCode.Level;
import org.linli.shared.Point;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws cells anew (网格调整). In one transaction the cells, the homes with everybody in them, the teams, and whatever the
 * grid knows of the ground follow each other; phones follow at their next pull. When any of them refuses, nothing happened.
 */
@Service
class Drawing {

    private final GridCells cells;
    private final CellMoves homes;
    private final TeamMoves teams;
    private final EventMoves events;
    private final VisitMoves visits;
    private final CellEditRows rows;
    private final DrawingNotices notices;
    private final AuditTrail audit;
    private final Clock clock;

    Drawing(
            GridCells cells,
            CellMoves homes,
            TeamMoves teams,
            EventMoves events,
            VisitMoves visits,
            CellEditRows rows,
            DrawingNotices notices,
            AuditTrail audit,
            Clock clock) {
        this.cells = cells;
        this.homes = homes;
        this.teams = teams;
        this.events = events;
        this.visits = visits;
        this.rows = rows;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is to be drawn; one of the four. */
    sealed interface Edit {

        /** A cell cut along a line. */
        record Split(DivisionCode cell, List<Point> line) implements Edit {}

        /** Cells that become part of another. */
        record Merge(DivisionCode into, List<DivisionCode> others) implements Edit {}

        /** Outlines drawn anew; one without a code is a new cell. */
        record Redraw(List<Drawn> drawn) implements Edit {}

        /** Homes that count in another cell of the community, whatever the outlines say. */
        record Move(List<DwellingId> dwellings, DivisionCode to) implements Edit {}
    }

    /** What came of it. */
    record Done(
            DivisionCode community,
            List<DivisionCode> kept,
            List<DivisionCode> created,
            List<DivisionCode> retired,
            int dwellings,
            int households,
            int people,
            int events,
            int phones) {}

    @Transactional
    Done edit(Acting by, String requestKey, String reason, Edit edit) {
        var earlier = rows.ofRequest(requestKey);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (reason.isBlank()) {
            throw Refusal.ofField("reason", GridReason.REASON_MISSING);
        }
        var community = communityOf(edit);
        by.require(GridWords.DRAW_CELLS, community);
        var done = switch (edit) {
            case Edit.Split split -> split(by, reason, split);
            case Edit.Merge merge -> merge(by, reason, merge);
            case Edit.Redraw redraw -> redraw(by, reason, redraw);
            case Edit.Move move -> move(by, reason, move);
        };
        rows.add(
                requestKey,
                edit.getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT),
                done,
                reason,
                by,
                clock.instant());
        notices.tell(done);
        audit.note(
                by,
                GridWords.DRAW_CELLS,
                "division:" + community,
                Map.of(
                        "act", edit.getClass().getSimpleName(),
                        "created", done.created().toString(),
                        "retired", done.retired().toString()));
        return done;
    }

    private Done split(Acting by, String reason, Edit.Split split) {
        var redrawn = cells.cut(draughtsman(by, reason), split.cell(), split.line());
        redrawn.created().forEach(created -> teams.copy(split.cell(), created, by));
        return settled(by, reason, redrawn, Set.of(split.cell()));
    }

    private Done redraw(Acting by, String reason, Edit.Redraw redraw) {
        var named =
                redraw.drawn().stream().flatMap(drawn -> drawn.code().stream()).toList();
        var redrawn = cells.redraw(draughtsman(by, reason), redraw.drawn());
        named.stream()
                .findFirst()
                .ifPresent(first -> redrawn.created().forEach(created -> teams.copy(first, created, by)));
        return settled(by, reason, redrawn, Set.copyOf(named));
    }

    private Done merge(Acting by, String reason, Edit.Merge merge) {
        var redrawn = cells.merge(draughtsman(by, reason), merge.into(), merge.others());
        var moved = new Moved(0, 0, 0);
        var followed = 0;
        for (var other : merge.others()) {
            moved = moved.plus(homes.moveAll(by, other, merge.into(), because(reason)));
            followed += events.moveAll(other, merge.into());
            visits.moveAll(other, merge.into());
            teams.join(other, merge.into(), by);
        }
        return done(redrawn, moved, followed);
    }

    private Done move(Acting by, String reason, Edit.Move move) {
        if (move.dwellings().isEmpty()) {
            throw Refusal.ofField("dwellings", GridReason.NOTHING_TO_MOVE);
        }
        var moved = homes.move(by, move.dwellings(), move.to(), because(reason));
        visits.follow(move.to().upTo(Level.COMMUNITY));
        return new Done(
                move.to().upTo(Level.COMMUNITY),
                List.of(move.to()),
                List.of(),
                List.of(),
                moved.dwellings(),
                moved.households(),
                moved.people(),
                0,
                teams.phones(List.of(move.to())));
    }

    private Done settled(Acting by, String reason, Redrawn redrawn, Set<DivisionCode> drawn) {
        var moved = homes.followOutlines(by, drawn, because(reason));
        var followed = events.follow(drawn, cells.within(redrawn.community()));
        visits.follow(redrawn.community());
        return done(redrawn, moved, followed);
    }

    private Done done(Redrawn redrawn, Moved moved, int followed) {
        var concerned = new ArrayList<>(redrawn.kept());
        concerned.addAll(redrawn.created());
        concerned.addAll(redrawn.retired());
        return new Done(
                redrawn.community(),
                redrawn.kept(),
                redrawn.created(),
                redrawn.retired(),
                moved.dwellings(),
                moved.households(),
                moved.people(),
                followed,
                teams.phones(concerned));
    }

    private static DivisionCode communityOf(Edit edit) {
        var codes = switch (edit) {
            case Edit.Split split -> Stream.of(split.cell());
            case Edit.Merge merge -> Stream.concat(Stream.of(merge.into()), merge.others().stream());
            case Edit.Redraw redraw -> redraw.drawn().stream().flatMap(drawn -> drawn.code().stream());
            case Edit.Move move -> Stream.of(move.to());
        };
        return codes.findFirst()
                .map(code -> code.upTo(Level.COMMUNITY))
                .orElseThrow(() -> Refusal.ofField("cells", GridReason.UNKNOWN_CELL, ""));
    }

    private static Draughtsman draughtsman(Acting by, String reason) {
        return new Draughtsman(by.posting().value(), by.name(), reason);
    }

    private static Because because(String reason) {
        return Because.of(ChangeSource.DESK, reason);
    }
}
