package org.linli.casework.clock;

import java.util.List;
import org.linli.access.PermissionWords;
import org.linli.shared.Names;
import org.springframework.stereotype.Component;

/** What may be done with the working calendar. */
@Component
class CalendarWords implements PermissionWords {

    static final String VIEW = "casework.calendar.view";
    static final String CHANGE = "casework.calendar.change";

    @Override
    public List<Word> words() {
        return List.of(
                new Word(VIEW, Names.of("查看工作日历", "See the working calendar")),
                new Word(CHANGE, Names.of("更改工作日历", "Change the working calendar")));
    }
}
