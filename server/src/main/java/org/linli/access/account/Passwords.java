package org.linli.access.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.linli.access.AccessReason;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashing of passwords (Argon2id, 19 MiB, two passes) and the rules a new one must meet. */
@Component
class Passwords {

    private static final int LONG_ENOUGH = 12;
    private static final int SHORTEST = 10;
    private static final int CLASSES = 3;
    private static final int LEFT_WITHOUT_COMMON_WORDS = 6;
    private static final String EASY_TO_READ = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);

    /** A hash takes 19 MiB; a crowd at the door must not take all memory. */
    private final Semaphore places = new Semaphore(4);

    private final List<String> commonWords = commonWords();

    /**
     * What unknown names are checked against, so that they take as long as known ones: the hash of a text that nobody
     * kept, made with the numbers above.
     */
    static final String NOBODYS =
            "$argon2id$v=19$m=19456,t=2,p=1$dQyDC3OSaXAeYKTfzBarqQ$Os+J0l1Hdy/MCbAQBBiTql9pfx8BTbOohoq/ANEJ6Aw";

    final String hash(String password) {
        places.acquireUninterruptibly();
        try {
            return java.util.Objects.requireNonNull(encoder.encode(password));
        } finally {
            places.release();
        }
    }

    boolean matches(String password, Optional<String> hash) {
        places.acquireUninterruptibly();
        try {
            return encoder.matches(password, hash.orElse(NOBODYS)) && hash.isPresent();
        } finally {
            places.release();
        }
    }

    /** A password for a first sign-in, to be read from a screen or a slip of paper. */
    String random() {
        var text = new StringBuilder();
        for (var i = 0; i < LONG_ENOUGH + 2; i++) {
            text.append(EASY_TO_READ.charAt(RANDOM.nextInt(EASY_TO_READ.length())));
        }
        return text.toString();
    }

    Optional<AccessReason> fault(String password, String login) {
        if (password.length() < SHORTEST || (password.length() < LONG_ENOUGH && classes(password) < CLASSES)) {
            return Optional.of(AccessReason.PASSWORD_TOO_WEAK);
        }
        var small = password.toLowerCase(Locale.ROOT);
        if (small.contains(login)) {
            return Optional.of(AccessReason.PASSWORD_HOLDS_NAME);
        }
        return isCommon(small) ? Optional.of(AccessReason.PASSWORD_TOO_COMMON) : Optional.empty();
    }

    private boolean isCommon(String small) {
        var left = small;
        for (var word : commonWords) {
            left = left.replace(word, "");
        }
        return left.length() < LEFT_WITHOUT_COMMON_WORDS
                || left.chars().distinct().count() < LEFT_WITHOUT_COMMON_WORDS - 1;
    }

    private static int classes(String password) {
        return (int) Stream.of("\\p{Lu}", "\\p{Ll}", "\\p{Nd}", "[^\\p{Lu}\\p{Ll}\\p{Nd}]")
                .filter(pattern -> password.matches("(?s).*" + pattern + ".*"))
                .count();
    }

    private static List<String> commonWords() {
        try {
            return new ClassPathResource("data/access/common-password-words.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    // the longest first, so that 123456789 goes before 123
                    .sorted((a, b) -> b.length() - a.length())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
