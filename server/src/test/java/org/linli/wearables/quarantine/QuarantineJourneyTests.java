package org.linli.wearables.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.linli.area.UnitCode;
import org.linli.shared.DivisionCode;
import org.linli.shared.RetentionRule;
import org.linli.testing.LinliTest;
import org.linli.testing.SignedIn;
import org.linli.wearables.Handed;
import org.linli.wearables.TextWatch;
import org.linli.wearables.line.Fault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** What cannot be read is counted, sampled and looked at, and the connection that sent it goes on. */
@LinliTest
class QuarantineJourneyTests {

    private static final String PATH = "/api/wearables/quarantine";

    private final SignedIn keeper =
            SignedIn.as("grid-dispatcher", UnitCode.of("DISTRICT-150203"), DivisionCode.of("150203"));
    private final SignedIn reader =
            SignedIn.as("district-supervisor", UnitCode.of("DISTRICT-150203"), DivisionCode.of("150203"));

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    QuarantineRows rows;

    @Autowired
    java.util.List<RetentionRule> rules;

    @Test
    void keepsASampleOfWhatIsBroken() throws Exception {
        var device = new Handed(mvc);
        try (var watch = new TextWatch(device)) {
            for (var n = 0; n < 5; n++) {
                watch.tells("FLOWER,%d,%s".formatted(n, device.number));
            }
            assertThat(watch.says("LK")).isEqualTo("LK");
        }
        var sample = "FLOWER,0," + device.number;
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!start(group(device, keeper)).equals(sample)) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
        var seen = group(device, reader);
        assertThat(seen.path("count").asInt()).isPositive();
        assertThat(seen.has("start") && !seen.path("start").isNull())
                .as("the bytes may tell of somebody")
                .isFalse();
        assertThat(jdbc.sql("select start_sealed from wearables.quarantine")
                        .query(String.class)
                        .list())
                .allSatisfy(value -> assertThat(value).startsWith("k").doesNotContain(device.number));
        assertThat(device.exchange(device.clerk, "GET", PATH, "").getStatus())
                .as("below the district")
                .isEqualTo(403);
    }

    @Test
    void goesAfterAWeek() {
        rows.add("test", Fault.UNREADABLE, new byte[] {1}, java.time.Instant.parse("2020-01-01T00:00:00Z"));
        var rule = rules.stream()
                .filter(one -> one.key().equals("wearables.quarantine"))
                .findAny()
                .orElseThrow();
        assertThat(rule.due(LocalDate.of(2020, 1, 1))).isZero();
        assertThat(rule.due(LocalDate.of(2020, 1, 3))).isEqualTo(1);
        assertThat(rule.apply(LocalDate.of(2020, 1, 3), 100, "test").emptied()).isEqualTo(1);
        assertThat(rule.due(LocalDate.of(2020, 1, 3))).isZero();
    }

    private static String start(JsonNode group) {
        return new String(HexFormat.of().parseHex(group.path("start").asString("")), StandardCharsets.UTF_8);
    }

    private JsonNode group(Handed device, SignedIn by) {
        return Handed.read(device.exchange(by, "GET", PATH, ""))
                .valueStream()
                .filter(group -> group.path("protocol").asString().equals("watch")
                        && group.path("reason").asString().equals("UNKNOWN"))
                .findAny()
                .orElse(tools.jackson.databind.node.JsonNodeFactory.instance.objectNode());
    }
}
