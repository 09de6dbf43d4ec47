package org.linli.wearables.alarm;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.linli.access.Acting;
import org.linli.shared.DivisionCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open alarm desks of this process. What this process raised or changed is told at once; once a second a look finds
 * what another process did. A desk is told how things stand, not what happened, so one that was cut off misses nothing.
 */
@Component
public class LiveAlarms implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveAlarms.class);
    private static final Duration OPEN_FOR = Duration.ofMinutes(30);
    private static final int BEATS_BETWEEN_SIGNS_OF_LIFE = 15;

    private final AlarmQueries queries;
    private final Set<OpenDesk> desks = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private int beats;
    private ScheduledExecutorService timer = newTimer();

    LiveAlarms(AlarmQueries queries) {
        this.queries = queries;
    }

    private static final class OpenDesk {
        final DivisionCode area;
        final SseEmitter emitter = new SseEmitter(OPEN_FOR.toMillis());
        AlarmQueries.Standing known = AlarmQueries.Standing.UNKNOWN;

        OpenDesk(DivisionCode area) {
            this.area = area;
        }
    }

    SseEmitter open(Acting by) {
        var desk = new OpenDesk(by.area());
        desks.add(desk);
        desk.emitter.onCompletion(() -> desks.remove(desk));
        desk.emitter.onTimeout(desk.emitter::complete);
        desk.emitter.onError(error -> desks.remove(desk));
        send(desk, SseEmitter.event().comment("open"));
        tell();
        return desk.emitter;
    }

    /** Something was committed; every desk whose alarms stand differently now is told, without holding up the caller. */
    public void tell() {
        if (running && !desks.isEmpty()) {
            timer.execute(this::lookSafely);
        }
    }

    void tellAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                tell();
            }
        });
    }

    @Override
    public void start() {
        running = true;
        timer.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
    }

    /** Before the web server waits for open requests, which these would be for half an hour. */
    @Override
    public void stop() {
        running = false;
        timer.shutdownNow();
        timer = newTimer();
        List.copyOf(desks).forEach(desk -> desk.emitter.complete());
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void beat() {
        if (++beats % BEATS_BETWEEN_SIGNS_OF_LIFE == 0) {
            desks.forEach(desk -> send(desk, SseEmitter.event().comment("open")));
        }
        lookSafely();
    }

    private void lookSafely() {
        try {
            desks.forEach(this::look);
        } catch (RuntimeException e) {
            LOG.warn("alarm desks could not be told", e);
        }
    }

    private void look(OpenDesk desk) {
        var standing = queries.standing(desk.area);
        if (!standing.equals(desk.known)) {
            desk.known = standing;
            send(desk, SseEmitter.event().name("alarms").data(standing));
        }
    }

    private void send(OpenDesk desk, SseEmitter.SseEventBuilder event) {
        try {
            desk.emitter.send(event);
        } catch (IOException | IllegalStateException e) {
            desks.remove(desk);
        }
    }

    private static ScheduledExecutorService newTimer() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("live-alarms").factory());
    }
}
