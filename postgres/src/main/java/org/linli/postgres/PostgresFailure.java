package org.linli.postgres;

/** The embedded server could not be started or stopped; the message is one sentence meant for the person at the terminal. */
public final class PostgresFailure extends RuntimeException {

    public PostgresFailure(String sentence) {
        super(sentence);
    }

    public PostgresFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
