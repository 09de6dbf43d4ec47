package org.linli.casework.procedure;

import java.util.List;
import org.linli.access.PermissionWords;
import org.linli.shared.Names;
import org.springframework.stereotype.Component;

/** What may be done with procedures. */
@Component
class ProcedurePermissions implements PermissionWords {

    static final String VIEW = "casework.procedure.view";
    static final String PUBLISH = "casework.procedure.publish";

    @Override
    public List<Word> words() {
        return List.of(
                new Word(VIEW, Names.of("查看流程", "See procedures")),
                new Word(PUBLISH, Names.of("发布流程", "Publish procedures")));
    }
}
