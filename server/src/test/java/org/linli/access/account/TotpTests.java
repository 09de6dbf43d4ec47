package org.linli.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238 appendix B, SHA-1, cut to six digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void makesTheCodesOfTheStandard(long time, String code) {
        assertThat(Totp.codeAt(Totp.base32(SECRET), Instant.ofEpochSecond(time)))
                .isEqualTo(code);
    }

    @Test
    void takesACodeOfHalfAMinuteAgoButNotOfTwo() {
        var secret = Totp.newSecret();
        var now = Instant.ofEpochSecond(1_780_000_000L);
        assertThat(Totp.accepted(secret, Totp.codeAt(secret, now.minusSeconds(30)), now, 0))
                .isPresent();
        assertThat(Totp.accepted(secret, Totp.codeAt(secret, now.minusSeconds(120)), now, 0))
                .isEmpty();
    }

    @Test
    void takesNoCodeTwice() {
        var secret = Totp.newSecret();
        var now = Instant.ofEpochSecond(1_780_000_000L);
        var code = Totp.codeAt(secret, now);
        var step = Totp.accepted(secret, code, now, 0).orElseThrow();
        assertThat(Totp.accepted(secret, code, now, step)).isEmpty();
    }
}
