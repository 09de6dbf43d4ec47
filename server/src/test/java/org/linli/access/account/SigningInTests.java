package org.linli.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.testing.AntiForgery.token;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.access.AccountId;
import org.linli.access.Acting;
import org.linli.access.PersonalSeal;
import org.linli.access.posting.Postings;
import org.linli.testing.Actings;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.linli.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@LinliTest
class SigningInTests {

    private static final String PASSWORD = "Kong-shan-xin-yu-2";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AccountRows accounts;

    @Autowired
    Passwords passwords;

    @Autowired
    Postings postings;

    @Autowired
    PersonalSeal seal;

    @Autowired
    SettableClock clock;

    @Test
    void opensASessionThatSaysWhoActsAndWhatTheyMay() {
        var login = aClerk();
        var answer = signIn(login, PASSWORD, null, "10.0.0.1");
        assertThat(answer).hasStatusOk();
        assertThat(answer).bodyJson().extractingPath("account.name").isEqualTo("巴图");
        assertThat(answer).bodyJson().extractingPath("postings[0].roleNames.zh").isEqualTo("综合窗口");
        var cookie = answer.getResponse().getHeader("Set-Cookie");
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/");
        assertThat(session(answer)).hasStatusOk();
        assertThat(session(answer)).bodyJson().extractingPath("account.login").isEqualTo(login);
    }

    @Test
    void answersAUnknownNameAndAWrongPasswordAlike() {
        var known = signIn(aClerk(), "not the password", null, "10.0.0.2");
        var unknown = signIn("nobody-" + UUID.randomUUID(), "not the password", null, "10.0.0.2");
        assertThat(known).hasStatus(401).bodyJson().extractingPath("reason").isEqualTo("access.sign-in-failed");
        assertThat(unknown).hasStatus(401);
        assertThat(body(unknown)).isEqualTo(body(known));
    }

    @Test
    void locksAnAccountForAQuarterOfAnHourAfterFiveFailures() {
        var login = aClerk();
        for (var i = 0; i < SigningIn.FAILURES; i++) {
            assertThat(signIn(login, "wrong", null, "10.0.0.3")).hasStatus(401);
        }
        assertThat(signIn(login, PASSWORD, null, "10.0.0.3")).hasStatus(401);
        clock.tick(Duration.ofMinutes(16));
        assertThat(signIn(login, PASSWORD, null, "10.0.0.3")).hasStatusOk();
    }

    @Test
    void makesAnAddressThatKeepsFailingWait() {
        for (var i = 0; i < 20; i++) {
            signIn("nobody", "wrong", null, "10.0.0.4");
        }
        assertThat(signIn("nobody", "wrong", null, "10.0.0.4"))
                .hasStatus(429)
                .bodyJson()
                .extractingPath("reason")
                .isEqualTo("access.try-later");
        assertThat(signIn(aClerk(), PASSWORD, null, "10.0.0.5")).hasStatusOk();
    }

    @Test
    void endsASessionThatWasIdleTooLong() {
        var answer = signIn(aClerk(), PASSWORD, null, "10.0.0.6");
        clock.tick(Duration.ofMinutes(14));
        assertThat(session(answer)).hasStatusOk();
        clock.tick(Duration.ofMinutes(14));
        assertThat(session(answer)).hasStatusOk();
        clock.tick(Duration.ofMinutes(16));
        assertThat(session(answer)).hasStatus(401);
    }

    @Test
    void doesNotTakeAPageThatAsksByItselfForAnAct() {
        var answer = signIn(aClerk(), PASSWORD, null, "10.0.0.7");
        clock.tick(Duration.ofMinutes(10));
        var remaining = mvc.perform(get("/api/access/session/remaining").cookie(cookie(answer)));
        assertThat(remaining).bodyJson().extractingPath("seconds").isEqualTo(300);
        clock.tick(Duration.ofMinutes(6));
        assertThat(session(answer)).hasStatus(401);
    }

    @Test
    void endsTheSessionAtSignOut() {
        var answer = signIn(aClerk(), PASSWORD, null, "10.0.0.8");
        assertThat(mvc.perform(
                        post("/api/access/sign-out").cookie(cookie(answer)).with(token())))
                .hasStatus(204);
        assertThat(session(answer)).hasStatus(401);
    }

    @Test
    void refusesARequestWithoutTheAntiForgeryToken() {
        var answer = signIn(aClerk(), PASSWORD, null, "10.0.0.9");
        assertThat(mvc.perform(post("/api/access/sign-out").cookie(cookie(answer))))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("reason")
                .isEqualTo("access.request-forged");
        assertThat(session(answer)).hasStatusOk();
    }

    @Test
    void asksForTheCodeOnceAnAuthenticatorIsSetUpAndTakesEachCodeOnce() {
        var login = aClerk();
        var account = accounts.lockByLogin(login).orElseThrow();
        var secret = Totp.newSecret();
        accounts.setSecret(account.id(), seal.seal(Account.SECRET, secret));
        accounts.confirmSecret(account.id(), 0, clock.instant());
        var code = Totp.codeAt(secret, clock.instant());
        assertThat(signIn(login, PASSWORD, null, "10.0.0.10"))
                .hasStatus(401)
                .bodyJson()
                .extractingPath("reason")
                .isEqualTo("access.code-needed");
        assertThat(signIn(login, PASSWORD, code, "10.0.0.10")).hasStatusOk();
        assertThat(signIn(login, PASSWORD, code, "10.0.0.10")).hasStatus(401);
    }

    @Test
    void saysInBothLanguagesThatNobodyIsSignedIn() {
        assertThat(mvc.perform(get("/api/access/session")))
                .hasStatus(401)
                .bodyJson()
                .extractingPath("title")
                .isEqualTo("请先登录。");
        assertThat(mvc.perform(get("/api/access/session").header("Accept-Language", "en")))
                .bodyJson()
                .extractingPath("title")
                .isEqualTo("Please sign in first.");
    }

    @Test
    void lendsTestsASignedInClerk() {
        assertThat(mvc.perform(get("/api/access/session").with(SignedIn.as("clerk"))))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("postings[0].unit")
                .isEqualTo("ST-150203001");
    }

    private String aClerk() {
        var login = "clerk-" + UUID.randomUUID();
        var id = new AccountId(UUID.randomUUID());
        accounts.insert(
                new Account(
                        id,
                        login,
                        seal.seal(Account.NAME, "巴图"),
                        Optional.empty(),
                        passwords.hash(PASSWORD),
                        false,
                        Optional.empty(),
                        false,
                        0,
                        false,
                        0,
                        Optional.empty(),
                        false,
                        1),
                clock.instant());
        postings.grant(
                Acting.system("test"),
                new Postings.Grant(
                        id,
                        "clerk",
                        Actings.SHAOXIANLU_STATION,
                        Actings.SHAOXIANLU,
                        Optional.empty(),
                        LocalDate.of(2026, 1, 1),
                        Optional.empty()));
        return login;
    }

    private MvcTestResult signIn(
            String login, String password, @org.jspecify.annotations.Nullable String code, String address) {
        var json = """
                {"name": "%s", "password": "%s", "code": %s}
                """.formatted(login, password, code == null ? "null" : "\"" + code + "\"");
        return mvc.perform(post("/api/access/sign-in")
                .with(token())
                .remoteAddress(address)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }

    private MvcTestResult session(MvcTestResult signedIn) {
        return mvc.perform(get("/api/access/session").cookie(cookie(signedIn)));
    }

    private static Cookie cookie(MvcTestResult signedIn) {
        return java.util.Objects.requireNonNull(signedIn.getResponse().getCookie(SessionCookie.NAME));
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
