package org.linli.casework.running;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.PostingId;
import org.linli.area.UnitCode;
import org.linli.casework.CaseId;
import org.linli.casework.CaseSnapshot;
import org.linli.casework.CaseSubject;
import org.linli.casework.CaseTerms;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;

/** Case (办件) as stored: what never changes about it, and where it stands. */
record CaseFile(
        CaseId id,
        String number,
        String procedure,
        int version,
        Names title,
        CaseSubject subject,
        DivisionCode area,
        UnitCode station,
        @Nullable UUID parent,
        @Nullable String part,
        Map<String, Object> facts,
        CaseTerms terms,
        Instant openedAt,
        UUID openedBy,
        Marks marks,
        Standing now) {

    /**
     * Where a case stands. Each timeline entry leads from one standing to the next.
     *
     * @param revision number of timeline entries so far
     * @param hash of the newest entry
     * @param seen newest revision that somebody else than its actor has opened
     * @param handlers accounts that moved the case
     * @param rungs reminder rungs that were reached
     */
    record Standing(
            String state,
            UnitCode unit,
            @Nullable UUID assignee,
            @Nullable Hold hold,
            CaseClocks clocks,
            Instant due,
            Instant timeoutAt,
            Set<String> rungs,
            Set<UUID> handlers,
            int revision,
            byte[] hash,
            UUID lastActor,
            int seen,
            @Nullable Instant endedAt) {}

    /** What hangs on a case beside its standing: an open supervision order, its extension, cases joined with it. */
    record Marks(@Nullable String supervision, @Nullable String extension, int followers) {

        static final Marks NONE = new Marks(null, null, 0);
    }

    CaseFile standing(Standing next) {
        return new CaseFile(
                id, number, procedure, version, title, subject, area, station, parent, part, facts, terms, openedAt,
                openedBy, marks, next);
    }

    boolean ended() {
        return now.endedAt() != null;
    }

    boolean heldBy(PostingId posting) {
        return posting.value().equals(now.assignee());
    }

    CaseSnapshot snapshot() {
        return new CaseSnapshot(
                id,
                number,
                procedure,
                version,
                title,
                subject,
                area,
                now.unit(),
                Optional.ofNullable(now.assignee()).map(PostingId::new),
                now.state(),
                ended(),
                now.revision(),
                facts,
                openedAt,
                Moments.ofDue(now.due()),
                Optional.ofNullable(now.endedAt()));
    }
}
