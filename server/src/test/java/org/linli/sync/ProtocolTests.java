package org.linli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.area.UnitCode;
import org.linli.privacy.FieldCipher;
import org.linli.shared.DivisionCode;
import org.linli.testing.SettableClock;
import org.linli.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a phone is answered: results that are final, queues that move on, forks, grace, reviews, versions and wrong clocks. */
@SyncTest
class ProtocolTests {

    private static final Acting OFFICE = Acting.system("test");
    private static int run;

    @Autowired
    Assignments assignments;

    @Autowired
    Things things;

    @Autowired
    FieldCipher cipher;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SettableClock clock;

    /** Decides in this test's cell and sees nothing of others. */
    private SignedIn desk = SignedIn.as("grid-admin");

    private String cell = "";
    private String scope = "";
    private Phone phone = new Phone(null, SignedIn.as("grid-worker"));
    private UUID thing = UUID.randomUUID();

    @BeforeEach
    void aPhoneWithACellAndAThing() {
        cell = "1502030080%02d001".formatted(++run);
        desk = SignedIn.as("grid-admin", UnitCode.of("DG-150203"), DivisionCode.of(cell));
        scope = "grid:" + cell;
        phone = phone();
        things.add(thing, cell, Things.something("0"));
        phone.pull(500);
    }

    @Test
    void answersABatchThatIsSentAgainFromStorage() {
        phone.make(Things.TYPE, UUID.randomUUID(), "create", scope, more("values", Things.something("1")));
        rename("李永");
        var first = phone.send(phone.unsent());
        var v = version();
        var again = phone.send(phone.unsent());
        assertThat(outcomes(first)).containsExactly("applied", "applied");
        assertThat(again.path("results")).isEqualTo(first.path("results"));
        assertThat(version()).isEqualTo(v);
    }

    @Test
    void knowsAClonedPhoneByItsNumbersAndTakesItsWorkUnderNewOnes() {
        rename("甲");
        phone.push(10, true);
        rename("乙");
        var clones = new ArrayList<>(phone.unsent());
        phone.push(10, true);
        var other = new HashMap<>(clones.getFirst());
        other.put("id", UUID.randomUUID().toString());
        assertThat(phone.send(List.of(other)).path("reason").asString()).isEqualTo("sync.forked");
        var changed = new HashMap<>(clones.getFirst());
        changed.put("occurredAt", "2026-01-01T00:00:00Z");
        assertThat(phone.send(List.of(changed)).path("reason").asString()).isEqualTo("sync.forked");
        phone.registerAnew();
        phone.results.clear();
        var renumbered = new LinkedHashMap<>(clones.getFirst());
        renumbered.put("seq", 1L);
        var v = version();
        assertThat(outcomes(phone.send(List.of(renumbered)))).containsExactly("applied");
        assertThat(version()).isEqualTo(v);
    }

    @Test
    void namesTheNumberItWaitsFor() {
        rename("甲");
        rename("乙");
        var gap = phone.send(phone.unsent().subList(1, 2));
        assertThat(gap.path("reason").asString()).isEqualTo("sync.expected");
        assertThat(gap.path("expected").asLong()).isEqualTo(1);
    }

