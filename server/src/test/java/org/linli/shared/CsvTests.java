package org.linli.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvTests {

    @Test
    void namesValuesByTheFirstLine() {
        assertThat(rows("code,name\n1,甲\n2,乙\n"))
                .containsExactly(Map.of("code", "1", "name", "甲"), Map.of("code", "2", "name", "乙"));
    }

    @Test
    void readsQuotedCommasQuotesAndLineBreaks() {
        assertThat(rows("a,b\r\n\"x, \"\"y\"\"\",\"one\ntwo\"\r\n"))
                .containsExactly(Map.of("a", "x, \"y\"", "b", "one\ntwo"));
    }

    @Test
    void dropsTheByteOrderMarkAndBlankLines() {
        assertThat(rows("\uFEFFa\n\n1")).containsExactly(Map.of("a", "1"));
    }

    @Test
    void fillsMissingLastValuesAndRefusesTooMany() {
        assertThat(rows("a,b\n1\n")).containsExactly(Map.of("a", "1", "b", ""));
        assertThatThrownBy(() -> rows("a\n1,2\n")).hasMessageContaining("line 2");
    }

    private static List<Map<String, String>> rows(String text) {
        return Csv.rows(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
