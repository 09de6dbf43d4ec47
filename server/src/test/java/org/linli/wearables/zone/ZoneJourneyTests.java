package org.linli.wearables.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.area.UnitCode;
import org.linli.shared.DivisionCode;
import org.linli.testing.DeviceNumbers;
import org.linli.testing.LinliTest;
import org.linli.testing.SignedIn;
import org.linli.wearables.AlarmKind;
import org.linli.wearables.ConsentKind;
import org.linli.wearables.Wearables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Zones from the desk to the gateway, and their end. */
@LinliTest
class ZoneJourneyTests {

    private static final DivisionCode COMMUNITY = DivisionCode.of("150203001016");
    private static final UnitCode COMMITTEE = UnitCode.of("CO-150203001016");
    private static final Acting SYSTEM = Acting.system("test");
    private static final Map<String, Object> HOME = Map.of("lon", 109.83, "lat", 40.65);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Wearables wearables;

    @Autowired
    WatchedZoneRows watched;

    @Autowired
    JdbcClient jdbc;

    private final SignedIn clerk = SignedIn.as("committee-clerk", COMMITTEE, COMMUNITY);
    private final UUID wearer = UUID.randomUUID();
    private int device;

    @BeforeEach
    void aWatchThatSaysWhere() {
        device = wearables.register(SYSTEM, DeviceNumbers.next(), "H59", COMMUNITY);
        wearables.handOut(SYSTEM, device, wearer, COMMUNITY);
        wearables.consent(SYSTEM, device, ConsentKind.POSITION, "本人书面同意");
    }

    @Test
    void areDrawnChangedAndTakenAway() {
        var version = version();
        var circle = draw(circle("家", 200));
        draw(polygon("小区", 0, 0, 0.01, 0, 0.01, 0.01, 0.004, 0.004, 0, 0.01));
        assertThat(version()).as("the gateway hears of it").isGreaterThan(version);
        var zones = read().path("zones");
        assertThat(zones.valueStream().map(zone -> zone.path("name").asString()))
                .containsExactly("家", "小区");
        assertThat(zones.get(0).path("radius").asDouble()).isEqualTo(200);
        assertThat(zones.get(0).path("centre").path("lon").asDouble()).isEqualTo(109.83);
        assertThat(zones.get(1).path("corners").size()).isEqualTo(5);
        assertThat(zones.get(1).path("radius").isNumber()).isFalse();
        var nights = circle("家和花园", 300);
        nights.put("hours", Map.of("days", 127, "from", "22:00", "to", "06:00"));
        assertThat(send(clerk, HttpMethod.PUT, path(circle), nights).getStatus())
                .isEqualTo(204);
        var changed = read().path("zones").get(0);
        assertThat(changed.path("name").asString()).isEqualTo("家和花园");
        assertThat(changed.path("hours").path("from").asString()).startsWith("22:00");
        assertThat(changed.path("hours").path("days").asInt()).isEqualTo(127);
        version = version();
        assertThat(send(clerk, HttpMethod.DELETE, path(circle), Map.of()).getStatus())
                .isEqualTo(204);
        assertThat(version()).isGreaterThan(version);
        assertThat(read().path("zones").size()).isEqualTo(1);
        assertThat(refusal(HttpMethod.DELETE, path(circle), Map.of())).isEqualTo("wearables.unknown-zone");
        assertThat(refusal(HttpMethod.PUT, path(circle), nights)).isEqualTo("wearables.unknown-zone");
    }

    @Test
    void areNotedInTheLedgerWhenLookedAt() {
        read();
        assertThat(looks()).as("there was nothing to see").isZero();
        draw(circle("家", 200));
        read();
        assertThat(looks()).isEqualTo(1);
    }

    @Test
    void areFollowedAndKeepWhereSomebodyIs() {
        draw(circle("家", 200));
        draw(circle("广场", 400));
        assertThat(zones())
                .hasSize(2)
                .allSatisfy(zone -> assertThat(zone.standing()).isEmpty());
        var start = Instant.parse("2026-03-02T04:00:00Z");
        follow(start, 109.83);
        follow(start.plusSeconds(60), 109.8335);
        var raised = follow(start.plusSeconds(120), 109.8335);
        assertThat(raised).containsExactly(AlarmKind.LEFT_ZONE);
        assertThat(zones().getFirst().standing())
                .contains(new Standing(
                        false, start.plusSeconds(60), Optional.empty(), Optional.of(start.plusSeconds(120))));
        assertThat(zones().getLast().standing()).contains(Standing.assumed(true, start));
        var seen = read().path("zones").get(0);
        assertThat(seen.path("inside").asBoolean(true)).isFalse();
        assertThat(seen.path("since").asString()).isEqualTo("2026-03-02T04:01:00Z");
    }

