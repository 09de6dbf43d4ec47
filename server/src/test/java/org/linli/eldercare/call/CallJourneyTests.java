package org.linli.eldercare.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.area.UnitCode;
import org.linli.eldercare.trunk.Trunks;
import org.linli.registry.Because;
import org.linli.registry.ChangeSource;
import org.linli.registry.NewPerson;
import org.linli.registry.People;
import org.linli.registry.PersonFacts;
import org.linli.registry.PersonId;
import org.linli.shared.BodySignature;
import org.linli.shared.DivisionCode;
import org.linli.shared.Sex;
import org.linli.testing.Actings;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.linli.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a ring to what came of it. */
@LinliTest
class CallJourneyTests {

    private static final DivisionCode DISTRICT = DivisionCode.of("150203");
    private static final DivisionCode COMMUNITY = DivisionCode.of("150203001015");
    private static final UnitCode GOVERNMENT = UnitCode.of("DG-150203");
    private static final String CALLS = "/api/eldercare/calls";
    private static final AtomicLong NUMBERS = new AtomicLong(15_904_720_000L);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    People people;

    @Autowired
    CallRows rows;

    private final SignedIn operator = SignedIn.as("hotline-operator", GOVERNMENT, DISTRICT);
    private final SignedIn colleague = SignedIn.as("hotline-operator", GOVERNMENT, DISTRICT);
    private final SignedIn supervisor = SignedIn.as("district-supervisor", GOVERNMENT, DISTRICT);
    private final String call = UUID.randomUUID().toString();
    private final String number = Long.toString(NUMBERS.incrementAndGet());
    private JsonNode trunk;

    @BeforeEach
    void aTelephoneSystem() {
        var made = post(supervisor, "/api/eldercare/trunks", form("name", "中继 " + call, "area", "150203"));
        assertThat(made.getStatus()).isEqualTo(201);
        trunk = read(made);
    }

    @AfterEach
    void today() {
        clock.set(SettableClock.START);
    }

    @Test
    void showsWhoIsCallingOnlyToTheOperatorWhoTakesIt() {
        var person = somebody();
        say(0, "ringing");
        var ringing = onDesk(operator);
        assertThat(ringing.path("number").asString()).isEqualTo(number);
        assertThat(ringing.path("called").asString()).isEqualTo("12349");
        assertThat(ringing.path("state").asString()).isEqualTo("RINGING");
        assertThat(shown(operator).path("open").asBoolean()).isFalse();
        assertThat(shown(operator).toString()).doesNotContain("敖登");

        claim(operator);
        var open = shown(operator);
        assertThat(open.path("callers").get(0).path("name").asString()).isEqualTo("敖登其木格");
        assertThat(open.path("callers").get(0).path("phone").asString()).isEqualTo(number);
        assertThat(shown(colleague).toString()).doesNotContain("敖登");
        assertThat(stored(
                        "select count(*) from privacy.disclosure where subject = :text and object = 'call:' || :call",
                        "person:" + person))
                .isPositive();
        assertThat(refused(post(colleague, path("claim"), ""), 409)).isEqualTo("claimed-by-another");
    }

    @Test
    void endsWithWhatCameOfIt() {
        var person = somebody();
        say(0, "ringing");
        claim(operator);
        say(1, "answered");
        assertThat(refused(post(operator, path("close"), form("outcome", "ANSWERED", "note", "助餐怎么订")), 409))
                .isEqualTo("call-goes-on");
        assertThat(post(operator, path("notes"), form("note", "问助餐怎么订")).getStatus())
                .isEqualTo(204);
        assertThat(post(operator, path("person"), form("person", person)).getStatus())
                .isEqualTo(204);
        assertThat(shown(operator).path("callers").get(0).path("named").asBoolean())
                .isTrue();
        say(2, "ended");
        assertThat(refused(post(colleague, path("close"), form("outcome", "ANSWERED", "note", "好")), 409))
                .isEqualTo("not-claimed");
        assertThat(refused(post(operator, path("close"), form("outcome", "ANSWERED", "note", " ")), 422))
                .isEqualTo("reason-missing");
        assertThat(refused(post(operator, path("close"), form("outcome", "CALLED_BACK", "note", "好")), 409))
                .isEqualTo("call-not-missed");
        assertThat(post(operator, path("close"), form("outcome", "ANSWERED", "note", "已告知社区食堂电话"))
                        .getStatus())
                .isEqualTo(204);
        assertThat(isOnDesk(operator)).isFalse();
        assertThat(refused(post(operator, path("notes"), form("note", "再补充")), 409))
                .isEqualTo("call-closed");
    }

