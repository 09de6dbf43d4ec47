package org.linli.notify;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Delivers what is due. Taking, sending and settling are apart: no transaction is open while somebody else's server is
 * waited for, and a process that dies in between leaves the delivery to the next one.
 */
@Component
class Delivering {

    private static final Logger LOG = LoggerFactory.getLogger(Delivering.class);

    private static final int AT_A_TIME = 50;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6));

    private final DeliveryRows rows;
    private final Map<Channel.Kind, Channel> channels = new EnumMap<>(Channel.Kind.class);
    private final Clock clock;

    Delivering(DeliveryRows rows, List<Channel> channels, Clock clock) {
        this.rows = rows;
        this.clock = clock;
        channels.forEach(channel -> this.channels.put(channel.kind(), channel));
    }

    /** Everything that is due now, in portions. */
    void deliverDue() {
        List<DeliveryRows.Due> due;
        do {
            due = rows.take(AT_A_TIME, clock.instant(), LEASE);
            due.forEach(this::deliver);
        } while (due.size() == AT_A_TIME);
    }

    private void deliver(DeliveryRows.Due due) {
        var text = NoticeTexts.text(due.key(), due.arguments(), due.names(), Locale.SIMPLIFIED_CHINESE);
        switch (attempt(due, text)) {
            case Channel.Outcome.Sent(var receipt) -> rows.sent(due.id(), receipt, clock.instant());
            case Channel.Outcome.Never(var why) -> rows.failed(due.id(), why, clock.instant());
            case Channel.Outcome.NoChannel() -> rows.noChannel(due.id(), clock.instant());
            case Channel.Outcome.NotNow(var why) -> tryLater(due, why);
        }
    }

    private Channel.Outcome attempt(DeliveryRows.Due due, String text) {
        var channel = channels.get(due.channel());
        if (channel == null) {
            return new Channel.Outcome.NoChannel();
        }
        try {
            return channel.deliver(new Channel.Message(due.id(), due.to(), text));
        } catch (RuntimeException e) {
            LOG.warn("delivery {} failed", due.id(), e);
            return new Channel.Outcome.NotNow("failed");
        }
    }

    private void tryLater(DeliveryRows.Due due, String why) {
        if (due.tries() > PAUSES.size()) {
            rows.failed(due.id(), why, clock.instant());
        } else {
            rows.again(due.id(), why, clock.instant().plus(PAUSES.get(due.tries() - 1)));
        }
    }
}
