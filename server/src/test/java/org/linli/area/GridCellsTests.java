package org.linli.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.area.GridCells.Draughtsman;
import org.linli.area.GridCells.Drawn;
import org.linli.shared.DivisionCode;
import org.linli.shared.DivisionCode.Level;
import org.linli.shared.Point;
import org.linli.shared.Refusal;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@LinliTest
class GridCellsTests {

    private static final DivisionCode COMMUNITY = DivisionCode.of("150203001020");
    private static final Draughtsman ADMINISTRATOR = new Draughtsman(new UUID(7, 7), "特木尔", "户数超过 500 户，拆分网格");

    @Autowired
    GridCells drawing;

    @Autowired
    LoadedAreas areas;

    @Autowired
    AreaQueries queries;

    @Autowired
    ReferenceLoading reference;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private DivisionCode first;
    private DivisionCode second;

    @BeforeEach
    void lookAtTheSheet() {
        areas.follow();
        first = areas.within(COMMUNITY).get(0).code();
        second = neighbourOf(first);
    }

    /** Other tests count the cells, so every drawing is taken back. */
    @AfterEach
    void rubOut() {
        jdbc.sql("delete from area.former_outline").update();
        jdbc.sql("delete from area.redrawing").update();
        jdbc.sql("delete from area.grid_cell where community = :community")
                .param("community", COMMUNITY.value())
                .update();
        jdbc.sql("update area.reference set current = false, fingerprint = 'changed ' || fingerprint")
                .update();
        reference.loadWhatChanged();
        areas.follow();
    }

