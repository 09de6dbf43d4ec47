package org.linli.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.linli.shared.DivisionCode;

/** Whether the cells of a community fill it, with faults planted in them. */
class CheckingCoverTests {

    private static final DivisionCode COMMUNITY = DivisionCode.of("150203001015");
    private static final Outline WHOLE = box(109.80, 40.60, 109.82, 40.61);

    @Test
    void findsNothingWrongWithCellsThatFillTheirCommunity() {
        var laid = lay(Map.of(1, box(109.80, 40.60, 109.81, 40.61), 2, box(109.81, 40.60, 109.82, 40.61)));
        assertThat(laid.holes()).isEmpty();
        assertThat(laid.overlaps()).isEmpty();
    }

    @Test
    void findsTheGroundThatNoCellCovers() {
        var laid = lay(Map.of(1, box(109.80, 40.60, 109.81, 40.61), 2, box(109.812, 40.60, 109.82, 40.61)));
        assertThat(laid.holes()).singleElement().satisfies(hole -> {
            assertThat(hole.community()).isEqualTo(COMMUNITY);
            assertThat(hole.at().lon()).isBetween(109.81, 109.812);
            assertThat(hole.squareMetres()).isBetween(180_000, 200_000);
        });
    }

    @Test
    void findsTheGroundThatTwoCellsCover() {
        var laid = lay(Map.of(1, box(109.80, 40.60, 109.813, 40.61), 2, box(109.81, 40.60, 109.82, 40.61)));
        assertThat(laid.holes()).isEmpty();
        assertThat(laid.overlaps()).singleElement().satisfies(overlap -> {
            assertThat(overlap.one().value()).isEqualTo("150203001015001");
            assertThat(overlap.other().value()).isEqualTo("150203001015002");
            assertThat(overlap.at().lon()).isBetween(109.81, 109.813);
        });
    }

    @Test
    void overlooksAnEdgeThatWasDrawnTwice() {
        var laid = lay(Map.of(1, box(109.80, 40.60, 109.810003, 40.61), 2, box(109.81, 40.60, 109.82, 40.61)));
        assertThat(laid.overlaps()).isEmpty();
    }

    private static CheckingCover.Laid lay(Map<Integer, Outline> cells) {
        var drawn = new TreeMap<DivisionCode, Outline>();
        cells.forEach((number, outline) -> drawn.put(DivisionCode.of(COMMUNITY + "00" + number), outline));
        return CheckingCover.lay(COMMUNITY, WHOLE, drawn);
    }

    private static Outline box(double west, double south, double east, double north) {
        return new Outline(List.of(new double[] {west, south, east, south, east, north, west, north}));
    }
}
