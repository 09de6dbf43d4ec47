package org.linli.counter.paper;

import org.openpdf.text.SplitCharacter;
import org.openpdf.text.pdf.PdfChunk;

/**
 * Where a line of Chinese may end: between any two characters, but no line begins with a closing mark or ends with an
 * opening one, and numbers and Latin words stay whole.
 */
final class LineBreaks implements SplitCharacter {

    static final LineBreaks INSTANCE = new LineBreaks();

    private static final String NEVER_FIRST =
            "\uFF0C\u3002\u3001\uFF1B\uFF1A\uFF1F\uFF01\uFF09\u300B\u3009\u3015\u3011\u300D"
                    + "\u300F\u201D\u2019\u2026\u00B7,.;:?!)]}%\u2103";
    private static final String NEVER_LAST = "\uFF08\u300A\u3008\u3014\u3010\u300C\u300E\u201C\u2018([{";

    private LineBreaks() {}

    @Override
    public boolean isSplitCharacter(int start, int current, int end, char[] text, PdfChunk[] chunks) {
        var here = text[current];
        if (here == ' ') {
            return true;
        }
        if (Character.isHighSurrogate(here) || NEVER_LAST.indexOf(here) >= 0) {
            return false;
        }
        if (current + 1 >= Math.min(end, text.length)) {
            return isWide(here);
        }
        var next = text[current + 1];
        return NEVER_FIRST.indexOf(next) < 0 && (isWide(here) || isWide(next) || next == ' ');
    }

    private static boolean isWide(char character) {
        return character >= 0x2E80 || character == '\u201D';
    }
}
