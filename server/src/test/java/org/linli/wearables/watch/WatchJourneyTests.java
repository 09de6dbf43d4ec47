package org.linli.wearables.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.area.UnitCode;
import org.linli.shared.DivisionCode;
import org.linli.testing.DeviceNumbers;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.linli.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a watch's socket to the desk and back. */
@LinliTest
class WatchJourneyTests {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("ddMMyy,HHmmss").withZone(ZoneOffset.UTC);
    private static final DivisionCode COMMUNITY = DivisionCode.of("150203001016");
    private static final UnitCode COMMITTEE = UnitCode.of("CO-150203001016");
    private static final String SOS = "00010000";

    @Autowired
    WatchListener listener;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    TransactionTemplate transaction;

    private final SignedIn clerk = SignedIn.as("committee-clerk", COMMITTEE, COMMUNITY);
    private final SignedIn colleague = SignedIn.as("committee-clerk", COMMITTEE, COMMUNITY);
    private final String number = DeviceNumbers.next();
    private final UUID wearer = UUID.randomUUID();
    private int device;

    @BeforeEach
    void aWatchOnAWrist() {
        device = ask(
                        "POST",
                        "/api/wearables/devices",
                        form("number", number, "model", "H59", "area", COMMUNITY.value()))
                .path("id")
                .asInt();
        done("/api/wearables/devices/" + device + "/hand-out", form("wearer", wearer, "area", COMMUNITY.value()));
    }

    @AfterEach
    void today() {
        clock.set(SettableClock.START);
    }

    @Test
    void isAnsweredOnceWhatItSaidIsStored() throws Exception {
        try (var watch = new Watch()) {
            assertThat(watch.says("LK,0,0,64")).isEqualTo("[3G*" + number + "*0002*LK]");
        }
        var seen = ask("GET", "/api/wearables/devices/" + device, "").path("device");
        assertThat(seen.path("battery").asInt()).isEqualTo(64);
        assertThat(seen.path("seenAt").asString()).isNotBlank();
    }

    @Test
    void ringsWithoutAnyConsentAndSaysNothingOfWhere() throws Exception {
        try (var watch = new Watch()) {
            assertThat(watch.says(alarm(SOS, 40.65, 109.83))).endsWith("*AL]");
        }
        var alarm = theAlarm();
        assertThat(alarm.path("line").path("kind").asString()).isEqualTo("SOS");
        assertThat(alarm.path("line").path("wearer").asString()).isEqualTo(wearer.toString());
        assertThat(alarm.has("position") && !alarm.path("position").isNull()).isFalse();
        assertThat(stored("select count(*) from wearables.state where device_id = :device and fix_at is not null"))
                .isZero();
        try (var watch = new Watch()) {
            watch.says(alarm("00600000", 40.65, 109.83));
        }
        assertThat(stored("select count(*) from wearables.alarm where device_id = :device"))
                .as("a fall needs a consent, a call for help none")
                .isEqualTo(1);
    }

    @Test
    void saysWhereOnceItsWearerAgreesAndForgetsWhenTheyNoLongerDo() throws Exception {
        done("/api/wearables/devices/" + device + "/consents/POSITION", form("basis", "本人书面同意"));
        try (var watch = new Watch()) {
            watch.tells(position(40.6543, 109.8321));
            watch.says(alarm(SOS, 0, 0));
        }
        // The call overtakes the position that was sent before it, which the open alarm is then told.
        var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (theAlarm().path("position").path("lat").asDouble(0) != 40.6543) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
        assertThat(stored("""
                select count(*) from privacy.disclosure where object = 'alarm:' || (
                  select id from wearables.alarm where device_id = :device)"""))
                .as("each look at where somebody is, is in the ledger")
                .isPositive();
        done("/api/wearables/devices/" + device + "/consents/POSITION/withdraw", form("reason", "本人电话撤回"));
        assertThat(theAlarm().path("position").isNull()
                        || theAlarm().path("position").isMissingNode())
                .isTrue();
        try (var watch = new Watch()) {
            watch.tells(position(40.6543, 109.8321));
            watch.says("LK,0,0,60");
        }
        assertThat(stored("select count(*) from wearables.state where device_id = :device and fix_at is not null"))
                .isZero();
    }

    @Test
    void movesBackNobodyByAnOlderFix() throws Exception {
        done("/api/wearables/devices/" + device + "/consents/POSITION", form("basis", "本人书面同意"));
        try (var watch = new Watch()) {
            watch.tells(position(40.66, 109.84));
            clock.tick(Duration.ofMinutes(-5));
            watch.tells(position(40.60, 109.80));
            watch.says("LK");
        }
        assertThat(ask("GET", "/api/wearables/devices/" + device, "")
                        .path("place")
                        .path("lat")
                        .asDouble())
                .isEqualTo(40.66);
    }

