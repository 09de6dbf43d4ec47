package org.linli.wearables.jt808;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.wearables.AlarmKind;
import org.linli.wearables.batch.Message;
import org.linli.wearables.line.Fault;
import org.linli.wearables.line.Heard;
import org.linli.wearables.line.Order;

class Jt808DialogueTests {

    private static final Instant RECEIVED = Instant.parse("2026-03-02T01:00:00Z");
    private static final String NUMBER = "13800138000";
    private static final int VALID = 2;
    private static final int SOUTH_WEST = 12;

    private static final Jt808Codes CODES = new Jt808Codes() {
        @Override
        public String of(String device) {
            return "code-of-" + device;
        }

        @Override
        public boolean fits(String device, String code) {
            return code.equals(of(device));
        }
    };

    private final Jt808Dialogue dialogue = new Jt808Dialogue(CODES);

    @ParameterizedTest
    @EnumSource
    void letsInWhoProvesItself(Edition edition) {
        var terminal = new Terminal(edition, NUMBER);
        var knock = (Heard.Knock) only(terminal.registers());
        assertThat(knock.device()).isEqualTo(NUMBER);
        var welcome = frame(knock.welcome());
        assertThat(welcome.kind()).isEqualTo(0x8100);
        assertThat(welcome.terminal()).isEqualTo(terminal.number);
        assertThat(welcome.body()).startsWith(0, 1, 0).endsWith(CODES.of(NUMBER).getBytes(Jt808Orders.GBK));
        assertThat(frame(knock.refusal()).body()).containsExactly(0, 1, 4);
        var in = (Heard.Said) only(terminal.authenticates(CODES.of(NUMBER)));
        assertThat(in.trusted()).isTrue();
        assertThat(in.messages()).singleElement().satisfies(message -> {
            assertThat(message.device()).isEqualTo(NUMBER);
            assertThat(frame(message.answer().orElseThrow()).body()).containsExactly(0, 2, 1, 2, 0);
        });
        assertThat(frame(in.refusal().orElseThrow()).body()).containsExactly(0, 2, 1, 2, 1);
        assertThat(only(terminal.says(Jt808Kinds.HEARTBEAT))).isInstanceOf(Heard.Said.class);
    }

    @ParameterizedTest
    @EnumSource
    void hangsUpOnAWrongCode(Edition edition) {
        for (var code : List.of("", "x", CODES.of(NUMBER) + "x", CODES.of("13800138001"))) {
            var reply = (Heard.Reply) only(new Terminal(edition, NUMBER).authenticates(code));
            assertThat(reply.last()).isTrue();
            assertThat(frame(reply.bytes()).body()).containsExactly(0, 1, 1, 2, 1);
        }
    }

    @Test
    void takesACodeThatIsFilledWithZeros() {
        var code = Arrays.copyOf(CODES.of(NUMBER).getBytes(Jt808Orders.GBK), 40);
        assertThat(only(new Terminal(Edition.OF_2013, NUMBER).says(Jt808Kinds.AUTHENTICATE, code)))
                .isInstanceOf(Heard.Said.class);
    }

    /** A call for help is heard of whoever knocks; nothing else is, and nobody is trusted for it. */
    @Test
    void hearsOnlyACallBeforeTheCode() {
        var terminal = new Terminal(Edition.OF_2013, NUMBER);
        for (var frame : List.of(
                terminal.says(Jt808Kinds.POSITION, Terminal.position(0, VALID, 40.65, 109.83, RECEIVED)),
                terminal.says(Jt808Kinds.HEARTBEAT),
                terminal.says(
                        Jt808Kinds.STORED_POSITIONS, Terminal.stored(Terminal.position(1, VALID, 40, 109, RECEIVED))),
                terminal.says(0x0900, (byte) 1))) {
            var reply = (Heard.Reply) only(frame);
            assertThat(frame(reply.bytes()).body()).endsWith(1);
            assertThat(reply.last()).isFalse();
        }
        var call = (Heard.Said)
                only(terminal.says(Jt808Kinds.POSITION, Terminal.position(1, VALID, 40.65, 109.83, RECEIVED)));
        assertThat(call.messages().getFirst().kinds()).containsExactly(AlarmKind.SOS);
        assertThat(call.trusted()).isFalse();
    }

    @Test
    void believesOnlyTheTerminalThatProvedItself() {
        known(Edition.OF_2013);
        assertThat(only(new Terminal(Edition.OF_2013, "13800138001").says(Jt808Kinds.HEARTBEAT)))
                .isInstanceOf(Heard.Reply.class);
    }

