package org.linli.registry.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.registry.testing.HomeDesk;
import org.linli.shared.Sex;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@LinliTest
class FigureJourneyTests {

    static final String COMMUNITY = "150203001025";
    static final String CELL = "150203001025001";

    @Autowired
    MockMvc web;

    HomeDesk desk;
    UUID compound;

    @BeforeEach
    void open() throws Exception {
        desk = new HomeDesk(web);
        compound = desk.compound(COMMUNITY);
    }

    @Test
    void countsWhoLivesWhereAndHow() throws Exception {
        var before = residents();
        var alone = desk.dwelling(compound, "1", "1", "101", CELL);
        living(alone, "REGISTERED_HERE", Sex.FEMALE, "1940-05-01");
        var family = desk.dwelling(compound, "1", "1", "102", CELL);
        living(family, "FLOATING", Sex.MALE, "1960-05-01");
        living(family, "FLOATING", Sex.MALE, "2024-05-01");
        var rented = desk.dwelling(compound, "1", "1", "103", CELL);
        var moved = living(family, "REGISTERED_HERE", Sex.FEMALE, "1990-05-01");
        desk.moveIn(moved, rented, "RENTAL", "2025-02-01");

        var after = residents();
        assertThat(more(before, after, "LIVING_HERE")).isEqualTo(4);
        assertThat(more(before, after, "REGISTERED_HERE")).isEqualTo(1);
        assertThat(more(before, after, "FLOATING")).isEqualTo(2);
        assertThat(more(before, after, "RENTAL")).isEqualTo(1);
        assertThat(more(before, after, "LIVING_ELSEWHERE")).isEqualTo(1);
        assertThat(more(before, after, "AGE_0_TO_5")).isEqualTo(1);
        assertThat(more(before, after, "AGE_18_TO_59")).isEqualTo(1);
        assertThat(more(before, after, "AGE_60_TO_79")).isEqualTo(1);
        assertThat(more(before, after, "AGE_80_AND_OVER")).isEqualTo(1);
        assertThat(more(before, after, "ELDER_ALONE")).isEqualTo(1);
        for (var group : ResidentGroup.values()) {
            assertThat(list(group)).as(group.name()).hasSize(after.get(group.name()));
        }
    }

    @Test
    void countsTheElderWhoseCompanyLivesElsewhere() throws Exception {
        var before = residents();
        var home = desk.dwelling(compound, "2", "1", "101", CELL);
        living(home, "REGISTERED_HERE", Sex.MALE, "1950-01-01");
        living(home, "LIVING_ELSEWHERE", Sex.MALE, "1985-01-01");
        var after = residents();
        assertThat(more(before, after, "ELDER_ALONE")).isEqualTo(1);
        assertThat(list(ResidentGroup.ELDER_ALONE)).hasSize(after.get("ELDER_ALONE"));
    }

    @Test
    void givesDwellingsToTheMap() throws Exception {
        var placed = new LinkedHashMap<>(HomeDesk.door("9", "1", "101", CELL));
        placed.put("lon", 109.84);
        placed.put("lat", 40.65);
        var id = desk.send("/api/registry/dwellings", HomeDesk.form("compound", compound, "facts", placed))
                .id("$.id");
        assertThat(desk.read("/api/registry/areas/" + CELL + "/dwelling-points").<List<String>>read("$[*].id"))
                .contains(id.toString());
        placed.put("room", "102");
        desk.send("/api/registry/dwellings", HomeDesk.form("compound", compound, "facts", placed));
        var spot = "[?(@.lon == 109.84 && @.building == '9')]";
        var spots = desk.read("/api/registry/areas/" + CELL + "/dwelling-points");
        assertThat(spots.<List<Integer>>read("$" + spot + ".dwellings")).containsExactly(2);
        assertThat(spots.<List<String>>read("$" + spot + ".id"))
                .as("a building is not one of its doors")
                .isEmpty();
        assertThat(desk.read("/api/registry/areas/" + CELL + "/dwelling-points/dwellings?lon=109.84&lat=40.65")
                        .<List<String>>read("$[*].address"))
                .satisfies(doors -> assertThat(doors.getFirst()).endsWith("9栋1单元101"))
                .satisfies(doors -> assertThat(doors.getLast()).endsWith("9栋1单元102"))
                .hasSize(2);
        assertThat(desk.read("/api/registry/areas/150203001/dwelling-points").reason())
                .isEqualTo("registry.area-too-large");
        var counts = desk.read("/api/registry/areas/150203001/dwelling-counts?level=COMMUNITY");
        var here = counts.<List<Integer>>read("$[?(@.division == '" + COMMUNITY + "')].dwellings")
                .getFirst();
        assertThat(here).isPositive();
        var uses =
                desk.read("/api/registry/areas/" + COMMUNITY + "/figures").<List<Integer>>read("$.dwellings[*].count");
        assertThat(uses.stream().mapToInt(Integer::intValue).sum()).isEqualTo(here);
    }

    private UUID living(UUID dwelling, String kind, Sex sex, String birth) throws Exception {
        var person = desk.person("王小明", sex, birth, COMMUNITY);
        desk.moveIn(person, dwelling, kind, birth.compareTo("2024") > 0 ? "2025-01-01" : "2024-01-01");
        return person;
    }

    private Map<String, Integer> residents() throws Exception {
        var figures = desk.read("/api/registry/areas/" + CELL + "/figures");
        List<Map<String, Object>> residents = figures.read("$.residents");
        var counted = new HashMap<String, Integer>();
        residents.forEach(one -> counted.put((String) one.get("group"), (Integer) one.get("count")));
        return counted;
    }

    private static int more(Map<String, Integer> before, Map<String, Integer> after, String group) {
        return after.get(group) - before.get(group);
    }

    private List<String> list(ResidentGroup group) throws Exception {
        var found = new ArrayList<String>();
        var next = "";
        do {
            var page =
                    desk.read("/api/registry/areas/" + CELL + "/residents?limit=2&group=" + group + "&after=" + next);
            found.addAll(page.<List<String>>read("$.items[*].residence"));
            next = page.next();
        } while (!next.isEmpty());
        assertThat(found).doesNotHaveDuplicates();
        return found;
    }
}
