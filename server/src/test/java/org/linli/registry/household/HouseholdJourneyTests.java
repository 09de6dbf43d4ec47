package org.linli.registry.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.registry.testing.HomeDesk.form;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.registry.PersonId;
import org.linli.registry.Restrictions;
import org.linli.registry.Restrictions.Ground;
import org.linli.registry.testing.HomeDesk;
import org.linli.registry.testing.Households;
import org.linli.shared.Sex;
import org.linli.testing.Actings;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@LinliTest
class HouseholdJourneyTests {

    static final String COMMUNITY = "150203001018";
    static final String CELL = "150203001018001";
    static final String NEXT_CELL = "150203001018002";

    @Autowired
    MockMvc web;

    @Autowired
    SettableClock clock;

    @Autowired
    Restrictions restrictions;

    HomeDesk desk;
    UUID compound;
    UUID home;
    UUID father;
    UUID mother;
    UUID son;

    @AfterEach
    void today() {
        clock.set(SettableClock.START);
    }

    @BeforeEach
    void aFamily() throws Exception {
        desk = new HomeDesk(web);
        compound = desk.compound(COMMUNITY);
        home = desk.dwelling(compound, "6", "2", "301", CELL);
        father = living("王建国", Sex.MALE, "1960-05-01");
        mother = living("李秀英", Sex.FEMALE, "1962-05-01");
        son = living("王小明", Sex.MALE, "1988-05-01");
    }

    @Test
    void showsAFamilyAsPeopleSeeIt() throws Exception {
        var page = desk.householdPage(founded());
        assertThat(page.<List<String>>read("$.members[*].person.name")).containsExactly("王**", "李**", "王**");
        assertThat(page.<List<String>>read("$.members[*].relationNames.zh")).containsExactly("户主", "配偶", "子");
        assertThat(page.<List<Integer>>read("$.members[*].generation")).containsExactly(0, 0, 1);
        assertThat(page.<List<Boolean>>read("$.members[*].atHome")).containsOnly(true);
        assertThat(page.<String>read("$.number")).isEqualTo("15*****89");
        assertThat(page.<String>read("$.address")).endsWith("6栋2单元301");
    }

    @Test
    void marksWhoseDataIsOnlyStoredWhereverTheyAreShown() throws Exception {
        var household = founded();
        restrictions.restrict(Actings.clerk(), new PersonId(mother), Ground.OBJECTION, Households.WISHED);
        assertThat(desk.householdPage(household).<List<Boolean>>read("$.members[*].person.restricted"))
                .containsExactly(false, true, false);
        assertThat(desk.dwellingPage(home).<List<String>>read("$.residents[?(@.person.restricted == true)].person.id"))
                .containsExactly(mother.toString());
        assertThat(desk.read("/api/registry/areas/" + CELL + "/residents?group=AGE_60_TO_79&limit=200")
                        .body())
                .contains("\"restricted\":true");
    }

