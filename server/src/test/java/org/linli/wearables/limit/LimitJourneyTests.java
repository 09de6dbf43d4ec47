package org.linli.wearables.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.area.UnitCode;
import org.linli.shared.DivisionCode;
import org.linli.testing.DeviceNumbers;
import org.linli.testing.LinliTest;
import org.linli.testing.SignedIn;
import org.linli.wearables.ConsentKind;
import org.linli.wearables.VitalKind;
import org.linli.wearables.Wearables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Limits from a clinician to the gateway, and back to the usual ones. */
@LinliTest
class LimitJourneyTests {

    private static final DivisionCode COMMUNITY = DivisionCode.of("150203001016");
    private static final UnitCode COMMITTEE = UnitCode.of("CO-150203001016");
    private static final Acting SYSTEM = Acting.system("test");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Wearables wearables;

    @Autowired
    LimitRows rows;

    @Autowired
    JdbcClient jdbc;

    private final SignedIn clinician = SignedIn.as("grid-dispatcher", COMMITTEE, COMMUNITY);
    private int device;

    @BeforeEach
    void aWatchThatMeasures() {
        device = wearables.register(SYSTEM, DeviceNumbers.next(), "H59", COMMUNITY);
        wearables.handOut(SYSTEM, device, UUID.randomUUID(), COMMUNITY);
        wearables.consent(SYSTEM, device, ConsentKind.VITALS, "本人书面同意");
    }

    @Test
    void areTheUsualOnesUntilAClinicianSetsOthers() {
        var usual = read(clinician).path("limits");
        assertThat(usual.valueStream().map(limit -> limit.path("kind").asString()))
                .containsExactly("HEART_RATE", "BLOOD_PRESSURE", "OXYGEN", "TEMPERATURE");
        assertThat(usual.get(1).path("second").path("highRed").asInt()).isEqualTo(110);
        assertThat(looks()).as("the usual limits tell of nobody").isZero();
        var version = version();
        assertThat(set("HEART_RATE", form(bounds(34, 41, 111, 131), null, "长跑多年，心率偏低")))
                .isEqualTo("204");
        assertThat(version()).as("the gateway hears of it").isGreaterThan(version);
        var own = read(clinician).path("limits").get(0);
        assertThat(own.path("first").path("lowYellow").asInt()).isEqualTo(41);
        assertThat(own.path("set").path("reason").asString()).isEqualTo("长跑多年，心率偏低");
        assertThat(own.path("set").path("setter").asString()).isNotBlank();
        assertThat(looks()).isEqualTo(1);
        assertThat(jdbc.sql("select reason_sealed from wearables.vital_limit where device_id = :device")
                        .param("device", device)
                        .query(String.class)
                        .single())
                .doesNotContain("心率");
        var limits = rows.limitsOf(List.of(device)).get(device);
        assertThat(limits.of(VitalKind.HEART_RATE).level(42, OptionalInt.empty()))
                .isEqualTo(VitalLevel.NORMAL);
        assertThat(limits.of(VitalKind.OXYGEN)).isEqualTo(VitalLimits.usual(VitalKind.OXYGEN));
        version = version();
        assertThat(send(clinician, HttpMethod.DELETE, path("HEART_RATE"), Map.of())
                        .getStatus())
                .isEqualTo(204);
        assertThat(version()).isGreaterThan(version);
        assertThat(rows.limitsOf(List.of(device))).isEmpty();
    }

    @Test
    void areSetAgainAndForTwoNumbers() {
        set("BLOOD_PRESSURE", form(bounds(89, null, 170, 190), bounds(59, null, 100, 110), "医生建议"));
        set("BLOOD_PRESSURE", form(bounds(89, 95, 150, 170), bounds(55, 60, 95, 105), "卒中后"));
        var limits = rows.limitsOf(List.of(device)).get(device).of(VitalKind.BLOOD_PRESSURE);
        assertThat(limits.first()).isEqualTo(Bounds.of(89, 95, 150, 170));
        assertThat(limits.second()).contains(Bounds.of(55, 60, 95, 105));
    }

