package org.linli.shared;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Unified social credit code (统一社会信用代码, GB 32100): 18 characters that identify an organisation, the last a check
 * character.
 */
public record Uscc(@JsonValue String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    public Uscc {
        if (value.length() != 18 || !inAlphabet(value) || value.charAt(17) != checkOf(value)) {
            throw new IllegalArgumentException("not a unified social credit code: " + value);
        }
    }

    /** Reads what somebody typed; refuses with what is wrong. */
    public static Uscc read(String typed) {
        var text = IdNumber.compact(typed);
        if (text.length() != 18) {
            throw Refusal.because(IdentityReason.USCC_LENGTH, text.length());
        }
        if (!inAlphabet(text)) {
            throw Refusal.because(IdentityReason.USCC_CHARACTERS);
        }
        if (text.charAt(17) != checkOf(text)) {
            throw Refusal.because(IdentityReason.USCC_CHECKSUM);
        }
        return new Uscc(text);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean inAlphabet(String text) {
        return text.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0);
    }

    private static char checkOf(String text) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(text.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
