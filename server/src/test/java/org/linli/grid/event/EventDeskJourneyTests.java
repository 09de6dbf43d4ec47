package org.linli.grid.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.area.UnitCode;
import org.linli.files.Attachments;
import org.linli.shared.DivisionCode;
import org.linli.testing.LinliTest;
import org.linli.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The event desk over HTTP. */
@LinliTest
class EventDeskJourneyTests extends GridTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JsonMapper json;

    @Autowired
    Attachments attachments;

    private final SignedIn desk = SignedIn.as("grid-dispatcher", SUB_DISTRICT, DivisionCode.of("150203001"));
    private final SignedIn clerk = SignedIn.as("committee-clerk", COMMITTEE, COMMUNITY);
    private final SignedIn first = SignedIn.as("grid-worker", COMMITTEE, COMMUNITY);
    private final SignedIn second = SignedIn.as("grid-worker", COMMITTEE, COMMUNITY);
    private final SignedIn stranger =
            SignedIn.as("grid-dispatcher", UnitCode.of("SO-150203003"), DivisionCode.of("150203003"));

    @Test
    void walksFromTheReportToTheEndAndShowsWhatWasCompared() {
        var before = picture(first, Stage.BEFORE);
        var event = body(post(first, "/api/grid/events", report(before)));
        var id = event.at("/row/id").asString();
        assertThat(event.at("/row/state").asString()).isEqualTo("REPORTED");
        assertThat(event.at("/usualUnit").asString()).isEqualTo(COMMITTEE.value());

        assertThat(ids(get(desk, "/api/grid/events?which=TO_DISPATCH&area=150203001015")))
                .contains(id);
        event = act(clerk, id, event, "ACCEPT", Map.of());
        event = act(desk, id, event, "DISPATCH", Map.of("input", Map.of("unit", COMMITTEE.value())));
        event = act(first, id, event, "TAKE", Map.of());
        assertThat(ids(get(first, "/api/grid/events?which=MINE"))).contains(id);

        var after = picture(first, Stage.AFTER);
        event = act(first, id, event, "FEED_BACK", Map.of("note", "已清理", "files", java.util.List.of(after)));
        assertThat(post(
                        first,
                        "/api/grid/events/" + id + "/actions",
                        action(event, "VERIFY", Map.of("input", Map.of("decision", "fixed")))))
                .hasStatus(403);
        event = act(second, id, event, "VERIFY", Map.of("input", Map.of("decision", "fixed")));
        assertThat(event.at("/checks/0/before/0").asString()).isEqualTo(before.toString());
        assertThat(event.at("/checks/0/after/0").asString()).isEqualTo(after.toString());
        assertThat(event.at("/photos/0/arrived").asBoolean()).isTrue();
        assertThat(get(second, "/api/grid/events/" + id + "/photos/" + after))
                .hasStatusOk()
                .hasContentType(MediaType.IMAGE_JPEG);
        event = act(desk, id, event, "APPRAISE", Map.of("input", Map.of("decision", "good")));
        assertThat(event.at("/row/state").asString()).isEqualTo("CLOSED");

        var figures = body(get(desk, "/api/grid/figures?area=150203001015"));
        var cell = event.at("/row/cell").asString();
        var own = figures.valueStream()
                .filter(part -> part.at("/place").asString().equals(cell))
                .findFirst()
                .orElseThrow();
        assertThat(own.at("/figures/FIRST_GO").asInt()).isPositive();
        assertThat(ids(get(desk, "/api/grid/figures/FIRST_GO?area=" + cell)))
                .hasSize(own.at("/figures/FIRST_GO").asInt());
        var mine = body(get(first, "/api/grid/own/figures"));
        assertThat(mine.at("/handled/FIRST_GO").asInt()).isEqualTo(1);
        assertThat(body(get(second, "/api/grid/own/figures")).at("/checked").asInt())
                .isEqualTo(1);
    }

    /** A worker takes it for the committee, although the sub-district usually handles its kind. */
    @Test
    void handsAnEventToSomebodyByName() {
        assertThat(ids(get(second, "/api/grid/events?which=MINE"))).isEmpty();
        var form = new java.util.HashMap<>(report(picture(first, Stage.BEFORE)));
        form.put("category", AT_A_SHOP);
        var event = body(post(first, "/api/grid/events", form));
        var id = event.at("/row/id").asString();
        assertThat(event.at("/usualUnit").asString()).isNotEqualTo(COMMITTEE.value());
        event = act(clerk, id, event, "ACCEPT", Map.of());
        var named = Map.<String, Object>of("posting", second.posting().value().toString());
        event = act(desk, id, event, "DISPATCH", Map.of("input", named));
        assertThat(event.at("/row/unit").asString()).isEqualTo(COMMITTEE.value());
        assertThat(ids(get(second, "/api/grid/events?which=MINE"))).contains(id);
    }

    @Test
    void answersTheSameReportTwiceAlike() {
        var form = report(picture(first, Stage.BEFORE));
        var once = body(post(first, "/api/grid/events", form)).at("/row/id").asString();
        assertThat(body(post(first, "/api/grid/events", form)).at("/row/id").asString())
                .isEqualTo(once);
    }

    @Test
    void hidesWhatLiesElsewhere() {
        var event = body(post(first, "/api/grid/events", report(picture(first, Stage.BEFORE))));
        var id = event.at("/row/id").asString();
        assertThat(get(stranger, "/api/grid/events/" + id)).hasStatus(404);
        assertThat(get(stranger, "/api/grid/events?area=150203001015")).hasStatus(403);
        assertThat(get(stranger, "/api/grid/events/" + id + "/photos/" + UUID.randomUUID()))
                .hasStatus(404);
        assertThat(post(stranger, "/api/grid/events/" + id + "/actions", action(event, "ACCEPT", Map.of())))
                .hasStatus(404);
    }

    @Test
    void listsTheCatalogue() {
        var categories = body(get(first, "/api/grid/categories"));
        assertThat(categories
                        .valueStream()
                        .filter(one -> one.at("/code").asString().length() == 2))
                .hasSize(14);
        assertThat(body(get(first, "/api/grid/templates")).size()).isEqualTo(7);
    }

    private enum Stage {
        BEFORE,
        AFTER
    }

    private UUID picture(SignedIn by, Stage stage) {
        get(by, "/api/grid/categories");
        var bytes = stage == Stage.BEFORE ? DemoPictures.before(1) : DemoPictures.after(1);
        return attachments
                .store(
                        Acting.system("test"),
                        "posting:" + by.posting().value(),
                        "照片.jpg",
                        "image/jpeg",
                        new ByteArrayInputStream(bytes))
                .id()
                .value();
    }

    private Map<String, Object> report(UUID before) {
        var at = somewhere();
        return Map.of(
                "requestKey", UUID.randomUUID().toString(),
                "category", STAIRWELL,
                "level", "GENERAL",
                "description", "楼道里堆了旧家具",
                "lon", at.lon(),
                "lat", at.lat(),
                "files", java.util.List.of(before));
    }

    private JsonNode act(SignedIn by, String id, JsonNode event, String action, Map<String, Object> more) {
        return body(post(by, "/api/grid/events/" + id + "/actions", action(event, action, more)));
    }

    private static Map<String, Object> action(JsonNode event, String action, Map<String, Object> more) {
        var form = new LinkedHashMap<String, Object>(more);
        form.put("revision", event.at("/revision").asInt());
        form.put("action", action);
        form.put("requestKey", UUID.randomUUID().toString());
        return form;
    }

    private java.util.List<String> ids(MvcTestResult result) {
        return body(result)
                .at("/items")
                .valueStream()
                .map(one -> one.at("/id").asString())
                .toList();
    }

    private MvcTestResult get(SignedIn by, String path) {
        return mvc.get().uri(path).with(by).exchange();
    }

    private MvcTestResult post(SignedIn by, String path, Map<String, Object> form) {
        return mvc.post()
                .uri(path)
                .with(by)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(form))
                .exchange();
    }

    private JsonNode body(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        try {
            return json.readTree(result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
