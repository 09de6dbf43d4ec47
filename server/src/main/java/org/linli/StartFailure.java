package org.linli;

import java.net.ConnectException;
import java.sql.SQLException;
import org.linli.postgres.PostgresFailure;
import org.linli.shared.StartRefusal;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.web.server.PortInUseException;

/** Linli cannot start; the message is one sentence for the terminal. */
final class StartFailure extends RuntimeException {

    StartFailure(String sentence) {
        super(sentence, null, false, false);
    }

    /** The most telling sentence in a chain of causes. */
    static String sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case StartFailure sentence -> {
                    return text(sentence);
                }
                case Options.Wrong sentence -> {
                    return text(sentence);
                }
                case PostgresFailure sentence -> {
                    return text(sentence);
                }
                case StartRefusal sentence -> {
                    return text(sentence);
                }
                case SQLException e
                when e.getCause() instanceof ConnectException -> {
                    return "The database does not answer: " + text(e);
                }
                case ConfigurationPropertiesBindException e -> {
                    return "A setting is wrong: " + text(root(e));
                }
                case PortInUseException e -> {
                    return "Port " + e.getPort() + " is already in use on this machine; name another with --port.";
                }
                case Throwable other -> {
                    // keep looking for one of the above
                }
            }
        }
        return "Linli could not start: " + text(root(failure));
    }

    private static String text(Throwable failure) {
        var message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message.strip();
    }

    private static Throwable root(Throwable failure) {
        var cause = failure.getCause();
        return cause == null ? failure : root(cause);
    }
}