    @Test
    void isTheOperatorsWhoPicksUpTheTelephone() {
        assertThat(exchange(operator, HttpMethod.PUT, CALLS + "/seat", form("extension", extension()))
                        .getStatus())
                .isEqualTo(204);
        assertThat(refused(exchange(colleague, HttpMethod.PUT, CALLS + "/seat", form("extension", extension())), 409))
                .isEqualTo("extension-taken");
        assertThat(refused(exchange(colleague, HttpMethod.PUT, CALLS + "/seat", form("extension", "9")), 422))
                .isEqualTo("malformed-extension");
        say(0, "ringing");
        say(1, "answered", "agent", extension());
        assertThat(onDesk(operator).path("mine").asBoolean()).isTrue();

        say(2, "transferred", "agent", "999");
        assertThat(onDesk(colleague).has("claimer")).isFalse();
        claim(colleague);
        say(3, "answered", "agent", extension());
        assertThat(onDesk(operator).path("mine").asBoolean())
                .as("whoever speaks has it")
                .isTrue();
        assertThat(exchange(operator, HttpMethod.DELETE, CALLS + "/seat", "").getStatus())
                .isEqualTo(204);
    }

    @Test
    void isTakenFreelyAtOnceAndLaterBySupervisorsWithAReason() {
        say(0, "ringing");
        claim(operator);
        assertThat(post(colleague, path("take"), form("reason", "")).getStatus())
                .as("somebody was quicker by mistake")
                .isEqualTo(204);
        clock.tick(Duration.ofSeconds(21));
        beat(colleague);
        assertThat(refused(post(operator, path("take"), form("reason", "她离席了")), 403))
                .isEqualTo("access.not-permitted");
        assertThat(refused(post(supervisor, path("take"), form("reason", " ")), 422))
                .isEqualTo("reason-missing");
        assertThat(post(supervisor, path("take"), form("reason", "话务员身体不适")).getStatus())
                .isEqualTo(204);
        assertThat(onDesk(supervisor).path("mine").asBoolean()).isTrue();
        assertThat(acts(supervisor)).containsExactly("CLAIMED", "TAKEN", "TAKEN");
    }

    @Test
    void mayBeClaimedByOthersOnceTheDeskOfItsOperatorIsGone() {
        say(0, "ringing");
        claim(operator);
        clock.tick(Duration.ofSeconds(40));
        beat(operator);
        clock.tick(Duration.ofSeconds(45));
        assertThat(refused(post(colleague, path("claim"), ""), 409)).isEqualTo("claimed-by-another");
        clock.tick(Duration.ofSeconds(1));
        assertThat(onDesk(colleague).path("stale").asBoolean()).isTrue();
        assertThat(onDesk(operator).path("mine").asBoolean())
                .as("it is never given away by itself")
                .isTrue();
        claim(colleague);
        assertThat(refused(post(operator, path("hand-over"), form("note", "交给她")), 409))
                .isEqualTo("not-claimed");
    }

    @Test
    void isHandedOverWithANote() {
        say(0, "ringing");
        claim(operator);
        assertThat(post(operator, path("hand-over"), form("note", "老人耳背，请用蒙语")).getStatus())
                .isEqualTo(204);
        claim(colleague);
        assertThat(shown(colleague).path("acts").toString()).contains("请用蒙语");
    }

