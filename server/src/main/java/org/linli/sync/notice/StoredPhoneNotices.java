package org.linli.sync.notice;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.linli.access.AccountId;
import org.linli.access.Acting;
import org.linli.shared.Names;
import org.linli.sync.PhoneNotices;
import org.linli.sync.contributions.SyncedCollection;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores notices and offers them to their reader's phones (手机通知). */
@Service
public class StoredPhoneNotices implements PhoneNotices, SyncedCollection {

    private static final Duration SHOWN = Duration.ofDays(60);
    private static final int AT_A_TIME = 1_000;

    private final PhoneNoticeRows rows;
    private final Clock clock;

    StoredPhoneNotices(PhoneNoticeRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public void tell(AccountId account, String kind, Names text, Optional<About> about) {
        rows.add(account, kind, text, about, clock.instant());
    }

    @Override
    public String type() {
        return "notice";
    }

    @Override
    public Set<String> tables() {
        return Set.of("sync.notice");
    }

    @Override
    public Map<UUID, Map<String, Object>> load(Acting by, Collection<UUID> ids) {
        return rows.load(ids);
    }

    /** @return how many left the phones; call again while it is not zero */
    @Transactional
    public int withdrawOld() {
        var now = clock.instant();
        return rows.withdraw(now.minus(SHOWN), now, AT_A_TIME);
    }
}