    @ParameterizedTest
    @EnumSource
    void readsAPosition(Edition edition) {
        var terminal = known(edition);
        var said = said(terminal.says(
                Jt808Kinds.POSITION,
                Terminal.position(
                        0, VALID, 40.654321, 109.832109, RECEIVED.minusSeconds(5), 1, 4, 0, 0, 0, 0, 0xfe, 1, 69)));
        assertThat(said.at()).isEqualTo(RECEIVED.minusSeconds(5));
        assertThat(said.battery()).hasValue(69);
        assertThat(said.kinds()).isEmpty();
        assertThat(said.fix()).hasValueSatisfying(fix -> {
            assertThat(fix.lat()).isEqualTo(40.654321, org.assertj.core.data.Offset.offset(1e-9));
            assertThat(fix.lon()).isEqualTo(109.832109, org.assertj.core.data.Offset.offset(1e-9));
            assertThat(fix.speed()).isEqualTo(3.5);
        });
        assertThat(frame(said.answer().orElseThrow()).body()).containsExactly(0, 2, 2, 0, 0);
        assertThat(said(terminal.says(Jt808Kinds.POSITION, Terminal.position(0, VALID | SOUTH_WEST, 1, 2, RECEIVED)))
                        .fix())
                .hasValueSatisfying(fix -> {
                    assertThat(fix.lat()).isEqualTo(-1);
                    assertThat(fix.lon()).isEqualTo(-2);
                });
    }

    @Test
    void readsCapturedPositions() {
        var position = Jt808Words.position(
                        "x",
                        ByteBuffer.wrap(frame(Jt808FramesTests.bytes(Jt808FramesTests.POSITION))
                                .body()),
                        RECEIVED,
                        new byte[0])
                .orElseThrow();
        assertThat(position.battery()).hasValue(69);
        assertThat(position.fix()).hasValueSatisfying(fix -> {
            assertThat(fix.lat()).isEqualTo(22.590208, org.assertj.core.data.Offset.offset(1e-9));
            assertThat(fix.lon()).isEqualTo(113.852133, org.assertj.core.data.Offset.offset(1e-9));
        });
        assertThat(position.at()).isEqualTo("2020-11-27T08:29:37Z");
        var stored = Jt808Words.stored(
                "x",
                ByteBuffer.wrap(
                        frame(Jt808FramesTests.bytes(Jt808FramesTests.STORED)).body()),
                RECEIVED,
                new byte[0]);
        assertThat(stored).hasSize(3);
        assertThat(stored.getLast().fix()).hasValueSatisfying(fix -> {
            assertThat(fix.at()).isEqualTo("2020-09-02T07:23:13Z");
            assertThat(fix.lat()).isEqualTo(33.576620, org.assertj.core.data.Offset.offset(1e-9));
            assertThat(fix.lon()).isNegative();
        });
    }

    @Test
    void movesNobodyByAbsurdCoordinatesAndClocks() {
        var terminal = known(Edition.OF_2013);
        for (var body : List.of(
                Terminal.position(0, 0, 40.65, 109.83, RECEIVED),
                Terminal.position(0, VALID, 0, 0, RECEIVED),
                Terminal.position(0, VALID, 91, 109.83, RECEIVED))) {
            assertThat(said(terminal.says(Jt808Kinds.POSITION, body)).fix()).isEmpty();
        }
        var noClock = Terminal.position(0, VALID, 40.65, 109.83, RECEIVED);
        Arrays.fill(noClock, 22, 28, (byte) 0xff);
        assertThat(said(terminal.says(Jt808Kinds.POSITION, noClock)).at()).isEqualTo(RECEIVED);
    }

    @Test
    void hearsACallThatIsCutOff() {
        var terminal = known(Edition.OF_2019);
        var body = Arrays.copyOf(Terminal.position(0x81, VALID, 40.65, 109.83, RECEIVED), 20);
        var said = said(terminal.says(Jt808Kinds.POSITION, body));
        assertThat(said.kinds()).containsExactlyInAnyOrder(AlarmKind.SOS, AlarmKind.LOW_BATTERY);
        assertThat(said.fix()).isEmpty();
    }

