package org.linli.privacy;

import java.util.regex.Pattern;

/**
 * Masking (脱敏): how personal values are shown, logged and exported unless a purpose was stated. Nothing that is masked
 * can be computed back.
 */
public final class Masking {

    private static final int LONG_NAME = 5;
    private static final Pattern COMPOUND_END = Pattern.compile("^(.*?(?:小区|家园|花园|街坊|苑|城|里|嘎查|村|社区|路|街|大道))(?=.)");

    private Masking() {}

    /** The surname and a star a character; of a long name, as Mongolian ones are, the first character and three stars. */
    public static String name(String name) {
        var points = name.strip().codePoints().toArray();
        if (points.length <= 1) {
            return points.length == 0 ? "" : "*";
        }
        var stars = points.length >= LONG_NAME ? 3 : points.length - 1;
        return new String(points, 0, 1) + "*".repeat(stars);
    }

    /** The division and the last four characters of an identity number: 150203********1234. */
    public static String idNumber(String number) {
        return kept(number, 6, 4);
    }

    /** The first three and last four digits: 138****1234. */
    public static String phone(String phone) {
        return kept(phone, 3, 4);
    }

    /** The last four digits. */
    public static String bankCard(String card) {
        return kept(card, 0, 4);
    }

    /** Any other document number or a household number: two at either end. */
    public static String document(String number) {
        return kept(number, 2, 2);
    }

    /** As far as the residential compound; the building, the unit and the room go. */
    public static String address(String address) {
        var compound = COMPOUND_END.matcher(address.strip());
        if (compound.find()) {
            return compound.group(1) + "***";
        }
        var points = address.strip().codePoints().toArray();
        return new String(points, 0, points.length / 2) + "***";
    }

    private static String kept(String value, int front, int back) {
        var text = value.strip();
        if (text.length() <= front + back) {
            return "*".repeat(text.length());
        }
        return text.substring(0, front)
                + "*".repeat(text.length() - front - back)
                + text.substring(text.length() - back);
    }
}