    @Test
    void beginAnewWhenDrawnDifferentlyButNotWhenOnlyRenamed() {
        var zone = draw(circle("家", 200));
        follow(Instant.parse("2026-03-02T04:00:00Z"), 109.83);
        send(clerk, HttpMethod.PUT, path(zone), circle("家里", 200));
        assertThat(zones().getFirst().standing()).isPresent();
        send(clerk, HttpMethod.PUT, path(zone), circle("家里", 250));
        assertThat(zones().getFirst().standing()).isEmpty();
    }

    @Test
    void endWithTheConsentAndWhenTheWatchIsHandedOn() {
        draw(circle("家", 200));
        var before = zones();
        jdbc.sql("""
                insert into wearables.alarm (id, device_id, kind, detail, division, raised_at, last_at)
                values (:id, :device, 'LEFT_ZONE', '家', :division, now(), now())""")
                .param("id", UUID.randomUUID())
                .param("device", device)
                .param("division", COMMUNITY.value())
                .update();
        wearables.handOut(SYSTEM, device, UUID.randomUUID(), COMMUNITY);
        assertThat(zones()).isEmpty();
        assertThat(jdbc.sql("select count(*) from wearables.alarm where device_id = :device and detail is null")
                        .param("device", device)
                        .query(Integer.class)
                        .single())
                .as("nor is it known where they lived")
                .isEqualTo(1);
        watched.keep(List.of(ZoneWatch.follow(before.getFirst(), Instant.parse("2026-03-02T04:00:00Z"), 109.83, 40.65)
                .zone()));
        assertThat(rows("zone")).isZero();
        assertThat(refusal(HttpMethod.POST, path(), circle("家", 200))).isEqualTo("wearables.zone-without-consent");
        wearables.consent(SYSTEM, device, ConsentKind.POSITION, "本人书面同意");
        draw(circle("新家", 200));
        var withdraw = "/api/wearables/devices/" + device + "/consents/POSITION/withdraw";
        assertThat(send(clerk, HttpMethod.POST, withdraw, Map.of("reason", "本人电话撤回"))
                        .getStatus())
                .isEqualTo(204);
        assertThat(rows("zone")).isZero();
        assertThat(read().path("consented").asBoolean(true)).isFalse();
    }

    @Test
    void refuseWhatCannotBeWatched() {
        assertThat(refused(circle("家", 29.9))).isEqualTo("wearables.zone-radius");
        assertThat(refused(circle("家", 5_001))).isEqualTo("wearables.zone-radius");
        assertThat(refused(polygon("线", 0, 0, 0.01, 0.01))).isEqualTo("wearables.zone-corners");
        assertThat(refused(polygon("结", 0, 0, 0.01, 0.01, 0.01, 0, 0, 0.01)))
                .isEqualTo("wearables.zone-crosses-itself");
        assertThat(refused(polygon("省", 0, 0, 1, 0, 0, 1))).isEqualTo("wearables.zone-too-large");
        assertThat(refused(polygon("点", 0, 0, 0.0002, 0, 0, 0.0002))).isEqualTo("wearables.zone-too-small");
        var corners = new double[202];
        for (var n = 0; n < 101; n++) {
            corners[2 * n] = 0.01 * Math.cos(n * 2 * Math.PI / 101);
            corners[2 * n + 1] = 0.01 * Math.sin(n * 2 * Math.PI / 101);
        }
        assertThat(refused(polygon("圆", corners))).isEqualTo("wearables.zone-corners");
        var silent = circle("家", 200);
        silent.put("leaving", false);
        assertThat(refused(silent)).isEqualTo("wearables.zone-raises-nothing");
        var nowhere = circle("家", 200);
        nowhere.remove("centre");
        assertThat(refused(nowhere)).isEqualTo("wearables.zone-without-shape");
        var never = circle("家", 200);
        never.put("hours", Map.of("days", 0, "from", "22:00", "to", "06:00"));
        assertThat(send(clerk, HttpMethod.POST, path(), never).getStatus()).isEqualTo(422);
        var offTheGlobe = circle("家", 200);
        offTheGlobe.put("centre", Map.of("lon", 181, "lat", 40));
        assertThat(send(clerk, HttpMethod.POST, path(), offTheGlobe).getStatus())
                .isEqualTo(422);
        assertThat(rows("zone")).isZero();
    }

    @Test
    void areThirtyAtMost() {
        for (var n = 1; n <= Zones.MOST; n++) {
            draw(circle("第" + n + "处", 200));
        }
        assertThat(refused(circle("多一处", 200))).isEqualTo("wearables.too-many-zones");
    }

