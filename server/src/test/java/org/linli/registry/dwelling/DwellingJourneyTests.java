package org.linli.registry.dwelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.registry.testing.HomeDesk.door;
import static org.linli.registry.testing.HomeDesk.form;
import static org.linli.registry.testing.HomeDesk.why;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.area.UnitCode;
import org.linli.registry.Addresses;
import org.linli.registry.testing.HomeDesk;
import org.linli.shared.DivisionCode;
import org.linli.shared.Sex;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.linli.testing.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@LinliTest
class DwellingJourneyTests {

    static final String COMMUNITY = "150203001015";
    static final String CELL = "150203001015001";
    static final String NEXT_CELL = "150203001015002";

    @Autowired
    MockMvc web;

    @Autowired
    SettableClock clock;

    @Autowired
    Addresses addresses;

    HomeDesk desk;

    @AfterEach
    void today() {
        clock.set(SettableClock.START);
    }

    @BeforeEach
    void open() {
        desk = new HomeDesk(web);
    }

    @Test
    void showsWhoLivesAndLivedThere() throws Exception {
        var compound = desk.compound(COMMUNITY);
        var home = desk.dwelling(compound, "19", "3", "502", CELL);
        var other = desk.dwelling(compound, "19", "3", "503", CELL);
        var person = desk.person("王小明", Sex.MALE, "1980-05-01", COMMUNITY);
        desk.moveIn(person, home, "REGISTERED_HERE", "2015-01-01");
        desk.moveIn(person, other, "RENTAL", "2026-02-01");

        var before = desk.dwellingPage(home);
        assertThat(before.<String>read("$.address")).endsWith("19栋3单元502");
        assertThat(before.<List<String>>read("$.residents[?(@.here == true)].kind"))
                .containsExactly("LIVING_ELSEWHERE");
        assertThat(before.<List<String>>read("$.residents[?(@.here == false)].until"))
                .containsExactly("2026-02-01");
        assertThat(before.<List<String>>read("$.residents[*].person.name")).containsOnly("王**");
        var now = desk.dwellingPage(other);
        assertThat(now.<List<String>>read("$.residents[*].kind")).containsExactly("RENTAL");
        assertThat(now.<List<Integer>>read("$.residents[*].person.age")).containsExactly(45);
    }

    @Test
    void showsThePageAsOfADay() throws Exception {
        var home = desk.dwelling(desk.compound(COMMUNITY), "1", "1", "101", CELL);
        var registered = LocalDate.now(clock);
        clock.tick(Duration.ofDays(2));
        var page = desk.dwellingPage(home);
        var facts = new LinkedHashMap<>(door("1", "1", "101", CELL));
        facts.put("use", "VACANT");
        assertThat(desk.send(
                                "/api/registry/dwellings/" + home + "/correct",
                                form("revision", page.revision(), "facts", facts))
                        .status())
                .isEqualTo(200);

        assertThat(desk.dwellingPage(home).<String>read("$.use")).isEqualTo("VACANT");
        var then = desk.read("/api/registry/dwellings/" + home + "?on=" + registered);
        assertThat(then.<String>read("$.use")).isEqualTo("OWNER_OCCUPIED");
        assertThat(then.<Boolean>read("$.today")).isFalse();
        assertThat(desk.read("/api/registry/dwellings/" + home + "?on=" + registered.minusDays(1))
                        .reason())
                .isEqualTo("registry.not-yet-known");
        assertThat(desk.read("/api/registry/dwellings/" + home + "?on=2999-01-01")
                        .reason())
                .isEqualTo("registry.date-in-future");
        var changes = desk.read("/api/registry/dwellings/" + home + "/changes");
        assertThat(changes.<List<String>>read("$[0].rows[*].fields[*].after")).containsExactly("VACANT");
        assertThat(changes.<String>read("$[0].reason")).isEqualTo("入户走访看到");
    }

    @Test
    void movesWhoLivesThereWithItsCell() throws Exception {
        var home = desk.dwelling(desk.compound(COMMUNITY), "2", "1", "101", CELL);
        var person = desk.person("乌兰", Sex.FEMALE, "1990-05-01", COMMUNITY);
        desk.moveIn(person, home, "REGISTERED_HERE", "2020-01-01");
        assertThat(desk.personPage(person).<String>read("$.division")).isEqualTo(CELL);
        var page = desk.dwellingPage(home);
        desk.send(
                "/api/registry/dwellings/" + home + "/correct",
                form("revision", page.revision(), "facts", door("2", "1", "101", NEXT_CELL)));
        assertThat(desk.personPage(person).<String>read("$.division")).isEqualTo(NEXT_CELL);
    }

