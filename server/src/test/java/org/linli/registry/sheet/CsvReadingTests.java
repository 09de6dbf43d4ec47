package org.linli.registry.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsvReadingTests {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @Test
    void readsQuotationsLineEndsAndBlankRowsAsSpreadsheetsCountThem() throws IOException {
        var rows = rows("姓名,住址\r\n\"王,芳\",\"友谊\r\n小区\"\r\n\r\n李\"四\"," + "\"说\"\"好\"\"\"");
        assertThat(rows)
                .extracting(SheetRow::cells)
                .containsExactly(List.of("姓名", "住址"), List.of("王,芳", "友谊\r\n小区"), List.of("李\"四\"", "说\"好\""));
        assertThat(rows).extracting(SheetRow::number).containsExactly(1, 2, 4);
    }

    @Test
    void readsBothEncodingsAndSemicolonsAndTabs() throws IOException {
        var text = "姓名;电话\n王芳;1\n";
        for (var bytes : List.of(
                text.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                text.getBytes(GB18030),
                text.replace(';', '\t').getBytes(GB18030))) {
            assertThat(rows(bytes))
                    .extracting(SheetRow::cells)
                    .containsExactly(List.of("姓名", "电话"), List.of("王芳", "1"));
        }
    }

    @Test
    void reportsRowsOfAnotherEncodingAndReadsTheRest() throws IOException {
        var inGb = concat(
                "姓名,小区\n".getBytes(GB18030), "王芳,友谊小区\n".getBytes(StandardCharsets.UTF_8), "李四,友谊\n".getBytes(GB18030));
        var inUtf8 = concat(
                "姓名,小区\n".getBytes(StandardCharsets.UTF_8),
                "王芳,友谊小区\n".getBytes(GB18030),
                "李四,友谊\n".getBytes(StandardCharsets.UTF_8));
        for (var bytes : List.of(inGb, inUtf8)) {
            var rows = rows(bytes);
            assertThat(rows.get(1).flaw()).contains(SheetFlaw.ENCODING);
            assertThat(rows.get(2).cells()).containsExactly("李四", "友谊");
        }
    }

    @Test
    void losesOneLineToAQuotationThatIsNeverClosed() throws IOException {
        var rows = rows("a,b\n\"1,2\n3,4\n5,\"6\"\n\"7\"x,8\n9,10\n");
        assertThat(rows).extracting(SheetRow::number).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(rows.get(1).flaw()).contains(SheetFlaw.QUOTATION);
        assertThat(rows.get(2).cells()).containsExactly("3", "4");
        assertThat(rows.get(4).flaw()).contains(SheetFlaw.QUOTATION);
        assertThat(rows.get(5).cells()).containsExactly("9", "10");
    }

    @Test
    void losesOneLineThatIsLongerThanAnyRow() throws IOException {
        var rows = rows("a,b\n" + "x".repeat(300_000) + "\n1,2\n\"" + "y,\n".repeat(40_000) + "z");
        assertThat(rows.get(1).flaw()).contains(SheetFlaw.TOO_LONG);
        assertThat(rows.get(2).cells()).containsExactly("1", "2");
        assertThat(rows.get(3).flaw()).contains(SheetFlaw.QUOTATION);
        assertThat(rows.getLast().cells()).containsExactly("z");
        assertThat(rows).hasSize(40_004);
    }

    @Test
    void goesOnWhereItStopped() throws IOException {
        var text = "姓名,住址\n\"王,芳\",\"友谊\n小区\"\n李四,钢23\n赵六,\n".getBytes(GB18030);
        var whole = rows(text);
        for (var n = 1; n < whole.size(); n++) {
            var last = whole.get(n - 1);
            var rest = new ByteArrayInputStream(text, (int) last.end(), text.length);
            try (var reading = CsvReading.resumed(rest, last.end(), last.number(), Optional.of("GB18030"), ',', 100)) {
                assertThat(all(reading)).isEqualTo(whole.subList(n, whole.size()));
            }
        }
    }

    private static List<SheetRow> rows(String text) throws IOException {
        return rows(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<SheetRow> rows(byte[] bytes) throws IOException {
        try (var reading = new CsvReading(new ByteArrayInputStream(bytes), 100)) {
            return all(reading);
        }
    }

    private static List<SheetRow> all(SheetReading reading) throws IOException {
        var rows = new ArrayList<SheetRow>();
        for (var row = reading.next(); row.isPresent(); row = reading.next()) {
            rows.add(row.get());
        }
        return rows;
    }

    private static byte[] concat(byte[]... parts) {
        var all = new java.io.ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
