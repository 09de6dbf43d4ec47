package org.linli.counter.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.DocumentException;
import org.openpdf.text.pdf.BaseFont;

/**
 * The fonts of papers: Noto Serif SC for almost everything, and a second one for rare characters of names. What of a font
 * a paper uses is embedded in it, with the widths and places of all glyphs there are; so the characters of everyday life
 * are cut out of the large font into two small ones, each loaded when it is first needed. A character that no font has is
 * refused before drawing, so that none is dropped in silence.
 */
final class PaperFonts {

    /** A stretch of text in one font. */
    record Run(String text, BaseFont font) {}

    /** In the order in which they are asked for a character. */
    private static final List<Cut> CUTS = List.of(
            new Cut("NotoSerifSC-Level1.ttf.gz"),
            new Cut("NotoSerifSC-Level2.ttf.gz"),
            new Cut("NotoSerifSC-Regular.ttf.gz"),
            new Cut("NotoSerifCJKsc-Rare.otf"));

    private PaperFonts() {}

    static BaseFont main() {
        return CUTS.getFirst().font();
    }

    static Optional<BaseFont> fontFor(int codePoint) {
        for (var cut : CUTS) {
            if (cut.font().charExists(codePoint)) {
                return Optional.of(cut.font());
            }
        }
        return Optional.empty();
    }

    /** The first character that cannot be printed. */
    static Optional<String> unprintable(String text) {
        return text.codePoints()
                .filter(codePoint -> codePoint != '\n' && fontFor(codePoint).isEmpty())
                .mapToObj(Character::toString)
                .findFirst();
    }

    /** Text cut into stretches by font; every character must be printable. */
    static List<Run> runs(String text) {
        var runs = new ArrayList<Run>();
        var start = 0;
        BaseFont current = main();
        for (var i = 0; i < text.length(); ) {
            var codePoint = text.codePointAt(i);
            var font = codePoint == '\n'
                    ? current
                    : fontFor(codePoint)
                            .orElseThrow(
                                    () -> new IllegalArgumentException("no glyph for U+%04X".formatted(codePoint)));
            if (font != current && i > start) {
                runs.add(new Run(text.substring(start, i), current));
                start = i;
            }
            current = font;
            i += Character.charCount(codePoint);
        }
        if (start < text.length()) {
            runs.add(new Run(text.substring(start), current));
        }
        return runs;
    }

    /** One file of the fonts. */
    private static final class Cut {

        private final String name;
        private volatile @Nullable BaseFont loaded;

        Cut(String name) {
            this.name = name;
        }

        BaseFont font() {
            var font = loaded;
            return font == null ? loadOnce() : font;
        }

        private synchronized BaseFont loadOnce() {
            var font = loaded;
            if (font == null) {
                font = load(name);
                loaded = font;
            }
            return font;
        }
    }

    private static BaseFont load(String name) {
        try (var resource = PaperFonts.class.getResourceAsStream("/fonts/" + name)) {
            if (resource == null) {
                throw new IllegalStateException("font missing: " + name);
            }
            var packed = name.endsWith(".gz");
            var bytes = packed ? new GZIPInputStream(resource).readAllBytes() : resource.readAllBytes();
            var font = BaseFont.createFont(
                    packed ? name.replace(".gz", "") : name,
                    BaseFont.IDENTITY_H,
                    BaseFont.EMBEDDED,
                    false,
                    bytes,
                    null);
            font.setSubset(true);
            // Packed as well as can be, a paper takes twice as long and a tenth less room.
            font.setCompressionLevel(Deflater.BEST_SPEED);
            return font;
        } catch (IOException | DocumentException e) {
            throw new UncheckedIOException(new IOException(name, e));
        }
    }
}
