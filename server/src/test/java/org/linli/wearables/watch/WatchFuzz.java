package org.linli.wearables.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import org.linli.wearables.line.Heard;

/** Whatever a connection sends, the text protocol reads on; the inputs are found by what they cover. */
class WatchFuzz {

    private static final byte[] GOOD = "][3G*4700609403*0002*LK]".getBytes(StandardCharsets.US_ASCII);

    /** The first byte says where the rest is cut. */
    @FuzzTest(maxDuration = "5s")
    void hearsTheSameHoweverItIsCut(byte[] input) {
        if (input.length < 2) {
            return;
        }
        var stream = Arrays.copyOfRange(input, 1, input.length);
        var cut = (input[0] & 0xff) % stream.length;
        var whole = new WatchFrames(broken -> {}).take(stream);
        var frames = new WatchFrames(broken -> {});
        var inTwo = new ArrayList<>(frames.take(Arrays.copyOf(stream, cut)));
        inTwo.addAll(frames.take(Arrays.copyOfRange(stream, cut, stream.length)));
        assertThat(inTwo).isEqualTo(whole);

        var dialogue = new WatchDialogue();
        dialogue.take(stream, Instant.EPOCH);
        assertThat(dialogue.frames()).isEqualTo(whole.size());
        assertThat(dialogue.take(GOOD, Instant.EPOCH).getLast())
                .as("a good frame afterwards is heard")
                .isInstanceOf(Heard.Said.class);
    }
}
