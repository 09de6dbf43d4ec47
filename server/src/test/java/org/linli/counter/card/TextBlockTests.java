package org.linli.counter.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.cardreader.CardBlock;
import org.linli.shared.IdDocument;
import org.linli.shared.Refusal;
import org.linli.shared.Sex;

class TextBlockTests {

    private static final long SEED = 20260302;
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String ISSUER = "包头市公安局昆都仑区分局";
    private static final String ADDRESS = "内蒙古包头市昆都仑区少先路22号街坊14栋3单元201号";

    static List<byte[]> layouts() {
        return List.of(citizen(), permit(), foreign2017(), foreign2023());
    }

    @Test
    void readsACitizen() {
        var holder = TextBlock.decode(citizen(), TODAY);

        assertThat(holder.kind()).isEqualTo(CardKind.CITIZEN);
        assertThat(holder.name()).isEqualTo("赵秀英");
        assertThat(holder.sex()).isEqualTo(Sex.FEMALE);
        assertThat(holder.birth()).isEqualTo("1951-04-16");
        assertThat(holder.address()).contains(ADDRESS);
        assertThat(holder.issuer()).contains(ISSUER);
        assertThat(holder.validUntil()).isEmpty();
        assertThat(holder.document().kind()).isEqualTo(IdDocument.Kind.RESIDENT_ID);
    }

    @Test
    void readsAResidencePermit() {
        var holder = TextBlock.decode(permit(), TODAY);

        assertThat(holder.kind()).isEqualTo(CardKind.HONG_KONG_MACAU_TAIWAN);
        assertThat(holder.passNumber()).contains("H12345678");
        assertThat(holder.issueCount()).contains(2);
        assertThat(holder.validUntil()).contains(LocalDate.of(2029, 1, 15));
    }

    @Test
    void readsBothForeignCards() {
        var older = TextBlock.decode(foreign2017(), TODAY);
        assertThat(older.englishName()).contains("SILVA, MARIA FERNANDA");
        assertThat(older.name()).isEqualTo("席玛丽");
        assertThat(older.country()).contains("BRA");
        assertThat(older.document().number()).isEqualTo("BRA150085060701");

        var newer = TextBlock.decode(foreign2023(), TODAY);
        assertThat(newer.englishName()).contains("ROMANOV-VOSKRESENSKY, ALEXANDER KONSTANTIN");
        assertThat(newer.name()).isEqualTo("ROMANOV-VOSKRESENSKY, ALEXANDER KONSTANTIN");
        assertThat(newer.issueCount()).contains(1);
        assertThat(newer.birth()).isEqualTo("1979-11-30");
    }

    @Test
    void neverLooksAtTheNation() {
        var other = citizen();
        Arrays.fill(other, 32, 36, (byte) 0xFF);
        assertThat(TextBlock.decode(other, TODAY)).isEqualTo(TextBlock.decode(citizen(), TODAY));
    }

