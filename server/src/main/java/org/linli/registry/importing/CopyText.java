package org.linli.registry.importing;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Rows as {@code COPY … FROM STDIN} reads them in its text format. */
final class CopyText {

    private final StringBuilder text = new StringBuilder(1 << 16);
    private boolean first = true;
    private int rows;

    CopyText add(@Nullable Object value) {
        if (!first) {
            text.append('\t');
        }
        first = false;
        switch (value) {
            case null -> text.append("\\N");
            case byte[] bytes -> text.append("\\\\x").append(HexFormat.of().formatHex(bytes));
            case Boolean truth -> text.append(truth ? 't' : 'f');
            default -> escape(value.toString());
        }
        return this;
    }

    CopyText addTexts(@Nullable Collection<String> values) {
        if (values == null) {
            return add(null);
        }
        var array = new StringBuilder("{");
        for (var value : values) {
            array.append(array.length() > 1 ? "," : "")
                    .append('"')
                    .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return add(array.append('}').toString());
    }

    CopyText addBytes(@Nullable Collection<byte[]> values) {
        return addTexts(
                values == null || values.isEmpty()
                        ? null
                        : values.stream()
                                .map(bytes -> "\\x" + HexFormat.of().formatHex(bytes))
                                .toList());
    }

    /** The values of another row, behind those of this one. */
    CopyText append(CopyText more) {
        text.append(first ? "" : "\t").append(more.text);
        first = false;
        return this;
    }

    void end() {
        text.append('\n');
        first = true;
        rows++;
    }

    int rows() {
        return rows;
    }

    InputStream bytes() {
        return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void escape(String value) {
        for (var i = 0; i < value.length(); i++) {
            switch (value.charAt(i)) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\0' -> text.append(' ');
                default -> text.append(value.charAt(i));
            }
        }
    }
}
