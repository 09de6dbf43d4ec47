package org.linli.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.testing.AntiForgery.token;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.JsonPath;
import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.area.UnitCode;
import org.linli.shared.DivisionCode;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.linli.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Three administrators, each with a part, and what becomes of a posting's rights. */
@LinliTest
class AdministrationTests {

    private static final SignedIn SYSTEM = administrator("system-admin");
    private static final SignedIn SECURITY = administrator("security-admin");
    private static final String WANTED = "Ming-yue-song-jian-8";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SettableClock clock;

    @Test
    void takesAnAccountFromItsCreationToItsFirstAct() {
        var login = "officer-" + UUID.randomUUID().toString().substring(0, 8);
        var created = create(login);
        var first = text(created, "$.password");
        var session = signIn(login, first);
        assertThat(session).bodyJson().extractingPath("mustChange").isEqualTo(true);
        assertThat(grant(text(created, "$.account"), "clerk", "ST-150203001", "150203001", null, null))
                .hasStatus(201);
        assertThat(mvc.perform(get("/api/access/accounts").cookie(cookie(session))))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("reason")
                .isEqualTo("access.password-must-change");
        assertThat(post("/api/access/password", """
                {"present": "%s", "wanted": "%s"}""".formatted(first, WANTED), request -> {
                    request.setCookies(cookie(session));
                    return token().postProcessRequest(request);
                }))
                .hasStatus(204);
        var again = signIn(login, WANTED);
        assertThat(again).bodyJson().extractingPath("mustChange").isEqualTo(false);
        assertThat(again).bodyJson().extractingPath("postings[0].unitNames.zh").isEqualTo("少先路街道社区中心站");
    }

    @Test
    void keepsMakingAccountsAndGrantingPostingsApart() {
        var account = text(create(aLogin()), "$.account");
        assertThat(post(
                        "/api/access/postings",
                        posting(account, "clerk", "ST-150203001", "150203001", null, null),
                        SYSTEM))
                .hasStatus(403);
        assertThat(post("/api/access/accounts", "{\"login\": \"%s\", \"name\": \"某人\"}".formatted(aLogin()), SECURITY))
                .hasStatus(403);
        assertThat(post("/api/access/accounts/" + account + "/totp-reset", "", SYSTEM))
                .hasStatus(403);
        assertThat(post("/api/access/accounts/" + account + "/password", "", SECURITY))
                .hasStatus(403);
    }

    @Test
    void refusesToJoinAnAdministratorWithAnythingElse() {
        var account = text(create(aLogin()), "$.account");
        assertThat(grant(account, "audit-admin", "DG-150203", "150203", null, null))
                .hasStatus(201);
        assertThat(grant(account, "system-admin", "DG-150203", "150203", null, null))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("reason")
                .isEqualTo("access.roles-do-not-combine");
        assertThat(grant(account, "clerk", "ST-150203001", "150203001", null, null))
                .hasStatus(409);
        var clerk = text(create(aLogin()), "$.account");
        assertThat(grant(clerk, "clerk", "ST-150203001", "150203001", null, null))
                .hasStatus(201);
        assertThat(grant(clerk, "security-admin", "DG-150203", "150203", null, null))
                .hasStatus(409);
        assertThat(grant(clerk, "station-head", "ST-150203001", "150203001", null, null))
                .hasStatus(201);
    }

    @Test
    void letsNobodyGrantToThemselves() {
        assertThat(grant(SECURITY.account().value().toString(), "audit-admin", "DG-150203", "150203", null, null))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("reason")
                .isEqualTo("access.not-oneself");
    }

    @Test
    void refusesAPlaceThatDoesNotFitTheRole() {
        var account = text(create(aLogin()), "$.account");
        assertReason(grant(account, "clerk", "DEPT-MZ", "150203", null, null), "access.unit-does-not-fit-role");
        assertReason(grant(account, "clerk", "ST-999", "150203001", null, null), "access.unit-unknown");
        assertReason(grant(account, "clerk", "ST-150203001", "150203003", null, null), "access.area-beyond-unit");
        assertReason(grant(account, "king", "ST-150203001", "150203001", null, null), "access.role-unknown");
        // The station of Kunbei serves two towns as well.
        assertThat(grant(account, "clerk", "ST-150203014", "150203100", null, null))
                .hasStatus(201);
    }

    @Test
    void keepsTheHomeUnitOfASecondedOfficer() {
        var login = aLogin();
        var created = create(login);
        var account = text(created, "$.account");
        assertThat(grant(account, "clerk", "ST-150203003", "150203003", "DEPT-MZ", null))
                .hasStatus(201);
        var session = signIn(login, text(created, "$.password"));
        assertThat(session).bodyJson().extractingPath("postings[0].homeUnit").isEqualTo("DEPT-MZ");
        assertThat(session)
                .bodyJson()
                .extractingPath("postings[0].homeUnitNames.zh")
                .isEqualTo("区民政局");
    }

    @Test
    void takesTheRightsAwayWithTheNextRequestOnceAPostingEnds() {
        var clerk = SignedIn.as("system-admin", UnitCode.of("DG-150203"), DivisionCode.of("150203"));
        assertThat(mvc.perform(get("/api/access/accounts").with(clerk))).hasStatusOk();
        assertThat(post("/api/access/postings/" + clerk.posting().value() + "/end", "", SECURITY))
                .hasStatus(204);
        assertThat(mvc.perform(get("/api/access/accounts").with(clerk)))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("reason")
                .isEqualTo("access.no-posting");
    }

