package org.linli.access.account;

import java.time.Clock;
import org.linli.access.AccountId;
import org.linli.access.OpenSessions;
import org.springframework.stereotype.Component;

/** Ends sessions for other modules. */
@Component
class EndingSessions implements OpenSessions {

    private final SessionRows rows;
    private final Clock clock;

    EndingSessions(SessionRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public void endAll(AccountId account) {
        rows.endAll(account, null, clock.instant());
    }
}
