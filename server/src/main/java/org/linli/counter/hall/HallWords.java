package org.linli.counter.hall;

import java.util.List;
import org.linli.access.PermissionWords;
import org.linli.shared.Names;
import org.springframework.stereotype.Component;

/** What may be done in the hall. */
@Component
class HallWords implements PermissionWords {

    static final String CHECK_IN = "counter.visit.check-in";
    static final String CALL = "counter.visit.call";
    static final String READ = "counter.visit.read";
    static final String OPEN = "counter.window.open";
    static final String FIGURES = "counter.figures.read";

    @Override
    public List<Word> words() {
        return List.of(
                new Word(CHECK_IN, Names.of("取号登记", "Check visitors in")),
                new Word(CALL, Names.of("叫号与办理", "Call and serve visitors")),
                new Word(READ, Names.of("查看排队", "See the queue")),
                new Word(OPEN, Names.of("开关窗口", "Open and close windows")),
                new Word(FIGURES, Names.of("查看大厅统计", "Read the hall's figures")));
    }
}
