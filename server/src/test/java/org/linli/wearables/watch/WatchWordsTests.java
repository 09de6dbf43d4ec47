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
        var said = WatchWords.read(
                        WatchFrame.read("[ZJ*5678901234*0042*0008*LK,0,0,5]").orElseThrow(), RECEIVED)
                .orElseThrow();
        assertThat(said.battery()).hasValue(5);
        assertThat(text(said)).isEqualTo("[ZJ*5678901234*0042*0002*LK]");
        assertThat(said("LK,0,0,101").battery()).isEmpty();
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
        return WatchFrame.read("[3G*4700609403*0000*" + content + "]").orElseThrow();
    }

    private static String text(Message said) {
        return new String(said.answer().orElseThrow(), StandardCharsets.UTF_8);
    }
}
