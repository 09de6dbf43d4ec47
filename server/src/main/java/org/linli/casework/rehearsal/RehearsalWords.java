package org.linli.casework.rehearsal;

import java.util.List;
import org.linli.access.PermissionWords;
import org.linli.shared.Names;
import org.springframework.stereotype.Component;

/** Who may rehearse. */
@Component
class RehearsalWords implements PermissionWords {

    static final String RUN = "casework.rehearsal.run";

    @Override
    public List<Word> words() {
        return List.of(new Word(RUN, Names.of("演练新时限、新流程或新日历", "Rehearse limits, procedures and calendars")));
    }
}
