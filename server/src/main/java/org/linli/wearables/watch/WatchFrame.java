package org.linli.wearables.watch;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One frame of the text protocol.
 *
 * @param maker two characters, such as {@code 3G} or {@code SG}
 * @param device 10 to 15 digits
 * @param index four hexadecimal digits that some makers count frames with; an answer repeats them
 * @param content the command and what belongs to it, by commas
 */
record WatchFrame(String maker, String device, Optional<String> index, String content) {

    /** With an index or without one. The length is a hint: about a third of real captures state it wrongly. */
    private static final Pattern FORM = Pattern.compile(
            "\\[([A-Z0-9]{2})\\*(\\d{10,15})(?:\\*([0-9A-Fa-f]{4}))?\\*[0-9A-Fa-f]{4}(?:\\*(.*))?]", Pattern.DOTALL);

    static Optional<WatchFrame> read(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        var content = form.group(4);
        return Optional.of(new WatchFrame(
                form.group(1), form.group(2), Optional.ofNullable(form.group(3)), content == null ? "" : content));
    }

    List<String> words() {
        return List.of(content.split(",", -1));
    }

    /** The same device's frame with other content. */
    WatchFrame answering(String content) {
        return new WatchFrame(maker, device, index, content);
    }

    byte[] bytes() {
        var text = "[%s*%s%s*%04X*%s]"
                .formatted(
                        maker,
                        device,
                        index.map(number -> "*" + number).orElse(""),
                        content.getBytes(StandardCharsets.UTF_8).length,
                        content);
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