    @Test
    void letsTheQueueMoveOnPastChangesThatFail() {
        phone.make(Things.TYPE, thing, "command", scope, more("command", "explode"));
        phone.make(Things.TYPE, thing, "command", scope, more("command", "fail-late"));
        phone.make("castle", thing, "patch", scope, more("patch", Map.of()));
        var broken = phone.make(Things.TYPE, thing, "patch", scope, more("patch", "none"));
        phone.make(Things.TYPE, UUID.randomUUID(), "command", scope, more("command", "close"));
        rename("李永");
        var answer = phone.send(phone.unsent());
        assertThat(outcomes(answer)).containsExactly("refused", "refused", "refused", "refused", "refused", "applied");
        assertThat(answer.path("results")
                        .valueStream()
                        .map(one -> one.path("code").asString("")))
                .containsExactly(
                        "sync.internal",
                        "sync.internal",
                        "sync.unknown-type",
                        "sync.malformed",
                        "sync.unknown-record",
                        "");
        assertThat(answer.path("results").get(2).path("text").asString()).contains("castle");
        var desk = ask("/api/sync/exceptions").path("items");
        assertThat(desk).hasSize(4);
        var internal = desk.get(0);
        assertThat(internal.path("kind").asString()).isEqualTo("INTERNAL");
        assertThat(internal.path("fault").asString())
                .contains("IllegalStateException")
                .doesNotContain("13800138000");
        var payload =
                ask("/api/sync/exceptions/" + internal.path("id").asString()).path("payload");
        assertThat(payload.asString()).contains("explode");
        assertThat(jdbc.sql("select payload_sealed from sync.exception e where e.mutation_id = :id")
                        .param("id", UUID.fromString(broken.get("id").toString()))
                        .query(String.class)
                        .single())
                .doesNotContain("none")
                .satisfies(stored -> assertThat(cipher.open("sync.exception.payload", stored))
                        .contains("none"));
        assertThat(settle(internal.path("id").asString())).isEqualTo(204);
        assertThat(settle(internal.path("id").asString())).isEqualTo(409);
    }

    @Test
    void mergesWhatTwoPhonesChangedAndAsksAPersonAboutTheRest() {
        var other = phone();
        other.pull(500);
        patch(phone, Map.of("name", was("n0", "甲"), "birth", was("b0", "b0"), "phone", was("p0", "p1")));
        patch(
                other,
                Map.of("name", was("n0", "乙"), "birth", was("b0", "b0"), "tags", was(List.of("t"), List.of("t", "u"))));
        assertThat(outcomes(phone.send(phone.unsent()))).containsExactly("applied");
        var reviewed = other.send(other.unsent());
        assertThat(outcomes(reviewed)).containsExactly("review");
        assertThat(things.in(scope).get(thing))
                .containsEntry("name", "甲")
                .containsEntry("phone", "p1")
                .containsEntry("tags", List.of("t", "u"));
        var conflict = reviewed.path("results").get(0).path("conflict").asString();
        phone.pull(500);
        assertThat(phone.records
                        .get(conflict)
                        .path("data")
                        .path("fields")
                        .path("name")
                        .toString())
                .contains("n0", "甲", "乙");
        // A second edit of the unit joins the same case, though nothing else stands against it.
        patch(phone, Map.of("name", was("甲", "丙"), "birth", was("b0", "b0")));
        phone.push(10, false);
        var joined = phone.send(phone.unsent()).path("results");
        assertThat(joined.get(joined.size() - 1).path("conflict").asString()).isEqualTo(conflict);
        assertThat(decide(conflict, Map.of("name", Map.of("choice", "VALUE", "value", "丁"))))
                .isEqualTo(204);
        assertThat(decide(conflict, Map.of())).isEqualTo(409);
        assertThat(things.in(scope).get(thing)).containsEntry("name", "丁");
        other.pull(500);
        assertThat(other.records.get(conflict).path("data").path("state").asString())
                .isEqualTo("decided");
        assertThat(other.records.values().stream()
                        .filter(one -> one.path("type").asString().equals("notice")))
                .hasSize(1);
    }

    @Test
    void keepsWhatOthersAddedToAListWhenAPersonTakesAProposal() {
        things.closeThing(thing);
        patch(phone, Map.of("log", was(List.of(), List.of("from the phone"))));
        var reviewed = phone.send(phone.unsent());
        assertThat(outcomes(reviewed)).containsExactly("review");
        things.set(thing, Map.of("name", "n0", "log", List.of("from the office")));
        var conflict = reviewed.path("results").get(0).path("conflict").asString();
        assertThat(decide(conflict, Map.of("log", Map.of("choice", "TAKE")))).isEqualTo(204);
        assertThat(things.log(thing)).isEqualTo(List.of("from the office", "from the phone"));
    }