    @Test
    void countsPressesOnTheOpenAlarmAndRaisesANewOneAfterItWasClosed() throws Exception {
        try (var watch = new Watch()) {
            for (var press = 0; press < 3; press++) {
                watch.says(alarm(SOS, 0, 0));
            }
        }
        assertThat(theAlarm().path("line").path("times").asInt()).isEqualTo(3);
        var alarm =
                "/api/wearables/alarms/" + theAlarm().path("line").path("id").asString();
        assertThat(reason(colleague, alarm + "/close", form("outcome", "HELPED", "note", "已送医")))
                .isEqualTo("wearables.not-claimed");
        done(alarm + "/claim", "");
        done(alarm + "/claim", "");
        assertThat(reason(colleague, alarm + "/claim", "")).isEqualTo("wearables.claimed-by-another");
        assertThat(reason(clerk, alarm + "/close", form("outcome", "HELPED", "note", " ")))
                .isEqualTo("wearables.reason-missing");
        done(alarm + "/notes", form("note", "电话无人接听，请网格员上门"));
        done(alarm + "/close", form("outcome", "HELPED", "note", "老人摔倒，已送医"));
        assertThat(reason(clerk, alarm + "/notes", form("note", "补记"))).isEqualTo("wearables.alarm-closed");
        var acts = ask("GET", alarm, "").path("acts");
        assertThat(acts.valueStream().map(act -> act.path("act").asString()))
                .containsExactly("CLAIMED", "NOTED", "CLOSED");
        assertThat(jdbc.sql("select note_sealed from wearables.alarm_act where note_sealed is not null")
                        .query(String.class)
                        .list())
                .allSatisfy(note -> assertThat(note).doesNotContain("送医", "网格员"));
        try (var watch = new Watch()) {
            watch.says(alarm(SOS, 0, 0));
        }
        assertThat(stored("select count(*) from wearables.alarm where device_id = :device"))
                .isEqualTo(2);
    }

    @Test
    void isHeardAtADeskThatListens() throws Exception {
        assertThat(mvc.get().uri("/api/access/session").with(clerk)).hasStatusOk();
        var desk = mvc.get()
                .uri("/api/wearables/alarms/live")
                .with(clerk)
                .asyncExchange()
                .getResponse();
        try (var watch = new Watch()) {
            watch.says(alarm(SOS, 0, 0));
        }
        var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!desk.getContentAsString().contains("\"unclaimed\":") && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(desk.getContentAsString()).contains("event:alarms", "\"unclaimed\":");
    }