    @Test
    void splitsACellAlongALine() {
        var outline = outlineOf(first);
        var before = outline.area();
        var done = drawing.cut(ADMINISTRATOR, first, across(outline));

        assertThat(done.kept()).containsExactly(first);
        assertThat(done.created()).hasSize(1);
        var fresh = done.created().getFirst();
        assertThat(fresh.value()).startsWith(COMMUNITY.value());
        assertThat(areas.division(fresh)).isPresent();
        assertThat(outlineOf(first).area() + outlineOf(fresh).area()).isCloseTo(before, within(before * 1e-9));
        assertThat(outlineOf(first).area())
                .isGreaterThanOrEqualTo(outlineOf(fresh).area());
        tiles();
        assertThat(jdbc.sql("select count(*) from access.audit where object = :object and act = 'area.cell.redraw'")
                        .param("object", "division:" + COMMUNITY)
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void knowsANewCellInsideTheTransactionThatDrawsIt() {
        transaction.executeWithoutResult(status -> {
            var fresh = drawing.cut(ADMINISTRATOR, first, across(outlineOf(first)))
                    .created()
                    .getFirst();
            assertThat(areas.requireDivision(fresh).names().zh())
                    .isEqualTo(fresh.value().substring(12) + "网格");
            status.setRollbackOnly();
        });
        assertThat(areas.within(COMMUNITY))
                .hasSameSizeAs(
                        queries.cells().stream().filter(COMMUNITY::covers).toList());
    }

    @Test
    void putsWhatIsDrawnBesideAnEdgeOntoIt() {
        var moved = List.of(drawn(first, 3e-7), drawn(second, -3e-7));
        drawing.redraw(ADMINISTRATOR, moved);
        tiles();
    }

    @Test
    void drawsADedicatedCellInTheMiddleOfAnother() {
        var outline = outlineOf(first);
        var yard = yardIn(outline);
        var rest = new Drawn(
                Optional.of(first),
                false,
                rings(CellGeometry.outline(
                        CellGeometry.minus(CellGeometry.of(outline), CellGeometry.of(List.of(yard))))));
        var done = drawing.redraw(ADMINISTRATOR, List.of(rest, new Drawn(Optional.empty(), true, List.of(yard))));
        assertThat(done.created()).containsExactly(DivisionCode.of(COMMUNITY.value() + "901"));
        assertThat(areas.locate(middle(yard))).contains(done.created().getFirst());
        tiles();
    }

    @Test
    void mergesCellsAndNeverGivesTheirNumbersAgain() {
        var count = areas.within(COMMUNITY).size();
        var ground = outlineOf(first).area() + outlineOf(second).area();
        var done = drawing.merge(ADMINISTRATOR, first, List.of(second));
        assertThat(done.retired()).containsExactly(second);
        assertThat(areas.division(second)).isEmpty();
        assertThat(areas.within(COMMUNITY)).hasSize(count - 1);
        assertThat(outlineOf(first).area()).isCloseTo(ground, within(ground * 1e-9));
        tiles();
        var last = areas.within(COMMUNITY).getLast().code();
        var fresh = drawing.cut(ADMINISTRATOR, first, across(outlineOf(first)))
                .created()
                .getFirst();
        assertThat(fresh).isNotEqualTo(second).isGreaterThan(last);
    }

    @Test
    void retiresACellAndGivesItsGroundToOneNeighbour() {
        var done = drawing.retire(ADMINISTRATOR, first);
        assertThat(done.kept()).hasSize(1);
        assertThat(areas.division(first)).isEmpty();
        tiles();
    }

    @Test
    void keepsWhatWasDrawnWhenTheReferenceFilesAreLoadedAgain() {
        var fresh = drawing.cut(ADMINISTRATOR, first, across(outlineOf(first)))
                .created()
                .getFirst();
        drawing.merge(ADMINISTRATOR, first, List.of(neighbourOf(first)));
        var before = queries.cells();
        jdbc.sql("update area.reference set current = false, fingerprint = 'older ' || fingerprint")
                .update();
        reference.loadWhatChanged();
        assertThat(queries.cells()).isEqualTo(before).contains(fresh);
        areas.follow();
        tiles();
    }

    @Test
    void followsWhatAnotherProcessDrew() {
        var elsewhere = new Picture(queries);
        drawing.retire(ADMINISTRATOR, first);
        assertThat(elsewhere.version()).isLessThan(queries.version());
        assertThat(elsewhere.division(first)).isPresent();
        assertThat(new Picture(queries).division(first)).isEmpty();
    }

    @Test
    void refusesOutlinesThatAreNone() {
        var line = List.of(new Point(109.8, 40.6), new Point(109.9, 40.6));
        var bow = List.of(
                new Point(109.8, 40.6), new Point(109.81, 40.61), new Point(109.81, 40.6), new Point(109.8, 40.61));
        assertThatThrownBy(() -> redraw(new Drawn(Optional.of(first), false, List.of(line))))
                .satisfies(is(AreaReason.OUTLINE_TOO_SHORT));
        assertThatThrownBy(() -> redraw(new Drawn(Optional.of(first), false, List.of(bow))))
                .satisfies(is(AreaReason.OUTLINE_CROSSES_ITSELF));
        assertThatThrownBy(() -> redraw(new Drawn(Optional.of(first), false, List.of())))
                .satisfies(is(AreaReason.OUTLINE_TOO_SHORT));
        assertThatThrownBy(() -> new Draughtsman(new UUID(7, 7), "特木尔", " "))
                .satisfies(is(AreaReason.DRAWING_REASON_MISSING));
    }

    @Test
    void refusesHolesOverlapsAndGroundOfOthers() {
        var yard = yardIn(outlineOf(first));
        assertThatThrownBy(() -> redraw(new Drawn(Optional.of(first), false, List.of(yard))))
                .satisfies(is(AreaReason.HOLE_LEFT));
        assertThatThrownBy(() -> redraw(drawn(first, 0), new Drawn(Optional.empty(), false, List.of(yard))))
                .satisfies(is(AreaReason.CELLS_OVERLAP));
        var both = CellGeometry.outline(
                CellGeometry.union(List.of(CellGeometry.of(outlineOf(first)), CellGeometry.of(outlineOf(second)))));
        assertThatThrownBy(() -> redraw(new Drawn(Optional.of(first), false, rings(both))))
                .satisfies(is(AreaReason.OVERLAPS_CELL));
        var everywhere =
                List.of(new Point(109.0, 40.0), new Point(111.0, 40.0), new Point(111.0, 41.5), new Point(109.0, 41.5));
        var all = new ArrayList<Drawn>();
        areas.within(COMMUNITY).forEach(cell -> all.add(drawn(cell.code(), 0)));
        all.set(0, new Drawn(Optional.of(first), false, List.of(everywhere)));
        assertThatThrownBy(() -> drawing.redraw(ADMINISTRATOR, all)).satisfies(is(AreaReason.OUTSIDE_COMMUNITY));
    }

    @Test
    void refusesCellsThatCannotBeTakenTogether() {
        var elsewhere = areas.within(DivisionCode.of("150203001015")).getFirst().code();
        assertThatThrownBy(() -> drawing.merge(ADMINISTRATOR, first, List.of(elsewhere)))
                .satisfies(is(AreaReason.CELLS_OF_TWO_COMMUNITIES));
        assertThatThrownBy(() -> drawing.merge(ADMINISTRATOR, first, List.of(first)))
                .satisfies(is(AreaReason.CELLS_OF_TWO_COMMUNITIES));
        assertThatThrownBy(() -> drawing.merge(ADMINISTRATOR, first, List.of()))
                .satisfies(is(AreaReason.PARTS_MISSING));
        assertThatThrownBy(() -> drawing.retire(ADMINISTRATOR, DivisionCode.of(COMMUNITY.value() + "899")))
                .satisfies(is(AreaReason.UNKNOWN_CELL));
        var far = areas.within(COMMUNITY).stream()
                .map(Areas.Division::code)
                .filter(cell -> !cell.equals(first) && edge(first, cell) <= 0)
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> drawing.merge(ADMINISTRATOR, first, List.of(far)))
                .satisfies(is(AreaReason.NOT_ADJOINING));
        var beside = List.of(new Point(109.0, 40.0), new Point(109.1, 40.0));
        assertThatThrownBy(() -> drawing.cut(ADMINISTRATOR, first, beside)).satisfies(is(AreaReason.LINE_DOES_NOT_CUT));
    }

    private GridCells.Redrawn redraw(Drawn... cells) {
        return drawing.redraw(ADMINISTRATOR, List.of(cells));
    }

    /** Every point of the community lies in exactly one cell. */
    private void tiles() {
        var whole = areas.outlines().of(COMMUNITY).orElseThrow();
        var cells = areas.outlines().inside(COMMUNITY, Level.GRID_CELL).values();
        assertThat(cells.stream().mapToDouble(Outline::area).sum())
                .isCloseTo(whole.area(), within(whole.area() * 1e-9));
        var random = new Random(901);
        for (var n = 0; n < 2000; n++) {
            var lon = whole.min(Outline.Axis.LON)
                    + random.nextDouble() * (whole.max(Outline.Axis.LON) - whole.min(Outline.Axis.LON));
            var lat = whole.min(Outline.Axis.LAT)
                    + random.nextDouble() * (whole.max(Outline.Axis.LAT) - whole.min(Outline.Axis.LAT));
            var holding = cells.stream().filter(cell -> cell.contains(lon, lat)).count();
            assertThat(holding).as("%s %s", lon, lat).isEqualTo(whole.contains(lon, lat) ? 1 : 0);
        }
    }

    private Drawn drawn(DivisionCode cell, double beside) {
        var rings = rings(outlineOf(cell)).stream()
                .map(ring -> ring.stream()
                        .map(point -> new Point(point.lon() + beside, point.lat() + beside))
                        .toList())
                .toList();
        return new Drawn(Optional.of(cell), false, rings);
    }

    private Outline outlineOf(DivisionCode cell) {
        return areas.outlines().of(cell).orElseThrow();
    }

    private DivisionCode neighbourOf(DivisionCode cell) {
        return areas.within(COMMUNITY).stream()
                .map(Areas.Division::code)
                .filter(other -> !other.equals(cell) && edge(cell, other) > 1e-5)
                .findFirst()
                .orElseThrow();
    }

    private double edge(DivisionCode one, DivisionCode other) {
        return Tiling.edge(CellGeometry.of(outlineOf(one)), CellGeometry.of(outlineOf(other)));
    }

    private static List<List<Point>> rings(Outline outline) {
        return outline.rings().stream()
                .map(ring -> {
                    var points = new ArrayList<Point>();
                    for (var n = 0; n < ring.length; n += 2) {
                        points.add(new Point(ring[n], ring[n + 1]));
                    }
                    return List.copyOf(points);
                })
                .toList();
    }

    /** From west of the cell to east of it, north of its middle. */
    private static List<Point> across(Outline outline) {
        var lat = outline.min(Outline.Axis.LAT) * 0.4 + outline.max(Outline.Axis.LAT) * 0.6;
        return List.of(
                new Point(outline.min(Outline.Axis.LON) - 0.001, lat),
                new Point(outline.max(Outline.Axis.LON) + 0.001, lat));
    }

    /** Some 40 metres square around a point well inside. */
    private static List<Point> yardIn(Outline outline) {
        var middle = CellGeometry.thick(CellGeometry.of(outline)).orElseThrow();
        var half = 0.0002;
        return List.of(
                new Point(middle.lon() - half, middle.lat() - half),
                new Point(middle.lon() + half, middle.lat() - half),
                new Point(middle.lon() + half, middle.lat() + half),
                new Point(middle.lon() - half, middle.lat() + half));
    }

    private static Point middle(List<Point> yard) {
        return new Point(
                (yard.get(0).lon() + yard.get(2).lon()) / 2,
                (yard.get(0).lat() + yard.get(2).lat()) / 2);
    }

    private static Consumer<Throwable> is(AreaReason reason) {
        return thrown -> assertThat(((Refusal) thrown).reason()).isEqualTo(reason);
    }
}