    @Test
    void isCalledBackWhenItWasMissed() {
        say(0, "ringing");
        say(1, "abandoned");
        assertThat(onDesk(operator).path("state").asString()).isEqualTo("MISSED");
        claim(operator);
        assertThat(post(operator, path("call-backs"), form("reached", false, "note", ""))
                        .getStatus())
                .isEqualTo(204);
        assertThat(isOnDesk(operator)).isTrue();
        assertThat(post(operator, path("call-backs"), form("reached", true, "note", "只是想问天气"))
                        .getStatus())
                .isEqualTo(204);
        assertThat(isOnDesk(operator)).isFalse();
        assertThat(stored("select count(*) from eldercare.call where reference = :call and outcome = 'CALLED_BACK'"))
                .isEqualTo(1);
    }

    @Test
    void needsNobodyToCallBackWhoCameThroughLater() {
        say(0, "ringing");
        say(1, "abandoned");
        var missed = call;
        clock.tick(Duration.ofSeconds(10));
        assertThat(send(event(missed + "-2", 0, "ringing")).getStatus()).isEqualTo(204);
        assertThat(isOnDesk(operator)).isTrue();
        assertThat(send(event(missed + "-2", 1, "answered")).getStatus()).isEqualTo(204);
        assertThat(isOnDesk(operator)).isFalse();
        assertThat(stored("select count(*) from eldercare.call where reference = :call and outcome = 'CAME_AGAIN'"))
                .isEqualTo(1);
        assertThat(shown(operator, idOf(missed + "-2"))
                        .path("line")
                        .path("number")
                        .asString())
                .isEqualTo(number);
    }

    @Test
    void isStillToBeCalledBackWhenWordOfAnOlderCallComesLate() {
        send(event(call + "-old", 0, "ringing"));
        var answered = event(call + "-old", 1, "answered");
        clock.tick(Duration.ofMinutes(2));
        say(0, "ringing");
        say(1, "abandoned");
        assertThat(send(answered).getStatus()).isEqualTo(204);
        assertThat(onDesk(operator).path("state").asString()).isEqualTo("MISSED");
    }

    @Test
    void leavesTheDeskWhenNobodyWroteAboutIt() {
        say(0, "ringing");
        say(1, "answered");
        say(2, "ended");
        rows.closeUnnoted(clock.instant(), clock.instant());
        assertThat(isOnDesk(operator)).isTrue();
        clock.tick(Duration.ofSeconds(1));
        assertThat(rows.closeUnnoted(clock.instant(), clock.instant())).isPositive();
        assertThat(isOnDesk(operator)).isFalse();
    }

    /** However many were missed, what rings is seen. */
    @Test
    void isSeenBeforeWhatWaits() {
        say(0, "ringing");
        clock.tick(Duration.ofMinutes(1));
        jdbc.sql("""
                insert into eldercare.call (id, trunk_id, reference, division, state, started_at, ended_at, heard_at)
                select gen_random_uuid(), :trunk, :call || n, '150203', 'MISSED', :now, :now, :now
                  from generate_series(1, 250) n""")
                .param("trunk", trunk.path("id").asInt())
                .param("call", call)
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .update();
        assertThat(onDesk(operator).path("state").asString()).isEqualTo("RINGING");
        jdbc.sql(
                        "update eldercare.call set closed_at = now(), outcome = 'CAME_AGAIN' where reference like :call || '%'")
                .param("call", call)
                .update();
    }

    @Test
    void showsEarlierCallsOfTheNumberWithWhatWasWritten() {
        say(0, "ringing");
        claim(operator);
        say(1, "answered");
        say(2, "ended");
        post(operator, path("close"), form("outcome", "REFERRED", "note", "请他打 12345"));
        var later = call + "-2";
        send(event(later, 0, "ringing"));
        var id = idOf(later);
        assertThat(post(colleague, CALLS + "/" + id + "/claim", "").getStatus()).isEqualTo(204);
        var earlier = shown(colleague, id).path("earlier").get(0);
        assertThat(earlier.path("note").asString()).isEqualTo("请他打 12345");
        assertThat(earlier.path("outcome").asString()).isEqualTo("REFERRED");
    }

