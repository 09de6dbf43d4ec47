package org.linli.wearables.watch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.wearables.line.Dialogue;
import org.linli.wearables.line.Fault;
import org.linli.wearables.line.Heard;
import org.linli.wearables.line.Order;

/** What is said on one connection of watches. A watch that was told something repeats its first word when it has done it. */
final class WatchDialogue implements Dialogue {

    private static final int MOST_ORDERS = 40;

    /** Of what a server says, where a maker counts frames; watches do not look at it. */
    private static final String INDEX = "0001";

    private final List<Heard> heard = new ArrayList<>();
    private final WatchFrames frames = new WatchFrames(heard::add);

    /** What was told and not answered yet, by the device and the word that answers it. */
    private final Map<Awaited, UUID> told = new LinkedHashMap<>();

    private @Nullable WatchFrame last;

    private record Awaited(String device, String word) {}

    @Override
    public List<Heard> take(byte[] bytes, Instant received) {
        heard.clear();
        for (var frame : frames.take(bytes)) {
            last = frame;
            var message = WatchWords.read(frame, received);
            if (message.isPresent()) {
                heard.add(new Heard.Said(List.of(message.get()), Optional.empty(), true));
            } else {
                answer(frame);
            }
        }
        return List.copyOf(heard);
    }

    @Override
    public long frames() {
        return frames.frames();
    }

    @Override
    public long sinceGood() {
        return frames.sinceGood();
    }

    @Override
    public Optional<byte[]> tell(String device, UUID id, Order order) {
        var like = last;
        if (like == null) {
            return Optional.empty();
        }
        var contents = WatchOrders.of(order);
        var bytes = new ByteArrayOutputStream();
        for (var content : contents) {
            bytes.writeBytes(new WatchFrame(like.maker(), device, like.index().map(counted -> INDEX), content).bytes());
        }
        if (told.size() == MOST_ORDERS) {
            told.remove(told.keySet().iterator().next());
        }
        told.put(new Awaited(device, word(contents.getLast())), id);
        return Optional.of(bytes.toByteArray());
    }

    private void answer(WatchFrame frame) {
        var word = word(frame.content());
        var order = told.remove(new Awaited(frame.device(), word));
        if (order != null) {
            heard.add(new Heard.Obeyed(order, true));
        } else if (!WatchOrders.WORDS.contains(word)) {
            var content = frame.content().getBytes(StandardCharsets.UTF_8);
            heard.add(Heard.Broken.of(Fault.UNKNOWN, content, 0, content.length));
        }
    }

    private static String word(String content) {
        var comma = content.indexOf(',');
        return (comma < 0 ? content : content.substring(0, comma)).toUpperCase(Locale.ROOT);
    }
}
