package org.linli.eldercare.call;

import org.linli.notify.LiveDesks;
import org.springframework.stereotype.Component;

/** The open 12349 desks of this process. */
@Component
class LiveCalls extends LiveDesks<CallQueries.Standing> {

    LiveCalls(CallQueries queries) {
        super("calls", queries::standing);
    }
}
