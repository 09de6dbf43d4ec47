package org.linli.wearables.jt808;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.linli.wearables.Handed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** From a terminal's socket to the desk and back. */
@LinliTest
class Jt808JourneyTests {

    private static final int VALID = 2;

    @Autowired
    Jt808Listener listener;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    TransactionTemplate transaction;

    private Handed device;

    @BeforeEach
    void aTerminalOnABelt() {
        device = new Handed(mvc);
    }

    @ParameterizedTest
    @EnumSource
    void saysWhereItIsAndCallsForHelp(Edition edition) throws Exception {
        device.consent();
        try (var line = connect(edition)) {
            line.comesIn();
            line.sends(line.terminal.says(
                    Jt808Kinds.POSITION, Terminal.position(0, VALID, 40.6543, 109.8321, now(), 0xfe, 1, 69)));
            line.isAnswered(Jt808Kinds.POSITION, 0);
            var seen = device.ask("GET", "/api/wearables/devices/" + device.id, "");
            assertThat(seen.path("place").path("lat").asDouble()).isEqualTo(40.6543);
            assertThat(seen.path("device").path("battery").asInt()).isEqualTo(69);
            line.sends(line.terminal.says(Jt808Kinds.POSITION, Terminal.position(1, VALID, 40.6544, 109.8322, now())));
            line.isAnswered(Jt808Kinds.POSITION, 0);
        }
        assertThat(theAlarm().path("line").path("kind").asString()).isEqualTo("SOS");
        assertThat(theAlarm().path("line").path("device").asString()).isEqualTo(device.number);
    }

    @Test
    void hearsACallOfOneThatHasNotProvedItselfAndNothingElse() throws Exception {
        try (var line = connect(Edition.OF_2013)) {
            line.sends(line.terminal.says(Jt808Kinds.HEARTBEAT));
            line.isAnswered(Jt808Kinds.HEARTBEAT, 1);
            assertThat(stored("select count(*) from wearables.state where device_id = :device"))
                    .isZero();
            line.sends(line.terminal.says(Jt808Kinds.POSITION, Terminal.position(1, VALID, 40.65, 109.83, now())));
            line.isAnswered(Jt808Kinds.POSITION, 0);
        }
        assertThat(theAlarm().path("line").path("kind").asString()).isEqualTo("SOS");
    }

    @Test
    void hangsUpOnAWrongCode() throws Exception {
        try (var line = connect(Edition.OF_2019)) {
            line.sends(line.terminal.authenticates("000000000000000000000000"));
            line.isAnswered(Jt808Kinds.AUTHENTICATE, 1);
            assertThat(line.answer()).isEmpty();
        }
    }

    @Test
    void letsNobodyInWhomNobodyRegistered() throws Exception {
        try (var stranger = new OnSocket(Edition.OF_2013, "99999999999", listener.port())) {
            stranger.sends(stranger.terminal.registers());
            assertThat(stranger.answer().orElseThrow().body()).containsExactly(0, 1, 4);
            assertThat(stranger.answer()).isEmpty();
        }
    }

