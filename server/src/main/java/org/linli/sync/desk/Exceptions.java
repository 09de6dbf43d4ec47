package org.linli.sync.desk;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.shared.DivisionCode;
import org.linli.shared.Refusal;
import org.linli.sync.SyncReason;
import org.linli.sync.SyncWords;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what phones sent and could not be done, until somebody has looked after it. */
@Service
public class Exceptions {

    /** Why it is here. */
    public enum Kind {
        /** A rule stood against it. */
        REFUSED,
        /** It came too late from somebody who no longer holds the scope. */
        RECORDED,
        /** The program failed. */
        INTERNAL
    }

    /**
     * A change that was not done.
     *
     * @param payload as it was sent; stored sealed
     * @param fault class and place of a failure
     */
    public record Entry(UUID mutation, Kind kind, String area, String payload, Optional<String> fault) {}

    private final ExceptionRows rows;
    private final AuditTrail audit;
    private final Clock clock;

    Exceptions(ExceptionRows rows, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the transaction that stores the change's result. */
    public void open(Acting by, Entry entry) {
        rows.add(by, entry, clock.instant());
    }

    List<ExceptionRows.Line> page(Acting by, DivisionCode area, boolean settled, @Nullable UUID after, int limit) {
        by.require(SyncWords.READ_EXCEPTIONS, area);
        return rows.page(area, settled, after, limit);
    }

    /** One exception with what was sent, whose reading is noted. */
    @Transactional
    Optional<String> read(Acting by, UUID id) {
        var line = require(by, SyncWords.READ_EXCEPTIONS, id);
        audit.note(
                by,
                SyncWords.READ_EXCEPTIONS,
                "exception:" + id,
                Map.of("type", line.type(), "entity", line.entity().toString()));
        return rows.payload(id);
    }

    @Transactional
    void settle(Acting by, UUID id, String reason) {
        require(by, SyncWords.SETTLE, id);
        if (!rows.settle(id, by, reason, clock.instant())) {
            throw Refusal.because(SyncReason.ALREADY_SETTLED);
        }
        audit.note(by, SyncWords.SETTLE, "exception:" + id, Map.of());
    }

    ExceptionRows.Line require(Acting by, String word, UUID id) {
        var line = rows.find(id).orElseThrow(() -> Refusal.because(SyncReason.UNKNOWN_EXCEPTION));
        by.require(word, DivisionCode.of(line.area()));
        return line;
    }
}