    @Test
    void readsRareCharactersAndLongNames() {
        var rare = with(citizen(), 0, 30, "𠮷䶮㛃");
        assertThat(TextBlock.decode(rare, TODAY).name()).isEqualTo("𠮷䶮㛃");
        var dotted = with(citizen(), 0, 30, "阿拉坦其其格·乌云毕力格");
        assertThat(TextBlock.decode(dotted, TODAY).name()).isEqualTo("阿拉坦其其格·乌云毕力格");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 30, '', name, CARD_NAME",
        "0, 30, 12, name, CARD_NAME",
        "30, 2, 7, sex, CARD_SEX",
        "30, 2, 1, sex, CARD_NUMBER_AND_SEX",
        "36, 16, 19510431, birth, CARD_BIRTH",
        "36, 16, 19510417, birth, CARD_NUMBER_AND_BIRTH",
        "52, 70, '', address, CARD_ADDRESS",
        "158, 30, '', issuer, CARD_ISSUER",
        "188, 16, 20261332, validFrom, CARD_VALIDITY",
        "188, 16, 20260303, validFrom, CARD_NOT_YET_VALID",
        "204, 16, 20100101, validUntil, CARD_VALIDITY",
        "204, 16, 20260301, validUntil, CARD_EXPIRED",
        "248, 2, Q, kind, CARD_KIND"
    })
    void namesTheFieldThatIsWrong(int offset, int length, String text, String field, CardReason reason) {
        assertThatThrownBy(() -> TextBlock.decode(with(citizen(), offset, length, text), TODAY))
                .satisfies(refused(field, reason));
    }

    @Test
    void takesACardOnItsLastDay() {
        assertThat(TextBlock.decode(with(citizen(), 204, 16, "20260302"), TODAY).validUntil())
                .contains(TODAY);
    }

    @Test
    void refusesAWrongChecksum() {
        var block = with(citizen(), 122, 36, "150203198808081230");
        assertThatThrownBy(() -> TextBlock.decode(block, TODAY)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason()).hasToString("ID_NUMBER_CHECKSUM");
            assertThat(refusal.field()).contains("number");
        });
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void refusesEveryTruncation(byte[] block) {
        for (var length = 0; length < block.length; length++) {
            var cut = Arrays.copyOf(block, length);
            assertThatThrownBy(() -> TextBlock.decode(cut, TODAY))
                    .satisfies(refused("textBlock", CardReason.CARD_LENGTH));
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void readsOrRefusesWhateverBitFlips(byte[] block) {
        for (var bit = 0; bit < block.length * 8; bit++) {
            var flipped = block.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            readsOrRefuses(flipped);
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void readsOrRefusesGarbage(byte[] block) {
        var random = new Random(SEED);
        for (var round = 0; round < 3000; round++) {
            var garbled = block.clone();
            for (var times = random.nextInt(20); times >= 0; times--) {
                garbled[random.nextInt(garbled.length)] = (byte) random.nextInt(256);
            }
            readsOrRefuses(garbled);
        }
    }

    /** What comes out is a valid holder; what does not is a refusal and nothing else. */
    private static void readsOrRefuses(byte[] block) {
        try {
            var holder = TextBlock.decode(block, TODAY);
            assertThat(holder.name()).isNotBlank();
            assertThat(holder.birth()).isBeforeOrEqualTo(TODAY);
            assertThat(holder.validFrom()).isBeforeOrEqualTo(TODAY);
            holder.validUntil().ifPresent(end -> assertThat(end).isAfterOrEqualTo(TODAY));
        } catch (Refusal refusal) {
            assertThat(refusal.field()).isPresent();
        }
    }

    private static byte[] citizen() {
        return CardBlock.citizen(
                "赵秀英", '2', "19510416", ADDRESS, CardBlock.number("15020319510416002"), ISSUER, "20110520", "长期");
    }

    private static byte[] permit() {
        return CardBlock.hongKongMacauTaiwan(
                "陈嘉敏",
                '2',
                "19900308",
                ADDRESS,
                CardBlock.number("81000019900308002"),
                ISSUER,
                "20240115",
                "20290115",
                "H12345678",
                "02");
    }

    private static byte[] foreign2017() {
        return CardBlock.foreign2017(
                "SILVA, MARIA FERNANDA", "席玛丽", '2', "19850607", "BRA150085060701", "BRA", "20210902", "20310902");
    }

    private static byte[] foreign2023() {
        return CardBlock.foreign2023(
                "ROMANOV-VOSKRESENSKY, ALEXANDER KONSTANTIN",
                "",
                '1',
                "19791130",
                CardBlock.number("91560019791130001"),
                "RUS",
                "20240301",
                "20340301",
                "01");
    }

    private static byte[] with(byte[] block, int offset, int length, String text) {
        var changed = block.clone();
        for (var i = 0; i < length; i++) {
            changed[offset + i] = (byte) (i % 2 == 0 ? ' ' : 0);
        }
        var bytes = text.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(bytes, 0, changed, offset, bytes.length);
        return changed;
    }

    private static Consumer<Throwable> refused(String field, CardReason reason) {
        return thrown -> assertThat(thrown).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(reason);
            assertThat(refusal.field()).contains(field);
        });
    }
}
