package org.linli.area;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Notices what other processes redrew: one number is read every few seconds. */
@Component
class FollowingAreas implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FollowingAreas.class);
    private static final int SECONDS = 3;

    private final LoadedAreas areas;
    private volatile boolean running;
    private ScheduledExecutorService timer = timer();

    FollowingAreas(LoadedAreas areas) {
        this.areas = areas;
    }

    @Override
    public void start() {
        running = true;
        timer.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdownNow();
        timer = timer();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void look() {
        try {
            areas.follow();
        } catch (RuntimeException e) {
            if (running) {
                LOG.warn("redrawn cells could not be read", e);
            }
        }
    }

    private static ScheduledExecutorService timer() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("area-following").factory());
    }
}
