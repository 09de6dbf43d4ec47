package org.linli;

import org.linli.shared.Command;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.stereotype.Component;

/** Runs the one command of {@code --linli.command=…} and remembers its exit code. */
@Component
class LinliCommand implements ExitCodeGenerator {

    private final ObjectProvider<Command> commands;
    private final String wanted;
    private int exitCode;

    LinliCommand(ObjectProvider<Command> commands, @Value("${linli.command:}") String wanted) {
        this.commands = commands;
        this.wanted = wanted;
    }

    void run() {
        var command = commands.stream()
                .filter(candidate -> candidate.name().equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        new StartFailure("Linli does not know the command " + wanted + ". 没有 " + wanted + " 这个命令。"));
        exitCode = command.run();
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
