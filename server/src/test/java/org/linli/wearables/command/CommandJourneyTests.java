package org.linli.wearables.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.area.UnitCode;
import org.linli.shared.DivisionCode;
import org.linli.shared.PersonalHoldings;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.linli.testing.SignedIn;
import org.linli.wearables.Handed;
import org.linli.wearables.TextWatch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** From the clerk to the watch and back. */
@LinliTest
class CommandJourneyTests {

    private static final String CONTACTS = """
            {"kind":"CONTACTS","contacts":[{"name":"女儿","number":"13800138009"},{"name":"王","number":"+8613800138010"}]}""";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    java.util.List<PersonalHoldings> holdings;

    private Handed device;
    private String orders;

    @BeforeEach
    void aWatchOnAWrist() {
        device = new Handed(mvc);
        orders = "/api/wearables/devices/" + device.id + "/commands";
    }

    @AfterEach
    void today() {
        clock.set(SettableClock.START);
    }

    @Test
    void goesToAWatchThatIsConnectedAndIsAnswered() throws Exception {
        try (var watch = new TextWatch(device)) {
            watch.says("LK,0,0,64");
            give("{\"kind\":\"FIND\"}");
            assertThat(watch.hears()).isEqualTo("FIND");
            until("FIND SENT");
            watch.tells("FIND");
            until("FIND ANSWERED");
        }
        assertThat(jdbc.sql(
                                "select count(*) from access.audit where act = 'wearables.device.command' and object = :object")
                        .param("object", "device:" + device.id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void waitsUntilTheWatchConnectsAndGoesAgainWhereNobodyAnswered() throws Exception {
        give(CONTACTS);
        clock.tick(Duration.ofHours(1));
        for (var time = 0; time < 2; time++) {
            try (var watch = new TextWatch(device)) {
                watch.says("LK");
                assertThat(watch.hears()).isEqualTo("SOS1,13800138009");
                assertThat(watch.hears()).isEqualTo("SOS2,+8613800138010");
                assertThat(watch.hears()).isEqualTo("SOS3,");
                assertThat(watch.hears()).isEqualTo("PHB,13800138009,5973513F,+8613800138010,738B");
                until("CONTACTS SENT");
                if (time == 1) {
                    watch.tells("PHB");
                    until("CONTACTS ANSWERED");
                }
            }
        }
        assertThat(contents()).as("what it said is forgotten").isZero();
    }

    @Test
    void isSealedWhileItWaits() {
        give(CONTACTS);
        assertThat(jdbc.sql("select content_sealed from wearables.command where device_id = :device")
                        .param("device", device.id)
                        .query(String.class)
                        .single())
                .startsWith("k")
                .doesNotContain("13800138009");
        assertThat(device.ask("GET", orders, "").toString()).doesNotContain("13800138009");
        var subject = new PersonalHoldings.Subject(java.util.Optional.of(device.wearer), java.util.Set.of());
        assertThat(holdings.stream().flatMap(holder -> holder.copy(subject).stream()))
                .extracting(PersonalHoldings.Line::value)
                .anyMatch(value -> value.contains("13800138009"));
    }

    @Test
    void isForgottenWithTheWearer() throws Exception {
        give(CONTACTS);
        device.handOut(UUID.randomUUID());
        assertThat(contents()).isZero();
        try (var watch = new TextWatch(device)) {
            watch.says("LK");
            give("{\"kind\":\"FIND\"}");
            assertThat(watch.hears()).as("and nothing else").isEqualTo("FIND");
        }
    }

    @Test
    void expires() throws Exception {
        device.consent();
        give("{\"kind\":\"LOCATE\"}");
        give(CONTACTS);
        clock.tick(Duration.ofMinutes(6));
        until("CONTACTS WAITING", "LOCATE EXPIRED");
        clock.tick(Duration.ofDays(7));
        until("CONTACTS EXPIRED", "LOCATE EXPIRED");
        assertThat(contents()).isZero();
    }

    @Test
    void takesThePlaceOfAnotherOfItsKind() {
        give("{\"kind\":\"INTERVAL\",\"seconds\":600}");
        give("{\"kind\":\"INTERVAL\",\"seconds\":60}");
        until("INTERVAL WAITING", "INTERVAL EXPIRED");
    }

    /** The consent is asked for when the order is given, and again when it goes. */
    @Test
    void locatesNobodyWithoutConsent() throws Exception {
        assertThat(device.reason(orders, "{\"kind\":\"LOCATE\"}")).isEqualTo("wearables.locating-needs-consent");
        device.consent();
        give("{\"kind\":\"LOCATE\"}");
        device.done("/consents/POSITION/withdraw", "{\"reason\":\"本人电话撤回\"}");
        try (var watch = new TextWatch(device)) {
            watch.says("LK");
            give("{\"kind\":\"FIND\"}");
            assertThat(watch.hears()).isEqualTo("FIND");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"kind":"INTERVAL"}                                                        | wearables.command-incomplete
            {"kind":"INTERVAL","seconds":9}                                            | wearables.interval-out-of-range
            {"kind":"INTERVAL","seconds":3601}                                         | wearables.interval-out-of-range
            {"kind":"CONTACTS"}                                                        | wearables.command-incomplete
            {"kind":"CONTACTS","contacts":[{"name":"女儿","number":"1380],[3G"}]}        | wearables.malformed-phone
            {"kind":"REMIND"}                                                          | wearables.command-incomplete
            {"kind":"QUIET"}                                                           | wearables.command-incomplete
            """)
    void refusesWhatNoDeviceCanDo(String form, String reason) {
        assertThat(device.reason(orders, form)).isEqualTo(reason);
    }

    @Test
    void knowsNoCommandToListenOrToTakeAPhoto() {
        for (var kind : new String[] {"MONITOR", "RCAPTURE", "CALL"}) {
            assertThat(device.exchange(device.clerk, "POST", orders, "{\"kind\":\"" + kind + "\"}")
                            .getStatus())
                    .isEqualTo(422);
        }
        assertThat(device.exchange(
                                device.clerk,
                                "POST",
                                orders,
                                "{\"kind\":\"QUIET\",\"windows\":[{\"from\":\"24:00\",\"to\":\"06:00\"}]}")
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void isForThoseWhoKeepTheDevicesThere() {
        var elsewhere = SignedIn.as("committee-clerk", UnitCode.of("CO-150203001015"), DivisionCode.of("150203001015"));
        var reader = SignedIn.as("district-supervisor", UnitCode.of("DISTRICT-150203"), DivisionCode.of("150203"));
        assertThat(device.exchange(elsewhere, "POST", orders, "{\"kind\":\"FIND\"}")
                        .getStatus())
                .isEqualTo(403);
        assertThat(device.exchange(reader, "POST", orders, "{\"kind\":\"FIND\"}")
                        .getStatus())
                .isEqualTo(403);
        assertThat(device.exchange(elsewhere, "GET", orders, "").getStatus()).isEqualTo(403);
        assertThat(device.exchange(reader, "GET", orders, "").getStatus()).isEqualTo(200);
        assertThat(device.reason("/api/wearables/devices/0/commands", "{\"kind\":\"FIND\"}"))
                .isEqualTo("wearables.unknown-device");
        device.done("/retire", "{\"reason\":\"损坏\"}");
        assertThat(device.reason(orders, "{\"kind\":\"FIND\"}")).isEqualTo("wearables.device-retired");
    }

    private void give(String form) {
        device.ask("POST", orders, form);
    }

    /** Until the latest orders, the newest first, stand so. */
    private void until(String... standing) {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            var now = device.ask("GET", orders, "")
                    .valueStream()
                    .limit(standing.length)
                    .map(order -> order.path("kind").asString() + " "
                            + order.path("state").asString())
                    .toList();
            if (now.equals(java.util.List.of(standing))) {
                return;
            }
            assertThat(System.nanoTime()).as(now.toString()).isLessThan(end);
        }
    }

    private int contents() {
        return jdbc.sql("select count(content_sealed) from wearables.command where device_id = :device")
                .param("device", device.id)
                .query(Integer.class)
                .single();
    }
}
