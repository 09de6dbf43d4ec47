package org.linli.wearables.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.linli.wearables.line.Fault;
import org.linli.wearables.line.Heard;

class WatchFramesTests {

    /** As watches send them; the length of some is wrong, as in about a third of captures. */
    private static final List<String> CAPTURED = List.of(
            "[3G*4700609403*0013*bphrt,120,79,73,,,,]",
            "[SG*8800000015*0002*LK]",
            "[3G*5005001234*000D*LK,50,100,100]",
            "[ZJ*5678901234*0042*0008*LK,0,0,5]",
            "[SG*8800000015*0087*UD,220414,134652,A,22.571707,N,113.8613968,E,0.1,0.0,100,7,60,90,1000,50,0000,4,1,460,0,9360,4082,131]",
            "[3G*123456789012345*FFFF*AL,020326,010000,V,0,N,0,E,0,0,0,0,60,90,0,0,00010000]",
            "[3G*9705141740*000B*oxygen,0,98]");

    private final List<Heard> broken = new ArrayList<>();
    private final WatchFrames frames = new WatchFrames(broken::add);

    @Test
    void readsCapturedFrames() {
        var read = take(String.join("", CAPTURED));
        assertThat(read).hasSize(CAPTURED.size());
        assertThat(read.get(3)).isEqualTo(new WatchFrame("ZJ", "5678901234", Optional.of("0042"), "LK,0,0,5"));
        assertThat(read.get(0).content()).isEqualTo("bphrt,120,79,73,,,,");
        assertThat(broken).isEmpty();
    }

    @Test
    void readsTheSameHoweverTheStreamIsCut() {
        var seed = Long.getLong("linli.seed", System.nanoTime());
        System.out.println("seed " + seed + " (set another with -Dlinli.seed)");
        var random = new Random(seed);
        var bytes = bytes("noise]" + String.join("x*[", CAPTURED) + "[3G*4700609403*0002*LK]");
        var whole = new WatchFrames(one -> {}).take(bytes);
        assertThat(whole).hasSize(CAPTURED.size() + 1);
        for (var round = 0; round < 300; round++) {
            var cut = new WatchFrames(one -> {});
            var read = new ArrayList<WatchFrame>();
            for (var from = 0; from < bytes.length; ) {
                var to = Math.min(bytes.length, from + 1 + random.nextInt(40));
                read.addAll(cut.take(Arrays.copyOfRange(bytes, from, to)));
                from = to;
            }
            assertThat(read).isEqualTo(whole);
        }
    }

    @Test
    void doesNotLetAFrameThatLostItsEndSwallowTheNext() {
        assertThat(take("[3G*4700609403*000B*oxygen,0,98[3G*4700609403*0002*LK]"))
                .containsExactly(new WatchFrame("3G", "4700609403", Optional.empty(), "LK"));
        assertThat(broken).extracting(one -> ((Heard.Broken) one).fault()).containsExactly(Fault.LOST_END);
    }

    @Test
    void skipsWhatStandsBeforeAFrame() {
        assertThat(take("\r\n\u0000garbage[3G*4700609403*0002*LK]")).hasSize(1);
    }

    @Test
    void countsWhatIsNoFrame() {
        assertThat(take("[hello][3G*12*0002*LK][3G*4700609403*02*LK]")).isEmpty();
        assertThat(broken).hasSize(3);
    }

    @Test
    void holdsNoMoreThanAFrameOfWhateverIsSent() {
        for (var n = 0; n < 300; n++) {
            assertThat(take("[3G*4700609403*0002*" + "x".repeat(4000))).isEmpty();
        }
        assertThat(frames.sinceGood()).isGreaterThan(1_000_000);
        assertThat(take("[3G*4700609403*0002*LK]")).hasSize(1);
        assertThat(frames.sinceGood()).isZero();
    }

    @Test
    void holdsNoMoreThanAFrameOfBeginnings() {
        assertThat(take("[".repeat(1 << 20))).isEmpty();
        assertThat(take("x".repeat(4_085) + "[3G*4700609403*0002*LK]"))
                .as("a header that begins where what is held ends")
                .hasSize(1);
    }

    /** Bytes flipped, dropped and doubled: nothing is thrown, and a good frame afterwards is read. */
    @Test
    void survivesWhateverALineMakesOfIt() {
        var seed = Long.getLong("linli.seed", System.nanoTime());
        System.out.println("seed " + seed + " (set another with -Dlinli.seed)");
        var random = new Random(seed);
        for (var round = 0; round < 20_000; round++) {
            var bytes = bytes(CAPTURED.get(random.nextInt(CAPTURED.size())));
            for (var n = random.nextInt(4); n >= 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            for (var frame : frames.take(bytes)) {
                WatchWords.read(frame, java.time.Instant.EPOCH);
            }
        }
        frames.take(bytes("]"));
        assertThat(take("[3G*4700609403*0002*LK]"))
                .last()
                .isEqualTo(new WatchFrame("3G", "4700609403", Optional.empty(), "LK"));
    }

    @Test
    void writesWhatItReads() {
        for (var captured : List.of("[SG*8800000015*0002*LK]", "[ZJ*5678901234*0042*0008*LK,0,0,5]")) {
            var frame = WatchFrame.read(bytes(captured), 0, captured.length());
            assertThat(new String(frame.bytes(), StandardCharsets.UTF_8)).isEqualTo(captured);
        }
    }

    private List<WatchFrame> take(String text) {
        return frames.take(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
