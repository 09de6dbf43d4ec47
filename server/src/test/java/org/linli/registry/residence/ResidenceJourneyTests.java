package org.linli.registry.residence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.registry.testing.HomeDesk.form;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.registry.testing.HomeDesk;
import org.linli.shared.Sex;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@LinliTest
class ResidenceJourneyTests {

    static final String COMMUNITY = "150203001016";
    static final String CELL = "150203001016001";
    static final String NEXT_CELL = "150203001016002";

    @Autowired
    MockMvc web;

    HomeDesk desk;
    UUID first;
    UUID second;
    UUID person;

    @BeforeEach
    void open() throws Exception {
        desk = new HomeDesk(web);
        var compound = desk.compound(COMMUNITY);
        first = desk.dwelling(compound, "1", "1", "101", CELL);
        second = desk.dwelling(compound, "2", "1", "101", NEXT_CELL);
        person = desk.person("张建国", Sex.MALE, "1975-03-08", COMMUNITY);
    }

    @Test
    void countsAPersonWhereTheyLive() throws Exception {
        assertThat(desk.moveIn(person, first, "FLOATING", "2024-01-01").status())
                .isEqualTo(201);
        assertThat(desk.personPage(person).<String>read("$.division")).isEqualTo(CELL);
        assertThat(desk.moveIn(person, second, "FLOATING", "2025-01-01").status())
                .isEqualTo(201);
        assertThat(desk.personPage(person).<String>read("$.division")).isEqualTo(NEXT_CELL);
        assertThat(kindsIn(first, false)).containsExactly("FLOATING");
        assertThat(kindsIn(first, true)).isEmpty();
    }

    @Test
    void leavesTheRegistrationWhereItWas() throws Exception {
        desk.moveIn(person, first, "REGISTERED_HERE", "2010-01-01");
        desk.moveIn(person, second, "RENTAL", "2025-06-01");
        assertThat(kindsIn(first, true)).containsExactly("LIVING_ELSEWHERE");
        assertThat(kindsIn(second, true)).containsExactly("RENTAL");
        desk.moveIn(person, first, "REGISTERED_HERE", "2026-01-01");
        assertThat(kindsIn(first, true)).containsExactly("REGISTERED_HERE");
        assertThat(kindsIn(second, true)).isEmpty();
    }

    @Test
    void letsSomebodyLeaveTheDistrictAndComeBack() throws Exception {
        var residence = desk.moveIn(person, first, "FLOATING", "2024-01-01").id("$.residence");
        var left = moveOut(residence, "2026-01-31", false);
        assertThat(left.status()).isEqualTo(204);
        assertThat(desk.personPage(person).<String>read("$.standing")).isEqualTo("LEFT");
        assertThat(moveOut(residence, "2026-01-31", false).reason()).isEqualTo("registry.stale");
        desk.moveIn(person, second, "FLOATING", "2026-02-10");
        assertThat(desk.personPage(person).<String>read("$.standing")).isEqualTo("PRESENT");
    }

    @Test
    void keepsWhoIsRegisteredWhenTheyMoveAway() throws Exception {
        var residence =
                desk.moveIn(person, first, "REGISTERED_HERE", "2010-01-01").id("$.residence");
        moveOut(residence, "2026-01-31", true);
        assertThat(kindsIn(first, true)).containsExactly("LIVING_ELSEWHERE");
        assertThat(desk.personPage(person).<String>read("$.standing")).isEqualTo("PRESENT");
    }

    @Test
    void refusesWhatCannotBe() throws Exception {
        assertThat(desk.moveIn(person, first, "RENTAL", "2999-01-01").reason()).isEqualTo("registry.date-in-future");
        assertThat(desk.moveIn(person, first, "RENTAL", "1960-01-01").reason()).isEqualTo("registry.dates-reversed");
        desk.moveIn(person, first, "RENTAL", "2024-01-01");
        assertThat(desk.moveIn(person, first, "RENTAL", "2025-01-01").reason())
                .isEqualTo("registry.lives-there-already");
        assertThat(desk.moveIn(person, second, "RENTAL", "2023-01-01").reason()).isEqualTo("registry.dates-reversed");
        assertThat(desk.send(
                                "/api/registry/residences",
                                form("person", person, "dwelling", second, "kind", "FLOATING", "from", "2025-01-01"))
                        .reason())
                .isEqualTo("registry.inflow-reason-missing");
        assertThat(desk.moveIn(UUID.randomUUID(), first, "RENTAL", "2024-01-01").reason())
                .isEqualTo("registry.unknown-person");
        assertThat(kindsIn(second, true)).isEmpty();
    }

    @Test
    void correctsAndVoidsWhatWasSaidWrongly() throws Exception {
        var residence = desk.moveIn(person, first, "RENTAL", "2024-01-01").id("$.residence");
        assertThat(desk.send(
                                "/api/registry/residences/" + residence + "/correct",
                                form("revision", 1, "kind", "REGISTERED_HERE", "from", "2023-01-01"))
                        .status())
                .isEqualTo(204);
        assertThat(kindsIn(first, true)).containsExactly("REGISTERED_HERE");
        assertThat(desk.send("/api/registry/residences/" + residence + "/void", form("revision", 2))
                        .status())
                .isEqualTo(204);
        assertThat(desk.dwellingPage(first).<List<Object>>read("$.residents")).isEmpty();
        assertThat(desk.read("/api/registry/dwellings/" + first + "/changes").<List<String>>read("$[0].rows[*].act"))
                .containsExactly("VOIDED");
    }

    private HomeDesk.Answer moveOut(UUID residence, String until, boolean stays) throws Exception {
        return desk.send(
                "/api/registry/residences/" + residence + "/move-out",
                form("revision", 1, "until", until, "registrationStays", stays));
    }

    private List<String> kindsIn(UUID dwelling, boolean here) throws Exception {
        return desk.dwellingPage(dwelling).read("$.residents[?(@.here == " + here + ")].kind");
    }
}
