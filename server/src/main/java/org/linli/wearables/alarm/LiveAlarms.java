package org.linli.wearables.alarm;

import org.linli.notify.LiveDesks;
import org.springframework.stereotype.Component;

/** The open alarm desks of this process. */
@Component
public class LiveAlarms extends LiveDesks<AlarmQueries.Standing> {

    LiveAlarms(AlarmQueries queries) {
        super("alarms", queries::standing);
    }
}