    @Test
    void believesNoVersionOfAnEpochThatARestoredBackupEnded() {
        patch(phone, Map.of("name", was("seen in the epoch before", "甲"), "birth", was("b0", "b0")))
                .put("baseVersion", phone.version(thing) + 5);
        assertThat(outcomes(phone.send(phone.unsent()))).containsExactly("review");
        assertThat(things.in(scope).get(thing)).containsEntry("name", "n0");
    }

    @Test
    void asksAPersonAboutWhatIsClosedOrKnownAlready() {
        things.closeThing(thing);
        rename("李永");
        phone.make(Things.TYPE, UUID.randomUUID(), "create", scope, more("values", Map.of("name", "known")));
        assertThat(outcomes(phone.send(phone.unsent()))).containsExactly("review", "duplicate_person");
        var open = ask("/api/sync/conflicts").path("items");
        assertThat(open.valueStream().map(one -> one.path("kind").asString()))
                .containsExactly("EDIT_AFTER_CLOSE", "DUPLICATE");
        var duplicate = open.get(1).path("id").asString();
        assertThat(ask("/api/sync/conflicts/" + duplicate).path("existing").asString())
                .isEqualTo(new UUID(0, 1).toString());
        phone.pull(500);
        assertThat(phone.records.get(duplicate).toString()).doesNotContain(new UUID(0, 1).toString());
        assertThat(decide(duplicate, Map.of())).isEqualTo(204);
        assertThat(ask("/api/sync/conflicts/figures").path("open").asInt()).isEqualTo(1);
    }

