package org.linli.casework.procedure;

import java.util.Locale;
import java.util.Objects;
import org.linli.casework.CaseWords;
import org.linli.shared.Names;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words from the published versions. */
@Component
class ProcedureWords implements CaseWords {

    private final Procedures procedures;
    private final MessageSource messages;

    ProcedureWords(Procedures procedures, MessageSource messages) {
        this.procedures = procedures;
        this.messages = messages;
    }

    @Override
    public StateWords state(String procedure, int version, String state) {
        var found = procedures.version(procedure, version).orElseThrow().state(state);
        return new StateWords(
                found.names(),
                found.kind().name(),
                found.turn().name(),
                found.clock().name());
    }

    @Override
    public Names action(String procedure, int version, String action) {
        return procedures
                .version(procedure, version)
                .orElseThrow()
                .action(action)
                .map(Procedure.Action::names)
                .orElseGet(() -> Names.of(builtIn(action, Locale.SIMPLIFIED_CHINESE), builtIn(action, Locale.ENGLISH)));
    }

    private String builtIn(String action, Locale language) {
        return Objects.requireNonNullElse(
                messages.getMessage("casework.action." + action, null, action, language), action);
    }
}
