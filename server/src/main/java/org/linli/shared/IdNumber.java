package org.linli.shared;

import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Citizen identity number (公民身份号码, GB 11643): 17 digits and a check character, holding the place of first
 * registration, the birth date and the sex. Holders of a residence permit for residents of Hong Kong (810000), Macau
 * (820000) and Taiwan (830000) have one too, and so, beginning with 9, have holders of the foreign permanent residence
 * card of 2023. The region is not looked up: a number keeps the code of its day when the map has long changed.
 */
public record IdNumber(@JsonValue String value) {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final Pattern FORM = Pattern.compile("\\d{17}[0-9X]");
    private static final Pattern OLD_FORM = Pattern.compile("\\d{15}");
    private static final LocalDate EARLIEST = LocalDate.of(1850, 1, 1);

    public IdNumber {
        if (!FORM.matcher(value).matches() || value.charAt(17) != checkOf(value) || birthOf(value) == null) {
            throw new IllegalArgumentException("not an identity number");
        }
    }

    /**
     * Reads what somebody typed or a card said: full-width digits, blanks and a small x are accepted, and a number of 15
     * digits (before 1999) is brought to 18.
     *
     * @throws Refusal that names what is wrong
     */
    public static IdNumber read(String typed, LocalDate today) {
        var text = compact(typed);
        if (text.isEmpty()) {
            throw Refusal.because(IdentityReason.ID_NUMBER_MISSING);
        }
        if (OLD_FORM.matcher(text).matches()) {
            var longer = text.substring(0, 6) + "19" + text.substring(6);
            text = longer + checkOf(longer);
        }
        if (text.length() != 18) {
            throw Refusal.because(IdentityReason.ID_NUMBER_LENGTH, text.length());
        }
        if (!FORM.matcher(text).matches()) {
            throw Refusal.because(IdentityReason.ID_NUMBER_CHARACTERS);
        }
        var birth = birthOf(text);
        if (birth == null) {
            throw Refusal.because(IdentityReason.ID_NUMBER_BIRTH, text.substring(6, 14));
        }
        if (birth.isAfter(today)) {
            throw Refusal.because(IdentityReason.ID_NUMBER_BIRTH_IN_FUTURE, text.substring(6, 14));
        }
        if (text.charAt(17) != checkOf(text)) {
            throw Refusal.because(IdentityReason.ID_NUMBER_CHECKSUM);
        }
        return new IdNumber(text);
    }

    /** The six digits of the place of first registration. */
    public String region() {
        return value.substring(0, 6);
    }

    public LocalDate birth() {
        var birth = birthOf(value);
        if (birth == null) {
            throw new IllegalStateException();
        }
        return birth;
    }

    public Sex sex() {
        return (value.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** Whether it belongs to a residence permit for residents of Hong Kong, Macau or Taiwan (港澳台居民居住证). */
    public boolean isOfHongKongMacauTaiwan() {
        return value.startsWith("81") || value.startsWith("82") || value.startsWith("83");
    }

    /** Whether it belongs to a foreign permanent residence card of 2023 (外国人永久居留身份证). */
    public boolean isOfForeignPermanentResident() {
        return value.charAt(0) == '9';
    }

    /** The number with its birth date hidden, so that it does not reach a log by accident. */
    @Override
    public String toString() {
        return value.substring(0, 6) + "********" + value.substring(14);
    }

    static String compact(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}\\p{Cc}\\p{Cf}]", "")
                .toUpperCase(Locale.ROOT);
    }

    private static char checkOf(String digits) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    private static @org.jspecify.annotations.Nullable LocalDate birthOf(String number) {
        try {
            var birth = LocalDate.of(
                    Integer.parseInt(number, 6, 10, 10),
                    Integer.parseInt(number, 10, 12, 10),
                    Integer.parseInt(number, 12, 14, 10));
            return birth.isBefore(EARLIEST) ? null : birth;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
