package org.linli.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.linli.area.Outline.Axis;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class SlicingTests {

    /** Two towers on a common base, so that a high cut leaves two pieces. */
    private static final Outline TOWERS =
            new Outline(List.of(new double[] {0, 0, 6, 0, 6, 4, 4, 4, 4, 1, 2, 1, 2, 4, 0, 4}));

    @Test
    void cutsAConcaveOutlineIntoSeparatePieces() {
        var halves = TOWERS.cut(Axis.LAT, 2);
        assertThat(halves.low().rings()).hasSize(1);
        assertThat(halves.high().rings()).hasSize(2);
        assertThat(halves.high().area()).isEqualTo(8);
        assertThat(TOWERS.areaBelow(Axis.LAT, 2)).isCloseTo(10, within(1e-12));
        assertThat(halves.low().area()).isCloseTo(10, within(1e-12));
    }

    @Test
    void givesEveryPartItsShare() {
        var parts = Slicing.byWeight(TOWERS, new double[] {1, 2, 3, 12});
        assertThat(parts)
                .extracting(Outline::area)
                .satisfiesExactly(
                        area -> assertThat(area).isCloseTo(1, within(1e-9)),
                        area -> assertThat(area).isCloseTo(2, within(1e-9)),
                        area -> assertThat(area).isCloseTo(3, within(1e-9)),
                        area -> assertThat(area).isCloseTo(12, within(1e-9)));
    }

    @Test
    void numbersRowsFromTheNorthAndColumnsFromTheWest() {
        var square = new Outline(List.of(new double[] {0, 0, 3, 0, 3, 3, 0, 3}));
        var cells = Slicing.inRows(square, 9);
        assertThat(cells.getFirst().contains(0.5, 2.5)).isTrue();
        assertThat(cells.get(2).contains(2.5, 2.5)).isTrue();
        assertThat(cells.get(8).contains(2.5, 0.5)).isTrue();
    }

    @Test
    void leavesNoHoleAndNoOverlap() {
        var random = new Random(7);
        for (var parts = 1; parts <= 40; parts += 3) {
            var cells = Slicing.inRows(TOWERS, parts);
            assertThat(cells).hasSize(parts);
            for (var i = 0; i < 200; i++) {
                var x = 6 * random.nextDouble();
                var y = 4 * random.nextDouble();
                assertThat(cells.stream().filter(cell -> cell.contains(x, y)).count())
                        .as("%s, %s in %s parts", x, y, parts)
                        .isEqualTo(TOWERS.contains(x, y) ? 1 : 0);
            }
        }
    }

    @Test
    void readsAnOutlineOfTheDistrictThatDoesNotCrossItself() {
        var ring = ReferenceFiles.boundary().rings().getFirst();
        var corners = new Coordinate[ring.length / 2 + 1];
        for (var i = 0; i < corners.length; i++) {
            corners[i] = new Coordinate(ring[2 * i % ring.length], ring[2 * i % ring.length + 1]);
        }
        assertThat(new GeometryFactory().createPolygon(corners).isValid()).isTrue();
    }
}
