package org.linli.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.shared.IdDocument.Kind;

class IdentityTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource({
        "11010519491231002X, 1949-12-31, FEMALE",
        "11010519491231002x, 1949-12-31, FEMALE",
        "110105491231002, 1949-12-31, FEMALE",
        "150203194901010013, 1949-01-01, MALE",
        "150203198808081237, 1988-08-08, MALE",
        "' 150203 19880808 1237 ', 1988-08-08, MALE",
        "\uFF11\uFF15\uFF10\uFF12\uFF10\uFF13198808081237, 1988-08-08, MALE"
    })
    void readsNumbersAsPeopleTypeThem(String typed, LocalDate birth, Sex sex) {
        var number = IdNumber.read(typed, TODAY);
        assertThat(number.birth()).isEqualTo(birth);
        assertThat(number.sex()).isEqualTo(sex);
    }

    @ParameterizedTest
    @CsvSource({
        "'', ID_NUMBER_MISSING",
        "15020319880808123, ID_NUMBER_LENGTH",
        "1502031988080812377, ID_NUMBER_LENGTH",
        "15020319880808X237, ID_NUMBER_CHARACTERS",
        "150203198813081237, ID_NUMBER_BIRTH",
        "150203198802301237, ID_NUMBER_BIRTH",
        "150203000002281237, ID_NUMBER_BIRTH",
        "150203202603031237, ID_NUMBER_BIRTH_IN_FUTURE",
        "150203198808081230, ID_NUMBER_CHECKSUM"
    })
    void saysWhatIsWrongWithANumber(String typed, IdentityReason reason) {
        assertThatThrownBy(() -> IdNumber.read(typed, TODAY)).satisfies(refused(reason));
    }

    @Test
    void findsEveryMistypedDigit() {
        var random = new Random(20260302);
        for (var round = 0; round < 500; round++) {
            var wrong = new StringBuilder("150203198808081237");
            var at = random.nextInt(17);
            wrong.setCharAt(at, (char) ('0' + (wrong.charAt(at) - '0' + 1 + random.nextInt(9)) % 10));
            assertThatThrownBy(() -> IdNumber.read(wrong.toString(), TODAY)).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void keepsTheNumberOutOfLogs() {
        assertThat(IdNumber.read("150203198808081237", TODAY)).hasToString("150203********1237");
        assertThat(IdDocument.read(Kind.PASSPORT, "E12345678", TODAY).toString())
                .doesNotContain("E12345678", "12345");
    }

    @ParameterizedTest
    @CsvSource({
        "RESIDENT_ID, 150203198808081237",
        "PASSPORT, E12345678",
        "HONG_KONG_MACAU_PASS, H12345678",
        "TAIWAN_PASS, 12345678",
        "FOREIGN_PERMANENT_RESIDENCE, BRA150085060701",
        "HONG_KONG_MACAU_TAIWAN_RESIDENCE, 810000199408230021"
    })
    void readsOtherDocuments(Kind kind, String number) {
        assertThat(IdDocument.read(kind, number, TODAY).number()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "RESIDENT_ID, 810000199408230021",
        "PASSPORT, E1",
        "HONG_KONG_MACAU_PASS, T12345678",
        "FOREIGN_PERMANENT_RESIDENCE, 150203198808081237",
        "HONG_KONG_MACAU_TAIWAN_RESIDENCE, 150203198808081237"
    })
    void refusesANumberOfAnotherDocument(Kind kind, String number) {
        assertThatThrownBy(() -> IdDocument.read(kind, number, TODAY))
                .satisfies(refused(IdentityReason.DOCUMENT_NUMBER_FORM));
    }

    @Test
    void knowsTheCodesOfTheStandard() {
        assertThat(Kind.RESIDENT_ID.code()).contains("111");
        assertThat(Kind.HONG_KONG_MACAU_TAIWAN_RESIDENCE.code()).isEmpty();
        assertThat(Sex.FEMALE.code()).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9144030071526726XG", "9144 0300 7152 6726 xg"})
    void readsCreditCodes(String typed) {
        assertThat(Uscc.read(typed).value()).isEqualTo("9144030071526726XG");
    }

    @ParameterizedTest
    @CsvSource({
        "9144030071526726X, USCC_LENGTH",
        "9144030071526726XI, USCC_CHARACTERS",
        "9144030071526726XH, USCC_CHECKSUM"
    })
    void saysWhatIsWrongWithACreditCode(String typed, IdentityReason reason) {
        assertThatThrownBy(() -> Uscc.read(typed)).satisfies(refused(reason));
    }

    private static Consumer<Throwable> refused(IdentityReason reason) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
