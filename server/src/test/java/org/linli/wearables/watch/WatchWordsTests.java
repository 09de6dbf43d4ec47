package org.linli.wearables.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.wearables.AlarmKind;
import org.linli.wearables.batch.Message;

class WatchWordsTests {

    private static final Instant RECEIVED = Instant.parse("2026-03-02T01:00:00Z");

    @Test
    void readsAPosition() {
        var said = said(
                "UD,220414,134652,A,22.571707,N,113.8613968,E,0.1,0.0,100,7,60,90,1000,50,0000,4,1,460,0,9360,4082,131");
        assertThat(said.at()).isEqualTo("2014-04-22T13:46:52Z");
        assertThat(said.battery()).hasValue(90);
        assertThat(said.fix()).hasValueSatisfying(fix -> {
            assertThat(fix.lat()).isEqualTo(22.571707);
            assertThat(fix.lon()).isEqualTo(113.8613968);
            assertThat(fix.speed()).isEqualTo(0.1);
        });
        assertThat(said.kinds()).isEmpty();
        assertThat(said.answer()).as("a position is not answered").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            00010000 | SOS
            00010001 | SOS,LOW_BATTERY
            00210000 | SOS,FALL
            00400000 | FALL
            00100000 | REMOVED
            00020000 | LOW_BATTERY
            00040000 | LEFT_ZONE
            00000004 | ENTERED_ZONE
            00000000 | SOS
            zz       | SOS
            ''       | SOS
            """)
    void readsEveryBitOfAnAlarm(String status, String kinds) {
        assertThat(said("AL,020326,010000,A,40.65,N,109.83,E,0,0,0,7,60,90,0,0," + status)
                        .kinds())
                .extracting(AlarmKind::name)
                .containsExactlyInAnyOrder(kinds.split(","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AL", "AL,", "AL,,,,,,", "al,020326,010000,A,,N,109.83,E", "AL_LTE,x"})
    void hearsAnAlarmThatSaysHardlyAnything(String content) {
        var said = said(content);
        assertThat(said.kinds()).containsExactly(AlarmKind.SOS);
        assertThat(said.fix()).isEmpty();
        assertThat(text(said)).isEqualTo("[3G*4700609403*0002*AL]");
    }

    @Test
    void movesNobodyByStaleOrAbsurdCoordinates() {
        assertThat(said("UD,020326,010000,V,40.65,N,109.83,E,0").fix()).isEmpty();
        assertThat(said("UD,020326,010000,A,0,N,0,E,0").fix()).isEmpty();
        assertThat(said("UD,020326,010000,A,140.65,N,109.83,E,0").fix()).isEmpty();
        assertThat(said("UD,020326,010000,A,40.65,S,109.83,W,0").fix())
                .hasValueSatisfying(fix -> assertThat(fix.lat()).isEqualTo(-40.65));
    }

    @Test
    void takesTheServersTimeWhereTheWatchHasNone() {
        assertThat(said("AL,991399,256161,V").at()).isEqualTo(RECEIVED);
    }

    @Test
    void raisesFromAPositionOnlyWhatTheWatchSaysOfItself() {
        assertThat(said("UD,020326,010000,A,40.65,N,109.83,E,0,0,0,7,60,9,0,0,00110001")
                        .kinds())
                .containsExactlyInAnyOrder(AlarmKind.REMOVED, AlarmKind.LOW_BATTERY);
        assertThat(said("UD2,020326,010000,A,40.65,N,109.83,E,0,0,0,7,60,9,0,0,00110001")
                        .kinds())
                .isEmpty();
    }

    @Test
    void answersALinkWithItsIndex() {
        var said = WatchWords.read(whole("[ZJ*5678901234*0042*0008*LK,0,0,5]"), RECEIVED)
                .orElseThrow();
        assertThat(said.battery()).hasValue(5);
        assertThat(text(said)).isEqualTo("[ZJ*5678901234*0042*0002*LK]");
        assertThat(said("LK,0,0,101").battery()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bphrt,120,79,73,,,, | BLOOD_PRESSURE 120/79, HEART_RATE 73
            BLOOD,210,130       | BLOOD_PRESSURE 210/130
            heart,185           | HEART_RATE 185
            PULSE,72            | HEART_RATE 72
            oxygen,0,98         | OXYGEN 98
            TEMP,36.5           | TEMPERATURE 365
            btemp2,1,35.29      | TEMPERATURE 353
            heart,0             | ''
            heart,              | ''
            bphrt,0,0,0         | ''
            bphrt,79,120,60     | HEART_RATE 60
            BLOOD,x,80          | ''
            oxygen,0,180        | ''
            TEMP,               | ''
            btemp2,1,0.00       | ''
            """)
    void readsWhatItMeasured(String content, String vitals) {
        var said = said(content);
        assertThat(said.vitals().stream()
                        .map(vital -> vital.kind() + " " + vital.value()
                                + (vital.second().isPresent()
                                        ? "/" + vital.second().getAsInt()
                                        : ""))
                        .collect(java.util.stream.Collectors.joining(", ")))
                .isEqualTo(vitals);
        assertThat(said.vitals()).allSatisfy(vital -> assertThat(vital.at()).isEqualTo(RECEIVED));
        var command = content.substring(0, content.indexOf(','));
        assertThat(text(said)).isEqualTo("[3G*4700609403*%04X*%s]".formatted(command.length(), command));
        assertThat(said.kinds()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0.5",
                "7.",
                "22.571707",
                "113.8613968",
                "99999.999999999999",
                "12345.123456789012",
                "1234567",
                ".5",
                "",
                "-",
                "1e3",
                "1.2.3",
                "1.1234567890123",
                "0.1",
                "179.9999999",
                " 40.65 "
            })
    void readsADecimalAsTheLanguageDoes(String text) {
        var isOne = text.strip().matches("-?\\d{1,5}(\\.\\d{1,12})?");
        assertThat(new WatchContent("x," + text + ",y").decimal(1))
                .isEqualTo(isOne ? Double.valueOf(text) : Double.valueOf(Double.NaN));
        assertThat(new WatchContent(text).decimal(7)).isNaN();
    }

    @Test
    void readsTheSameNumbersWhateverStandsAround() {
        var words = new WatchContent("a, 12 ,,1234567,0f,zz," + "9,".repeat(40));
        assertThat(words.word(0)).isEqualTo("a");
        assertThat(words.number(1)).isEqualTo(12);
        assertThat(words.number(2)).isNegative();
        assertThat(words.number(3)).isNegative();
        assertThat(words.bits(4)).isEqualTo(15);
        assertThat(words.bits(5)).isNegative();
        assertThat(words.word(17)).isEqualTo("9");
        assertThat(words.word(18)).isEmpty();
    }

    @Test
    void doesNotListenToWhatItDoesNotKnow() {
        for (var content : new String[] {"TK,#!AMR", "img,5,x", "", "FLOWER,3"}) {
            assertThat(WatchWords.read(frame(content), RECEIVED)).isEmpty();
        }
    }

    private static Message said(String content) {
        return WatchWords.read(frame(content), RECEIVED).orElseThrow();
    }

    private static WatchFrame frame(String content) {
        return whole("[3G*4700609403*0000*" + content + "]");
    }

    private static WatchFrame whole(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return WatchFrame.read(bytes, 0, bytes.length);
    }

    private static String text(Message said) {
        return new String(said.answer().orElseThrow(), StandardCharsets.UTF_8);
    }
}