    @Test
    void areForThoseWhoMayAndWhoseAreaItIs() {
        draw(circle("家", 200));
        var elsewhere = SignedIn.as("committee-clerk", UnitCode.of("CO-150203001015"), DivisionCode.of("150203001015"));
        var reader = SignedIn.as("grid-lead", COMMITTEE, COMMUNITY);
        var stranger = SignedIn.as("clerk");
        assertThat(send(elsewhere, HttpMethod.GET, path(), Map.of()).getStatus())
                .isEqualTo(403);
        assertThat(send(elsewhere, HttpMethod.POST, path(), circle("家", 200)).getStatus())
                .isEqualTo(403);
        assertThat(send(reader, HttpMethod.GET, path(), Map.of()).getStatus()).isEqualTo(200);
        assertThat(send(reader, HttpMethod.POST, path(), circle("家", 200)).getStatus())
                .isEqualTo(403);
        assertThat(send(stranger, HttpMethod.GET, path(), Map.of()).getStatus()).isEqualTo(403);
        assertThat(refusal(HttpMethod.GET, "/api/wearables/devices/0/zones", Map.of()))
                .isEqualTo("wearables.unknown-device");
        var others = wearables.register(SYSTEM, DeviceNumbers.next(), "H59", COMMUNITY);
        var zone = zones().getFirst().id();
        assertThat(refusal(HttpMethod.DELETE, "/api/wearables/devices/" + others + "/zones/" + zone, Map.of()))
                .isEqualTo("wearables.unknown-zone");
        assertThat(zones()).hasSize(1);
    }

    @Test
    void sayWhyInBothLanguages() {
        assertThat(text(Locale.CHINESE)).isEqualTo("半径应为30到5000米。");
        assertThat(text(Locale.ENGLISH)).isEqualTo("The radius must be 30 to 5,000 metres.");
    }

    private String text(Locale language) {
        var answer = mvc.post()
                .uri(path())
                .header(HttpHeaders.ACCEPT_LANGUAGE, language.toLanguageTag())
                .contentType(MediaType.APPLICATION_JSON)
                .content(JsonMapper.shared().writeValueAsString(circle("家", 1)))
                .with(clerk)
                .exchange()
                .getResponse();
        return read(answer).path("title").asString();
    }

    private List<WatchedZone> zones() {
        return watched.zonesOf(List.of(device)).getOrDefault(device, List.of());
    }

    private List<AlarmKind> follow(Instant at, double lon) {
        var steps = zones().stream()
                .map(zone -> ZoneWatch.follow(zone, at, lon, 40.65))
                .toList();
        watched.keep(steps.stream()
                .filter(ZoneWatch.Step::changed)
                .map(ZoneWatch.Step::zone)
                .toList());
        return steps.stream().flatMap(step -> step.raised().stream()).toList();
    }

    private static Map<String, Object> circle(String name, double radius) {
        var form = new LinkedHashMap<String, Object>();
        form.put("name", name);
        form.put("centre", HOME);
        form.put("radius", radius);
        form.put("leaving", true);
        form.put("entering", false);
        return form;
    }

    /** @param degrees east and north of home */
    private static Map<String, Object> polygon(String name, double... degrees) {
        var corners = new ArrayList<Map<String, Object>>();
        for (var n = 0; n < degrees.length; n += 2) {
            corners.add(Map.of("lon", 109.83 + degrees[n], "lat", 40.65 + degrees[n + 1]));
        }
        var form = new LinkedHashMap<String, Object>();
        form.put("name", name);
        form.put("corners", corners);
        form.put("leaving", true);
        form.put("entering", true);
        return form;
    }

    private int draw(Map<String, Object> form) {
        var answer = send(clerk, HttpMethod.POST, path(), form);
        assertThat(answer.getStatus()).isEqualTo(201);
        return read(answer).path("id").asInt();
    }

    private JsonNode read() {
        return read(send(clerk, HttpMethod.GET, path(), Map.of()));
    }

    private String refused(Map<String, Object> form) {
        return refusal(HttpMethod.POST, path(), form);
    }

    private String refusal(HttpMethod method, String path, Map<String, Object> form) {
        return read(send(clerk, method, path, form)).path("reason").asString();
    }

    private MockHttpServletResponse send(SignedIn by, HttpMethod method, String path, Map<String, Object> form) {
        return mvc.method(method)
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(JsonMapper.shared().writeValueAsString(form))
                .with(by)
                .exchange()
                .getResponse();
    }

    private String path() {
        return "/api/wearables/devices/" + device + "/zones";
    }

    private String path(int zone) {
        return path() + "/" + zone;
    }

    private long version() {
        return jdbc.sql("select version from wearables.device where id = :device")
                .param("device", device)
                .query(Long.class)
                .single();
    }

    private int looks() {
        return jdbc.sql("select count(*) from privacy.disclosure where object = :object")
                .param("object", "device:" + device)
                .query(Integer.class)
                .single();
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from wearables." + table + " where device_id = :device")
                .param("device", device)
                .query(Integer.class)
                .single();
    }

    private static JsonNode read(MockHttpServletResponse response) {
        return JsonMapper.shared().readTree(response.getContentAsByteArray());
    }
}
