package org.linli.registry.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeadersTests {

    @Test
    void recognisesColumnsInBothLanguagesAndByWhatElseTheyAreCalled() {
        assertThat(Headers.recognised(
                        SheetKind.PEOPLE, List.of("*姓名", "公民身份号码（必填）", "Date of birth", "楼 栋", "备注", "姓名")))
                .containsExactly(
                        Optional.of(SheetField.NAME),
                        Optional.of(SheetField.DOCUMENT_NUMBER),
                        Optional.of(SheetField.BIRTH_DATE),
                        Optional.of(SheetField.BUILDING),
                        Optional.empty(),
                        Optional.empty());
    }

    @Test
    void recognisesTheStandardsOwnNames() {
        assertThat(Headers.recognised(SheetKind.PEOPLE, List.of("户籍门（楼）详址", "小区（单位）名称")))
                .containsExactly(Optional.of(SheetField.REGISTERED_ADDRESS), Optional.of(SheetField.COMPOUND));
        assertThat(SheetField.REGISTERED_ADDRESS.names().zh()).isEqualTo("户籍门（楼）详址");
    }

    @Test
    void callsColumnsByChineseCharactersAlone() {
        for (var field : SheetField.values()) {
            assertThat(field.names().zh()).matches("[\\p{IsHan}（）]+");
            assertThat(field.synonyms()).allMatch(synonym -> synonym.matches("[\\p{IsHan}（）]+|[a-z' ]+"));
        }
    }

    @Test
    void knowsColumnsThatAreNotHeldHere() {
        assertThat(List.of("民族", "宗教信仰", "政治面貌", "Ethnicity")).allMatch(Headers::isNotHeld);
        assertThat(List.of("姓名", "籍贯")).noneMatch(Headers::isNotHeld);
    }

    @Test
    void everyColumnOfATemplateIsRecognisedInBothLanguages() {
        for (var kind : SheetKind.values()) {
            var fields = kind.fields().stream().map(Optional::of).toList();
            assertThat(Headers.recognised(
                            kind,
                            kind.fields().stream()
                                    .map(field -> field.names().zh())
                                    .toList()))
                    .isEqualTo(fields);
            assertThat(Headers.recognised(
                            kind,
                            kind.fields().stream()
                                    .map(field -> field.names().en())
                                    .toList()))
                    .isEqualTo(fields);
        }
    }

    @Test
    void readsCodesAndWordsAndCodesWhoseZeroASpreadsheetTookAway() {
        assertThat(SheetCodes.RELATION.read("户主")).contains("02");
        assertThat(SheetCodes.RELATION.read("2")).contains("02");
        assertThat(SheetCodes.RELATION.read("远房表叔")).isEmpty();
        assertThat(SheetCodes.SEX.read("1")).contains("MALE");
        assertThat(SheetCodes.RELATION.word("10")).isEqualTo("配偶");
    }

    @Test
    void takesTheApostropheOfAnExportAwayAgain() {
        assertThat(Plain.neutral("=1+1")).isEqualTo("'=1+1");
        assertThat(Plain.meant(Plain.neutral("@SUM(A1)"))).isEqualTo("@SUM(A1)");
        assertThat(Plain.meant(" 王\u200B芳\t ")).isEqualTo("王芳");
    }
}
