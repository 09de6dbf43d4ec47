package org.linli.notify;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores notices with their deliveries; {@link Delivering} and {@link LivePages} take it from there after commit. */
@Service
class StoredNotices implements Notices {

    private final NoticeRows rows;
    private final InboxQueries inbox;
    private final Clock clock;

    StoredNotices(NoticeRows rows, InboxQueries inbox, Clock clock) {
        this.rows = rows;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void send(Notice notice) {
        climb(notice, List.of());
    }

    @Override
    @Transactional
    public void climb(Notice notice, List<Rung> ladder) {
        var now = clock.instant();
        rows.add(notice, now).ifPresent(id -> {
            notice.to().forEach(to -> rows.addDelivery(id, 0, to, now, true));
            for (var i = 0; i < ladder.size(); i++) {
                var rung = ladder.get(i);
                for (var to : rung.to()) {
                    rows.addDelivery(id, i + 1, to, now.plus(rung.after()), false);
                }
            }
        });
    }

    @Override
    @Transactional
    public void acknowledge(Acting by, String uniqueKey) {
        rows.noticeOf(uniqueKey).ifPresent(notice -> rows.acknowledge(notice, by.posting(), clock.instant()));
    }

    /** Reading is acknowledging. */
    @Transactional
    void read(Acting reader, UUID delivery) {
        var notice = rows.markRead(reader, delivery, clock.instant())
                .orElseThrow(() -> Refusal.because(NotifyReason.NOT_IN_THIS_INBOX));
        rows.acknowledge(notice, reader.posting(), clock.instant());
    }

    @Transactional
    void readAll(Acting reader) {
        inbox.unread(reader).forEach(delivery -> read(reader, delivery));
    }
}
