package org.linli.eldercare.elder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.area.UnitCode;
import org.linli.registry.Because;
import org.linli.registry.ChangeSource;
import org.linli.registry.NewPerson;
import org.linli.registry.People;
import org.linli.registry.PersonFacts;
import org.linli.registry.PersonId;
import org.linli.registry.duplicate.Merging;
import org.linli.shared.DivisionCode;
import org.linli.shared.PersonalHoldings;
import org.linli.shared.Sex;
import org.linli.testing.Actings;
import org.linli.testing.LinliTest;
import org.linli.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file from the first contact to who may see it. */
@LinliTest
class ElderJourneyTests {

    private static final DivisionCode COMMUNITY = DivisionCode.of("150203001016");
    private static final UnitCode COMMITTEE = UnitCode.of("CO-150203001016");
    private static final Because TOLD = Because.of(ChangeSource.COUNTER, "本人告知");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Autowired
    Merging merging;

    @Autowired
    List<PersonalHoldings> holdings;

    private final SignedIn clerk = SignedIn.as("committee-clerk", COMMITTEE, COMMUNITY);
    private final SignedIn operator =
            SignedIn.as("hotline-operator", UnitCode.of("DG-150203"), DivisionCode.of("150203"));
    private UUID person;

    @BeforeEach
    void somebody() {
        var facts = PersonFacts.of("萨仁高娃", Sex.FEMALE, Optional.empty());
        person = people.register(
                        Actings.clerk(People.READ, People.WRITE),
                        new NewPerson(facts, List.of(), List.of(), COMMUNITY),
                        TOLD)
                .value();
    }

