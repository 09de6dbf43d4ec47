package org.linli.wearables.quarantine;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.linli.wearables.line.Heard;
import org.linli.wearables.line.Quarantine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Stores samples one after the other, and so many a day: whoever sends garbage on purpose fills no disk with it. */
@Component
class SampledQuarantine implements Quarantine, DisposableBean {

    static final int MOST_A_DAY = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(SampledQuarantine.class);
    private static final int MOST_WAITING = 100;
    private static final int IDLE_SECONDS = 10;

    private final QuarantineRows rows;
    private final Clock clock;
    private final ThreadPoolExecutor storing;
    private LocalDate day = LocalDate.MIN;
    private int today;

    SampledQuarantine(QuarantineRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
        this.storing = new ThreadPoolExecutor(
                1,
                1,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().name("wearables-quarantine").daemon().factory());
        storing.allowCoreThreadTimeOut(true);
    }

    @Override
    public boolean keep(String protocol, Heard.Broken broken) {
        if (!isRoomToday()) {
            return false;
        }
        var at = clock.instant();
        try {
            storing.execute(() -> {
                try {
                    rows.add(protocol, broken.fault(), broken.start(), at);
                } catch (DataAccessException away) {
                    LOG.debug("a sample was not kept: {}", away.getClass().getSimpleName());
                }
            });
            return true;
        } catch (RejectedExecutionException enough) {
            return false;
        }
    }

    private synchronized boolean isRoomToday() {
        var now = LocalDate.now(clock);
        if (!now.equals(day)) {
            day = now;
            today = 0;
        }
        return today++ < MOST_A_DAY;
    }

    @Override
    public void destroy() {
        storing.shutdownNow();
    }
}
