package org.linli.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptionsTests {

    private static final Optional<String> SECRET = Optional.of("a-secret-of-both-ends");

    @Test
    void answersByItselfUnlessPeopleDo() {
        assertThat(Options.of(new String[0], SECRET).answerAfter()).contains(Duration.ofSeconds(20));
        assertThat(Options.of(new String[] {"--answer-after", "hand"}, SECRET).answerAfter())
                .isEmpty();
    }

    @Test
    void isABrokerOnlyWhenAsked() {
        assertThat(Options.of(new String[0], SECRET).mqttPort()).isEmpty();
        assertThat(Options.of(new String[] {"--mqtt-port", "1883"}, SECRET).mqttPort())
                .hasValue(1883);
    }

    @Test
    void saysWhatIsWrongInOneSentence() {
        refuses("The stand-in does not know --nonsense.", "--nonsense");
        refuses("--port needs a value.", "--port");
        refuses("--port takes a number up to 65535, not \"abc\".", "--port", "abc");
        refuses("--mqtt-port takes a number up to 65535, not \"70000\".", "--mqtt-port", "70000");
        refuses("--answer-after takes such as 20s or hand, not \"soon\".", "--answer-after", "soon");
        assertThatThrownBy(() -> Options.of(new String[0], Optional.empty()))
                .hasMessage("LINLI_STANDIN_SECRET must hold at least 16 characters.");
    }

    private static void refuses(String sentence, String... arguments) {
        assertThatThrownBy(() -> Options.of(arguments, SECRET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }
}
