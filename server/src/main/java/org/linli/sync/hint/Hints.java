package org.linli.sync.hint;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.linli.access.AccountId;
import org.linli.sync.Assignments;
import org.linli.sync.assignment.HeldScopes;
import org.linli.sync.log.ChangeQueries;
import org.linli.sync.log.ChangeQueries.Reach;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The phones that listen at this process. Once a second one query reads how far the scopes they hold have come; LISTEN and
 * NOTIFY would queue the commits of all writers behind one lock.
 */
@Component
class Hints implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Hints.class);
    private static final Duration OPEN_FOR = Duration.ofMinutes(30);
    private static final int BEATS_BETWEEN_SIGNS_OF_LIFE = 15;

    private final ChangeQueries changes;
    private final Assignments assignments;
    private final Clock clock;
    private final Set<Listening> phones = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private int beats;
    private ScheduledExecutorService timer = newTimer();

    Hints(ChangeQueries changes, Assignments assignments, Clock clock) {
        this.changes = changes;
        this.assignments = assignments;
        this.clock = clock;
    }

    /** Something changed in a scope; the phone pulls to learn what. */
    record Hint(String scope, long head) {}

    /** One phone that listens, and how far it knows its scopes have come. */
    private static final class Listening {
        final AccountId account;
        final SseEmitter emitter = new SseEmitter(OPEN_FOR.toMillis());
        volatile Set<String> scopes;
        final Map<String, Long> heads = new HashMap<>();

        Listening(AccountId account, Set<String> scopes) {
            this.account = account;
            this.scopes = scopes;
        }
    }

    SseEmitter listen(AccountId account) {
        var phone = new Listening(account, held(account));
        changes.reaches(phone.scopes).forEach((scope, reach) -> phone.heads.put(scope, reach.head()));
        phones.add(phone);
        phone.emitter.onCompletion(() -> phones.remove(phone));
        phone.emitter.onTimeout(phone.emitter::complete);
        phone.emitter.onError(error -> phones.remove(phone));
        send(phone, SseEmitter.event().comment("open"));
        return phone.emitter;
    }

    /** Tells every phone that listens what moved since the last look. */
    void look() {
        if (phones.isEmpty()) {
            return;
        }
        if (++beats % BEATS_BETWEEN_SIGNS_OF_LIFE == 0) {
            phones.forEach(this::signOfLife);
        }
        var watched = new HashSet<String>();
        phones.forEach(phone -> watched.addAll(phone.scopes));
        var reaches = changes.reaches(watched);
        for (var phone : phones) {
            for (var scope : phone.scopes) {
                var head = reaches.getOrDefault(scope, Reach.EMPTY).head();
                if (phone.heads.getOrDefault(scope, 0L) != head) {
                    phone.heads.put(scope, head);
                    send(phone, SseEmitter.event().name("hint").data(new Hint(scope, head)));
                }
            }
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
        timer = newTimer();
        List.copyOf(phones).forEach(phone -> phone.emitter.complete());
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("phones could not be told of changes", e);
        }
    }

    /** Shows a broken line, and is when scopes given or taken meanwhile are noticed. */
    private void signOfLife(Listening phone) {
        phone.scopes = held(phone.account);
        send(phone, SseEmitter.event().comment("open"));
    }

    private Set<String> held(AccountId account) {
        return Set.copyOf(
                HeldScopes.of(assignments, account).at(clock.instant()).keySet());
    }

    private void send(Listening phone, SseEmitter.SseEventBuilder event) {
        try {
            phone.emitter.send(event);
        } catch (IOException | IllegalStateException e) {
            phones.remove(phone);
        }
    }

    private static ScheduledExecutorService newTimer() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("sync-hints").factory());
    }
}
