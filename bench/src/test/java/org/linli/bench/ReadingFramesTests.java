package org.linli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReadingFramesTests {

    private static final int MOMENT = 1_795_999_323; // 2026-11-30 00:42:03 UTC
    private static final int WATCH = 123_456;

    private final ReadingFrames frames = new ReadingFrames();

    @Test
    void writesWhatAWatchSays() {
        var buffer = Unpooled.buffer();
        frames.reading(buffer, WATCH, MOMENT);
        frames.link(buffer, WATCH);
        frames.callForHelp(buffer, WATCH, MOMENT + 86_400);
        var lon = Crowd.lon(WATCH, MOMENT);
        var lat = Crowd.lat(WATCH);
        var place = "A,%d.%06d,N,%d.%06d,E,3.2,90,1060,8,80,87,1200,0,"
                .formatted(lat / 1_000_000, lat % 1_000_000, lon / 1_000_000, lon % 1_000_000);
        assertThat(buffer.toString(StandardCharsets.US_ASCII))
                .isEqualTo("[3G*860000000123456*004F*UD,301126,004203," + place + "00000000]"
                        + "[3G*860000000123456*000C*LK,1200,0,87]"
                        + "[3G*860000000123456*004F*AL,011226,004203," + place + "00010000]");
    }

    @Test
    void neverSaysTheSameSecondTwice() {
        var crowd = new Crowd(1);
        var first = crowd.tick(0);
        assertThat(crowd.tick(0)).isEqualTo(first + 1);
    }
}
