package org.linli.counter.paper;

/** Names and numbers as they may be shown to anybody who holds a check code. */
final class MaskedName {

    private MaskedName() {}

    /** The first character and one star for each other: 张**. */
    static String of(String name) {
        var first = name.codePoints()
                .limit(1)
                .mapToObj(Character::toString)
                .findFirst()
                .orElse("");
        return first + "*".repeat(Math.clamp(name.codePointCount(0, name.length()) - 1L, 1, 8));
    }

    /** All but the first 6 and the last 4 characters hidden; shorter numbers keep a third at each end. */
    static String number(String number) {
        var tail = number.length() >= 15 ? 4 : number.length() / 3;
        var head = number.length() >= 15 ? 6 : number.length() / 3;
        return number.substring(0, head)
                + "*".repeat(number.length() - head - tail)
                + number.substring(number.length() - tail);
    }
}
