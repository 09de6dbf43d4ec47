package org.linli.registry.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.area.UnitCode;
import org.linli.registry.sealing.Seals;
import org.linli.registry.sheet.SheetFormat;
import org.linli.registry.sheet.SheetKind;
import org.linli.testing.Actings;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sheets of organisations on their way into the base. */
@LinliTest
class OrganisationImportTests {

    private static final int ORGANISATIONS = 1_000;
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Autowired
    BeanFactory house;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Seals seals;

    private final int mark = ThreadLocalRandom.current().nextInt(100_000, 1_000_000);
    private ImportDesk desk;

    @BeforeEach
    void aClerk() {
        desk = new ImportDesk(
                house,
                Actings.with("committee-clerk", UnitCode.of("T-ORGANISATIONS"), Actings.SHAOXIANLU, Imports.RUN),
                SheetKind.ORGANISATIONS);
    }

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void reportsExactlyTheFaultsThatWerePlantedAndImportsTheRest(SheetFormat format) {
        var sheet = organisations(ORGANISATIONS);
        plant(sheet, format);
        var id = desk.checked(sheet, format);
        var planted = sheet.planted();

        assertThat(desk.faults(id)).containsExactlyInAnyOrderEntriesOf(planted);
        assertThat(desk.sheet(id).faultyRows()).isEqualTo(planted.size());
        assertThat(desk.applied(id))
                .containsEntry("organisations-new", ORGANISATIONS - planted.size())
                .containsEntry("organisations-changed", 0);
        assertThat(texts("""
                select concat_ws('|', uscc, initials, kind, legal_representative, address, division, lon, lat, employees,
                                 established_on, dissolved_on)
                from registry.organisation where name = :name""", name(5)))
                .containsExactly(uscc(5) + "|" + "blsd" + mark
                        + "n5|INDIVIDUAL_BUSINESS|张建国|少先路5号|150203001018001|109.84|40.66|7|2015-04-01");
        assertThat(phone(name(5))).isEqualTo("13800000005");
        assertThat(texts("select division from registry.organisation where name = :name", name(6)))
                .as("without a community it lies in the posting's area")
                .containsExactly("150203001");
    }

    @Test
    void changesOnlyWhatDiffersAndKeepsWhatWas() {
        var sheet = organisations(40);
        desk.imported(sheet, SheetFormat.CSV);
        var again = desk.checked(sheet, SheetFormat.XLSX);
        assertThat(desk.sheet(again).knownRows()).isEqualTo(40);
        assertThat(desk.applied(again).values()).containsOnly(0);

        sheet.set(1, "单位名称", "改名" + name(1));
        sheet.set(2, "联系方式", "0472-5123456");
        sheet.set(3, "员工数", "");
        sheet.set(4, "注销日期", "2025-12-31");
        sheet.set(9, "员工数", "90");
        assertThat(desk.imported(sheet, SheetFormat.XLSX))
                .containsEntry("organisations-changed", 4)
                .containsEntry("organisations-new", 0);
        assertThat(texts("select uscc from registry.organisation where name = :name", "改名" + name(1)))
                .containsExactly(uscc(1));
        assertThat(texts("select name from registry.organisation_history where name = :name", name(1)))
                .hasSize(1);
        assertThat(phone(name(2))).isEqualTo("04725123456");
        assertThat(texts("select employees::text from registry.organisation where name = :name", name(3)))
                .as("what the sheet leaves empty stays")
                .containsExactly("5");
        assertThat(texts("select employees::text from registry.organisation where name = :name", name(9)))
                .as("one without a code is known by its name")
                .containsExactly("90");
    }

    @Test
    void givesItsCodeToTheOneThatWasKnownByItsNameOnly() {
        var sheet = organisations(0).add("", name(1), "社会团体", "", "", "", "", "", "", "", "", "", "");
        desk.imported(sheet, SheetFormat.CSV);
        sheet.set(0, "统一社会信用代码", uscc(1));
        assertThat(desk.imported(sheet, SheetFormat.CSV))
                .containsEntry("organisations-changed", 1)
                .containsEntry("organisations-new", 0);
        sheet.set(0, "统一社会信用代码", uscc(2));
        assertThat(desk.imported(sheet, SheetFormat.CSV))
                .as("the same name under another code is another organisation")
                .containsEntry("organisations-changed", 0)
                .containsEntry("organisations-new", 1);
    }

