package org.linli.registry.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.area.UnitCode;
import org.linli.registry.exporting.ExportDesk;
import org.linli.registry.sheet.CsvReading;
import org.linli.registry.sheet.SheetFormat;
import org.linli.registry.sheet.SheetKind;
import org.linli.registry.sheet.SheetReading;
import org.linli.registry.sheet.SheetRow;
import org.linli.registry.sheet.XlsxReading;
import org.linli.shared.DivisionCode;
import org.linli.testing.Actings;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What left the base as a file comes back in without changing anything. */
@LinliTest
class RoundTripTests {

    /** A community that no other test writes into. */
    private static final DivisionCode COMMUNITY = DivisionCode.of("150203001027");

    private static final int ROWS = 9;

    @Autowired
    BeanFactory house;

    private final int mark = ThreadLocalRandom.current().nextInt(100_000, 1_000_000);
    private ExportDesk exports;

    @BeforeEach
    void aDesk() {
        exports = new ExportDesk(house);
    }

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void bringsDwellingsBackAsTheyAre(SheetFormat format) throws IOException {
        var sheet = new TextSheet("网格", "小区", "楼栋", "单元", "楼层", "室", "房屋用途", "建筑面积", "经度", "纬度");
        for (var n = 1; n <= ROWS; n++) {
            var at = n % 2 == 0 ? "" : "109.8" + n;
            sheet.add(
                    COMMUNITY + "001",
                    compound(),
                    n + "",
                    "2",
                    n + "",
                    "0" + n,
                    "出租",
                    "60.25",
                    at,
                    at.isEmpty() ? "" : "40.66");
        }
        desk(SheetKind.DWELLINGS).imported(sheet, SheetFormat.CSV);
        var bytes = exports.written(SheetKind.DWELLINGS, format, COMMUNITY, null);
        assertThat(having(format, bytes, compound()))
                .hasSize(ROWS)
                .allSatisfy(row -> assertThat(row).contains(COMMUNITY.value(), COMMUNITY + "001", "出租", "60.25"));
        assertComesBack(SheetKind.DWELLINGS, format, bytes);
    }

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void bringsOrganisationsBackAsTheyAreAndNothingMasked(SheetFormat format) throws IOException {
        var sheet = new TextSheet("单位名称", "单位类型", "法定代表人", "联系方式", "社区", "地址", "员工数", "成立日期");
        for (var n = 1; n <= ROWS; n++) {
            sheet.add(
                    "=" + mark + "号商店" + n,
                    "企业",
                    "张建国",
                    "1380013800" + n,
                    COMMUNITY.value(),
                    "少先路",
                    n + "",
                    "2015-04-01");
        }
        desk(SheetKind.ORGANISATIONS).imported(sheet, SheetFormat.XLSX);
        var masked = exports.written(SheetKind.ORGANISATIONS, format, COMMUNITY, null);
        assertThat(having(format, masked, "'=" + mark + "号商店1").getFirst())
                .contains("张**", "138****8001", "企业", "2015-04-01")
                .doesNotContain("张建国", "13800138001");
        var refused = desk(SheetKind.ORGANISATIONS).checked(format, masked);
        assertThat(desk(SheetKind.ORGANISATIONS).sheet(refused).goodRows()).isZero();

        var whole = exports.written(SheetKind.ORGANISATIONS, format, COMMUNITY, "核对法定代表人");
        assertThat(having(format, whole, "'=" + mark + "号商店1").getFirst()).contains("张建国", "13800138001");
        assertComesBack(SheetKind.ORGANISATIONS, format, whole);
    }

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void bringsPeopleBackAsTheyAre(SheetFormat format) throws IOException {
        var sheet = new PeopleSheet(ROWS, mark);
        for (var n = 0; n < ROWS; n++) {
            sheet.set(n, "社区", COMMUNITY.value());
        }
        var desk = desk(SheetKind.PEOPLE);
        desk.applied(desk.checked(SheetFormat.CSV, sheet.csv(StandardCharsets.UTF_8)));
        var bytes = exports.written(SheetKind.PEOPLE, format, COMMUNITY, "核对居住情况");
        assertThat(having(format, bytes, "试验" + mark + "小区")).hasSize(ROWS);
        assertComesBack(SheetKind.PEOPLE, format, bytes);
    }

    private void assertComesBack(SheetKind kind, SheetFormat format, byte[] bytes) throws IOException {
        var desk = desk(kind);
        var id = desk.checked(format, bytes);
        assertThat(desk.faults(id)).isEmpty();
        assertThat(desk.sheet(id).goodRows())
                .isEqualTo(desk.sheet(id).knownRows())
                .isEqualTo(having(format, bytes, null).size() - 1);
        assertThat(new HashSet<>(desk.applied(id).values())).containsOnly(0);
    }

    private ImportDesk desk(SheetKind kind) {
        return new ImportDesk(
                house, Actings.with("committee-clerk", UnitCode.of("T-ROUND"), Actings.SHAOXIANLU, Imports.RUN), kind);
    }

    private String compound() {
        return "往返" + mark + "小区";
    }

    private static List<List<String>> having(SheetFormat format, byte[] bytes, @Nullable String cell)
            throws IOException {
        var found = new ArrayList<List<String>>();
        try (var reading = reading(format, bytes)) {
            for (var row = reading.next(); row.isPresent(); row = reading.next()) {
                row.map(SheetRow::cells)
                        .filter(cells -> cell == null || cells.contains(cell))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static SheetReading reading(SheetFormat format, byte[] bytes) throws IOException {
        return switch (format) {
            case CSV -> new CsvReading(new ByteArrayInputStream(bytes), 100);
            case XLSX -> new XlsxReading(new ByteArrayInputStream(bytes), 100);
        };
    }
}
