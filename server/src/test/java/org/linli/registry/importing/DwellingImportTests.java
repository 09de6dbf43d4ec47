package org.linli.registry.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.area.UnitCode;
import org.linli.registry.People;
import org.linli.registry.Restrictions;
import org.linli.registry.Restrictions.Ground;
import org.linli.registry.sheet.SheetFormat;
import org.linli.registry.sheet.SheetKind;
import org.linli.registry.testing.Households;
import org.linli.shared.Sex;
import org.linli.testing.Actings;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sheets of dwellings on their way into the base. */
@LinliTest
class DwellingImportTests {

    private static final int DWELLINGS = 2_000;
    private static final String COMMUNITY = Households.COMMUNITY.value();

    @Autowired
    BeanFactory house;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Autowired
    Restrictions restrictions;

    private final String compound = "试房" + ThreadLocalRandom.current().nextInt(100_000, 1_000_000) + "小区";
    private ImportDesk desk;

    @BeforeEach
    void aClerk() {
        desk = new ImportDesk(
                house,
                Actings.with("committee-clerk", UnitCode.of("T-DWELLINGS"), Actings.SHAOXIANLU, Imports.RUN),
                SheetKind.DWELLINGS);
    }

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void reportsExactlyTheFaultsThatWerePlantedAndImportsTheRest(SheetFormat format) {
        var sheet = dwellings(DWELLINGS);
        plant(sheet, format);
        var id = desk.checked(sheet, format);
        var planted = sheet.planted();

        assertThat(desk.faults(id)).containsExactlyInAnyOrderEntriesOf(planted);
        assertThat(desk.sheet(id).faultyRows()).isEqualTo(planted.size());
        assertThat(desk.sheet(id).goodRows()).isEqualTo(DWELLINGS - planted.size());
        assertThat(desk.applied(id))
                .containsEntry("dwellings-new", DWELLINGS - planted.size())
                .containsEntry("dwellings-changed", 0)
                .containsEntry("compounds-new", 1);
        assertThat(doors()).isEqualTo(DWELLINGS - planted.size());
        assertThat(texts("""
                select concat_ws('|', building, unit, floor, room, number_key, division, use, square_metres, lon, lat)
                from registry.dwelling d where compound_id = (select id from registry.compound where name = :compound)
                order by number_key collate "C" limit 1"""))
                .containsExactly("1号楼|1单元|1|101|1-1-101|" + COMMUNITY + "001|OWNER_OCCUPIED|80.50|109.84|40.66");
        desk.clear();
        assertThat(jdbc.sql("select count(*) from registry.import_dwelling_row where import_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void changesOnlyWhatDiffersAndKeepsWhatWas() {
        var sheet = dwellings(30);
        desk.imported(sheet, SheetFormat.CSV);
        var again = desk.checked(sheet, SheetFormat.XLSX);
        assertThat(desk.sheet(again).knownRows()).isEqualTo(30);
        assertThat(desk.applied(again).values()).containsOnly(0);

        sheet.set(3, "房屋用途", "出租");
        sheet.set(4, "建筑面积", "99.5");
        sheet.set(5, "房屋用途", "");
        sheet.set(6, "经度", "109.9");
        sheet.set(7, "楼层", "");
        assertThat(desk.imported(sheet, SheetFormat.CSV))
                .containsEntry("dwellings-changed", 3)
                .containsEntry("dwellings-new", 0);
        assertThat(texts("""
                select h.use || ' ' || h.square_metres from registry.dwelling_history h
                join registry.compound c on c.id = h.compound_id where c.name = :compound order by h.number_key""")).containsExactly("OWNER_OCCUPIED 80.50", "OWNER_OCCUPIED 80.50", "OWNER_OCCUPIED 80.50");
    }

    @Test
    void takesWhoLivesBehindADoorAlongIntoItsCell() {
        var homes = new Households(jdbc, people);
        var dwelling = homes.dwelling(homes.compound(compound), "7", "2", "301");
        var at = homes.register("钱大壮", Households.someDocument(Sex.MALE), Households.somePhone());
        var restricted = homes.register("钱小壮", Households.someDocument(Sex.MALE), Households.somePhone());
        homes.settle(at, dwelling);
        homes.settle(restricted, dwelling);
        var household = homes.household(dwelling, at, restricted);
        restrictions.restrict(homes.clerk(), restricted, Ground.OBJECTION, Households.WISHED);

        var sheet = dwellings(0).add(COMMUNITY, COMMUNITY + "002", compound, "7栋", "2单元", "3", "301室", "", "", "", "");
        assertThat(desk.imported(sheet, SheetFormat.CSV)).containsEntry("dwellings-changed", 1);
        assertThat(division("dwelling", dwelling)).isEqualTo(COMMUNITY + "002");
        assertThat(division("person", at.value())).isEqualTo(COMMUNITY + "002");
        assertThat(division("household", household)).isEqualTo(COMMUNITY + "002");
        assertThat(division("person", restricted.value())).isEqualTo(COMMUNITY);
    }

    private void plant(TextSheet sheet, SheetFormat format) {
        var row = 40;
        sheet.set(row, "网格", "");
        sheet.plant(row++, "outside-area", "社区", "150203003013");
        sheet.plant(row++, "unknown-division", "社区", "月亮社区");
        sheet.plant(row++, "unknown-division", "网格", COMMUNITY + "999");
        sheet.plant(row++, "cell-elsewhere", "网格", "150203001018001");
        sheet.set(row, "网格", "");
        sheet.set(row, "小区", "别处" + compound);
        sheet.plant(row++, "community-missing", "社区", "");
        sheet.plant(row++, "compound-missing", "小区", "");
        sheet.plant(row++, "room-missing", "室", "");
        sheet.plant(row++, "no-address", "小区", "（）");
        sheet.plant(row++, "too-long", "小区", "长".repeat(61));
        sheet.plant(row++, "too-long", "楼栋", "9".repeat(21));
        sheet.plant(row++, "no-number", "楼层", "很高");
        sheet.plant(row++, "no-number", "楼层", "151");
        sheet.plant(row++, "no-number", "建筑面积", "0");
        sheet.plant(row++, "no-number", "建筑面积", "80d");
        sheet.plant(row++, "no-number", "经度", "200");
        sheet.plant(row++, "half-a-position", "经度", "");
        sheet.plant(row++, "unknown-code", "房屋用途", "=HYPERLINK(1)");
        for (var part : List.of("楼栋", "单元", "室")) {
            sheet.set(row, part, sheet.get(11, part));
        }
        sheet.expect(row++, "door-twice");
        sheet.plantTooManyCells(row++);
        if (format == SheetFormat.CSV) {
            sheet.plantBytes(row, row + 1);
        }
    }

    private TextSheet dwellings(int count) {
        var sheet = new TextSheet("社区", "网格", "小区", "楼栋", "单元", "楼层", "室", "房屋用途", "建筑面积", "经度", "纬度");
        for (var n = 0; n < count; n++) {
            sheet.add(
                    COMMUNITY,
                    COMMUNITY + "001",
                    compound,
                    1 + n / 60 + "号楼",
                    1 + n / 20 % 3 + "单元",
                    1 + n / 4 % 5 + "层",
                    100 * (1 + n / 4 % 5) + 1 + n % 4 + "",
                    "自住",
                    "80.5",
                    "109.84",
                    "40.66");
        }
        return sheet;
    }

    private int doors() {
        return jdbc.sql("""
                select count(*) from registry.dwelling d join registry.compound c on c.id = d.compound_id
                where c.name = :compound""").param("compound", compound).query(Integer.class).single();
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).param("compound", compound).query(String.class).list();
    }

    private String division(String table, UUID id) {
        return jdbc.sql("select division from registry." + table + " where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }
}
