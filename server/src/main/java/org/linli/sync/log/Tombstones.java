package org.linli.sync.log;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tombstones (离开标记) are kept for 400 days. A phone that was away longer has read less than the floor of its scopes and
 * loads them anew.
 */
@Service
public class Tombstones {

    static final Duration KEPT = Duration.ofDays(400);

    private static final int AT_A_TIME = 5_000;

    private final TombstoneRows rows;
    private final Clock clock;

    Tombstones(TombstoneRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** @return how many were taken away; call again while it is not zero */
    @Transactional
    public int dropOld() {
        return rows.drop(clock.instant().minus(KEPT), AT_A_TIME);
    }
}