    @Test
    void opensWithTheFirstWordAndIsChangedByOneAtATime() {
        assertThat(read(clerk).path("revision").asInt()).isZero();
        assertThat(put("", describe(0, "ALONE", "耳背，说蒙语")).getStatus()).isEqualTo(204);
        var file = read(operator);
        assertThat(file.path("living").asString()).isEqualTo("ALONE");
        assertThat(file.path("needs").asString()).isEqualTo("耳背，说蒙语");
        assertThat(file.path("revision").asInt()).isEqualTo(1);
        assertThat(refused(put("", describe(0, "COUPLE", "")), 409)).isEqualTo("elder-changed");
        assertThat(put("", describe(1, "COUPLE", "")).getStatus()).isEqualTo(204);
        assertThat(read(clerk).path("needs").asString()).isEmpty();
        assertThat(refused(put("", describe(2, "COUPLE", "长".repeat(401))), 422))
                .isNotEmpty();
        assertThat(jdbc.sql("select needs_sealed is null from eldercare.elder where person_id = :person")
                        .param("person", person)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void callsItsContactsInTheOrderOneWants() {
        var daughter = added("乌云", "CHILD", "138 0013 8001");
        var neighbour = added("王大妈", "NEIGHBOUR", "0472-5551234");
        assertThat(contacts()).containsExactly("乌云 13800138001", "王大妈 04725551234");
        assertThat(put("/contacts/order", order(neighbour, daughter)).getStatus())
                .isEqualTo(204);
        assertThat(contacts()).containsExactly("王大妈 04725551234", "乌云 13800138001");
        assertThat(refused(put("/contacts/order", order(neighbour)), 409)).isEqualTo("elder-changed");
        assertThat(refused(put("/contacts/order", order(neighbour, neighbour)), 409))
                .isEqualTo("elder-changed");
        assertThat(refused(put("/contacts/order", order(neighbour, UUID.randomUUID())), 409))
                .isEqualTo("elder-changed");

        assertThat(exchange(clerk, HttpMethod.DELETE, "/contacts/" + neighbour, "")
                        .getStatus())
                .isEqualTo(204);
        assertThat(refused(exchange(clerk, HttpMethod.DELETE, "/contacts/" + neighbour, ""), 404))
                .isEqualTo("unknown-contact");
        added("苏和", "GRANDCHILD", "13800138002");
        assertThat(contacts()).containsExactly("乌云 13800138001", "苏和 13800138002");
    }

    @Test
    void saysWhoWasReachedUnderTheirNumber() {
        var daughter = added("乌云", "CHILD", "13800138001");
        assertThat(read(clerk).path("contacts").get(0).has("verifiedAt")).isFalse();
        assertThat(exchange(operator, HttpMethod.POST, "/contacts/" + daughter + "/verify", "")
                        .getStatus())
                .isEqualTo(204);
        assertThat(read(clerk).path("contacts").get(0).has("verifiedAt")).isTrue();
        var listed = JsonMapper.shared()
                .readTree(mvc.get()
                        .uri("/api/eldercare/elders")
                        .with(clerk)
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray())
                .path("items");
        assertThat(listed.valueStream()).anySatisfy(line -> {
            assertThat(line.path("person").asString()).isEqualTo(person.toString());
            assertThat(line.path("name").asString()).isEqualTo("萨***");
            assertThat(line.path("verified").asInt()).isEqualTo(1);
        });
    }

    @Test
    void refusesWhatIsNoContact() {
        assertThat(refused(post(contact("", "CHILD", "13800138001")), 422)).isEqualTo("reason-missing");
        assertThat(refused(post(contact("乌云", "CHILD", "12")), 422)).isEqualTo("registry.malformed-phone");
        assertThat(post(contact("乌云", "ENEMY", "13800138001")).getStatus()).isBetween(400, 422);
        added("乌云", "CHILD", "13800138001");
        assertThat(refused(post(contact("乌云", "CHILD", "+86 13800138001")), 409))
                .isEqualTo("contact-known");
        for (var n = 1; n < StoredElders.MOST_CONTACTS; n++) {
            added("邻居" + n, "NEIGHBOUR", Long.toString(13_900_000_000L + n));
        }
        assertThat(refused(post(contact("多一个", "FRIEND", "13700000000")), 409)).isEqualTo("too-many-contacts");
    }

    @Test
    void keepsOneOrderWhenTwoAddAtTheSameMoment() throws Exception {
        read(clerk);
        try (var pool = Executors.newFixedThreadPool(4)) {
            var work = new ArrayList<Callable<Integer>>();
            for (var n = 0; n < 8; n++) {
                var number = Long.toString(13_600_000_000L + n);
                work.add(() -> post(contact("甲", "FRIEND", number)).getStatus());
            }
            for (Future<Integer> answer : pool.invokeAll(work)) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }
        assertThat(jdbc.sql("select place from eldercare.contact where person_id = :person order by place")
                        .param("person", person)
                        .query(Integer.class)
                        .list())
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void isForThoseWhoLookAfterTheElder() {
        added("乌云", "CHILD", "13800138001");
        var elsewhere = SignedIn.as("committee-clerk", UnitCode.of("CO-150203001015"), DivisionCode.of("150203001015"));
        assertThat(refused(exchange(elsewhere, HttpMethod.GET, "", ""), 404)).isEqualTo("unknown-person");
        assertThat(exchange(SignedIn.as("clerk"), HttpMethod.GET, "", "").getStatus())
                .isEqualTo(403);
        var lead = SignedIn.as("grid-lead", COMMITTEE, COMMUNITY);
        assertThat(read(lead).path("contacts").size()).isEqualTo(1);
        assertThat(exchange(lead, HttpMethod.POST, "/contacts", contact("甲", "FRIEND", "13600000001"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(jdbc.sql("select count(*) from privacy.disclosure where object = :object")
                        .param("object", "elder:" + person)
                        .query(Integer.class)
                        .single())
                .as("whoever reads it is noted")
                .isEqualTo(1);
    }

    @Test
    void isFoundUnderTheRecordThatTookThePlaceOfItsOwn() {
        put("", describe(0, "ALONE", "耳背"));
        added("乌云", "CHILD", "13800138001");
        var other = people.register(
                Actings.clerk(People.READ, People.WRITE),
                new NewPerson(PersonFacts.of("萨仁高娃", Sex.FEMALE, Optional.empty()), List.of(), List.of(), COMMUNITY),
                TOLD);
        merging.mergeMet(
                Actings.clerk(People.READ, People.WRITE, "registry.duplicate.review"),
                other,
                new PersonId(person),
                "同一人");
        assertThat(people.recordsOf(other)).containsExactly(other, new PersonId(person));
        person = other.value();
        assertThat(read(clerk).path("needs").asString()).isEqualTo("耳背");
        assertThat(contacts()).containsExactly("乌云 13800138001");
        assertThat(put("", describe(1, "COUPLE", "")).getStatus()).isEqualTo(204);
        added("苏和", "GRANDCHILD", "13800138002");
        assertThat(contacts()).hasSize(2);
    }

    @Test
    void isPartOfWhatIsHeldAboutTheElder() {
        put("", describe(0, "ALONE", "耳背"));
        added("乌云", "CHILD", "13800138001");
        var subject = new PersonalHoldings.Subject(Optional.of(person), Collections.emptySet());
        assertThat(holdings.stream().flatMap(one -> one.copy(subject).stream()).map(PersonalHoldings.Line::value))
                .contains("ALONE", "耳背", "乌云, 13800138001");
        assertThat(holdings.stream().flatMap(one -> one.of(subject).stream())).anySatisfy(held -> {
            assertThat(held.kind()).isEqualTo("eldercare-elder");
            assertThat(held.count()).isEqualTo(2);
        });
    }

    private UUID added(String name, String relation, String phone) {
        var answer = post(contact(name, relation, phone));
        assertThat(answer.getStatus()).isEqualTo(201);
        return UUID.fromString(json(answer).path("id").asString());
    }

    private List<String> contacts() {
        return read(clerk)
                .path("contacts")
                .valueStream()
                .map(one ->
                        one.path("name").asString() + " " + one.path("phone").asString())
                .toList();
    }

    private JsonNode read(SignedIn by) {
        var answer = exchange(by, HttpMethod.GET, "", "");
        assertThat(answer.getStatus()).isEqualTo(200);
        return json(answer);
    }

    private static String describe(int revision, String living, String needs) {
        var form = new LinkedHashMap<String, Object>();
        form.put("revision", revision);
        form.put("living", living);
        form.put("needs", needs);
        return JsonMapper.shared().writeValueAsString(form);
    }

    private static String contact(String name, String relation, String phone) {
        var form = new LinkedHashMap<String, Object>();
        form.put("name", name);
        form.put("relation", relation);
        form.put("phone", phone);
        return JsonMapper.shared().writeValueAsString(form);
    }

    private static String order(UUID... contacts) {
        var form = new LinkedHashMap<String, Object>();
        form.put("order", contacts);
        return JsonMapper.shared().writeValueAsString(form);
    }

    private MockHttpServletResponse post(String body) {
        return exchange(clerk, HttpMethod.POST, "/contacts", body);
    }

    private MockHttpServletResponse put(String path, String body) {
        return exchange(clerk, HttpMethod.PUT, path, body);
    }

    private MockHttpServletResponse exchange(SignedIn by, HttpMethod method, String path, String body) {
        return mvc.method(method)
                .uri("/api/eldercare/elders/" + person + path)
                .with(by)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange()
                .getResponse();
    }

    private static String refused(MockHttpServletResponse answer, int status) {
        assertThat(answer.getStatus()).isEqualTo(status);
        return json(answer).path("reason").asString().replace("eldercare.", "");
    }

    private static JsonNode json(MockHttpServletResponse answer) {
        return JsonMapper.shared().readTree(answer.getContentAsByteArray());
    }
}
