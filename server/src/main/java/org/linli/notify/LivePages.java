package org.linli.notify;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.linli.access.Acting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open pages of this process. Each event is the whole small state of the bell, so a page that was cut off misses
 * nothing: it is told the state when it comes back, unless its Last-Event-ID shows that it knows it. Changes are found by
 * one indexed query a second and process, and only while pages are open; LISTEN/NOTIFY would queue the commits of all
 * writers behind one lock.
 */
@Component
class LivePages implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LivePages.class);
    private static final Duration OPEN_FOR = Duration.ofMinutes(30);
    private static final int BEATS_BETWEEN_SIGNS_OF_LIFE = 15;

    private final InboxQueries inbox;
    private final Set<OpenPage> pages = ConcurrentHashMap.newKeySet();
    private volatile String horizon = "0";
    private volatile boolean running;
    private int beats;
    private ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("live-pages").factory());

    LivePages(InboxQueries inbox) {
        this.inbox = inbox;
    }

    /** One open page and what it was told last. */
    private static final class OpenPage {
        final Acting reader;
        final SseEmitter emitter = new SseEmitter(OPEN_FOR.toMillis());
        volatile String known;

        OpenPage(Acting reader, String known) {
            this.reader = reader;
            this.known = known;
        }
    }

    SseEmitter open(Acting reader, String lastEventId) {
        var page = new OpenPage(reader, lastEventId);
        if (pages.isEmpty()) {
            horizon = inbox.horizon();
        }
        pages.add(page);
        page.emitter.onCompletion(() -> pages.remove(page));
        page.emitter.onTimeout(page.emitter::complete);
        page.emitter.onError(error -> pages.remove(page));
        signOfLife(page);
        tell(page);
        return page.emitter;
    }

    /** Tells every open page whose inbox changed since the last look. */
    void look() {
        if (pages.isEmpty()) {
            return;
        }
        var next = inbox.horizon();
        var changed = inbox.changedSince(horizon);
        horizon = next;
        for (var page : pages) {
            if (changed.stream().anyMatch(change -> change.concerns(page.reader))) {
                tell(page);
            }
        }
        if (++beats % BEATS_BETWEEN_SIGNS_OF_LIFE == 0) {
            pages.forEach(this::signOfLife);
        }
    }

    @Override
    public void start() {
        running = true;
        timer.scheduleWithFixedDelay(this::lookSafely, 1, 1, TimeUnit.SECONDS);
    }

    /** Before the web server waits for open requests, which these would be for half an hour. */
    @Override
    public void stop() {
        running = false;
        timer.shutdownNow();
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("live-pages").factory());
        List.copyOf(pages).forEach(page -> page.emitter.complete());
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("live pages could not be told", e);
        }
    }

    private void tell(OpenPage page) {
        var count = inbox.count(page.reader);
        var newest =
                inbox.page(page.reader, false, java.util.Optional.empty(), 1).items();
        var state = count.unread() + "-" + count.urgent() + "-"
                + (newest.isEmpty() ? "" : newest.getFirst().id());
        if (!state.equals(page.known)) {
            page.known = state;
            send(page, SseEmitter.event().id(state).name("inbox").data(count));
        }
    }

    private void signOfLife(OpenPage page) {
        send(page, SseEmitter.event().comment("open"));
    }

    private void send(OpenPage page, SseEmitter.SseEventBuilder event) {
        try {
            page.emitter.send(event);
        } catch (IOException | IllegalStateException e) {
            pages.remove(page);
        }
    }
}
