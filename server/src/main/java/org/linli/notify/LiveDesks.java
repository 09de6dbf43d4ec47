package org.linli.notify;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.linli.access.Acting;
import org.linli.shared.DivisionCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open desks of this process of one kind, such as those where alarms ring. What this process changed is told at once;
 * once a second a look finds what another process did. A desk is told how things of its area stand, not what happened, so
 * one that was cut off misses nothing.
 *
 * @param <S> how things stand; desks are told when it differs
 */
public abstract class LiveDesks<S> implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveDesks.class);
    private static final Duration OPEN_FOR = Duration.ofMinutes(30);
    private static final int BEATS_BETWEEN_SIGNS_OF_LIFE = 15;

    private final String event;
    private final Function<DivisionCode, S> standing;
    private final Set<OpenDesk<S>> desks = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private int beats;
    private ScheduledExecutorService timer = newTimer();

    /**
     * @param event the name of the server-sent event
     * @param standing how things of an area stand
     */
    protected LiveDesks(String event, Function<DivisionCode, S> standing) {
        this.event = event;
        this.standing = standing;
    }

    private static final class OpenDesk<S> {
        final DivisionCode area;
        final SseEmitter emitter = new SseEmitter(OPEN_FOR.toMillis());
        Optional<S> known = Optional.empty();

        OpenDesk(DivisionCode area) {
            this.area = area;
        }
    }

    /** A desk of this area opens. */
    public SseEmitter open(Acting by) {
        var desk = new OpenDesk<S>(by.area());
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

    /** The same once the transaction has committed. */
    public void tellAfterCommit() {
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
            LOG.warn("desks could not be told of {}", event, e);
        }
    }

    private void look(OpenDesk<S> desk) {
        var now = standing.apply(desk.area);
        if (!desk.known.equals(Optional.of(now))) {
            desk.known = Optional.of(now);
            send(desk, SseEmitter.event().name(event).data(now));
        }
    }

    private void send(OpenDesk<S> desk, SseEmitter.SseEventBuilder event) {
        try {
            desk.emitter.send(event);
        } catch (IOException | IllegalStateException e) {
            desks.remove(desk);
        }
    }

    private static ScheduledExecutorService newTimer() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("live-desks").factory());
    }
}
