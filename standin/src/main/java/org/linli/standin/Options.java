package org.linli.standin;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How the stand-in is started.
 *
 * @param port 0 takes a free one
 * @param callback the server that is told of answers, such as {@code http://127.0.0.1:8090}
 * @param secret shared by both ends of every line
 * @param answerAfter how long an application lies before it is answered by itself; empty when people answer by hand
 */
public record Options(int port, URI callback, String secret, Optional<Duration> answerAfter) {

    static final String USAGE = """
            Usage: standin [--port 8091] [--callback http://127.0.0.1:8090] [--answer-after 20s|hand]
            The secret of the lines comes from the environment variable LINLI_STANDIN_SECRET.""";

    private static final int DEFAULT_PORT = 8091;

    static Options of(String[] arguments, Optional<String> secret) {
        var port = DEFAULT_PORT;
        var callback = URI.create("http://127.0.0.1:8090");
        var answerAfter = Optional.of(Duration.ofSeconds(20));
        for (var at = 0; at < arguments.length; at += 2) {
            if (at + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[at] + " needs a value.");
            }
            var value = arguments[at + 1];
            switch (arguments[at]) {
                case "--port" -> port = Integer.parseInt(value);
                case "--callback" -> callback = URI.create(value);
                case "--answer-after" ->
                    answerAfter = value.equals("hand") ? Optional.empty() : Optional.of(Duration.parse("PT" + value));
                default -> throw new IllegalArgumentException("Unknown option " + arguments[at] + ".");
            }
        }
        return new Options(
                port,
                callback,
                secret.filter(text -> text.length() >= 16)
                        .orElseThrow(() ->
                                new IllegalArgumentException("LINLI_STANDIN_SECRET must hold at least 16 characters.")),
                answerAfter);
    }
}
