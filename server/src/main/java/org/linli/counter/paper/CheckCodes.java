package org.linli.counter.paper;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.linli.access.ChainSeal;
import org.springframework.stereotype.Component;

/**
 * Check codes (核验码): 20 characters, 12 of them drawn by lot (60 bits) and 8 an HMAC-SM3 of those (40 bits) under a
 * key of the house that is never rotated, because codes are printed. The second part tells a code that was altered or mistyped from one of a paper this house does not hold.
 * The alphabet has no I, L, O and U, and reads I and L as 1 and O as 0.
 */
@Component
final class CheckCodes {

    static final int LENGTH = 20;

    private static final int LOT = 12;
    private static final String PURPOSE = "counter.paper.check\n";
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ChainSeal seal;

    CheckCodes(ChainSeal seal) {
        this.seal = seal;
    }

    String next() {
        var lot = new StringBuilder();
        for (var i = 0; i < LOT; i++) {
            lot.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return lot + mac(lot.toString());
    }

    boolean isOurs(String code) {
        return mac(code.substring(0, LOT)).equals(code.substring(LOT));
    }

    /** A code as typed or scanned, brought to its form; empty when it is none. */
    static Optional<String> normal(String typed) {
        var text = typed.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('I', '1')
                .replace('L', '1')
                .replace('O', '0');
        var wellFormed = text.length() == LENGTH && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return wellFormed ? Optional.of(text) : Optional.empty();
    }

    /** In groups of five, as printed. */
    static String grouped(String code) {
        return String.join("-", code.split("(?<=\\G.{5})"));
    }

    private String mac(String lot) {
        var bytes = Arrays.copyOf(seal.of((PURPOSE + lot).getBytes(StandardCharsets.US_ASCII)), 5);
        var bits = 0L;
        for (var b : bytes) {
            bits = bits << 8 | (b & 0xFF);
        }
        var mac = new StringBuilder();
        for (var shift = 35; shift >= 0; shift -= 5) {
            mac.append(ALPHABET.charAt((int) (bits >> shift & 31)));
        }
        return mac.toString();
    }
}
