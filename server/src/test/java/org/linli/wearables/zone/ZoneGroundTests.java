package org.linli.wearables.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.shared.Point;

class ZoneGroundTests {

    private static final double LAT = 40.65;
    private static final double LON = 109.83;
    private static final double NORTH = 1 / 111_195.0;
    private static final double EAST = NORTH / Math.cos(Math.toRadians(LAT));

    @Test
    void measuresACircleInMetres() {
        var circle = ZoneGround.around(new Point(LON, LAT), 200);
        assertThat(circle.depth(LON, LAT)).isEqualTo(200);
        assertThat(circle.depth(LON + 150 * EAST, LAT)).isCloseTo(50, within(0.01));
        assertThat(circle.depth(LON, LAT - 220 * NORTH)).isCloseTo(-20, within(0.01));
        assertThat(circle.depth(LON, LAT - 231 * NORTH)).as("beyond the margin").isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(circle.margin()).isEqualTo(30);
        assertThat(ZoneGround.around(new Point(LON, LAT), 60).margin()).isEqualTo(20);
        assertThat(circle.extent()).isEqualTo(400);
    }

    /** As far as the globe says: 5 km on it are 5 km here to half a per cent. */
    @Test
    void isFlatEnough() {
        var circle = ZoneGround.around(new Point(LON, LAT), 5_000);
        var north = 40.695_0;
        assertThat(5_000 - circle.depth(LON, north)).isCloseTo(4_997, within(25.0));
        assertThat(5_000 - circle.depth(109.889_0, LAT)).isCloseTo(4_991, within(25.0));
    }

    /** A yard open to the north, whose middle is no part of it. */
    @Test
    void knowsTheMiddleOfAHorseshoeForOutside() {
        var shoe = polygon(0, 0, 300, 0, 300, 300, 200, 300, 200, 100, 100, 100, 100, 300, 0, 300);
        assertThat(depth(shoe, 50, 200)).isCloseTo(50, within(0.01));
        assertThat(depth(shoe, 150, 50)).isCloseTo(50, within(0.01));
        assertThat(depth(shoe, 150, 200)).isCloseTo(-50, within(0.01));
        assertThat(depth(shoe, 150, 290)).isCloseTo(-50, within(0.01));
        assertThat(depth(shoe, 250, 320)).isCloseTo(-20, within(0.01));
        assertThat(depth(shoe, 320, 320)).as("at a corner").isCloseTo(-Math.sqrt(800), within(0.01));
        assertThat(shoe.extent()).isCloseTo(300, within(0.01));
        assertThat(shoe.radius()).isCloseTo(Math.sqrt(70_000 / Math.PI), within(0.1));
    }

    @Test
    void isTheSameWhicheverWayItWasDrawn() {
        var oneWay = polygon(0, 0, 300, 0, 150, 400);
        var otherWay = polygon(150, 400, 300, 0, 0, 0);
        for (var x = -20; x < 330; x += 7) {
            for (var y = -20; y < 420; y += 7) {
                assertThat(depth(oneWay, x, y)).isCloseTo(depth(otherWay, x, y), within(0.5));
            }
        }
    }

    static ZoneGround polygon(double... metres) {
        var corners = new ArrayList<Point>();
        for (var n = 0; n < metres.length; n += 2) {
            corners.add(new Point(LON + metres[n] * EAST, LAT + metres[n + 1] * NORTH));
        }
        return ZoneGround.within(List.copyOf(corners));
    }

    static double depth(ZoneGround ground, double east, double north) {
        return ground.depth(LON + east * EAST, LAT + north * NORTH);
    }
}
