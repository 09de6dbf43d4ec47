package org.linli.grid.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.linli.shared.Point;
import org.linli.sync.Assignments;
import org.linli.sync.Assignments.Mode;
import org.linli.testing.LinliTest;
import org.linli.testing.SignedIn;
import org.linli.testing.TwoWriters;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events on their whole way between two phones, by the protocol itself. */
@LinliTest
class EventOnPhonesTests extends GridTests {

    private static final int SCHEMA = 2;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JsonMapper json;

    @Autowired
    Assignments assignments;

    @Autowired
    TransactionTemplate transaction;

    private final SignedIn first = SignedIn.as("grid-worker", COMMITTEE, COMMUNITY);
    private final SignedIn second = SignedIn.as("grid-worker", COMMITTEE, COMMUNITY);
    private final Map<SignedIn, UUID> devices = new LinkedHashMap<>();
    private final Map<SignedIn, Long> numbers = new LinkedHashMap<>();

    @Test
    void reportsOnceWhatIsSentTwiceAndShowsItOnTheOtherPhone() {
        var at = somewhere();
        var cell = areas.locate(at).orElseThrow();
        hold(first, cell);
        hold(second, cell);
        var event = Ids.next();
        var report = mutation(first, event, "create", cell, Map.of("values", values(at)));

        var once = push(first, report);
        var twice = push(first, report);
        assertThat(once.at("/results/0/outcome").asString()).isEqualTo("applied");
        assertThat(twice.at("/results/0").toString())
                .isEqualTo(once.at("/results/0").toString());
        assertThat(jdbc.sql("select count(*) from casework.case_file where subject_id = :id")
                        .param("id", event.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        var seen = pulled(second, cell, event);
        assertThat(seen.at("/state").asString()).isEqualTo("REPORTED");
        assertThat(seen.at("/mine").asBoolean()).isFalse();
        assertThat(pulled(first, cell, event).at("/mine").asBoolean()).isTrue();
    }

    @Test
    void refusesTheHandlersVerificationAndTakesTheOthers() {
        var at = somewhere();
        var cell = areas.locate(at).orElseThrow();
        hold(first, cell);
        hold(second, cell);
        var event = Ids.next();
        push(first, mutation(first, event, "create", cell, Map.of("values", values(at))));
        act(committee, event(event), "ACCEPT");
        act(dispatcher, event(event), "DISPATCH", "", Map.of("unit", COMMITTEE.value()));
        push(first, command(first, event, cell, "TAKE", Map.of()));
        var photo = UUID.randomUUID().toString();
        push(
                first,
                command(
                        first,
                        event,
                        cell,
                        "FEED_BACK",
                        Map.of("note", "已清走", "photos", List.of(Map.of("id", photo)))));

        var own = push(first, command(first, event, cell, "VERIFY", Map.of("decision", "fixed")));
        assertThat(own.at("/results/0/outcome").asString()).isEqualTo("refused");
        assertThat(own.at("/results/0/text").asString()).isNotBlank();
        var other = push(second, command(second, event, cell, "VERIFY", Map.of("decision", "fixed")));
        assertThat(other.at("/results/0/outcome").asString()).isEqualTo("applied");
        assertThat(pulled(first, cell, event).at("/state").asString()).isEqualTo("VERIFIED");
    }

    /** A photo that arrives while the event is being moved is told to the phones that have the event now. */
    @Test
    void tellsOfAPhotoWhereTheEventIs() throws Exception {
        var event = reported(STAIRWELL);
        var cell = areas.within(COMMUNITY).stream()
                .map(one -> one.code().value())
                .filter(code -> !code.equals(event.cell().value()))
                .findFirst()
                .orElseThrow();
        new TwoWriters(jdbc, transaction)
                .meet(
                        () -> jdbc.sql("update grid.event set cell = :cell where id = :id")
                                .param("cell", cell)
                                .param("id", event.id())
                                .update(),
                        () -> jdbc.sql("update grid.event_photo set stage = 'NOTE' where event_id = :id")
                                .param("id", event.id())
                                .update());
        assertThat(jdbc.sql("select scope from sync.change where eid = :id and op = 'P' order by scope")
                        .param("id", event.id())
                        .query(String.class)
                        .list())
                .containsExactly("grid:" + cell, "user:" + worker.account().value());
    }

    private void hold(SignedIn who, DivisionCode cell) {
        devices.computeIfAbsent(who, one -> {
            var device = Ids.next();
            ask(
                    one,
                    "/api/sync/devices",
                    Map.of(
                            "id",
                            device,
                            "name",
                            "测试机",
                            "platform",
                            "test",
                            "appSchema",
                            SCHEMA,
                            "recoveryKey",
                            "AAAA"));
            return device;
        });
        assignments.assign(
                who.account(),
                "grid:" + cell,
                Mode.READ_WRITE,
                clock.instant().minusSeconds(60),
                Acting.system("test"));
    }

    private Map<String, Object> values(Point at) {
        return Map.of(
                "category",
                STAIRWELL,
                "level",
                "NORMAL",
                "description",
                "楼道里有焦糊味",
                "lon",
                at.lon(),
                "lat",
                at.lat(),
                "accuracy",
                9.5,
                "photos",
                List.of(Map.of("id", UUID.randomUUID().toString(), "stage", "BEFORE")));
    }

    private Map<String, Object> command(
            SignedIn who, UUID event, DivisionCode cell, String command, Map<String, Object> arguments) {
        return mutation(who, event, "command", cell, Map.of("command", command, "arguments", arguments));
    }

    private Map<String, Object> mutation(
            SignedIn who, UUID event, String op, DivisionCode cell, Map<String, Object> more) {
        var mutation = new LinkedHashMap<String, Object>(more);
        mutation.put("id", Ids.next().toString());
        mutation.put("seq", numbers.merge(who, 1L, Long::sum));
        mutation.put("type", "event");
        mutation.put("entity", event.toString());
        mutation.put("op", op);
        mutation.put("scope", "grid:" + cell);
        mutation.put("baseVersion", 0);
        mutation.put("occurredAt", clock.instant().toString());
        mutation.put("clockOffset", 0);
        return mutation;
    }

    private JsonNode push(SignedIn who, Map<String, Object> mutation) {
        return ask(
                who,
                "/api/sync/push",
                Map.of("device", devices.get(who), "appSchema", SCHEMA, "mutations", List.of(mutation)));
    }

    private JsonNode pulled(SignedIn who, DivisionCode cell, UUID event) {
        var cursor = 0L;
        var epoch = "";
        while (true) {
            var page = ask(
                    who,
                    "/api/sync/pull",
                    Map.of(
                            "device",
                            devices.get(who),
                            "appSchema",
                            SCHEMA,
                            "epoch",
                            epoch,
                            "scopes",
                            Map.of("grid:" + cell, cursor),
                            "limit",
                            500));
            for (var scope : page.at("/scopes")) {
                for (var item : scope.at("/items")) {
                    if (item.at("/id").asString().equals(event.toString())) {
                        return item.at("/data");
                    }
                }
            }
            var own = page.at("/scopes")
                    .valueStream()
                    .filter(scope -> scope.at("/id").asString().equals("grid:" + cell))
                    .findFirst()
                    .orElseThrow();
            assertThat(own.at("/more").asBoolean())
                    .as("%s is in its scope", event)
                    .isTrue();
            assertThat(own.at("/next").asLong()).as("the cursor goes on").isGreaterThan(cursor);
            cursor = own.at("/next").asLong();
            epoch = page.at("/epoch").asString();
        }
    }

    private JsonNode ask(SignedIn who, String path, Map<String, Object> body) {
        var result = mvc.post()
                .uri(path)
                .with(who)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body))
                .exchange();
        assertThat(result).hasStatus2xxSuccessful();
        try {
            return json.readTree(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
