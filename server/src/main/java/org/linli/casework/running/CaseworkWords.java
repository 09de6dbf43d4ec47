package org.linli.casework.running;

import java.util.List;
import org.linli.access.PermissionWords;
import org.linli.shared.Names;
import org.springframework.stereotype.Component;

/** What postings may be allowed to do with cases; what exactly they may do to one follows from its procedure. */
@Component
class CaseworkWords implements PermissionWords {

    static final String READ = "casework.case.read";
    static final String ACT = "casework.case.act";
    static final String SUPERVISE = "casework.case.supervise";

    @Override
    public List<Word> words() {
        return List.of(
                new Word(READ, Names.of("查看办件", "Read cases")),
                new Word(ACT, Names.of("办理办件", "Act on cases")),
                new Word(SUPERVISE, Names.of("督办办件", "Supervise cases")));
    }
}
