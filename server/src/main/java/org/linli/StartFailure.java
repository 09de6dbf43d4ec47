package org.linli;

import java.net.ConnectException;
import java.sql.SQLException;

/** Linli cannot start; the message is one sentence for the terminal. */
final class StartFailure extends RuntimeException {

    StartFailure(String sentence) {
        super(sentence, null, false, false);
    }

    /** The most telling sentence in a chain of causes that was not written for people. */
    static String sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case org.linli.shared.StartRefusal refusal -> {
                    return refusal.getMessage();
                }
                case SQLException e
                when e.getCause() instanceof ConnectException -> {
                    return "The database does not answer (" + e.getMessage().strip() + ")";
                }
                case org.springframework.boot.context.properties.ConfigurationPropertiesBindException e -> {
                    return "A setting is wrong: " + root(e).getMessage();
                }
                case org.springframework.boot.web.server.PortInUseException e -> {
                    return "Port " + e.getPort() + " is already in use on this machine; name another with --port.";
                }
                case Throwable other -> {
                    // keep looking for one of the above
                }
            }
        }
        return "Linli could not start: " + root(failure).getMessage();
    }

    private static Throwable root(Throwable failure) {
        var root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