    @Test
    void isTakenOnceInWhateverOrderItIsSaid() {
        var events = new ArrayList<>(List.of(
                event(call, 0, "ringing"),
                event(call, 1, "answered"),
                event(call, 2, "held"),
                event(call, 3, "answered"),
                event(call, 4, "ended")));
        events.addAll(List.copyOf(events));
        java.util.Collections.shuffle(events, new java.util.Random(7));
        events.forEach(event -> assertThat(send(event).getStatus()).isEqualTo(204));
        assertThat(onDesk(operator).path("state").asString()).isEqualTo("ENDED");
        assertThat(stored("select count(*) from eldercare.call_event e join eldercare.call c on c.id = e.call_id"
                        + " where c.reference = :call"))
                .isEqualTo(5);
        assertThat(refused(send(event(call, 2, "transferred")), 409)).isEqualTo("event-contradicts");
    }

    /** Some telephone systems say nanoseconds, which the database does not keep. */
    @Test
    void isTheSameEventHoweverFinelyItsMomentIsSaid() {
        var said = event(call, 0, "ringing").replaceFirst("Z\"", ".123456789Z\"");
        assertThat(said).contains(".123456789Z");
        assertThat(send(said).getStatus()).isEqualTo(204);
        assertThat(send(said).getStatus()).isEqualTo(204);
    }

    @Test
    void isOneCallWhenItsEventsComeAtTheSameMoment() throws Exception {
        var events = List.of(event(call, 0, "ringing"), event(call, 1, "answered"), event(call, 2, "ended"));
        try (var pool = Executors.newFixedThreadPool(6)) {
            var sent = new ArrayList<Callable<Integer>>();
            for (var time = 0; time < 2; time++) {
                for (var event : events) {
                    sent.add(() -> send(event).getStatus());
                }
            }
            for (var answer : pool.invokeAll(sent)) {
                assertThat(answer.get()).isEqualTo(204);
            }
        }
        assertThat(onDesk(operator).path("state").asString()).isEqualTo("ENDED");
        assertThat(stored("select count(*) from eldercare.call where reference = :call"))
                .isEqualTo(1);
    }

    @Test
    void isClaimedByOneOfTwoOperators() throws Exception {
        say(0, "ringing");
        try (var pool = Executors.newFixedThreadPool(2)) {
            var answers = pool
                    .invokeAll(List.<Callable<Integer>>of(
                            () -> post(operator, path("claim"), "").getStatus(),
                            () -> post(colleague, path("claim"), "").getStatus()))
                    .stream()
                    .map(CallJourneyTests::got)
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder(204, 409);
        }
        assertThat(stored("select count(*) from eldercare.call_act x join eldercare.call c on c.id = x.call_id"
                        + " where c.reference = :call and act = 'CLAIMED'"))
                .isEqualTo(1);
    }

