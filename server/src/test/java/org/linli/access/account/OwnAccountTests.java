package org.linli.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.access.AccessReason;
import org.linli.shared.Refusal;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody does to their own account. */
@LinliTest
class OwnAccountTests {

    private static final String FIRST = "Ming-yue-song-jian-8";

    @Autowired
    OwnAccount own;

    @Autowired
    Accounts accounts;

    @Autowired
    Sessions sessions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private String token = "";

    @BeforeEach
    void aSignedInOfficer() {
        var login = "own-" + UUID.randomUUID();
        var account = accounts.insert(login, "斯琴高娃", "13847200001", FIRST, false, false);
        token = sessions.open(account, "127.0.0.1", "test");
    }

    @Test
    void changesThePasswordAndEndsTheOtherSessions() {
        var elsewhere = sessions.open(session().account(), "127.0.0.2", "test");
        own.changePassword(session(), FIRST, "Qing-quan-shi-liu-7");
        assertThat(sessions.find(elsewhere, true)).isEmpty();
        assertThat(sessions.find(token, true)).isPresent();
        assertRefused(() -> own.changePassword(session(), FIRST, "Zhu-xuan-gui-huan-6"), AccessReason.PASSWORD_WRONG);
    }

    @Test
    void takesNoPasswordThatWasUsedBefore() {
        own.changePassword(session(), FIRST, "Qing-quan-shi-liu-7");
        clock.tick(java.time.Duration.ofMinutes(1));
        assertRefused(
                () -> own.changePassword(session(), "Qing-quan-shi-liu-7", FIRST), AccessReason.PASSWORD_USED_BEFORE);
    }

    @Test
    void usesAnAuthenticatorOnlyOnceItWasConfirmed() {
        var secret = own.startSecondFactor(session(), FIRST);
        assertThat(session().authenticator()).isFalse();
        assertRefused(() -> own.confirmSecondFactor(session(), "000000"), AccessReason.CODE_WRONG);
        own.confirmSecondFactor(session(), Totp.codeAt(secret, clock.instant()));
        assertThat(session().authenticator()).isTrue();
        own.removeSecondFactor(session(), FIRST);
        assertThat(session().authenticator()).isFalse();
    }

    @Test
    void drawsTheSecretAsAPictureOurPolicyAllows() {
        var image = QrImage.of("otpauth://totp/Linli:clerk?secret=ABC&issuer=Linli");
        var svg = new String(Base64.getDecoder().decode(image.substring(image.indexOf(',') + 1)));
        assertThat(svg).startsWith("<svg").contains("<path").doesNotContain("style=", "<script");
    }

    @Test
    void keepsNameAndPhoneSealed() {
        var row = jdbc.sql("select name_sealed || phone_sealed from access.account where id = :id")
                .param("id", session().account().value())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain("斯琴", "138");
        assertThat(session().name()).isEqualTo("斯琴高娃");
    }

    private CurrentSession session() {
        return sessions.find(token, true).orElseThrow();
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, AccessReason reason) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
