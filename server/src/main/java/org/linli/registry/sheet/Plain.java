package org.linli.registry.sheet;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text of cells: what a spreadsheet would take for a formula stays text on the way out and on the way back in. */
public final class Plain {

    private static final String STARTERS = "=+-@\t\r";
    private static final String WIDE_STARTERS = "＝＋－＠";

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}&&[^\\u200D]]");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Cc}\\p{Z}]+");

    private Plain() {}

    /** With an apostrophe before what a spreadsheet would calculate. */
    public static String neutral(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    /** As somebody meant it: without the apostrophe, without signs that cannot be seen, without blanks around it. */
    public static String meant(String cell) {
        if (cell.isEmpty()) {
            return cell;
        }
        var text =
                cell.length() > 1 && cell.charAt(0) == '\'' && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
        if (isPlainAscii(text)) {
            return text.strip();
        }
        var seen =
                UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("");
        return BLANKS.matcher(seen).replaceAll(" ").strip();
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && (STARTERS.indexOf(text.charAt(0)) >= 0 || WIDE_STARTERS.indexOf(text.charAt(0)) >= 0);
    }

    private static boolean isPlainAscii(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
