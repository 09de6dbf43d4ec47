package org.linli.registry.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

class XlsxReadingTests {

    @Test
    void readsTextsNumbersDatesAndWhatFormulasCameTo() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("一");
            sheet.value(0, 0, "姓名");
            sheet.value(2, 0, "王芳");
            sheet.value(2, 1, 502);
            sheet.value(2, 2, LocalDate.of(1988, 8, 8));
            sheet.style(2, 2).format("yyyy/m/d").set();
            sheet.inlineString(2, 3, "=1+1");
        }
        assertThat(rows(out.toByteArray()))
                .extracting(SheetRow::cells)
                .containsExactly(List.of("姓名"), List.of("王芳", "502", "1988-08-08", "=1+1"));
        assertThat(rows(out.toByteArray())).extracting(SheetRow::number).containsExactly(1, 3);
    }

    @Test
    void readsWhatItWroteAndLeavesOutTheWatermark() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writing = new XlsxWriting(out, "人口信息", "少先路站")) {
            writing.remark("导出人：王芳");
            writing.headers(List.of("姓名", "备注"));
            writing.row(List.of("王芳", "=HYPERLINK(\"x\")"));
            writing.finish("说明", Map.of("用途", "核对"));
        }
        assertThat(rows(out.toByteArray()))
                .extracting(SheetRow::cells)
                .containsExactly(List.of("姓名", "备注"), List.of("王芳", "'=HYPERLINK(\"x\")"));
    }

    @Test
    void tellsHowFarItHasReadOfTheFirstSheetThatIsSeen() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var hidden = workbook.newWorksheet("藏");
            hidden.setVisibilityState(VisibilityState.HIDDEN);
            var sheet = workbook.newWorksheet("人");
            for (var row = 0; row < 400; row++) {
                hidden.value(row, 0, "藏" + row);
                if (row < 100) {
                    sheet.value(row, 0, "行" + row);
                }
            }
        }
        var bytes = out.toByteArray();
        assertThat(rows(bytes))
                .hasSize(100)
                .allSatisfy(row -> assertThat(row.end()).isEqualTo((long) bytes.length * row.number() / 100));
    }

    @Test
    void countsRowsWhereverTheirBytesAreParted() {
        var sheet = "<x:sheetData><x:row r=\"1\"><c/></x:row><row\n r='2'/><row>"
                + "<rowBreaks/><arrow/></row><narrow:row></narrow:row></x:sheetData>";
        var bytes = sheet.getBytes(StandardCharsets.UTF_8);
        for (var cut = 0; cut <= bytes.length; cut++) {
            var count = new RowCount();
            count.pass(bytes, cut);
            var rest = Arrays.copyOfRange(bytes, cut, bytes.length);
            count.pass(rest, rest.length);
            assertThat(count.rows()).as("cut at %d", cut).isEqualTo(4);
        }
    }

    @Test
    void refusesABombWithoutUnpackingIt() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var zeros = new byte[1 << 20];
            for (var n = 0; n < 400; n++) {
                zip.write(zeros);
            }
        }
        assertThatThrownBy(() -> rows(bomb.toByteArray()))
                .isInstanceOfSatisfying(
                        BrokenSheet.class, e -> assertThat(e.why()).isEqualTo(BrokenSheet.Why.UNPACKS_TOO_LARGE));
    }

    @Test
    void refusesEntitiesThatGrowAndFilesThatAreNoWorkbooks() throws IOException {
        var laughs = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"" + "ha".repeat(500) + "\"><!ENTITY b \""
                + "&a;".repeat(1000) + "\"><!ENTITY c \"" + "&b;".repeat(1000)
                + "\">]><workbook><sheets><sheet name=\"&c;\"/></sheets></workbook>";
        var zip = new ByteArrayOutputStream();
        try (var entries = new ZipOutputStream(zip)) {
            entries.putNextEntry(new ZipEntry("xl/workbook.xml"));
            entries.write(laughs.getBytes(StandardCharsets.UTF_8));
        }
        for (var bytes : List.of(
                zip.toByteArray(), new byte[0], "姓名,电话".getBytes(StandardCharsets.UTF_8), new byte[] {'P', 'K', 3, 4
                })) {
            assertThatThrownBy(() -> rows(bytes)).isInstanceOf(BrokenSheet.class);
        }
    }

    @Test
    void refusesWorkbooksCutOffAnywhereAndLeavesNoCopyBehind() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writing = new XlsxWriting(out, "人口信息", "")) {
            writing.headers(List.of("姓名"));
            for (var n = 0; n < 50; n++) {
                writing.row(List.of("王芳" + n));
            }
            writing.finish("说明", Map.of());
        }
        var whole = out.toByteArray();
        for (var length = 0; length < whole.length; length += 97) {
            var cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> rows(cut)).isInstanceOf(BrokenSheet.class);
        }
        try (var left = Files.newDirectoryStream(
                Path.of(System.getProperty("java.io.tmpdir")),
                "linli-sheet-" + ProcessHandle.current().pid() + "-*")) {
            assertThat(left).isEmpty();
        }
    }

    private static List<SheetRow> rows(byte[] bytes) throws IOException {
        var rows = new ArrayList<SheetRow>();
        try (var reading = new XlsxReading(new ByteArrayInputStream(bytes), 100)) {
            for (var row = reading.next(); row.isPresent(); row = reading.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }
}