    @Test
    void refusesOneAddressTwiceHoweverItIsWritten() throws Exception {
        var compound = desk.compound(COMMUNITY);
        desk.dwelling(compound, "3", "2", "301");
        var again = desk.send(
                "/api/registry/dwellings", form("compound", compound, "facts", door("03栋", "二单元", "301室", null)));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.reason()).isEqualTo("registry.address-taken");
    }

    @Test
    void refusesStaleCorrectionsAndVoidingWhatIsLivedIn() throws Exception {
        var home = desk.dwelling(desk.compound(COMMUNITY), "4", "1", "101");
        desk.moveIn(desk.person("王小明", Sex.MALE, "1980-05-01", COMMUNITY), home, "REGISTERED_HERE", "2020-01-01");
        assertThat(desk.send("/api/registry/dwellings/" + home + "/void", form("revision", 1))
                        .reason())
                .isEqualTo("registry.dwelling-in-use");
        assertThat(desk.send(
                                "/api/registry/dwellings/" + home + "/correct",
                                form("revision", 7, "facts", door("4", "1", "101", null)))
                        .reason())
                .isEqualTo("registry.stale");
    }

    @Test
    void refusesCellsOfOtherCommunitiesAndPlacesOutsideTheArea() throws Exception {
        var compound = desk.compound(COMMUNITY);
        var elsewhere = desk.send(
                "/api/registry/dwellings", form("compound", compound, "facts", door("1", "1", "1", "150203001016001")));
        assertThat(elsewhere.reason()).isEqualTo("registry.outside-community");
        var other = new HomeDesk(
                web, SignedIn.as("station-head", UnitCode.of("ST-150203003"), DivisionCode.of("150203003")));
        var refused =
                other.send("/api/registry/dwellings", form("compound", compound, "facts", door("1", "1", "1", null)));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(other.read("/api/registry/areas/" + COMMUNITY + "/dwellings").status())
                .isEqualTo(403);
    }

    @Test
    void listsPageByPageWithoutLosingOrRepeating() throws Exception {
        var compound = desk.compound(COMMUNITY);
        for (var room = 1; room <= 7; room++) {
            desk.dwelling(compound, "1", "1", "10" + room);
        }
        var found = new ArrayList<String>();
        var next = "";
        do {
            var page = desk.read("/api/registry/compounds/" + compound + "/dwellings?limit=3&after=" + next);
            found.addAll(page.<List<String>>read("$.items[*].id"));
            next = page.next();
        } while (!next.isEmpty());
        assertThat(found).hasSize(7).doesNotHaveDuplicates();
        var inArea = new ArrayList<String>();
        next = "";
        do {
            var page = desk.read("/api/registry/areas/" + COMMUNITY + "/dwellings?limit=200&after=" + next);
            inArea.addAll(page.<List<String>>read("$.items[*].id"));
            next = page.next();
        } while (!next.isEmpty());
        assertThat(inArea).containsAll(found).doesNotHaveDuplicates();
    }

    @Test
    void findsADwellingAsItIsSaid() throws Exception {
        var name = "朝霞" + UUID.randomUUID().toString().replaceAll("[^a-z]", "") + "小区";
        var compound = desk.compound(COMMUNITY, name);
        var home = desk.dwelling(compound, "19", "3", "502", CELL);
        desk.dwelling(compound, "19", "30", "101", CELL);
        var said = name.replace("小区", "") + "19-3-502";
        assertThat(desk.read("/api/registry/dwellings?said=" + encoded(said)).<List<String>>read("$.dwellings[*].id"))
                .containsExactly(home.toString());
        var begun = desk.read("/api/registry/dwellings?said=" + encoded(name + "19号楼3单元"));
        assertThat(begun.<List<String>>read("$.dwellings[*].id")).first().isEqualTo(home.toString());
        assertThat(begun.<List<String>>read("$.compounds[*].name")).contains(name);
    }

    @Test
    void hasACompoundOnceACommunity() throws Exception {
        var name = "晨光" + UUID.randomUUID().toString().substring(0, 8) + "小区";
        var compound = desk.compound(COMMUNITY, name);
        var again = desk.send(
                "/api/registry/compounds",
                form("community", COMMUNITY, "name", name.replace("小区", ""), "otherNames", List.of()));
        assertThat(again.reason()).isEqualTo("registry.compound-taken");
        assertThat(addresses.compound(DivisionCode.of(COMMUNITY), name.replace("小区", "")))
                .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(compound));
        var changed = desk.send(
                "/api/registry/compounds/" + compound + "/correct",
                form("revision", 1, "name", name, "otherNames", List.of("老" + name)));
        assertThat(changed.<List<String>>read("$.otherNames")).containsExactly("老" + name);
        assertThat(desk.send("/api/registry/compounds/" + compound + "/void", form("revision", 2))
                        .status())
                .isEqualTo(204);
        assertThat(addresses.compound(DivisionCode.of(COMMUNITY), name)).isEmpty();
    }

    @Test
    void keepsTheAddressBookOfTheCommunities() throws Exception {
        var compound = desk.compound(COMMUNITY);
        desk.dwelling(compound, "8", "", "2楼", CELL);
        assertThat(desk.read("/api/registry/address-book").<List<String>>read("$.communities[*].code"))
                .hasSize(112)
                .contains(COMMUNITY);
        assertThat(desk.read("/api/registry/address-book?community=" + COMMUNITY)
                        .<List<String>>read("$.compounds[*].id"))
                .contains(compound.toString());
        assertThat(desk.read("/api/registry/address-book?community=150203").reason())
                .isEqualTo("registry.no-community");
        assertThat(addresses.dwelling(compound, "8栋", "", "2")).isPresent();
    }

    @Test
    void completesAnAddressAsPeopleSayIt() throws Exception {
        desk.compound("150203001016", "晴川小区");
        var compound = desk.compound(COMMUNITY, "晴川小区");
        var suggestions = "/api/registry/address-book/suggestions?community=" + COMMUNITY + "&said=";
        for (var said : List.of("晴川19-3-502", "qc19-3-502", "晴川小区19号楼3单元5层502室")) {
            var found = desk.read(suggestions + said);
            assertThat(found.<String>read("$[0].address")).as(said).isEqualTo("晴川小区19栋3单元502");
            assertThat(found.id("$[0].compound")).isEqualTo(compound);
            assertThat(found.<String>read("$[0].communityNames.zh")).isNotEmpty();
            assertThat(found.<String>read("$[1].community")).isEqualTo("150203001016");
        }
        desk.compound(COMMUNITY, "晴川六十一号街坊");
        assertThat(desk.read(suggestions + "晴川61 6-2-301").<List<String>>read("$[*].address"))
                .as("61-6-2-301 is no door")
                .containsExactly("晴川六十一号街坊6栋2单元301");
        assertThat(desk.read(suggestions + "晴川8-2").<String>read("$[0].address"))
                .isEqualTo("晴川小区8栋2");
        assertThat(desk.read(suggestions + "没有这样的地方").<List<?>>read("$")).isEmpty();
        assertThat(desk.read(suggestions + "").<List<?>>read("$")).isEmpty();
    }

    @Test
    void refusesRubbish() throws Exception {
        var compound = desk.compound(COMMUNITY);
        assertThat(desk.send("/api/registry/dwellings", form("compound", compound, "facts", door("", "", "", null)))
                        .reason())
                .isEqualTo("registry.door-missing");
        var deep = new LinkedHashMap<>(door("1", "1", "1", null));
        deep.put("floor", 4000);
        assertThat(desk.send("/api/registry/dwellings", form("compound", compound, "facts", deep))
                        .reason())
                .isEqualTo("registry.impossible-number");
        assertThat(desk.send(
                                "/api/registry/dwellings",
                                Map.of("compound", compound, "facts", door("1", "1", "1", null), "why", Map.of()))
                        .status())
                .isEqualTo(422);
        assertThat(desk.read("/api/registry/areas/150203001/dwellings?after=rubbish")
                        .reason())
                .isEqualTo("registry.malformed-cursor");
        assertThat(why()).containsKey("reason");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