    /** The worker is held up by a locked row; what was sent before the call is answered after it. */
    @Test
    void overtakesWhatWaits() throws Exception {
        var other = inTheSameLane();
        ask("POST", "/api/wearables/devices", form("number", other, "model", "H59", "area", COMMUNITY.value()));
        try (var holding = new Watch();
                var calling = new Watch(other)) {
            holding.says("LK");
            transaction.executeWithoutResult(status -> {
                jdbc.sql("select 1 from wearables.state where device_id = :device for update")
                        .param("device", device)
                        .query(Integer.class)
                        .single();
                try {
                    holding.tells("LK");
                    untilSomebodyWaits();
                    calling.tells("LK", "LK", "LK", alarm(SOS, 0, 0));
                    Thread.sleep(1_000);
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(calling.answer()).endsWith("*AL]");
            assertThat(calling.answer()).endsWith("*LK]");
        }
    }

    /** A number whose ordinary messages wait behind those of the watch, however many lanes there are up to this many. */
    private String inTheSameLane() {
        var most = 12;
        var other = DeviceNumbers.next();
        while (Math.floorMod(other.hashCode() - number.hashCode(), most) != 0) {
            other = DeviceNumbers.next();
        }
        return other;
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
    void isNotHeardElsewhere() throws Exception {
        try (var watch = new Watch()) {
            watch.says(alarm(SOS, 0, 0));
        }
        var elsewhere = SignedIn.as("committee-clerk", UnitCode.of("CO-150203001015"), DivisionCode.of("150203001015"));
        var alarm =
                "/api/wearables/alarms/" + theAlarm().path("line").path("id").asString();
        assertThat(mvc.get().uri(alarm).with(elsewhere)).hasStatus(403);
        assertThat(mvc.get().uri("/api/wearables/devices/{id}", device).with(elsewhere))
                .hasStatus(403);
        assertThat(JsonMapper.shared()
                        .readTree(mvc.get()
                                .uri("/api/wearables/alarms")
                                .with(elsewhere)
                                .exchange()
                                .getResponse()
                                .getContentAsByteArray())
                        .valueStream()
                        .map(line -> line.path("device").asString()))
                .doesNotContain(number);
    }

    @Test
    void leavesNoRowWhenNobodyRegisteredIt() throws Exception {
        try (var stranger = new Watch("999999999999")) {
            assertThat(stranger.says("LK")).as("closed without a word").isEmpty();
        }
        done("/api/wearables/devices/" + device + "/retire", form("reason", "损坏"));
        try (var retired = new Watch()) {
            assertThat(retired.says(alarm(SOS, 0, 0))).isEmpty();
        }
        assertThat(stored("select count(*) from wearables.alarm where device_id = :device"))
                .isZero();
    }

    @Test
    void isHungUpOnWhenItSendsOnlyGarbage() throws Exception {
        try (var watch = new Watch()) {
            watch.socket.getOutputStream().write(new byte[3 * WatchFrames.LONGEST]);
            assertThat(watch.answer()).isEmpty();
        }
    }

    @Test
    void hearsTheOthersBesideAMessageOfADeviceNobodyKnows() throws Exception {
        try (var watch = new Watch();
                var stranger = new Watch("999999999998")) {
            stranger.tells("LK");
            assertThat(watch.says("LK,1,1,50")).endsWith("*LK]");
        }
    }

    @Test
    void refusesWhatIsNoDevice() {
        assertThat(reason(
                        clerk,
                        "/api/wearables/devices",
                        form("number", "12", "model", "H59", "area", COMMUNITY.value())))
                .isEqualTo("wearables.malformed-number");
        assertThat(reason(
                        clerk,
                        "/api/wearables/devices",
                        form("number", number, "model", "H59", "area", COMMUNITY.value())))
                .isEqualTo("wearables.number-taken");
        assertThat(reason(
                        clerk, "/api/wearables/devices/" + device + "/consents/POSITION/withdraw", form("reason", "x")))
                .isEqualTo("wearables.no-consent");
        assertThat(reason(clerk, "/api/wearables/devices/0/retire", form("reason", "x")))
                .isEqualTo("wearables.unknown-device");
    }

    /** A watch on a real socket. */
    private final class Watch implements AutoCloseable {
        final Socket socket;
        final String called;

        Watch() throws IOException {
            this(number);
        }

        Watch(String called) throws IOException {
            this.called = called;
            socket = new Socket("127.0.0.1", listener.port());
            socket.setSoTimeout(10_000);
        }

        /** All in one piece. */
        void tells(String... contents) throws IOException {
            var frames = new StringBuilder();
            for (var content : contents) {
                frames.append("[3G*%s*%04X*%s]".formatted(called, content.length(), content));
            }
            socket.getOutputStream().write(frames.toString().getBytes(StandardCharsets.UTF_8));
        }

        String says(String content) throws IOException {
            tells(content);
            return answer();
        }

        /** Up to the end of a frame, or nothing when the line was closed. */
        String answer() throws IOException {
            var answer = new StringBuilder();
            for (int one; (one = read()) >= 0; ) {
                answer.append((char) one);
                if (one == ']') {
                    break;
                }
            }
            return answer.toString();
        }

        private int read() throws IOException {
            try {
                return socket.getInputStream().read();
            } catch (java.net.SocketException reset) {
                return -1;
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private String alarm(String status, double lat, double lon) {
        return "AL," + fix(lat, lon) + ",0,0,0,7,60,90,0,0," + status;
    }

    private String position(double lat, double lon) {
        return "UD," + fix(lat, lon) + ",3.5,0,0,7,60,90,0,0,00000000";
    }

    private String fix(double lat, double lon) {
        return "%s,A,%s,N,%s,E".formatted(MOMENT.format(clock.instant()), lat, lon);
    }

    private JsonNode theAlarm() {
        var id = jdbc.sql("select id from wearables.alarm where device_id = :device order by raised_at desc limit 1")
                .param("device", device)
                .query(UUID.class)
                .single();
        return ask("GET", "/api/wearables/alarms/" + id, "");
    }

    private int stored(String sql) {
        return jdbc.sql(sql).param("device", device).query(Integer.class).single();
    }

    private static String form(Object... pairs) {
        var form = new java.util.LinkedHashMap<String, Object>();
        for (var n = 0; n < pairs.length; n += 2) {
            form.put(pairs[n].toString(), pairs[n + 1].toString());
        }
        return JsonMapper.shared().writeValueAsString(form);
    }

    private void done(String path, String body) {
        assertThat(exchange(clerk, "POST", path, body).getStatus()).as(path).isEqualTo(204);
    }

    private String reason(SignedIn by, String path, String body) {
        return read(exchange(by, "POST", path, body)).path("reason").asString();
    }

    private JsonNode ask(String method, String path, String body) {
        var response = exchange(clerk, method, path, body);
        assertThat(response.getStatus()).as(path).isBetween(200, 201);
        return read(response);
    }

    private org.springframework.mock.web.MockHttpServletResponse exchange(
            SignedIn by, String method, String path, String body) {
        return mvc.method(org.springframework.http.HttpMethod.valueOf(method))
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(by)
                .exchange()
                .getResponse();
    }

    private static JsonNode read(org.springframework.mock.web.MockHttpServletResponse response) {
        return JsonMapper.shared().readTree(response.getContentAsByteArray());
    }
}
