package org.linli.wearables.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.area.UnitCode;
import org.linli.shared.BodySignature;
import org.linli.shared.DivisionCode;
import org.linli.testing.DeviceNumbers;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.linli.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a vendor's platform to the desk. */
@LinliTest
class SensorHttpJourneyTests {

    private static final DivisionCode DISTRICT = DivisionCode.of("150203");
    private static final DivisionCode COMMUNITY = DivisionCode.of("150203001016");
    private static final UnitCode COMMITTEE = UnitCode.of("CO-150203001016");
    private static final String READINGS = "/api/public/wearables/sensors/readings";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    TransactionTemplate transaction;

    private final SignedIn clerk = SignedIn.as("committee-clerk", COMMITTEE, COMMUNITY);
    private final SignedIn supervisor = SignedIn.as("district-supervisor", UnitCode.of("DISTRICT-150203"), DISTRICT);
    private final String number = DeviceNumbers.next();
    private int device;
    private JsonNode vendor;

    @BeforeEach
    void aDetectorAndItsVendor() {
        device = read(post(
                        clerk, "/api/wearables/devices", form("number", number, "model", "烟感 S1", "area", COMMUNITY)))
                .path("id")
                .asInt();
        vendor = added("安居 " + number, COMMUNITY);
    }

    @AfterEach
    void today() {
        clock.set(SettableClock.START);
    }

    @Test
    void isTakenOnceStoredAndRings() {
        var taken = send(reading("SMOKE", "ALARM"));
        assertThat(taken.getStatus()).isEqualTo(202);
        assertThat(outcomes(taken)).containsExactly("STORED");
        assertThat(
                        stored(
                                "select count(*) from wearables.alarm where device_id = :device and kind = 'SMOKE' and times = 1"))
                .isEqualTo(1);
        assertThat(stored("select battery from wearables.state where device_id = :device"))
                .isEqualTo(77);
        assertThat(outcomes(send(reading("SMOKE", "ALARM")))).containsExactly("STORED");
        assertThat(outcomes(send(reading("SMOKE", "CLEAR")))).containsExactly("STORED");
        assertThat(stored("select times from wearables.alarm where device_id = :device"))
                .as("counted on the open one")
                .isEqualTo(2);
    }

    @Test
    void isSeenAndRaisesNothingWhenTried() {
        assertThat(outcomes(send(reading("GAS", "TEST")))).containsExactly("STORED");
        assertThat(stored("select count(*) from wearables.state where device_id = :device"))
                .isEqualTo(1);
        assertThat(stored("select count(*) from wearables.alarm where device_id = :device"))
                .isZero();
    }

    @Test
    void tellsEachReadingApart() {
        var stranger = reading("SMOKE", "ALARM").replace(number, "999999999901");
        var taken = send("[" + stranger + "," + reading("SMOKE", "HEARTBEAT") + "]");
        assertThat(taken.getStatus()).isEqualTo(202);
        assertThat(outcomes(taken)).containsExactly("NOT_REGISTERED", "STORED");
        assertThat(stored("select count(*) from wearables.state where device_id = :device"))
                .isEqualTo(1);
    }

    @Test
    void isHeardForItsOwnAreaOnly() {
        vendor = added("别处 " + number, DivisionCode.of("150203001015"));
        assertThat(outcomes(send(reading("SMOKE", "ALARM")))).containsExactly("NOT_REGISTERED");
        assertThat(stored("select count(*) from wearables.alarm where device_id = :device"))
                .isZero();
    }

    @Test
    void storesWhatIsRightBesideWhatIsWrongAndNamesIt() {
        var sent = send("[" + reading("SMOKE", "ALARM") + "," + reading("SMOKE", "TAKEN") + "]");
        assertThat(sent.getStatus()).isEqualTo(422);
        var problem = read(sent);
        assertThat(problem.path("reason").asString()).isEqualTo("wearables.unknown-sensor-code");
        assertThat(problem.path("faults").path(0).path("field").asString()).isEqualTo("[1].code");
        assertThat(outcomes(sent)).containsExactly("STORED", "WRONG");
        assertThat(problem.path("readings").path(1).path("field").asString()).isEqualTo("code");
        assertThat(stored("select count(*) from wearables.alarm where device_id = :device"))
                .isEqualTo(1);
    }