    @Test
    void joinsADuplicateToWhatIsThere() {
        phone.make(Things.TYPE, UUID.randomUUID(), "create", scope, more("values", Map.of("name", "known")));
        var conflict = phone.send(phone.unsent())
                .path("results")
                .get(0)
                .path("conflict")
                .asString();
        var joined = joinedToWhatIsThere();
        assertThat(post(
                        "/api/sync/conflicts/" + conflict + "/decide",
                        Map.of("decisions", Map.of(), "same", true, "reason", "入户核实")))
                .isEqualTo(204);
        assertThat(joinedToWhatIsThere()).isEqualTo(joined + 1);
        phone.pull(500);
        assertThat(phone.records
                        .get(conflict)
                        .path("data")
                        .path("decision")
                        .path("same")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void processesWhatWasChangedWithinAWeekOfLosingTheScopeAndRecordsTheRest() {
        var successor = phone();
        assignments.end(phone.holder.account(), scope, clock.instant(), OFFICE);
        clock.tick(Duration.ofDays(6));
        rename("交接中");
        assertThat(outcomes(phone.send(phone.unsent()))).containsExactly("applied");
        clock.tick(Duration.ofDays(2));
        phone.results.clear();
        var late = rename("太晚");
        assertThat(outcomes(phone.send(List.of(late)))).containsExactly("out_of_scope_recorded");
        assertThat(things.in(scope).get(thing)).containsEntry("name", "交接中");
        successor.pull(500);
        assertThat(successor.records.values().stream()
                        .map(one -> one.path("type").asString()))
                .contains("notice", "conflict", "thing");
        phone.pull(500);
        assertThat(phone.records.values().toString()).doesNotContain("交接中", "太晚");
        assertThat(phone.members).doesNotContainKey(scope);
    }

    @Test
    void refusesWhatWasNeverTheAccounts() {
        var elsewhere = UUID.randomUUID();
        things.add(elsewhere, "150203009001001", Things.something("9"));
        patch(phone, elsewhere, Map.of("phone", was("p9", "p")));
        var answer = phone.send(phone.unsent());
        assertThat(answer.path("results").get(0).path("code").asString()).isEqualTo("sync.out-of-scope");
        assignments.assign(
                phone.holder.account(), "grid:150203009001001", Assignments.Mode.READ_ONLY, clock.instant(), OFFICE);
        patch(phone, elsewhere, Map.of("phone", was("p9", "p")));
        var readOnly = phone.send(phone.unsent()).path("results");
        assertThat(readOnly.get(readOnly.size() - 1).path("code").asString()).isEqualTo("sync.read-only-scope");
    }

    @Test
    void takesConflictsAlongWhenTheirRecordMoves() {
        var other = phone();
        other.pull(500);
        rename("甲");
        phone.push(10, true);
        patch(other, Map.of("name", was("n0", "乙"), "birth", was("b0", "b0")));
        var conflict = other.send(other.unsent())
                .path("results")
                .get(0)
                .path("conflict")
                .asString();
        phone.pull(500);
        assertThat(phone.records).containsKey(conflict);
        things.move(thing, "150203009002001");
        phone.pull(500);
        assertThat(phone.records).doesNotContainKeys(conflict, thing.toString());
        assertThat(jdbc.sql("select scope || ' ' || area from sync.conflict where id = :id::uuid")
                        .param("id", conflict)
                        .query(String.class)
                        .single())
                .isEqualTo("grid:150203009002001 150203009002001");
    }

    @Test
    void flagsClocksThatAreWrongAndDoesNotBelieveThem() {
        var more = more("patch", Map.of("phone", was("p0", "p1")));
        more.put("clockOffset", Duration.ofMinutes(11).toMillis());
        more.put("occurredAt", "2020-01-01T00:00:00Z");
        var mutation = phone.make(Things.TYPE, thing, "patch", scope, more);
        assertThat(outcomes(phone.send(phone.unsent()))).containsExactly("applied");
        assertThat(jdbc.sql("select skewed and occurred_at = arrived_at from sync.mutation where id = :id::uuid")
                        .param("id", mutation.get("id"))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void loadsAnewWhatIsOlderThanTheTombstones() {
        var other = UUID.randomUUID();
        things.add(other, cell, Things.something("1"));
        phone.pull(500);
        things.remove(other);
        jdbc.sql(
                        "update sync.change set changed_at = changed_at - interval '401 days' where scope = :scope and op = 'R'")
                .param("scope", scope)
                .update();
        jdbc.sql("update sync.scope set floor = head where scope = :scope")
                .param("scope", scope)
                .update();
        things.set(thing, Things.something("2"));
        phone.pull(500);
        assertThat(phone.reloads).contains(scope);
        assertThat(phone.records).doesNotContainKey(other.toString()).containsKey(thing.toString());
    }

    @Test
    void readsFromTheBeginningInPagesWhereTombstonesWereDropped() {
        for (var n = 0; n < 4; n++) {
            things.add(UUID.randomUUID(), cell, Things.something("1"));
        }
        jdbc.sql("update sync.scope set floor = head where scope = :scope")
                .param("scope", scope)
                .update();
        var late = new Phone(mvc, SignedIn.as("grid-worker")).register();
        // The dictionaries first, so that the pages below are the cell's own.
        var more = true;
        while (more) {
            more = late.pull(500);
        }
        assignments.assign(late.holder.account(), scope, Assignments.Mode.READ_WRITE, clock.instant(), OFFICE);
        var pages = 1;
        while (late.pull(1) && pages < 100) {
            pages++;
        }
        assertThat(pages).isLessThan(100);
        assertThat(late.members.get(scope)).hasSize(5);
        assertThat(late.reloads).isEmpty();
    }

    @Test
    void beginsAnewWhereACursorIsFromALaterSelfOfTheDatabase() {
        phone.cursors.put(scope, 1_000L);
        phone.pull(500);
        assertThat(phone.reloads).contains(scope);
    }

    @Test
    void answersUnderTwoKilobytesWhenNothingChanged() {
        phone.pull(500);
        var answer = phone.askPull(500).toString();
        assertThat(answer).contains("digest");
        assertThat(answer.length()).isLessThan(2_000);
    }

    @Test
    void letsOldAppsSendAndAsksThemToUpdateBeforeTheyRead() {
        phone.appSchema = 1;
        rename("李永");
        assertThat(outcomes(phone.send(phone.unsent()))).containsExactly("applied");
        var asked = Map.of("device", phone.device, "appSchema", 1, "scopes", phone.cursors);
        assertThat(phone.ask("/api/sync/pull", asked, 409).path("reason").asString())
                .isEqualTo("sync.update-needed");
    }

    @Test
    void notesEveryPageThatHoldsRecords() {
        var fresh = phone();
        fresh.pull(500);
        fresh.pull(500);
        assertThat(jdbc.sql("select facts::text from access.audit where act = 'sync.page.serve' and object = :device")
                        .param("device", "device:" + fresh.device)
                        .query(String.class)
                        .list())
                .filteredOn(facts -> !facts.contains("\"ref\""))
                .singleElement()
                .satisfies(facts -> assertThat(facts).contains(scope).contains("\"count\""));
    }

    private int joinedToWhatIsThere() {
        return jdbc.sql("select count(*) from sync_test.history where thing = :existing")
                .param("existing", new UUID(0, 1))
                .query(Integer.class)
                .single();
    }

    private Phone phone() {
        var one = new Phone(mvc, SignedIn.as("grid-worker")).register();
        assignments.assign(one.holder.account(), scope, Assignments.Mode.READ_WRITE, clock.instant(), OFFICE);
        return one;
    }

    private Map<String, Object> rename(String name) {
        var stands = things.in(scope).get(thing);
        var pending = phone.unsent().stream()
                .filter(one -> one.get("patch") instanceof Map<?, ?> patch && patch.containsKey("name"))
                .map(one -> ((Map<?, ?>) ((Map<?, ?>) one.get("patch")).get("name")).get("new"))
                .reduce((before, after) -> after);
        var base = pending.<Object>map(one -> one).orElse(stands.get("name"));
        return patch(phone, Map.of("name", was(base, name), "birth", was(stands.get("birth"), stands.get("birth"))));
    }

    private Map<String, Object> patch(Phone by, Map<String, Object> patch) {
        return patch(by, thing, patch);
    }

    private Map<String, Object> patch(Phone by, UUID entity, Map<String, Object> patch) {
        return by.make(Things.TYPE, entity, "patch", scope, more("patch", patch));
    }

    private static Map<String, Object> was(Object base, Object to) {
        return Map.of("base", base, "new", to);
    }

    private LinkedHashMap<String, Object> more(String key, Object value) {
        var more = new LinkedHashMap<String, Object>();
        more.put(key, value);
        more.put("occurredAt", clock.instant().toString());
        return more;
    }

    private long version() {
        return jdbc.sql("select max(v) from sync.change where scope = :scope")
                .param("scope", scope)
                .query(Long.class)
                .single();
    }

    private static List<String> outcomes(JsonNode answer) {
        assertThat(answer.has("results")).as("%s", answer).isTrue();
        return answer.path("results")
                .valueStream()
                .map(one -> one.path("outcome").asString())
                .toList();
    }

    private JsonNode ask(String path) {
        return JsonMapper.shared()
                .readTree(
                        mvc.get().uri(path).with(desk).exchange().getResponse().getContentAsByteArray());
    }

    private int settle(String exception) {
        return post("/api/sync/exceptions/" + exception + "/settle", Map.of("reason", "已电话告知"));
    }

    private int decide(String conflict, Map<String, ?> decisions) {
        return post("/api/sync/conflicts/" + conflict + "/decide", Map.of("decisions", decisions, "reason", "入户核实"));
    }

    private int post(String path, Map<String, ?> body) {
        return mvc.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(JsonMapper.shared().writeValueAsString(body))
                .with(desk)
                .exchange()
                .getResponse()
                .getStatus();
    }
}
