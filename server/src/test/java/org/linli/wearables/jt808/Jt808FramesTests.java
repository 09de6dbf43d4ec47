package org.linli.wearables.jt808;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.linli.wearables.line.Fault;
import org.linli.wearables.line.Heard;

class Jt808FramesTests {

    /** As terminals of the edition of 2013 send them: heartbeat, authentication, positions, and stored positions. */
    static final String HEARTBEAT = "7e0002000004304832546500b7ca7e";

    static final String AUTHENTICATION = "7E010200100940278494700084323031313131303831313333323139369F7E";
    static final String POSITION =
            "7e02000033202011200010001300020000000400020158b30006c93ee5002000000000201127162937010400000000fe0145ff0c01cc00000000263300000f3e627e";
    static final String STORED =
            "7e070400db07904116875014480003010046000000000000000b020057d40072fb9c0064017200f220090215230301040000092930011f31010ceb1c000c00b28921200272401241734f00060089ffffffef000400ce1d460046000000000000000b0200570c0072fdb2005f013600ee20090215230801040000092a30011f31010ceb1c000c00b28921200272401241734f00060089ffffffef000400ce1e800046000000000000000b020056ac0072fe9b005a00d200ec20090215231301040000092a30011b31010ceb1c000c00b28921200272401241734f00060089ffffffef000400ce1e35d77e";

    private static final List<String> CAPTURED = List.of(HEARTBEAT, AUTHENTICATION, POSITION, STORED);

    private final List<Heard> broken = new ArrayList<>();
    private final Jt808Frames frames = new Jt808Frames(broken::add);

    @Test
    void readsCapturedFrames() {
        var read = frames.take(all(CAPTURED));
        assertThat(read).extracting(Jt808Frame::kind).containsExactly(0x0002, 0x0102, 0x0200, 0x0704);
        assertThat(read).extracting(Jt808Frame::edition).containsOnly(Edition.OF_2013);
        assertThat(read.getFirst().terminal()).isEqualTo("043048325465");
        assertThat(read.getFirst().serial()).isEqualTo(0xb7);
        assertThat(read.get(1).body()).asString().isEqualTo("2011110811332196");
        assertThat(frames.frames()).isEqualTo(4);
        assertThat(broken).isEmpty();
    }

    @Test
    void writesWhatItReads() {
        for (var captured : CAPTURED) {
            assertThat(frames.take(bytes(captured)).getFirst().bytes()).isEqualTo(bytes(captured));
        }
    }