    @Test
    void endsAPostingAfterItsLastDay() {
        var login = aLogin();
        var created = create(login);
        var today = java.time.LocalDate.now(clock);
        assertThat(grant(text(created, "$.account"), "clerk", "ST-150203001", "150203001", null, today.toString()))
                .hasStatus(201);
        var first = text(created, "$.password");
        assertThat(signIn(login, first))
                .bodyJson()
                .extractingPath("postings.length()")
                .isEqualTo(1);
        clock.tick(java.time.Duration.ofDays(1));
        assertThat(signIn(login, first))
                .bodyJson()
                .extractingPath("postings.length()")
                .isEqualTo(0);
    }

    @Test
    void refusesAPostingThatIsSomebodyElses() {
        assertThat(mvc.perform(get("/api/access/accounts")
                        .header("X-Linli-Posting", SECURITY.posting().value())
                        .with(SYSTEM)))
                .hasStatus(403);
    }

    @Test
    void asksARealAdministratorForAnAuthenticatorFirst() {
        var login = aLogin();
        var created = create(login);
        assertThat(grant(text(created, "$.account"), "audit-admin", "DG-150203", "150203", null, null))
                .hasStatus(201);
        assertThat(signIn(login, text(created, "$.password")))
                .bodyJson()
                .extractingPath("totpRequired")
                .isEqualTo(true);
    }

    @Test
    void keepsThePhoneUntilAnotherOneOrNoneIsGiven() {
        var login = aLogin();
        var account = text(create(login), "$.account");
        change(account, "{\"name\": \"某人\", \"phone\": \"13847212345\", \"revision\": 1}");
        change(account, "{\"name\": \"某某\", \"revision\": 2}");
        assertThat(listed(login)).bodyJson().extractingPath("items[0].phoneEnd").isEqualTo("2345");
        change(account, "{\"name\": \"某某\", \"phone\": \"\", \"revision\": 3}");
        assertThat(listed(login)).bodyJson().doesNotHavePath("items[0].phoneEnd");
    }

    private void change(String account, String json) {
        assertThat(mvc.perform(MockMvcRequestBuilders.put("/api/access/accounts/" + account)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json)
                        .with(SYSTEM)))
                .hasStatus2xxSuccessful();
    }

    private MvcTestResult listed(String login) {
        return mvc.perform(get("/api/access/accounts?login=" + login).with(SYSTEM));
    }

    @Test
    void endsTheSessionsOfARetiredAccount() {
        var login = aLogin();
        var created = create(login);
        var session = signIn(login, text(created, "$.password"));
        assertThat(post("/api/access/accounts/" + text(created, "$.account") + "/retire", "{\"why\": \"调离\"}", SYSTEM))
                .hasStatus(204);
        assertThat(mvc.perform(get("/api/access/session").cookie(cookie(session))))
                .hasStatus(401);
        assertThat(mvc.perform(MockMvcRequestBuilders.post("/api/access/sign-in")
                        .with(token())
                        .remoteAddress("10.1.0.9")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(credentials(login, text(created, "$.password")))))
                .hasStatus(401);
    }

    @Test
    void namesEachFaultOfAForm() {
        assertThat(post("/api/access/accounts", "{\"login\": \"Wang Fang\", \"name\": \"\"}", SYSTEM))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("faults.length()")
                .isEqualTo(2);
    }

    private MvcTestResult create(String login) {
        var created = post("/api/access/accounts", "{\"login\": \"%s\", \"name\": \"某人\"}".formatted(login), SYSTEM);
        assertThat(created).hasStatus(201);
        return created;
    }

    private MvcTestResult grant(
            String account,
            String role,
            String unit,
            String area,
            @org.jspecify.annotations.Nullable String home,
            @org.jspecify.annotations.Nullable String to) {
        return post("/api/access/postings", posting(account, role, unit, area, home, to), SECURITY);
    }

    private static String posting(
            String account,
            String role,
            String unit,
            String area,
            @org.jspecify.annotations.Nullable String home,
            @org.jspecify.annotations.Nullable String to) {
        return """
                {"account": "%s", "role": "%s", "unit": "%s", "area": "%s", "homeUnit": %s, "from": "2026-01-01", "to": %s}
                """.formatted(account, role, unit, area, quoted(home), quoted(to));
    }

    private static String quoted(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }

    private MvcTestResult post(String path, String json, RequestPostProcessor who) {
        return mvc.perform(MockMvcRequestBuilders.post(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .with(who));
    }

    private MvcTestResult signIn(String login, String password) {
        var answer = mvc.perform(MockMvcRequestBuilders.post("/api/access/sign-in")
                .with(token())
                .remoteAddress("10.1.0.1")
                .contentType(MediaType.APPLICATION_JSON)
                .content(credentials(login, password)));
        assertThat(answer).hasStatusOk();
        return answer;
    }

    private static String credentials(String login, String password) {
        return "{\"name\": \"%s\", \"password\": \"%s\"}".formatted(login, password);
    }

    private static void assertReason(MvcTestResult answer, String reason) {
        assertThat(answer).bodyJson().extractingPath("reason").isEqualTo(reason);
    }

    private static Cookie cookie(MvcTestResult signedIn) {
        return Objects.requireNonNull(signedIn.getResponse().getCookie(SessionCookie.NAME));
    }

    private static String text(MvcTestResult answer, String path) {
        try {
            return JsonPath.read(answer.getResponse().getContentAsString(StandardCharsets.UTF_8), path);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String aLogin() {
        return "officer-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static SignedIn administrator(String role) {
        return SignedIn.as(role, UnitCode.of("DG-150203"), DivisionCode.of("150203"));
    }
}