    @Test
    void hearsStoredPositionsAsOneAndOfTheirAlarmsOnlyCalls() {
        var terminal = known(Edition.OF_2013);
        var all = (Heard.Said) only(terminal.says(
                Jt808Kinds.STORED_POSITIONS,
                Terminal.stored(
                        Terminal.position(0x80, VALID, 40.61, 109.81, RECEIVED.minusSeconds(120)),
                        Terminal.position(0x01, VALID, 40.62, 109.82, RECEIVED.minusSeconds(60)))));
        assertThat(all.messages()).extracting(Message::kinds).containsExactly(Set.of(), Set.of(AlarmKind.SOS));
        assertThat(all.messages())
                .allSatisfy(message -> assertThat(message.answer()).isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void putsPartsTogetherInAnyOrder(Edition edition) {
        var terminal = known(edition);
        var positions = new byte[90][];
        Arrays.setAll(positions, n -> Terminal.position(0, VALID, 40 + n / 100.0, 109, RECEIVED.minusSeconds(90 - n)));
        var frames = new ArrayList<>(new Jt808Frames(one -> {})
                .take(terminal.inParts(Jt808Kinds.STORED_POSITIONS, Terminal.stored(positions), 1000)));
        assertThat(frames).hasSize(3);
        var heard = new ArrayList<Heard>();
        for (var frame : List.of(frames.get(2), frames.get(0), frames.get(0), frames.get(1))) {
            heard.addAll(dialogue.take(frame.bytes(), RECEIVED));
        }
        var all = (Heard.Said) heard.getFirst();
        assertThat(heard).hasSize(1);
        assertThat(all.messages()).hasSize(90);
        assertThat(new Jt808Frames(one -> {})
                        .take(all.messages().getFirst().answer().orElseThrow()))
                .as("each part awaits an answer")
                .extracting(frame -> (int) frame.body()[1])
                .containsExactly(2, 3, 4);
    }

    @Test
    void holdsFewPartsAndNotForLong() {
        var terminal = known(Edition.OF_2013);
        var body = new byte[200];
        var first = new Jt808Frames(one -> {}).take(terminal.inParts(0x0704, body, 100));
        assertThat(dialogue.take(first.getFirst().bytes(), RECEIVED)).isEmpty();
        var later = RECEIVED.plus(Jt808Parts.PATIENCE).plusSeconds(1);
        assertThat(dialogue.take(first.getLast().bytes(), later))
                .singleElement()
                .satisfies(this::partsMissing);
        var tooMany = new Jt808Frame(
                0x0704, Edition.OF_2013, terminal.number, 9, java.util.Optional.of(new Jt808Frame.Part(65, 1)), body);
        assertThat(dialogue.take(tooMany.bytes(), later)).singleElement().satisfies(this::partsMissing);
        var dropped = 0;
        for (var n = 0; n < 1_000; n++) {
            dropped += dialogue.take(terminal.inParts(0x0704, body, 190), later).size();
            terminal.serial += 7;
            var one = new Jt808Frames(broken -> {})
                    .take(terminal.inParts(0x0704, body, 190))
                    .getFirst();
            dropped += (int) dialogue.take(one.bytes(), later).stream()
                    .filter(heard ->
                            heard instanceof Heard.Broken(var fault, var start) && fault == Fault.PARTS_MISSING)
                    .count();
        }
        assertThat(dropped).as("all but two were given up").isGreaterThan(990);
    }

    private void partsMissing(Heard heard) {
        assertThat(((Heard.Broken) heard).fault()).isEqualTo(Fault.PARTS_MISSING);
    }

    @Test
    void saysWhatItDoesNotKnow() {
        var terminal = known(Edition.OF_2013);
        var heard = dialogue.take(terminal.says(0x0801, new byte[300]), RECEIVED);
        assertThat(((Heard.Broken) heard.getFirst()).fault()).isEqualTo(Fault.UNKNOWN);
        assertThat(((Heard.Broken) heard.getFirst()).start()).hasSize(64);
        assertThat(frame(((Heard.Reply) heard.getLast()).bytes()).body()).endsWith(3);
    }

    @ParameterizedTest
    @EnumSource
    void tellsInTheWordsOfTheStandard(Edition edition) {
        assertThat(dialogue.tell(NUMBER, UUID.randomUUID(), new Order.Locate())).isEmpty();
        var terminal = known(edition);
        assertThat(dialogue.tell("13800138001", UUID.randomUUID(), new Order.Locate()))
                .isEmpty();
        assertThat(told(new Order.Locate()).kind()).isEqualTo(0x8201);
        var interval = told(new Order.Interval(600));
        assertThat(interval.kind()).isEqualTo(0x8103);
        assertThat(interval.terminal()).isEqualTo(terminal.number);
        assertThat(interval.body()).containsExactly(1, 0, 0, 0, 0x29, 4, 0, 0, 2, 0x58);
        assertThat(told(new Order.Find()).kind()).isEqualTo(0x8300);
        var contacts = told(new Order.Contacts(List.of(new Order.Contact("女儿", "13800138009"))));
        assertThat(contacts.kind()).isEqualTo(0x8401);
        assertThat(contacts.body()).startsWith(1, 1, 3, 11).endsWith("女儿".getBytes(Jt808Orders.GBK));
        assertThat(dialogue.tell(NUMBER, UUID.randomUUID(), new Order.Quiet(List.of())))
                .isEmpty();
        assertThat(dialogue.tell(
                        NUMBER,
                        UUID.randomUUID(),
                        new Order.Remind(List.of(new Order.Reminder(LocalTime.NOON, Set.of(), "吃药")))))
                .isEmpty();
    }

    @Test
    void knowsWhichOrderAnAnswerIsOf() {
        var terminal = known(Edition.OF_2013);
        var locate = UUID.randomUUID();
        var find = UUID.randomUUID();
        var located = frame(dialogue.tell(NUMBER, locate, new Order.Locate()).orElseThrow());
        var found = frame(dialogue.tell(NUMBER, find, new Order.Find()).orElseThrow());
        assertThat(only(terminal.says(Jt808Kinds.TERMINAL_ANSWER, answer(found.serial(), 0x8300, 1))))
                .isEqualTo(new Heard.Obeyed(find, false));
        assertThat(dialogue.take(
                        terminal.says(Jt808Kinds.TERMINAL_ANSWER, answer(found.serial(), 0x8300, 0)), RECEIVED))
                .as("nothing waits for it any more")
                .isEmpty();
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                ByteBuffer.allocate(2).putShort((short) located.serial()).array());
        body.writeBytes(Terminal.position(0, VALID, 40.65, 109.83, RECEIVED));
        var heard = dialogue.take(terminal.says(Jt808Kinds.POSITION_ASKED_FOR, body.toByteArray()), RECEIVED);
        assertThat(heard.getFirst()).isEqualTo(new Heard.Obeyed(locate, true));
        assertThat(((Heard.Said) heard.getLast()).messages().getFirst().fix()).isPresent();
    }

    @Test
    void tellsTheTimeAndLetsGo() {
        var terminal = known(Edition.OF_2019);
        var time = frame(((Heard.Reply) only(terminal.says(Jt808Kinds.ASK_TIME))).bytes());
        assertThat(time.kind()).isEqualTo(0x8004);
        assertThat(time.body()).containsExactly(0x26, 3, 2, 1, 0, 0);
        assertThat(frame(((Heard.Reply) only(terminal.says(Jt808Kinds.LOG_OUT))).bytes())
                        .body())
                .endsWith(0);
        assertThat(only(terminal.says(Jt808Kinds.HEARTBEAT))).isInstanceOf(Heard.Reply.class);
        assertThat(dialogue.tell(NUMBER, UUID.randomUUID(), new Order.Find())).isEmpty();
    }

    /** Whatever bodies come, nothing is thrown, and the terminal is heard afterwards. */
    @Test
    void survivesAnyBody() {
        var seed = Long.getLong("linli.seed", System.nanoTime());
        System.out.println("seed " + seed + " (set another with -Dlinli.seed)");
        var random = new Random(seed);
        var terminal = known(Edition.OF_2013);
        var kinds = List.of(0x0001, 0x0002, 0x0004, 0x0100, 0x0200, 0x0201, 0x0704, 0x0900);
        for (var round = 0; round < 20_000; round++) {
            var body = new byte[random.nextInt(random.nextBoolean() ? 40 : 1000)];
            random.nextBytes(body);
            if (body.length > 1 && random.nextBoolean()) {
                body[0] = 0;
                body[1] = (byte) random.nextInt(4);
            }
            dialogue.take(
                    terminal.says(kinds.get(random.nextInt(kinds.size())), body),
                    RECEIVED.plus(Duration.ofMillis(round)));
        }
        assertThat(only(terminal.says(Jt808Kinds.HEARTBEAT))).isInstanceOf(Heard.Said.class);
    }

    private Terminal known(Edition edition) {
        var terminal = new Terminal(edition, NUMBER);
        only(terminal.authenticates(CODES.of(NUMBER)));
        return terminal;
    }

    private static byte[] answer(int serial, int kind, int result) {
        return ByteBuffer.allocate(5)
                .putShort((short) serial)
                .putShort((short) kind)
                .put((byte) result)
                .array();
    }

    private Jt808Frame told(Order order) {
        return frame(dialogue.tell(NUMBER, UUID.randomUUID(), order).orElseThrow());
    }

    private Message said(byte[] frame) {
        return ((Heard.Said) only(frame)).messages().getFirst();
    }

    private Heard only(byte[] frame) {
        var heard = dialogue.take(frame, RECEIVED);
        assertThat(heard).hasSize(1);
        return heard.getFirst();
    }

    private static Jt808Frame frame(byte[] bytes) {
        var read = new Jt808Frames(one -> {}).take(bytes);
        assertThat(read).hasSize(1);
        return read.getFirst();
    }
}
