package org.linli.grid.event;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.PostingId;
import org.linli.area.Unit;
import org.linli.area.UnitCode;
import org.linli.casework.CaseId;
import org.linli.grid.catalogue.Level;
import org.linli.shared.DivisionCode;
import org.linli.shared.Point;

/**
 * Event (网格事件) as its row holds it; how it stands follows its case.
 *
 * @param cell the grid cell of the place, or the smallest division known
 * @param accuracy radius in metres
 * @param occurredAt when it was seen by the phone's clock, as evidence
 * @param sampled whether somebody else looks at it again when it is handled on the spot
 * @param task account of the posting that holds it
 * @param due end of the term while a clock runs
 */
public record Event(
        UUID id,
        CaseId caseId,
        int procedureVersion,
        String number,
        DivisionCode cell,
        String category,
        Level level,
        Source source,
        String description,
        String place,
        Optional<Point> at,
        Optional<Double> accuracy,
        Reporter reporter,
        Instant reportedAt,
        Optional<Instant> occurredAt,
        Optional<UUID> visit,
        Optional<UUID> reopens,
        boolean sampled,
        Rank rank,
        Standing standing,
        Handling handling,
        Optional<UUID> joinedInto) {

    static final String SUBJECT = "grid.event";
    static final String PROCEDURE = "grid-event";

    /** From where it came. */
    public enum Source {
        PHONE,
        DESK,
        /** A finding of a visit. */
        VISIT,
        /** Another module opened its case, such as for a resident's report. */
        CASE
    }

    /** How far up it was escalated; each rank has an office that hands it out. */
    public enum Rank {
        COMMUNITY(Unit.Kind.COMMITTEE),
        SUB_DISTRICT(Unit.Kind.SUB_DISTRICT_OFFICE),
        DISTRICT(Unit.Kind.DISTRICT);

        private final Unit.Kind office;

        Rank(Unit.Kind office) {
            this.office = office;
        }

        Unit.Kind office() {
            return office;
        }

        Optional<Rank> next() {
            return this == DISTRICT ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
        }
    }

    /** What somebody else found who looked at it after handling. */
    public enum Verdict {
        FIXED,
        HALF_FIXED,
        NOT_FIXED
    }

    /** What the desk thinks of the handling. */
    public enum Grade {
        GOOD,
        FAIR,
        POOR
    }

    /** Who reported it. */
    public record Reporter(UUID account, PostingId posting, String name) {}

    /** Where its case stands. */
    public record Standing(
            String state,
            String turn,
            UnitCode unit,
            Optional<PostingId> assignee,
            Optional<UUID> task,
            Optional<String> hold,
            Optional<String> supervision,
            Optional<Instant> due,
            int revision,
            Optional<Instant> endedAt) {

        boolean ended() {
            return endedAt.isPresent();
        }
    }

    /** What was done about it. */
    public record Handling(
            Optional<UUID> handlerAccount,
            Optional<PostingId> handlerPosting,
            String handler,
            Optional<Instant> handledAt,
            boolean onTheSpot,
            Optional<UUID> suspensionAskedBy,
            int checks,
            int reworks,
            Optional<Verdict> verdict,
            String remaining,
            Optional<Instant> verifiedAt,
            Optional<Boolean> inTime,
            Optional<Grade> grade) {}
}
