package org.linli.registry.synthetic;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.linli.shared.Sex;

/**
 * Numbers with right check characters that can belong to nobody. Identity numbers: the prefectures 91 to 99 of Inner
 * Mongolia (15) do not exist, GB/T 2260 numbers prefectures 01 to 70 and 90. Phones: 154 is a series of mobile numbers that
 * no operator was ever given, and yet of the form that every check of a phone asks for; from the twelfth round on they are
 * given again, as people share a phone. Credit codes: registrar 159999.
 */
final class InventedNumbers {

    static final String PHONE_SERIES = "154";

    private static final int FIRST_REGION = 159_801;
    private static final int COMMUNITIES = 112;
    private static final int A_ROUND = 45;

    /** A region has 500 numbers for each day and sex; the rounds that follow go to the two prefectures before. */
    private static final int ROUNDS_OF_A_REGION = 11;

    private static final int TWO_PREFECTURES = 200;
    private static final int ROUNDS = 4 * ROUNDS_OF_A_REGION;
    private static final String REGISTRAR = "159999";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] CREDIT_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    private final int region;
    private final int round;
    private final long firstPhone;
    private final int firstPassport;
    private final int firstOrganisation;
    private final Map<Integer, Integer> born = new HashMap<>();
    private int phones;
    private int passports;
    private int organisations;

    /** @param community its place in the district; every community has a region of its own */
    InventedNumbers(int community, int round) {
        if (round >= ROUNDS) {
            throw new IllegalArgumentException("there are invented numbers for %d rounds only".formatted(ROUNDS));
        }
        this.region = FIRST_REGION - round / ROUNDS_OF_A_REGION * TWO_PREFECTURES + community;
        this.round = round % ROUNDS_OF_A_REGION;
        var block = round * COMMUNITIES + community;
        this.firstPhone = block * 80_000L;
        this.firstPassport = block * 2_000;
        this.firstOrganisation = block * 5_000;
    }

    /** The numbers of one day and sex are counted on. */
    String identity(LocalDate birth, Sex sex) {
        var day = (int) birth.toEpochDay() * 2 + (sex == Sex.MALE ? 1 : 0);
        var count = born.merge(day, 1, Integer::sum) - 1;
        if (count >= A_ROUND) {
            throw new IllegalStateException("no identity numbers are left for " + birth);
        }
        var sequence = 2 * (round * A_ROUND + count) + (sex == Sex.MALE ? 1 : 0);
        return withCheck(region + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(sequence));
    }

    static String withCheck(String digits) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return digits + CHECKS.charAt(sum % CHECKS.length());
    }

    /** Spread over the series, each once: multiplied by an odd number that shares no factor with its size. */
    String phone() {
        var number = (firstPhone + phones++) * 61_803_399L % 100_000_000L;
        return PHONE_SERIES + "%08d".formatted(number);
    }

    /** The letter O is in no passport number. */
    String passport() {
        return "EO%07d".formatted(firstPassport + passports++);
    }

    /** @param kind the first two characters: who registers it, and as what */
    String credit(String kind) {
        var serial = "%08d".formatted(firstOrganisation + organisations++);
        var sum = 0;
        for (var i = 0; i < serial.length(); i++) {
            sum += (serial.charAt(i) - '0') * ORGANISATION_WEIGHTS[i];
        }
        var text = kind + REGISTRAR + serial + "0123456789X0".charAt((11 - sum % 11) % 11);
        var total = 0;
        for (var i = 0; i < CREDIT_WEIGHTS.length; i++) {
            total += ALPHABET.indexOf(text.charAt(i)) * CREDIT_WEIGHTS[i];
        }
        return text + ALPHABET.charAt((31 - total % 31) % 31);
    }
}