    @Test
    void isNotHeardFromWhoCannotSign() {
        var body = event(call, 0, "ringing");
        var headers = signed(trunk, body);
        headers.put(BodySignature.SIGNATURE, "0".repeat(64));
        assertThat(refused(send(headers, body), 401)).isEqualTo("event-unsigned");
        headers.remove(BodySignature.SIGNATURE);
        assertThat(refused(send(headers, body), 401)).isEqualTo("event-unsigned");
        assertThat(refused(send(signed(trunk, body), body.replace(number, "13800138000")), 401))
                .isEqualTo("event-unsigned");
        var old = signed(trunk, body);
        clock.tick(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(refused(send(old, body), 401)).isEqualTo("event-clock-skew");
        assertThat(refused(send(" ".repeat(8 * 1024 + 1)), 413)).isEqualTo("event-too-long");
        assertThat(refused(send("[]"), 422)).isEqualTo("event-no-json");
        assertThat(stored("select count(*) from eldercare.call where reference = :call"))
                .isZero();
    }

    @Test
    void isHeardUnderBothKeysForADayAfterAChange() {
        var former = trunk;
        var path = "/api/eldercare/trunks/" + trunk.path("id").asInt();
        trunk = read(post(supervisor, path + "/key", ""));
        assertThat(send(signed(former, event(call, 0, "ringing")), event(call, 0, "ringing"))
                        .getStatus())
                .isEqualTo(204);
        say(1, "answered");
        clock.tick(Duration.ofHours(24));
        var late = event(call, 2, "ended");
        assertThat(refused(send(signed(former, late), late), 401)).isEqualTo("event-unsigned");
        say(2, "ended");
        assertThat(post(supervisor, path + "/retire", form("reason", "合同到期")).getStatus())
                .isEqualTo(204);
        assertThat(refused(send(event(call, 3, "held")), 401)).isEqualTo("event-unsigned");
        assertThat(refused(post(supervisor, path + "/key", ""), 409)).isEqualTo("trunk-retired");
        assertThat(post(operator, "/api/eldercare/trunks", form("name", "x", "area", "150203"))
                        .getStatus())
                .isEqualTo(403);
        var listed = exchange(supervisor, HttpMethod.GET, "/api/eldercare/trunks", "");
        assertThat(new String(listed.getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains("中继 " + call)
                .doesNotContain(trunk.path("key").asString());
    }

    @Test
    void isOverWhenItsEndWasNeverReported() {
        say(0, "ringing");
        var now = clock.instant().plusSeconds(1);
        assertThat(rows.giveUp(now, now.minus(Duration.ofHours(4)))).isPositive();
        assertThat(onDesk(operator).path("state").asString()).isEqualTo("MISSED");
        say(1, "answered");
        assertThat(onDesk(operator).path("state").asString())
                .as("a late word tells that it lives")
                .isEqualTo("TALKING");
    }

    @Test
    void isCountedInTheFiguresOfItsDay() {
        clock.tick(Duration.ofDays(400));
        say(0, "ringing");
        clock.tick(Duration.ofSeconds(20));
        say(1, "answered");
        say(2, "ended");
        claim(operator);
        post(operator, path("close"), form("outcome", "ANSWERED", "note", "好"));
        send(event(call + "-2", 0, "ringing"));
        clock.tick(Duration.ofSeconds(30));
        send(event(call + "-2", 1, "answered"));
        send(event(call + "-2", 2, "ended"));
        send(event(call + "-3", 0, "ringing"));
        send(event(call + "-3", 1, "abandoned"));
        var figures = read(exchange(supervisor, HttpMethod.GET, CALLS + "/figures", ""));
        assertThat(figures.path("offered").asInt()).isEqualTo(3);
        assertThat(figures.path("answered").asInt()).isEqualTo(2);
        assertThat(figures.path("soon").asInt()).isEqualTo(1);
        assertThat(figures.path("missed").asInt()).isEqualTo(1);
        assertThat(figures.path("closed").asInt()).isEqualTo(1);
        assertThat(figures.path("atOnce").asInt()).isEqualTo(1);
    }

    @Test
    void isForTheDeskOnly() {
        var clerk = SignedIn.as("clerk");
        assertThat(exchange(clerk, HttpMethod.GET, CALLS, "").getStatus()).isEqualTo(403);
        assertThat(exchange(clerk, HttpMethod.PUT, CALLS + "/beat", "").getStatus())
                .isEqualTo(403);
        say(0, "ringing");
        var elsewhere = SignedIn.as("hotline-operator", UnitCode.of("DG-150203"), DivisionCode.of("150203002"));
        assertThat(post(elsewhere, path("claim"), "").getStatus()).isEqualTo(403);
        assertThat(post(operator, CALLS + "/" + UUID.randomUUID() + "/claim", "")
                        .getStatus())
                .isEqualTo(404);
        claim(operator);
        assertThat(post(operator, path("person"), form("person", UUID.randomUUID()))
                        .getStatus())
                .isEqualTo(404);
    }

    private PersonId somebody() {
        var facts = PersonFacts.of("敖登其木格", Sex.FEMALE, Optional.empty());
        return people.register(
                Actings.clerk(People.READ, People.WRITE),
                new NewPerson(facts, List.of(), List.of(number), COMMUNITY),
                Because.of(ChangeSource.COUNTER, "本人告知"));
    }

    private void say(long seq, String event, String... more) {
        assertThat(send(event(call, seq, event, more)).getStatus()).isEqualTo(204);
    }

    private String event(String reference, long seq, String event, String... more) {
        var said = new LinkedHashMap<String, Object>();
        said.put("call", reference);
        said.put("seq", seq);
        said.put("event", event);
        said.put("at", clock.instant().toString());
        said.put("caller", number);
        said.put("called", "12349");
        for (var n = 0; n < more.length; n += 2) {
            said.put(more[n], more[n + 1]);
        }
        return JsonMapper.shared().writeValueAsString(said);
    }

    private String extension() {
        return number.substring(number.length() - 5);
    }

    private MockHttpServletResponse send(String body) {
        return send(signed(trunk, body), body);
    }

    private LinkedHashMap<String, String> signed(JsonNode by, String body) {
        var timestamp = Long.toString(clock.millis());
        var headers = new LinkedHashMap<String, String>();
        headers.put(Trunks.TRUNK, by.path("id").asString());
        headers.put(BodySignature.TIMESTAMP, timestamp);
        headers.put(
                BodySignature.SIGNATURE,
                BodySignature.compute(by.path("key").asString(), timestamp, body.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }

    private MockHttpServletResponse send(LinkedHashMap<String, String> headers, String body) {
        var request = mvc.post()
                .uri("/api/public/eldercare/calls/events")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        headers.forEach(request::header);
        return request.exchange().getResponse();
    }

    private void claim(SignedIn by) {
        assertThat(post(by, path("claim"), "").getStatus()).isEqualTo(204);
    }

    private void beat(SignedIn by) {
        assertThat(exchange(by, HttpMethod.PUT, CALLS + "/beat", "").getStatus())
                .isEqualTo(204);
    }

    private String path(String act) {
        return CALLS + "/" + idOf(call) + "/" + act;
    }

    private UUID idOf(String reference) {
        return jdbc.sql("select id from eldercare.call where reference = :reference")
                .param("reference", reference)
                .query(UUID.class)
                .single();
    }

    private boolean isOnDesk(SignedIn by) {
        return lines(by)
                .anyMatch(line -> line.path("id").asString().equals(idOf(call).toString()));
    }

    private JsonNode onDesk(SignedIn by) {
        return lines(by)
                .filter(line -> line.path("id").asString().equals(idOf(call).toString()))
                .findFirst()
                .orElseThrow();
    }

    private java.util.stream.Stream<JsonNode> lines(SignedIn by) {
        return read(exchange(by, HttpMethod.GET, CALLS, "")).path("calls").valueStream();
    }

    private JsonNode shown(SignedIn by) {
        return shown(by, idOf(call));
    }

    private JsonNode shown(SignedIn by, UUID id) {
        return read(exchange(by, HttpMethod.GET, CALLS + "/" + id, ""));
    }

    private List<String> acts(SignedIn by) {
        return shown(by)
                .path("acts")
                .valueStream()
                .map(act -> act.path("act").asString())
                .toList();
    }

    private int stored(String sql, String... text) {
        return jdbc.sql(sql.replace("'call:' || :call", "'call:" + idOfOrNone() + "'"))
                .param("call", call)
                .param("text", Arrays.stream(text).findFirst().orElse(""))
                .query(Integer.class)
                .single();
    }

    private String idOfOrNone() {
        return jdbc.sql("select id::text from eldercare.call where reference = :reference")
                .param("reference", call)
                .query(String.class)
                .optional()
                .orElse("none");
    }

    private static <T> T got(java.util.concurrent.Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String refused(MockHttpServletResponse answer, int status) {
        assertThat(answer.getStatus()).isEqualTo(status);
        return read(answer).path("reason").asString().replace("eldercare.", "");
    }

    private static String form(Object... pairs) {
        var form = new LinkedHashMap<String, Object>();
        for (var n = 0; n < pairs.length; n += 2) {
            form.put(pairs[n].toString(), pairs[n + 1] instanceof Boolean yes ? yes : pairs[n + 1].toString());
        }
        return JsonMapper.shared().writeValueAsString(form);
    }

    private MockHttpServletResponse post(SignedIn by, String path, String body) {
        return exchange(by, HttpMethod.POST, path, body);
    }

    private MockHttpServletResponse exchange(SignedIn by, HttpMethod method, String path, String body) {
        return mvc.method(method)
                .uri(path)
                .with(by)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange()
                .getResponse();
    }

    private static JsonNode read(MockHttpServletResponse answer) {
        return JsonMapper.shared().readTree(answer.getContentAsByteArray());
    }
}