    @Test
    void refuseWhatMakesNoSense() {
        assertThat(set("HEART_RATE", form(bounds(50, 50, 111, 131), null, "x")))
                .isEqualTo("wearables.limit-out-of-order first.lowYellow");
        assertThat(set("HEART_RATE", form(bounds(39, 49, 131, 111), null, "x")))
                .isEqualTo("wearables.limit-out-of-order first.highRed");
        assertThat(set("HEART_RATE", form(bounds(39, null, 111, 131), null, "x")))
                .isEqualTo("wearables.limit-missing first.lowYellow");
        assertThat(set("HEART_RATE", form(bounds(39, 49, 111, 400), null, "x")))
                .isEqualTo("wearables.limit-impossible first.highRed");
        assertThat(set("BLOOD_PRESSURE", form(bounds(89, null, 160, 180), null, "x")))
                .isEqualTo("wearables.second-limits second");
        assertThat(set("BLOOD_PRESSURE", form(bounds(89, null, 160, 180), bounds(10, null, 100, 110), "x")))
                .isEqualTo("wearables.limit-impossible second.lowRed");
        assertThat(set("OXYGEN", form(bounds(85, 90, null, null), bounds(1, 2, 3, 4), "x")))
                .isEqualTo("wearables.second-limits second");
        assertThat(set("OXYGEN", form(bounds(85, 90, null, null), null, " ")))
                .isEqualTo("wearables.reason-missing reason");
        assertThat(rows.limitsOf(List.of(device))).isEmpty();
    }

    @Test
    void endWithTheConsentAndNeedOne() {
        set("OXYGEN", form(bounds(85, 90, null, null), null, "慢阻肺"));
        wearables.handOut(SYSTEM, device, UUID.randomUUID(), COMMUNITY);
        assertThat(rows.limitsOf(List.of(device))).isEmpty();
        assertThat(set("OXYGEN", form(bounds(85, 90, null, null), null, "慢阻肺")))
                .startsWith("wearables.limits-without-consent");
    }

    @Test
    void areForCliniciansAndTheirArea() {
        var clerk = SignedIn.as("committee-clerk", COMMITTEE, COMMUNITY);
        var elsewhere = SignedIn.as("grid-dispatcher", UnitCode.of("CO-150203001015"), DivisionCode.of("150203001015"));
        var form = form(bounds(85, 90, null, null), null, "慢阻肺");
        for (var by : Arrays.asList(clerk, elsewhere)) {
            assertThat(send(by, HttpMethod.PUT, path("OXYGEN"), form).getStatus())
                    .isEqualTo(403);
            assertThat(send(by, HttpMethod.DELETE, path("OXYGEN"), Map.of()).getStatus())
                    .isEqualTo(403);
        }
        assertThat(send(clerk, HttpMethod.GET, path(""), Map.of()).getStatus()).isEqualTo(200);
        assertThat(send(elsewhere, HttpMethod.GET, path(""), Map.of()).getStatus())
                .isEqualTo(403);
    }

    private static Map<String, Object> bounds(Integer lowRed, Integer lowYellow, Integer highYellow, Integer highRed) {
        var bounds = new HashMap<String, Object>();
        bounds.put("lowRed", lowRed);
        bounds.put("lowYellow", lowYellow);
        bounds.put("highYellow", highYellow);
        bounds.put("highRed", highRed);
        return bounds;
    }

    private static Map<String, Object> form(Map<String, Object> first, Map<String, Object> second, String reason) {
        var form = new HashMap<String, Object>();
        form.put("first", first);
        form.put("second", second);
        form.put("reason", reason);
        return form;
    }

    /** The status, or why it was refused and at which field. */
    private String set(String kind, Map<String, Object> form) {
        var answer = send(clinician, HttpMethod.PUT, path(kind), form);
        if (answer.getStatus() == 204) {
            return "204";
        }
        var problem = json(answer);
        return problem.path("reason").asString() + " "
                + problem.path("faults").path(0).path("field").asString("");
    }

    private JsonNode read(SignedIn by) {
        return json(send(by, HttpMethod.GET, path(""), Map.of()));
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

    private String path(String kind) {
        return "/api/wearables/devices/" + device + "/limits" + (kind.isEmpty() ? "" : "/" + kind);
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

    private static JsonNode json(MockHttpServletResponse response) {
        return JsonMapper.shared().readTree(response.getContentAsByteArray());
    }
}
