package org.linli.access.pace;

import java.time.Clock;
import org.linli.access.AccessReason;
import org.linli.access.Paces;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Paces in the database. */
@Service
class StoredPaces implements Paces {

    private static final int LONGEST = 60;

    private final PaceRows rows;
    private final Clock clock;

    StoredPaces(PaceRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void count(Limit limit, String who) {
        var now = clock.instant();
        var name = who.strip();
        var kept = name.substring(0, Math.min(LONGEST, name.length()));
        if (!rows.count(limit, kept, now)) {
            var seconds =
                    Math.max(1, rows.wait(limit, kept, now).plusMillis(999).toSeconds());
            throw Refusal.because(AccessReason.TOO_OFTEN, seconds);
        }
    }
}
