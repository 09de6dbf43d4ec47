package org.linli.shared;

/**
 * A module finds at the start that it must not run: a fault in a file it was given, a key that does not fit the data.
 * The message goes to the terminal as it is, so it says what is wrong and what helps.
 */
public final class StartRefusal extends RuntimeException {

    public StartRefusal(String message) {
        super(message, null, false, false);
    }
}
