package org.linli.rights.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.DocumentException;
import org.openpdf.text.pdf.BaseFont;

/** The fonts in the order in which they are asked for a character, each loaded when it is first needed. */
final class SheetFonts {

    /** A stretch of text in one font. */
    record Run(String text, BaseFont font) {}

    /** Stands for a character that no font has (缺字符). */
    private static final int MISSING = '\u3013';

    private static final List<String> FILES = List.of(
            "NotoSerifSC-Level1.ttf.gz",
            "NotoSerifSC-Level2.ttf.gz",
            "NotoSerifSC-Regular.ttf.gz",
            "NotoSerifCJKsc-Rare.otf");

    private static final @Nullable BaseFont[] LOADED = new BaseFont[FILES.size()];

    private SheetFonts() {}

    static BaseFont main() {
        return font(0);
    }

    static List<Run> runs(String text) {
        var runs = new ArrayList<Run>();
        var current = new StringBuilder();
        var font = main();
        for (var codePoint : text.codePoints().toArray()) {
            var wanted = codePoint == '\n' ? font : fontFor(codePoint);
            if (wanted != font && !current.isEmpty()) {
                runs.add(new Run(current.toString(), font));
                current.setLength(0);
            }
            font = wanted;
            current.appendCodePoint(codePoint == '\n' || font.charExists(codePoint) ? codePoint : MISSING);
        }
        if (!current.isEmpty()) {
            runs.add(new Run(current.toString(), font));
        }
        return runs;
    }

    private static BaseFont fontFor(int codePoint) {
        for (var n = 0; n < FILES.size(); n++) {
            var font = font(n);
            if (font.charExists(codePoint)) {
                return font;
            }
        }
        return main();
    }

    private static synchronized BaseFont font(int number) {
        var font = LOADED[number];
        if (font == null) {
            font = load(FILES.get(number));
            LOADED[number] = font;
        }
        return font;
    }

    private static BaseFont load(String name) {
        try (var resource = SheetFonts.class.getResourceAsStream("/fonts/" + name)) {
            if (resource == null) {
                throw new IllegalStateException("font missing: " + name);
            }
            var packed = name.endsWith(".gz");
            var bytes = packed ? new GZIPInputStream(resource).readAllBytes() : resource.readAllBytes();
            var font = BaseFont.createFont(
                    name.replace(".gz", ""), BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, bytes, null);
            font.setSubset(true);
            return font;
        } catch (IOException | DocumentException e) {
            throw new UncheckedIOException(new IOException(name, e));
        }
    }
}
