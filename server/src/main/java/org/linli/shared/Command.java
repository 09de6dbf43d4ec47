package org.linli.shared;

/** Something to be done once at the terminal instead of serving, such as verifying the audit chain; a module's bean. */
public interface Command {

    /** The word after {@code --linli.command=}. */
    String name();

    /** Does it, printing for a person, and answers with the exit code of the process. */
    int run();
}
