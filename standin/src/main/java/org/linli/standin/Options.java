package org.linli.standin;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the stand-in is started.
 *
 * @param port 0 takes a free one
 * @param callback the server that is told of answers, such as {@code http://127.0.0.1:8090}
 * @param secret shared by both ends of every line
 * @param answerAfter how long an application lies before it is answered by itself; empty when people answer by hand
 * @param mqttPort where the broker listens; empty for none
 */
public record Options(int port, URI callback, String secret, Optional<Duration> answerAfter, OptionalInt mqttPort) {

    static final String USAGE = """
            Usage: standin [--port 8091] [--callback http://127.0.0.1:8090] [--answer-after 20s|hand] [--mqtt-port 1883]
            The secret of the lines comes from the environment variable LINLI_STANDIN_SECRET.""";

    private static final List<String> KNOWN = List.of("--port", "--callback", "--answer-after", "--mqtt-port");

    private static final int DEFAULT_PORT = 8091;

    static Options of(String[] arguments, Optional<String> secret) {
        var port = DEFAULT_PORT;
        var callback = URI.create("http://127.0.0.1:8090");
        var answerAfter = Optional.of(Duration.ofSeconds(20));
        var mqttPort = OptionalInt.empty();
        for (var at = 0; at < arguments.length; at += 2) {
            var option = arguments[at];
            if (!KNOWN.contains(option)) {
                throw new IllegalArgumentException("The stand-in does not know " + option + ".");
            }
            if (at + 1 == arguments.length) {
                throw new IllegalArgumentException(option + " needs a value.");
            }
            var value = arguments[at + 1];
            switch (option) {
                case "--port" -> port = portOf(option, value);
                case "--mqtt-port" -> mqttPort = OptionalInt.of(portOf(option, value));
                case "--callback" -> callback = URI.create(value);
                default -> answerAfter = value.equals("hand") ? Optional.empty() : Optional.of(durationOf(value));
            }
        }
        return new Options(
                port,
                callback,
                secret.filter(text -> text.length() >= 16)
                        .orElseThrow(() ->
                                new IllegalArgumentException("LINLI_STANDIN_SECRET must hold at least 16 characters.")),
                answerAfter,
                mqttPort);
    }

    private static int portOf(String option, String value) {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65535) {
            throw new IllegalArgumentException(option + " takes a number up to 65535, not \"" + value + "\".");
        }
        return Integer.parseInt(value);
    }

    private static Duration durationOf(String value) {
        try {
            return Duration.parse("PT" + value);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("--answer-after takes such as 20s or hand, not \"" + value + "\".", e);
        }
    }
}
