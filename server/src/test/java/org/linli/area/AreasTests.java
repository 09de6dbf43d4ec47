package org.linli.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.linli.shared.Csv;
import org.linli.shared.DivisionCode;
import org.linli.shared.DivisionCode.Level;
import org.linli.shared.Point;
import org.linli.shared.Refusal;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

@LinliTest
class AreasTests {

    private static final DivisionCode DISTRICT = DivisionCode.of("150203");

    @Autowired
    LoadedAreas areas;

    @Autowired
    ReferenceLoading reference;

    @Autowired
    AreaQueries queries;

    @Test
    void knowsTheRealDivisions() {
        var subDistricts = areas.within(DISTRICT);
        assertThat(subDistricts).hasSize(16);
        assertThat(subDistricts.stream()
                        .mapToInt(each -> areas.within(each.code()).size())
                        .sum())
                .isEqualTo(112);
        var xinhua = areas.division(DivisionCode.of("150203012027")).orElseThrow();
        assertThat(xinhua.names().zh()).isEqualTo("保利新华社区");
        assertThat(areas.division(DivisionCode.of("150203001"))
                        .orElseThrow()
                        .names()
                        .en())
                .isEqualTo("Shaoxianlu Sub-district");
    }

    @Test
    void knowsTheUnits() {
        assertThat(Arrays.stream(Unit.Kind.values())
                        .collect(Collectors.toMap(
                                kind -> kind, kind -> areas.units(kind).size())))
                .containsEntry(Unit.Kind.DISTRICT, 1)
                .containsEntry(Unit.Kind.DISTRICT_HALL, 1)
                .containsEntry(Unit.Kind.SUB_DISTRICT_OFFICE, 16)
                .containsEntry(Unit.Kind.STATION, 12)
                .containsEntry(Unit.Kind.COMMITTEE, 112)
                .containsEntry(Unit.Kind.AGENCY_POINT, 65);
    }

    @Test
    void namesAParentThatExistsForEveryUnit() {
        for (var kind : Unit.Kind.values()) {
            assertThat(areas.units(kind)).allSatisfy(unit -> {
                areas.requireDivision(unit.area());
                unit.parent().ifPresent(areas::requireUnit);
            });
        }
    }

    @Test
    void servesEverySubDistrictByAStation() {
        for (var subDistrict : areas.within(DISTRICT)) {
            assertThat(areas.stationServing(subDistrict.code())).isPresent();
        }
        var kunbei = UnitCode.of("ST-150203014");
        assertThat(areas.servedBy(kunbei).getFirst()).isEqualTo(DivisionCode.of("150203014"));
        assertThat(areas.stationServing(DivisionCode.of("150203100004")).map(Unit::code))
                .contains(kunbei);
    }

    @Test
    void givesEveryStationFourToEightWindows() {
        assertThat(areas.units(Unit.Kind.STATION))
                .allSatisfy(station -> assertThat(areas.windows(station.code())).hasSizeBetween(4, 8));
    }

    @Test
    void mapsEveryDepartmentOfTheCatalogueToAUnit() throws Exception {
        try (var items = new ClassPathResource("data/catalogue/service-items.csv").getInputStream();
                var mapping = new ClassPathResource("data/area/departments.csv").getInputStream()) {
            var units = Csv.rows(mapping).stream().collect(Collectors.toMap(row -> row.get("text"), row -> row));
            assertThat(Csv.rows(items)).allSatisfy(item -> assertThat(units).containsKey(item.get("department")));
            assertThat(units.values())
                    .filteredOn(row -> row.get("per").isEmpty())
                    .allSatisfy(row -> areas.requireUnit(UnitCode.of(row.get("unit"))));
        }
    }

    @Test
    void putsEveryPointOfTheDistrictIntoOneCell() {
        var outlines = areas.outlines();
        var district = outlines.of(DISTRICT).orElseThrow();
        var cells = outlines.inside(DISTRICT, Level.GRID_CELL);
        assertThat(cells).hasSizeBetween(1850, 2000);
        var random = new Random(150203);
        for (var i = 0; i < 3000; i++) {
            var point = new Point(109.61 + 0.265 * random.nextDouble(), 40.569 + 0.245 * random.nextDouble());
            var holding = cells.entrySet().stream()
                    .filter(cell -> cell.getValue().contains(point.lon(), point.lat()))
                    .map(java.util.Map.Entry::getKey)
                    .toList();
            if (district.contains(point.lon(), point.lat())) {
                assertThat(holding).as("%s", point).hasSize(1);
                assertThat(areas.locate(point)).contains(holding.getFirst());
                var community =
                        outlines.of(holding.getFirst().upTo(Level.COMMUNITY)).orElseThrow();
                assertThat(community.contains(point.lon(), point.lat())).isTrue();
            } else {
                assertThat(holding).isEmpty();
                assertThat(areas.locate(point)).isEmpty();
            }
        }
    }

    @Test
    void fillsTheDistrictWithItsCells() {
        var outlines = areas.outlines();
        var whole = outlines.of(DISTRICT).orElseThrow().area();
        for (var level : new Level[] {Level.SUB_DISTRICT, Level.COMMUNITY, Level.GRID_CELL}) {
            assertThat(outlines.inside(DISTRICT, level).values().stream()
                            .mapToDouble(Outline::area)
                            .sum())
                    .isCloseTo(whole, within(whole * 1e-9));
        }
    }

    @Test
    void loadsTheSameFilesOnlyOnce() {
        var before = queries.cells();
        reference.loadWhatChanged();
        assertThat(queries.cells()).isEqualTo(before);
    }

    @Test
    void refusesUnknownCodes() {
        assertThatThrownBy(() -> areas.requireDivision("150299"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(AreaReason.UNKNOWN_DIVISION));
        assertThatThrownBy(() -> areas.requireDivision("1502031"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(AreaReason.MALFORMED_DIVISION));
        assertThatThrownBy(() -> areas.requireUnit(UnitCode.of("ST-999999999"))).isInstanceOf(Refusal.class);
    }
}
