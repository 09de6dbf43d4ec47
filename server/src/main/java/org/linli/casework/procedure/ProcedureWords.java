package org.linli.casework.procedure;

import org.linli.casework.CaseWords;
import org.linli.shared.Names;
import org.springframework.stereotype.Component;

/** Words from the published versions. */
@Component
class ProcedureWords implements CaseWords {

    private final Procedures procedures;

    ProcedureWords(Procedures procedures) {
        this.procedures = procedures;
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
                .orElseGet(() -> Names.of(action, action));
    }
}