    @Test
    void refusesWhoBelongsToAnotherHousehold() throws Exception {
        founded();
        var again = desk.send(
                "/api/registry/households",
                form("kind", "FAMILY", "dwelling", home, "members", List.of(related(son, "02")), "from", "2020-01-01"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.reason()).isEqualTo("registry.in-another-household");
    }

    @Test
    void refusesRelationsThatCannotBe() throws Exception {
        var circle = desk.send(
                "/api/registry/households",
                form(
                        "kind",
                        "FAMILY",
                        "dwelling",
                        home,
                        "members",
                        List.of(related(son, "02"), related(father, "20")),
                        "from",
                        "2020-01-01"));
        assertThat(circle.reason()).isEqualTo("registry.relation-against-age");
        var headless = desk.send(
                "/api/registry/households",
                form("kind", "FAMILY", "dwelling", home, "members", List.of(related(son, "20")), "from", "2020-01-01"));
        assertThat(headless.reason()).isEqualTo("registry.relation-does-not-fit");
        assertThat(desk.dwellingPage(home).<List<Object>>read("$.households")).isEmpty();
    }

    @Test
    void givesAnotherHeadAndWorksOutTheRelations() throws Exception {
        var id = founded();
        clock.tick(Duration.ofDays(1));
        var proposed = desk.read("/api/registry/households/" + id + "/head/" + son);
        assertThat(proposed.<List<String>>read("$[?(@.person == '" + mother + "')].relation"))
                .containsExactly("52");
        var changed = desk.send(
                "/api/registry/households/" + id + "/head", form("revision", 1, "head", son, "relations", List.of()));
        assertThat(changed.status()).isEqualTo(204);
        var page = desk.householdPage(id);
        assertThat(page.<String>read("$.head")).isEqualTo(son.toString());
        assertThat(page.<List<String>>read("$.members[*].relation")).containsExactly("02", "51", "52");
        var before = desk.read(
                "/api/registry/households/" + id + "?on=" + LocalDate.now(clock).minusDays(1));
        assertThat(before.<String>read("$.head")).isEqualTo(father.toString());
        assertThat(before.<List<String>>read("$.members[*].relation")).containsExactly("02", "10", "20");
    }

    @Test
    void letsPeopleJoinAndLeaveTheHeadLast() throws Exception {
        var id = founded();
        var child = living("王乐乐", Sex.FEMALE, "2015-05-01");
        assertThat(desk.send(
                                "/api/registry/households/" + id + "/join",
                                form("revision", 1, "person", child, "relation", "42", "from", "2020-01-01"))
                        .status())
                .isEqualTo(204);
        assertThat(leave(id, father).reason()).isEqualTo("registry.head-leaves-last");
        for (var person : List.of(child, son, mother, father)) {
            assertThat(leave(id, person).status()).isEqualTo(204);
        }
        var page = desk.householdPage(id);
        assertThat(page.<Boolean>read("$.voided")).isTrue();
        assertThat(page.<List<Boolean>>read("$.members[*].here")).hasSize(4).containsOnly(false);
    }

    @Test
    void movesTheWholeHousehold() throws Exception {
        var id = founded();
        var other = desk.dwelling(compound, "7", "1", "101", NEXT_CELL);
        desk.moveIn(son, desk.dwelling(compound, "8", "1", "101", CELL), "RENTAL", "2025-01-01");
        var moved = desk.send(
                "/api/registry/households/" + id + "/move",
                form("revision", 1, "dwelling", other, "kind", "REGISTERED_HERE", "from", "2026-02-01"));
        assertThat(moved.<Integer>read("$.people")).isEqualTo(2);
        var page = desk.householdPage(id);
        assertThat(page.<String>read("$.division")).isEqualTo(NEXT_CELL);
        assertThat(page.<List<Boolean>>read("$.members[*].atHome")).containsExactly(true, true, false);
        assertThat(desk.personPage(father).<String>read("$.division")).isEqualTo(NEXT_CELL);
        assertThat(desk.personPage(son).<String>read("$.division")).isEqualTo(CELL);
        assertThat(desk.read("/api/registry/households/" + id + "/changes").<List<String>>read("$[*].reason"))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void listsHouseholdsOfACell() throws Exception {
        var id = founded();
        var page = desk.read("/api/registry/areas/" + CELL + "/households?kind=FAMILY&limit=200");
        assertThat(page.<List<String>>read("$.items[?(@.id == '" + id + "')].head"))
                .containsExactly("王**");
        assertThat(page.<List<Integer>>read("$.items[?(@.id == '" + id + "')].members"))
                .containsExactly(3);
    }

    private UUID founded() throws Exception {
        return desk.send(
                        "/api/registry/households",
                        form(
                                "number", "150203789",
                                "kind", "FAMILY",
                                "dwelling", home,
                                "members", List.of(related(father, "02"), related(mother, "10"), related(son, "20")),
                                "from", "2020-01-01"))
                .id("$.id");
    }

    private HomeDesk.Answer leave(UUID id, UUID person) throws Exception {
        var revision = desk.householdPage(id).revision();
        return desk.send(
                "/api/registry/households/" + id + "/leave",
                form("revision", revision, "person", person, "until", LocalDate.now(clock)));
    }

    private UUID living(String name, Sex sex, String birth) throws Exception {
        var person = desk.person(name, sex, birth, COMMUNITY);
        desk.moveIn(person, home, "REGISTERED_HERE", "2020-01-01");
        return person;
    }

    private static Map<String, Object> related(UUID person, String relation) {
        return Map.of("person", person, "relation", relation);
    }
}