    @Test
    void readsWhatItWritesInBothEditions() {
        var random = seeded();
        for (var round = 0; round < 2_000; round++) {
            var written = anyFrame(random);
            assertThat(frames.take(written.bytes())).usingRecursiveComparison().isEqualTo(List.of(written));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void readsTheSameHoweverTheStreamIsCut() {
        var random = seeded();
        var stream = new ByteArrayOutputStream();
        stream.writeBytes("noise".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        for (var n = 0; n < 12; n++) {
            stream.writeBytes(anyFrame(random).bytes());
            stream.writeBytes(bytes(CAPTURED.get(n % CAPTURED.size())));
        }
        var bytes = stream.toByteArray();
        var whole = frames.take(bytes);
        assertThat(whole).hasSize(24);
        for (var round = 0; round < 200; round++) {
            var cut = new Jt808Frames(broken::add);
            var read = new ArrayList<Jt808Frame>();
            for (var from = 0; from < bytes.length; ) {
                var to = Math.min(bytes.length, from + 1 + random.nextInt(60));
                read.addAll(cut.take(Arrays.copyOfRange(bytes, from, to)));
                from = to;
            }
            assertThat(read).usingRecursiveComparison().isEqualTo(whole);
        }
    }

    @Test
    void readsOneFlagBetweenTwoFrames() {
        assertThat(frames.take(bytes(HEARTBEAT + HEARTBEAT.substring(2)))).hasSize(2);
    }

    @Test
    void losesOnlyTheFrameThatIsBroken() {
        var flipped = bytes(POSITION);
        flipped[20] ^= 1;
        var wrongLength = withCheck("7e0002000104304832546500b7");
        var encrypted = withCheck("7e0002040004304832546500b7");
        var badEscape = "7e00027d0504304832546500b7ca7e";
        var cutOff = bytes("7e000200");
        var read = frames.take(join(
                flipped,
                bytes(HEARTBEAT),
                wrongLength,
                bytes(HEARTBEAT),
                encrypted,
                bytes(badEscape),
                cutOff,
                bytes(HEARTBEAT)));
        assertThat(read).hasSize(3);
        assertThat(broken)
                .extracting(one -> ((Heard.Broken) one).fault())
                .containsExactly(
                        Fault.WRONG_CHECK, Fault.WRONG_LENGTH, Fault.ENCRYPTED, Fault.UNREADABLE, Fault.UNREADABLE);
    }

    @Test
    void holdsNoMoreThanAFrameOfWhateverIsSent() {
        var megabyte = new byte[1 << 20];
        Arrays.fill(megabyte, (byte) 0x55);
        megabyte[0] = Jt808Frame.FLAG;
        assertThat(frames.take(megabyte)).isEmpty();
        assertThat(frames.sinceGood()).isEqualTo(1 << 20);
        assertThat(frames.take(bytes(HEARTBEAT))).hasSize(1);
        assertThat(frames.sinceGood()).isZero();
        assertThat(broken).singleElement().satisfies(one -> {
            assertThat(((Heard.Broken) one).fault()).isEqualTo(Fault.TOO_LONG);
            assertThat(((Heard.Broken) one).start()).hasSize(64);
        });
    }

    @Test
    void namesADeviceTheSameInBothEditions() {
        assertThat(device(Edition.OF_2013, "013800138000")).hasValue("13800138000");
        assertThat(device(Edition.OF_2019, "00000000013800138000")).hasValue("13800138000");
        assertThat(device(Edition.OF_2019, "00000861234567890123")).hasValue("861234567890123");
        assertThat(device(Edition.OF_2013, "000000000042")).hasValue("0000000042");
        assertThat(device(Edition.OF_2019, "12345678901234567890"))
                .as("more than 15 digits")
                .isEmpty();
        assertThat(device(Edition.OF_2013, "01380013800a")).as("no digits").isEmpty();
    }

    /** Bytes flipped, dropped and doubled: nothing is thrown, and a good frame afterwards is read. */
    @Test
    void survivesWhateverALineMakesOfIt() {
        var random = seeded();
        for (var round = 0; round < 20_000; round++) {
            var bytes = bytes(CAPTURED.get(random.nextInt(CAPTURED.size())));
            for (var n = random.nextInt(4); n >= 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            frames.take(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
        }
        frames.take(new byte[] {Jt808Frame.FLAG});
        assertThat(frames.take(bytes(HEARTBEAT))).hasSize(1);
    }

    private static Optional<String> device(Edition edition, String terminal) {
        return new Jt808Frame(2, edition, terminal, 0, Optional.empty(), new byte[0]).device();
    }

    private static Jt808Frame anyFrame(Random random) {
        var edition = random.nextBoolean() ? Edition.OF_2013 : Edition.OF_2019;
        var body = new byte[random.nextInt(Jt808Frame.LONGEST_BODY + 1)];
        random.nextBytes(body);
        if (random.nextBoolean()) {
            Arrays.fill(body, random.nextBoolean() ? Jt808Frame.FLAG : Jt808Frame.ESCAPE);
        }
        return new Jt808Frame(
                random.nextInt(0x10000),
                edition,
                random.ints(2L * edition.terminalBytes(), 0, 10)
                        .mapToObj(Integer::toString)
                        .collect(java.util.stream.Collectors.joining()),
                random.nextInt(0x10000),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(new Jt808Frame.Part(1 + random.nextInt(9), 1 + random.nextInt(9))),
                body);
    }

    private static byte[] withCheck(String hex) {
        var bytes = bytes(hex);
        var check = 0;
        for (var n = 1; n < bytes.length; n++) {
            check ^= bytes[n];
        }
        return join(bytes, new byte[] {(byte) check, Jt808Frame.FLAG});
    }

    private static byte[] all(List<String> frames) {
        return bytes(String.join("", frames));
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static Random seeded() {
        var seed = Long.getLong("linli.seed", System.nanoTime());
        System.out.println("seed " + seed + " (set another with -Dlinli.seed)");
        return new Random(seed);
    }
}
