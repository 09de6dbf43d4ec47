package org.linli.casework.running;

import java.time.Clock;
import java.util.List;
import org.linli.casework.clock.WorkingCalendars;
import org.linli.casework.procedure.Procedures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What tests of running cases share. */
abstract class DeskTests {

    @Autowired
    Procedures procedures;

    @Autowired
    CaseRows rows;

    @Autowired
    CaseMoveRows moves;

    @Autowired
    ReminderRows reminders;

    @Autowired
    Receipts receipts;

    @Autowired
    CaseNumberRows numbers;

    @Autowired
    TimelineRows timeline;

    @Autowired
    TimelineCheck check;

    @Autowired
    Sealing sealing;

    @Autowired
    WorkingCalendars calendars;

    @Autowired
    FollowUps followUps;

    @Autowired
    List<BuiltIn> builtIns;

    @Autowired
    Holders holders;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JsonMapper json;

    @Autowired
    Clock clock;

    TestDesk desk() {
        return new TestDesk(
                procedures,
                rows,
                moves,
                reminders,
                receipts,
                numbers,
                sealing,
                calendars,
                followUps,
                builtIns,
                holders,
                transaction,
                json,
                clock);
    }
}
