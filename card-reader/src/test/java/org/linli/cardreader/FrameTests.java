package org.linli.cardreader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameTests {

    private static final long SEED = 20261123;

    @ParameterizedTest
    @CsvSource({
        "11ff, AAAAAA9669000311FFED",
        "12ff, AAAAAA9669000312FFEE",
        "2001, AAAAAA96690003200122",
        "2002, AAAAAA96690003200221",
        "3001, AAAAAA96690003300132",
        "3010, AAAAAA96690003301023",
        "3003, AAAAAA96690003300330",
        "61ff50, AAAAAA9669000461FF50CA"
    })
    void framesTheCommandsOfTheStandard(String payload, String frame) {
        assertThat(Frame.encode(hex(payload))).isEqualTo(hex(frame));
        assertThat(new FrameDecoder().feed(hex(frame))).containsExactly(hex(payload));
    }

    @Test
    void framesAReadingIn1295Bytes() {
        assertThat(Frame.encode(Sdt.contentReply(new byte[256], new byte[1024])))
                .hasSize(1295);
    }

    @Test
    void givesTheSameFramesHoweverTheStreamIsCut() {
        var random = new Random(SEED);
        for (var round = 0; round < 300; round++) {
            var payloads = payloads(random);
            var stream = new ByteArrayOutputStream();
            payloads.forEach(payload -> {
                stream.writeBytes(noise(random));
                stream.writeBytes(Frame.encode(payload));
            });
            assertThat(inPieces(stream.toByteArray(), random))
                    .as("round %d of seed %d", round, SEED)
                    .usingElementComparator(Arrays::compare)
                    .containsExactlyElementsOf(payloads);
        }
    }

    @Test
    void losesOnlyTheFrameThatWasBroken() {
        var random = new Random(SEED);
        for (var round = 0; round < 300; round++) {
            var good = payload(random, 40);
            var broken = Frame.encode(payload(random, 40));
            broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            var stream = new ByteArrayOutputStream();
            stream.writeBytes(broken);
            stream.writeBytes(Frame.encode(good));
            var decoder = new FrameDecoder();
            var found = new ArrayList<>(decoder.feed(stream.toByteArray()));
            for (var i = 0; i < stream.size() && found.isEmpty(); i++) {
                found.addAll(decoder.giveUp());
            }
            assertThat(found)
                    .as("round %d of seed %d", round, SEED)
                    .usingElementComparator(Arrays::compare)
                    .containsExactly(good);
        }
    }

    @Test
    void waitsForARestThatHasNotComeAndGivesItUpWhenTold() {
        var decoder = new FrameDecoder();
        var frame = Frame.encode(Sdt.FIND);

        assertThat(decoder.feed(Arrays.copyOf(frame, 6))).isEmpty();
        assertThat(decoder.giveUp()).isEmpty();
        assertThat(decoder.feed(frame)).containsExactly(Sdt.FIND);
    }

    @Test
    void takesAnyBytesWithoutFailing() {
        var random = new Random(SEED);
        var decoder = new FrameDecoder();
        for (var round = 0; round < 2000; round++) {
            decoder.feed(noise(random));
            if (round % 7 == 0) {
                decoder.feed(Frame.PREAMBLE);
            }
        }
        assertThat(decoder.giveUp()).isNotNull();
    }

    private static List<byte[]> inPieces(byte[] stream, Random random) {
        var decoder = new FrameDecoder();
        var found = new ArrayList<byte[]>();
        for (var at = 0; at < stream.length; ) {
            var next = Math.min(stream.length, at + 1 + random.nextInt(12));
            found.addAll(decoder.feed(Arrays.copyOfRange(stream, at, next)));
            at = next;
        }
        return found;
    }

    private static List<byte[]> payloads(Random random) {
        var payloads = new ArrayList<byte[]>();
        for (var i = random.nextInt(4); i >= 0; i--) {
            payloads.add(payload(random, 60));
        }
        return payloads;
    }

    private static byte[] payload(Random random, int most) {
        var payload = new byte[3 + random.nextInt(most)];
        random.nextBytes(payload);
        return payload;
    }

    /** Bytes on the line that are no part of a frame. */
    private static byte[] noise(Random random) {
        var noise = new byte[random.nextInt(6)];
        random.nextBytes(noise);
        for (var i = 0; i < noise.length; i++) {
            noise[i] = noise[i] == (byte) 0xAA ? 0x55 : noise[i];
        }
        return noise;
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.toLowerCase(java.util.Locale.ROOT));
    }
}