    /** The row of its state is locked meanwhile, so nothing can be stored, and nothing is answered. */
    @Test
    void answersStoredPositionsOnceAndOnlyAfterTheCommit() throws Exception {
        device.consent();
        try (var line = connect(Edition.OF_2019)) {
            line.comesIn();
            var points = new byte[60][];
            for (var n = 0; n < points.length; n++) {
                points[n] =
                        Terminal.position(0, VALID, 40.6 + n / 1000.0, 109.83, now().minusSeconds(points.length - n));
            }
            transaction.executeWithoutResult(status -> {
                jdbc.sql("select 1 from wearables.state where device_id = :device for update")
                        .param("device", device.id)
                        .query(Integer.class)
                        .single();
                try {
                    line.sends(line.terminal.inParts(Jt808Kinds.STORED_POSITIONS, Terminal.stored(points), 1000));
                    Thread.sleep(300);
                    assertThat(line.socket.getInputStream().available()).isZero();
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            for (var part = 0; part < 2; part++) {
                assertThat(line.answer().orElseThrow().body()).endsWith(7, 4, 0);
            }
            assertThat(device.ask("GET", "/api/wearables/devices/" + device.id, "")
                            .path("place")
                            .path("lat")
                            .asDouble())
                    .isEqualTo(40.659);
            line.sends(line.terminal.says(Jt808Kinds.HEARTBEAT));
            line.isAnswered(Jt808Kinds.HEARTBEAT, 0);
        }
    }

    @Test
    void isHungUpOnWhenItSendsOnlyGarbage() throws Exception {
        try (var line = connect(Edition.OF_2013)) {
            line.socket.getOutputStream().write(new byte[8 * Jt808Frame.LONGEST]);
            assertThat(line.answer()).isEmpty();
        }
    }

    @Test
    void isToldToSayWhereItIs() throws Exception {
        device.consent();
        var orders = "/api/wearables/devices/" + device.id + "/commands";
        device.ask("POST", orders, "{\"kind\":\"INTERVAL\",\"seconds\":600}");
        try (var line = connect(Edition.OF_2019)) {
            line.comesIn();
            var interval = line.answer().orElseThrow();
            assertThat(interval.kind()).isEqualTo(Jt808Kinds.SET_PARAMETERS);
            line.sends(line.terminal.says(Jt808Kinds.TERMINAL_ANSWER, answer(interval, 0)));
            until(orders, "INTERVAL ANSWERED");
            device.ask("POST", orders, "{\"kind\":\"LOCATE\"}");
            var locate = line.answer().orElseThrow();
            assertThat(locate.kind()).isEqualTo(Jt808Kinds.SAY_POSITION);
            line.sends(line.terminal.says(Jt808Kinds.TERMINAL_ANSWER, answer(locate, 3)));
            until(orders, "LOCATE REFUSED");
            device.ask("POST", orders, "{\"kind\":\"QUIET\",\"windows\":[]}");
            until(orders, "QUIET REFUSED");
        }
    }

    private static byte[] answer(Jt808Frame order, int result) {
        return java.nio.ByteBuffer.allocate(5)
                .putShort((short) order.serial())
                .putShort((short) order.kind())
                .put((byte) result)
                .array();
    }

    private void until(String orders, String standing) {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            var latest = device.ask("GET", orders, "").get(0);
            var now =
                    latest.path("kind").asString() + " " + latest.path("state").asString();
            if (now.equals(standing)) {
                return;
            }
            assertThat(System.nanoTime()).as(now).isLessThan(end);
        }
    }

    @Test
    void isCountedOnTheHealthPage() throws Exception {
        try (var line = connect(Edition.OF_2013)) {
            line.comesIn();
            var before = health();
            line.sends(new byte[] {0x7e, 1, 2, 3, 0x7e});
            line.sends(line.terminal.says(Jt808Kinds.HEARTBEAT));
            line.isAnswered(Jt808Kinds.HEARTBEAT, 0);
            var after = health();
            assertThat(after.path("connections").asInt()).isPositive();
            assertThat(after.path("port").asInt()).isEqualTo(listener.port());
            assertThat(after.path("frames").asLong())
                    .isEqualTo(before.path("frames").asLong() + 1);
            assertThat(after.path("faults").asLong())
                    .isEqualTo(before.path("faults").asLong() + 1);
        }
    }

    private JsonNode health() {
        return device.ask("GET", "/api/wearables/health", "")
                .valueStream()
                .filter(protocol -> protocol.path("protocol").asString().equals("jt808"))
                .findAny()
                .orElseThrow();
    }

    private OnSocket connect(Edition edition) throws IOException {
        return new OnSocket(edition, device.number, listener.port());
    }

    private Instant now() {
        return clock.instant()
                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                .minus(Duration.ofSeconds(1));
    }

    private JsonNode theAlarm() {
        var id = jdbc.sql("select id from wearables.alarm where device_id = :device")
                .param("device", device.id)
                .query(UUID.class)
                .single();
        return device.ask("GET", "/api/wearables/alarms/" + id, "");
    }

    private int stored(String sql) {
        return jdbc.sql(sql).param("device", device.id).query(Integer.class).single();
    }
}
