package org.linli.wearables.jt808;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import org.linli.wearables.line.Heard;

/** Whatever a connection sends, JT/T 808 reads on; the inputs are found by what they cover. */
class Jt808Fuzz {

    private static final String NUMBER = "13800138000";
    private static final byte[] FLAG = {Jt808Frame.FLAG};

    private static final Jt808Codes CODES = new Jt808Codes() {
        @Override
        public String of(String device) {
            return "code";
        }

        @Override
        public boolean fits(String device, String code) {
            return code.equals("code");
        }
    };

    /** The first byte says where the rest is cut. */
    @FuzzTest(maxDuration = "5s")
    void hearsTheSameHoweverItIsCut(byte[] input) {
        if (input.length < 2) {
            return;
        }
        var stream = Arrays.copyOfRange(input, 1, input.length);
        var cut = (input[0] & 0xff) % stream.length;
        var whole = new Jt808Frames(broken -> {}).take(stream);
        var frames = new Jt808Frames(broken -> {});
        var inTwo = new ArrayList<>(frames.take(Arrays.copyOf(stream, cut)));
        inTwo.addAll(frames.take(Arrays.copyOfRange(stream, cut, stream.length)));
        assertThat(inTwo).usingRecursiveComparison().isEqualTo(whole);

        var dialogue = new Jt808Dialogue(CODES);
        dialogue.take(stream, Instant.EPOCH);
        dialogue.take(FLAG, Instant.EPOCH);
        readsOn(dialogue);
    }

    /** A body in a frame with the right check, which flipped bits seldom have; the first two bytes say which message it is. */
    @FuzzTest(maxDuration = "5s")
    void readsAnyBody(byte[] input) {
        if (input.length < 2) {
            return;
        }
        var terminal = new Terminal(Edition.OF_2013, NUMBER);
        var dialogue = new Jt808Dialogue(CODES);
        dialogue.take(terminal.authenticates("code"), Instant.EPOCH);
        var kind = (input[0] & 0x0f) << 8 | input[1] & 0xff;
        var body = Arrays.copyOfRange(input, 2, Math.min(input.length, 2 + Jt808Frame.LONGEST_BODY));
        for (var heard : dialogue.take(terminal.says(kind, body), Instant.EPOCH)) {
            if (heard instanceof Heard.Said said) {
                assertThat(said.messages()).isNotEmpty().allSatisfy(message -> {
                    assertThat(message.device()).isEqualTo(NUMBER);
                    message.fix()
                            .ifPresent(fix -> assertThat(Math.abs(fix.lat())).isLessThanOrEqualTo(90));
                });
            }
        }
        readsOn(dialogue);
    }

    private static void readsOn(Jt808Dialogue dialogue) {
        var terminal = new Terminal(Edition.OF_2019, NUMBER);
        assertThat(dialogue.take(terminal.authenticates("code"), Instant.EPOCH).getLast())
                .as("a good frame afterwards is heard")
                .isInstanceOf(Heard.Said.class);
    }
}