    private void plant(TextSheet sheet, SheetFormat format) {
        var row = 40;
        sheet.plant(row++, "refusal.shared.uscc-length", "统一社会信用代码", "9115020");
        sheet.plant(row++, "refusal.shared.uscc-characters", "统一社会信用代码", "9115020XMA0IO00001");
        sheet.plant(row++, "refusal.shared.uscc-checksum", "统一社会信用代码", wrongCheck(uscc(1_900)));
        sheet.plant(row++, "name-missing", "单位名称", "");
        sheet.plant(row++, "too-long", "单位名称", "长".repeat(101));
        sheet.plant(row++, "unknown-code", "单位类型", "帮派");
        sheet.plant(row++, "masked", "法定代表人", "张**");
        sheet.plant(row++, "refusal.registry.malformed-phone", "联系方式", "138****0001");
        sheet.plant(row++, "outside-area", "社区", "150203003013");
        sheet.plant(row++, "unknown-division", "网格", "150203001018999");
        sheet.plant(row++, "cell-elsewhere", "网格", "150203001015001");
        sheet.plant(row++, "too-long", "地址", "路".repeat(101));
        sheet.plant(row++, "no-number", "员工数", "很多");
        sheet.plant(row++, "no-number", "员工数", "-1");
        sheet.plant(row++, "no-such-day", "成立日期", "2015-02-29");
        sheet.plant(row++, "date-in-future", "成立日期", "2031-01-01");
        sheet.plant(row++, "dates-reversed", "注销日期", "2014-01-01");
        sheet.plant(row++, "half-a-position", "纬度", "");
        sheet.plant(row++, "no-number", "经度", "=1+1");
        sheet.plant(row++, "uscc-twice", "统一社会信用代码", uscc(11));
        sheet.set(row, "统一社会信用代码", "");
        sheet.plant(row++, "organisation-twice", "单位名称", name(11));
        sheet.set(row, "统一社会信用代码", "");
        sheet.plant(row++, "organisation-twice", "单位名称", name(9));
        elsewhere(uscc(row));
        sheet.expect(row++, "organisation-elsewhere");
        sheet.plantTooManyCells(row++);
        if (format == SheetFormat.CSV) {
            sheet.plantBytes(row, row + 1);
        }
    }

    /** Every tenth has no code, and every third says no community. */
    private TextSheet organisations(int count) {
        var sheet = new TextSheet(
                "统一社会信用代码", "单位名称", "单位类型", "法定代表人", "联系方式", "社区", "网格", "地址", "员工数", "成立日期", "注销日期", "经度", "纬度");
        for (var n = 0; n < count; n++) {
            sheet.add(
                    n % 10 == 9 ? "" : uscc(n),
                    name(n),
                    "个体工商户",
                    "张建国",
                    "1380" + String.format("%07d", n),
                    n % 3 == 0 ? "" : "150203001018",
                    n % 3 == 0 ? "" : "150203001018001",
                    "少先路" + n + "号",
                    Integer.toString(2 + n % 10),
                    "2015-04-01",
                    "",
                    "109.84",
                    "40.66");
        }
        return sheet;
    }

    private String name(int n) {
        return "便利商店" + mark + "N" + n;
    }

    /** A code that is nobody else's, with its check character. */
    private String uscc(int n) {
        var body = "92150203T" + String.format("%06d%02d", mark, 0).substring(0, 4) + String.format("%04d", n);
        var weights = new int[] {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
        var sum = 0;
        for (var i = 0; i < weights.length; i++) {
            sum += ALPHABET.indexOf(body.charAt(i)) * weights[i];
        }
        return body + ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static String wrongCheck(String uscc) {
        return uscc.substring(0, 17) + (uscc.endsWith("1") ? "2" : "1");
    }

    private void elsewhere(String uscc) {
        jdbc.sql("""
                insert into registry.organisation (id, uscc, name, initials, kind, division, changed_at, change_id)
                values (uuidv7(), :uscc, '别处的单位', 'bcddw', 'OTHER', '150203003', now(), uuidv7())""").param("uscc", uscc).update();
    }

    private List<String> texts(String sql, String name) {
        return jdbc.sql(sql).param("name", name).query(String.class).list();
    }

    private String phone(String name) {
        return seals.openContact(texts("select phone_sealed from registry.organisation where name = :name", name)
                .getFirst());
    }
}
