package org.linli.eldercare.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.eldercare.EldercareReason;
import org.linli.shared.Refusal;

class CallWordsTests {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final String RINGS = """
            {"call":"a-1","seq":0,"event":"ringing","at":"2026-03-02T09:00:00+08:00"}""";

    @Test
    void saysWhatTheTelephoneSystemSaid() {
        var said = read("""
                {"call":"a-1","seq":3,"event":"answered","at":"2026-03-02T08:59:30+08:00","caller":"+86 138-0013-8000",
                 "called":"12349","queue":"养老 1","agent":801,"recording":"rec://2026/03/02/a-1.wav","weather":"fine"}""");
        assertThat(said.call()).isEqualTo("a-1");
        assertThat(said.event())
                .isEqualTo(new CallEvent(
                        3,
                        CallEvent.Kind.ANSWERED,
                        Instant.parse("2026-03-02T00:59:30Z"),
                        Optional.of("养老 1"),
                        Optional.of("801")));
        assertThat(said.caller()).contains("13800138000");
        assertThat(said.called()).contains("12349");
        assertThat(said.recording()).contains("rec://2026/03/02/a-1.wav");
    }

    @ParameterizedTest
    @CsvSource({
        "13800138000, 13800138000",
        "013800138000, 13800138000",
        "008613800138000, 13800138000",
        "0472-5551234, 04725551234",
        "12349, 12349",
        "anonymous,",
        "'',",
        "+1 650 555 0100,"
    })
    void readsNumbersAsTheBaseKeepsThem(String caller, String number) {
        var said = read(RINGS.replace("}", ",\"caller\":\"" + caller + "\"}"));
        assertThat(said.caller()).isEqualTo(Optional.ofNullable(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "1", "null", "{", "\"call\"", "[{\"call\":\"a\"}]"})
    void refusesWhatIsNoEvent(String body) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(EldercareReason.EVENT_NO_JSON));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "call | {\"seq\":0,\"event\":\"ringing\",\"at\":\"2026-03-02T09:00:00+08:00\"}",
                "call | {\"call\":\"a b\",\"seq\":0,\"event\":\"ringing\",\"at\":\"2026-03-02T09:00:00+08:00\"}",
                "call | {\"call\":{},\"seq\":0,\"event\":\"ringing\",\"at\":\"2026-03-02T09:00:00+08:00\"}",
                "seq | {\"call\":\"a\",\"event\":\"ringing\",\"at\":\"2026-03-02T09:00:00+08:00\"}",
                "seq | {\"call\":\"a\",\"seq\":-1,\"event\":\"ringing\",\"at\":\"2026-03-02T09:00:00+08:00\"}",
                "seq | {\"call\":\"a\",\"seq\":1.5,\"event\":\"ringing\",\"at\":\"2026-03-02T09:00:00+08:00\"}",
                "seq | {\"call\":\"a\",\"seq\":99999999999999999999,\"event\":\"ringing\",\"at\":\"2026-03-02T09:00:00+08:00\"}",
                "event | {\"call\":\"a\",\"seq\":0,\"event\":\"listening\",\"at\":\"2026-03-02T09:00:00+08:00\"}",
                "at | {\"call\":\"a\",\"seq\":0,\"event\":\"ringing\",\"at\":\"2026-03-02T09:00:00\"}",
                "at | {\"call\":\"a\",\"seq\":0,\"event\":\"ringing\"}",
                "queue | {\"call\":\"a\",\"seq\":0,\"event\":\"ringing\",\"at\":\"2026-03-02T09:00:00+08:00\",\"queue\":\"<b>\"}"
            })
    void namesTheFieldThatIsWrong(String field, String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(EldercareReason.EVENT_FIELD);
            assertThat(refusal.field()).contains(field);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T09:00:00+08:00, true",
        "2026-03-01T08:59:59+08:00, false",
        "2026-03-02T09:05:00+08:00, true",
        "2026-03-02T09:05:01+08:00, false"
    })
    void takesWhatHappenedWithinADay(String at, boolean taken) {
        var body = RINGS.replace("2026-03-02T09:00:00+08:00", at);
        if (taken) {
            assertThat(read(body).event().at())
                    .isEqualTo(OffsetDateTime.parse(at).toInstant());
        } else {
            assertThatThrownBy(() -> read(body))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.reason()).isEqualTo(EldercareReason.EVENT_MOMENT));
        }
    }

    private static CallWords read(String body) {
        return CallWords.read(body.getBytes(StandardCharsets.UTF_8), NOW);
    }
}
