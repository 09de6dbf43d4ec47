package org.linli.testing;

import static org.linli.testing.AntiForgery.token;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import org.linli.access.AccountId;
import org.linli.access.PersonalSeal;
import org.linli.access.PostingId;
import org.linli.area.UnitCode;
import org.linli.shared.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * A request of somebody who signed in and acts through a posting with a role of the catalogue: {@code
 * mvc.perform(get("/api/…").with(SignedIn.as("clerk")))}. Every instance is a person of its own.
 */
public final class SignedIn implements RequestPostProcessor {

    private final String role;
    private final UnitCode unit;
    private final DivisionCode area;
    private final UUID account = UUID.randomUUID();
    private final UUID posting = UUID.randomUUID();
    private final String token = UUID.randomUUID() + "." + UUID.randomUUID();
    private final Map<ServletContext, Boolean> stored = new WeakHashMap<>();

    private SignedIn(String role, UnitCode unit, DivisionCode area) {
        this.role = role;
        this.unit = unit;
        this.area = area;
    }

    /** At the station of Shaoxianlu. */
    public static SignedIn as(String role) {
        return as(role, Actings.SHAOXIANLU_STATION, Actings.SHAOXIANLU);
    }

    public static SignedIn as(String role, UnitCode unit, DivisionCode area) {
        return new SignedIn(role, unit, area);
    }

    public AccountId account() {
        return new AccountId(account);
    }

    public PostingId posting() {
        return new PostingId(posting);
    }

    /** After somebody ended the session. */
    public void signInAgain(JdbcClient jdbc) {
        jdbc.sql("update access.session set ended_at = null where account_id = :account")
                .param("account", account)
                .update();
    }

    @Override
    public MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
        stored.computeIfAbsent(request.getServletContext(), this::store);
        var cookies = Stream.concat(
                Stream.ofNullable(request.getCookies()).flatMap(Arrays::stream),
                Stream.of(new Cookie("LINLI_SESSION", token)));
        request.setCookies(cookies.toArray(Cookie[]::new));
        return token().postProcessRequest(request);
    }

    private boolean store(ServletContext servlet) {
        var context = WebApplicationContextUtils.getRequiredWebApplicationContext(servlet);
        var jdbc = context.getBean(JdbcClient.class);
        var clock = context.getBean(Clock.class);
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var name = context.getBean(PersonalSeal.class).seal("access.account.name", "王芳");
        StoredPosting.store(jdbc, account, posting, name, role, unit, area, now);
        // Open for as long as a test moves its clock.
        jdbc.sql("""
                        insert into access.session
                          (id, token_hash, account_id, started_at, last_seen_at, address, agent)
                        values (:id, :hash, :account, :far, :far, '127.0.0.1', 'test')
                        """)
                .param("id", UUID.randomUUID())
                .param("hash", hash(token))
                .param("account", account)
                .param("far", now.plusYears(50))
                .update();
        return true;
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