    @Test
    void saysWhatIsWrongInBothLanguages() {
        var wrong = reading("SMOKE", "ALARM").replace("77", "177");
        assertThat(read(send(wrong)).path("title").asString()).contains("0到100");
        var english = send(signed(vendor, wrong), wrong, Locale.ENGLISH);
        assertThat(english.getStatus()).isEqualTo(422);
        assertThat(read(english).path("title").asString()).contains("from 0 to 100");
        assertThat(read(english).path("faults").path(0).path("field").asString())
                .isEqualTo("battery");
    }

    @Test
    void isAnsweredOnlyAfterTheCommit() throws Exception {
        assertThat(outcomes(send(reading("SMOKE", "HEARTBEAT")))).containsExactly("STORED");
        var body = reading("SMOKE", "ALARM");
        var headers = signed(vendor, body);
        var sending = new Object() {
            CompletableFuture<MockHttpServletResponse> answer = new CompletableFuture<>();
        };
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select 1 from wearables.state where device_id = :device for update")
                    .param("device", device)
                    .query(Integer.class)
                    .single();
            sending.answer = CompletableFuture.supplyAsync(() -> send(headers, body, Locale.CHINESE));
            untilSomebodyWaits();
            try {
                sending.answer.get(1, TimeUnit.SECONDS);
                throw new AssertionError("answered before it was stored");
            } catch (TimeoutException stillWaiting) {
                assertThat(sending.answer).isNotDone();
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
        assertThat(outcomes(sending.answer.get(10, TimeUnit.SECONDS))).containsExactly("STORED");
    }

    private void untilSomebodyWaits() {
        var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (jdbc.sql("select count(*) from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))")
                        .query(Integer.class)
                        .single()
                == 0) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }

    @Test
    void isRefusedWithoutAGenuineSignature() {
        var body = reading("SMOKE", "ALARM");
        assertThat(refused(send(new LinkedHashMap<>(), body, Locale.CHINESE), 401))
                .isEqualTo("readings-unsigned");
        var altered = signed(vendor, body);
        assertThat(refused(send(altered, body.replace("77", "78"), Locale.CHINESE), 401))
                .isEqualTo("readings-unsigned");
        var unknown = signed(vendor, body);
        unknown.put(VendorSignature.VENDOR, "2147483648");
        assertThat(refused(send(unknown, body, Locale.CHINESE), 401)).isEqualTo("readings-unsigned");
        assertThat(stored("select count(*) from wearables.state where device_id = :device"))
                .isZero();
    }

    @Test
    void isRefusedTooLateAndTwice() {
        var body = reading("SMOKE", "HEARTBEAT");
        var headers = signed(vendor, body);
        clock.tick(Duration.ofMinutes(5).plusMillis(1));
        assertThat(refused(send(headers, body, Locale.CHINESE), 401)).isEqualTo("readings-clock-skew");
        clock.tick(Duration.ofMinutes(-5).minusMillis(1));
        assertThat(send(headers, body, Locale.CHINESE).getStatus()).isEqualTo(202);
        assertThat(refused(send(headers, body, Locale.CHINESE), 409)).isEqualTo("readings-replayed");
    }

    @Test
    void isRefusedWhatIsTooLongOrTooMuch() {
        assertThat(refused(send(" ".repeat(256 * 1024 + 1)), 413)).isEqualTo("readings-too-long");
        assertThat(refused(send("[" + String.join(",", Collections.nCopies(501, "{}")) + "]"), 413))
                .isEqualTo("too-many-readings");
    }

    @Test
    void isSlowedDownWhenItSendsTooOften() {
        jdbc.sql("""
                insert into access.pace (topic, who, reaches) values ('wearables.readings', :who, :until)""")
                .param("who", vendor.path("id").asString())
                .param("until", java.sql.Timestamp.from(clock.instant().plus(Duration.ofSeconds(70))))
                .update();
        var slowed = send(reading("SMOKE", "HEARTBEAT"));
        assertThat(slowed.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(String.valueOf(slowed.getHeader("Retry-After"))))
                .isPositive();
    }

    @Test
    void isNoLongerHeardOnceItIsEnded() {
        var path = "/api/wearables/vendors/" + vendor.path("id").asInt() + "/retire";
        assertThat(refused(post(supervisor, path, form("reason", " ")), 422)).isEqualTo("reason-missing");
        assertThat(post(supervisor, path, form("reason", "合同到期")).getStatus()).isEqualTo(204);
        assertThat(refused(post(supervisor, path, form("reason", "合同到期")), 409)).isEqualTo("vendor-retired");
        assertThat(refused(send(reading("SMOKE", "ALARM")), 401)).isEqualTo("readings-unsigned");
    }

    @Test
    void isListedWithoutItsKey() {
        assertThat(outcomes(send(reading("SMOKE", "HEARTBEAT")))).containsExactly("STORED");
        var listed = exchange(supervisor, HttpMethod.GET, "/api/wearables/vendors", "");
        assertThat(new String(listed.getContentAsByteArray(), StandardCharsets.UTF_8))
                .doesNotContain(vendor.path("key").asString());
        assertThat(read(listed).valueStream())
                .anySatisfy(one -> assertThat(
                                one.path("id").asInt() == vendor.path("id").asInt() && one.has("heardAt"))
                        .isTrue());
        assertThat(jdbc.sql("select key_sealed from wearables.vendor where id = :id")
                        .param("id", vendor.path("id").asInt())
                        .query(String.class)
                        .single())
                .doesNotContain(vendor.path("key").asString());
    }

    @Test
    void isConnectedByTheDistrictOnlyAndOnce() {
        var again = form("name", "安居 " + number, "area", COMMUNITY);
        assertThat(refused(post(supervisor, "/api/wearables/vendors", again), 409))
                .isEqualTo("vendor-name-taken");
        assertThat(post(clerk, "/api/wearables/vendors", again).getStatus()).isEqualTo(403);
        assertThat(exchange(clerk, HttpMethod.GET, "/api/wearables/vendors", "").getStatus())
                .isEqualTo(403);
    }

    private JsonNode added(String name, DivisionCode area) {
        var made = post(supervisor, "/api/wearables/vendors", form("name", name, "area", area));
        assertThat(made.getStatus()).isEqualTo(201);
        return read(made);
    }

    private String reading(String kind, String code) {
        return """
                {"deviceId":"%s","kind":"%s","at":%d,"code":"%s","battery":77}""".formatted(number, kind, clock.millis(), code);
    }

    private MockHttpServletResponse send(String body) {
        return send(signed(vendor, body), body, Locale.CHINESE);
    }

    /** Each request has a time of its own, as it has outside of tests, where clocks go. */
    private LinkedHashMap<String, String> signed(JsonNode by, String body) {
        clock.tick(Duration.ofMillis(1));
        var timestamp = Long.toString(clock.millis());
        var headers = new LinkedHashMap<String, String>();
        headers.put(VendorSignature.VENDOR, by.path("id").asString());
        headers.put(BodySignature.TIMESTAMP, timestamp);
        headers.put(
                BodySignature.SIGNATURE,
                BodySignature.compute(by.path("key").asString(), timestamp, body.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }

    private MockHttpServletResponse send(LinkedHashMap<String, String> headers, String body, Locale language) {
        var request = mvc.post()
                .uri(READINGS)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Accept-Language", language.toLanguageTag())
                .content(body);
        headers.forEach(request::header);
        return request.exchange().getResponse();
    }

    private static java.util.List<String> outcomes(MockHttpServletResponse answer) {
        return read(answer)
                .path("readings")
                .valueStream()
                .map(one -> one.path("outcome").asString())
                .toList();
    }

    private static String refused(MockHttpServletResponse answer, int status) {
        assertThat(answer.getStatus()).isEqualTo(status);
        return read(answer).path("reason").asString().replace("wearables.", "");
    }

    private int stored(String sql) {
        return jdbc.sql(sql).param("device", device).query(Integer.class).single();
    }

    private static String form(Object... pairs) {
        var form = new LinkedHashMap<String, Object>();
        for (var n = 0; n < pairs.length; n += 2) {
            form.put(
                    pairs[n].toString(),
                    pairs[n + 1] instanceof DivisionCode area ? area.value() : pairs[n + 1].toString());
        }
        return JsonMapper.shared().writeValueAsString(form);
    }

    private MockHttpServletResponse post(SignedIn by, String path, String body) {
        return exchange(by, HttpMethod.POST, path, body);
    }

    private MockHttpServletResponse exchange(SignedIn by, HttpMethod method, String path, String body) {
        return mvc.method(method)
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(by)
                .exchange()
                .getResponse();
    }

    private static JsonNode read(MockHttpServletResponse response) {
        return JsonMapper.shared().readTree(response.getContentAsByteArray());
    }
}
