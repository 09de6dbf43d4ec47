package org.linli.counter.paper;

import java.util.List;
import org.linli.access.PermissionWords;
import org.linli.shared.Names;
import org.springframework.stereotype.Component;

/** What may be done with papers. Issuing one belongs to the act that issues it. */
@Component
class PaperWords implements PermissionWords {

    @Override
    public List<Word> words() {
        return List.of(
                new Word("counter.paper.read", Names.of("查看文书", "Read papers")),
                new Word("counter.paper.withdraw", Names.of("撤回文书", "Withdraw papers")));
    }
}
