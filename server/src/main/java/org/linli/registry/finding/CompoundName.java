package org.linli.registry.finding;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How people say the name of a residential compound (小区): 友谊 for 友谊小区, 钢23 for 钢二十三号街坊. */
public final class CompoundName {

    private static final Pattern ENDING = Pattern.compile("(?<=.)(小区|社区|居住区|住宅区|号街坊|街坊|号院|号)+$");
    private static final Pattern NUMERAL = Pattern.compile("[零〇一二三四五六七八九十百]+");

    /** A lone numeral before one of these is a number. */
    private static final String COUNTED = "号栋幢座楼单层室户门街";

    private CompoundName() {}

    /** The name as it is looked for; what is typed is the beginning of it. */
    public static String key(String name) {
        var text = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s·（）()\"“”-]", "")
                .toLowerCase(Locale.ROOT);
        return withDigits(ENDING.matcher(text).replaceFirst(""));
    }

    /** Numbers in characters become digits: 二十三 is 23. A lone one before a word that is not counted, as in 三江, stays. */
    static String withDigits(String text) {
        return NUMERAL.matcher(text).replaceAll(found -> {
            var numeral = found.group();
            var alone = numeral.length() == 1
                    && found.end() < text.length()
                    && !isOrdinal(text, found.start())
                    && COUNTED.indexOf(text.charAt(found.end())) < 0;
            return alone ? numeral : Integer.toString(number(numeral));
        });
    }

    private static boolean isOrdinal(String text, int start) {
        return start > 0 && text.charAt(start - 1) == '第';
    }

    private static int number(String numeral) {
        var total = 0;
        var digit = 0;
        for (var character : numeral.toCharArray()) {
            var value = "零一二三四五六七八九".indexOf(character == '〇' ? '零' : character);
            if (value >= 0) {
                digit = digit == 0 || total > 0 && digit < 10 && value == 0 ? value : digit * 10 + value;
            } else {
                total += (digit == 0 ? 1 : digit) * (character == '十' ? 10 : 100);
                digit = 0;
            }
        }
        return total + digit;
    }
}
