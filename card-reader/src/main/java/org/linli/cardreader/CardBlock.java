package org.linli.cardreader;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the 256-byte text block of a card, as its issuer would; the simulator's cards and tests are made with it. */
public final class CardBlock {

    private static final int LENGTH = 256;

    private final byte[] block = new byte[LENGTH];

    private CardBlock() {
        for (var i = 0; i < LENGTH; i += 2) {
            block[i] = ' ';
        }
    }

    /** A resident identity card. The nation is filled in, so that it can be seen to be dropped. */
    public static byte[] citizen(
            String name,
            char sex,
            String birth,
            String address,
            String number,
            String issuer,
            String from,
            String until) {
        return new CardBlock()
                .chinese(name, sex, birth, address, number, issuer, from, until)
                .put(32, 4, "01")
                .block;
    }

    /** A residence permit for residents of Hong Kong, Macau and Taiwan (J). */
    public static byte[] hongKongMacauTaiwan(
            String name,
            char sex,
            String birth,
            String address,
            String number,
            String issuer,
            String from,
            String until,
            String passNumber,
            String issueCount) {
        return new CardBlock()
                .chinese(name, sex, birth, address, number, issuer, from, until)
                .put(220, 18, passNumber)
                .put(238, 4, issueCount)
                .put(248, 2, "J")
                .block;
    }

    /** A foreign permanent residence card of 2017 (I). */
    public static byte[] foreign2017(
            String englishName,
            String chineseName,
            char sex,
            String birth,
            String number,
            String country,
            String from,
            String until) {
        return new CardBlock()
                .put(0, 120, englishName)
                .put(120, 2, String.valueOf(sex))
                .put(122, 30, number)
                .put(152, 6, country)
                .put(158, 30, chineseName)
                .put(188, 16, from)
                .put(204, 16, until)
                .put(220, 16, birth)
                .put(236, 4, "01")
                .put(240, 8, "1500")
                .put(248, 2, "I")
                .block;
    }

    /** A foreign permanent residence card of 2023 (Y). A long English name goes on in a second field. */
    public static byte[] foreign2023(
            String englishName,
            String chineseName,
            char sex,
            String birth,
            String number,
            String country,
            String from,
            String until,
            String renewals) {
        var cut = Math.min(35, englishName.length());
        return new CardBlock()
                .put(0, 30, chineseName)
                .put(30, 2, String.valueOf(sex))
                .put(32, 4, renewals)
                .put(36, 16, birth)
                .put(52, 70, englishName.substring(0, cut))
                .put(122, 36, number)
                .put(188, 16, from)
                .put(204, 16, until)
                .put(220, 22, englishName.substring(cut))
                .put(242, 6, country)
                .put(248, 2, "Y")
                .block;
    }

    /** A citizen identity number from its first 17 digits. */
    public static String number(String digits) {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        var sum = 0;
        for (var i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    private CardBlock chinese(
            String name,
            char sex,
            String birth,
            String address,
            String number,
            String issuer,
            String from,
            String until) {
        return put(0, 30, name)
                .put(30, 2, String.valueOf(sex))
                .put(36, 16, birth)
                .put(52, 70, address)
                .put(122, 36, number)
                .put(158, 30, issuer)
                .put(188, 16, from)
                .put(204, 16, until);
    }

    private CardBlock put(int offset, int length, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_16LE);
        if (bytes.length > length) {
            throw new IllegalArgumentException("too long for its field: " + Arrays.toString(bytes));
        }
        System.arraycopy(bytes, 0, block, offset, bytes.length);
        return this;
    }
}
