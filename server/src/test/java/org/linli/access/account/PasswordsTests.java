package org.linli.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.access.AccessReason;

class PasswordsTests {

    private final Passwords passwords = new Passwords();

    @ParameterizedTest
    @CsvSource({
        "Ab3-x, PASSWORD_TOO_WEAK",
        "abcdxyzwvu, PASSWORD_TOO_WEAK",
        "wangfang-Kx7-qz, PASSWORD_HOLDS_NAME",
        "Password123456, PASSWORD_TOO_COMMON",
        "Qwerty-2026-linli, PASSWORD_TOO_COMMON",
        "aaaaaaaaaaaaaa, PASSWORD_TOO_COMMON"
    })
    void refusesWhatIsEasyToGuess(String password, AccessReason reason) {
        assertThat(passwords.fault(password, "wangfang")).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mountain rain autumn", "Tk7-vmq#Zw", "空山新雨后天气晚来秋明月"})
    void takesLongOnesAndMixedOnes(String password) {
        assertThat(passwords.fault(password, "wangfang")).isEmpty();
    }

    /** Else an unknown name would be answered sooner than a known one. */
    @Test
    void checksUnknownNamesAsThoroughlyAsKnownOnes() {
        assertThat(numbers(Passwords.NOBODYS)).isEqualTo(numbers(passwords.hash("any")));
    }

    private static String numbers(String hash) {
        return hash.substring(0, hash.lastIndexOf('$', hash.lastIndexOf('$') - 1));
    }

    @Test
    void neverMatchesAnUnknownAccount() {
        assertThat(passwords.matches("nobody has this one", Optional.empty())).isFalse();
    }

    @Test
    void givesFirstPasswordsThatMeetTheRules() {
        assertThat(passwords.fault(passwords.random(), "wangfang")).isEmpty();
    }
}
