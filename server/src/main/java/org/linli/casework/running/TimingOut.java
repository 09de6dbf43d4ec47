package org.linli.casework.running;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.linli.access.Acting;
import org.linli.casework.ActOnCase;
import org.linli.casework.Cases;
import org.linli.casework.procedure.Procedure.Timeout;
import org.linli.casework.procedure.Procedures;
import org.linli.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes the action a state names for when nobody has moved a case on in time, such as a supplement never brought. */
@Component
class TimingOut {

    private static final Logger LOG = LoggerFactory.getLogger(TimingOut.class);
    private static final int BATCH = 100;
    private static final Duration LATER = Duration.ofHours(1);

    private final ReminderRows rows;
    private final Cases cases;
    private final Procedures procedures;
    private final Clock clock;

    TimingOut(ReminderRows rows, Cases cases, Procedures procedures, Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.procedures = procedures;
        this.clock = clock;
    }

    void timeOutDue() {
        rows.timedOut(clock.instant(), BATCH).forEach(this::timeOut);
    }

    private void timeOut(ReminderRows.TimedOut late) {
        var action = cases.find(late.id())
                .flatMap(file -> procedures
                        .version(file.procedure(), file.procedureVersion())
                        .flatMap(procedure -> procedure.state(file.state()).timeout()))
                .map(Timeout::action);
        if (action.isEmpty()) {
            return;
        }
        try {
            var key = "timeout:" + late.revision();
            cases.act(
                    Acting.system("timeout"),
                    new ActOnCase(late.id(), late.revision(), action.get(), "", Map.of(), key));
        } catch (Refusal refused) {
            LOG.warn("case {} was not timed out: {}", late.id().value(), refused.getMessage());
            rows.putOff(late.id(), clock.instant().plus(LATER));
        }
    }
}
