package org.linli.grid.event;

import java.util.Optional;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.access.PostingsInForce;
import org.linli.casework.CaseEvent;
import org.linli.casework.CaseEvent.CaseEnded;
import org.linli.casework.CaseEvent.CaseMoved;
import org.linli.casework.CaseEvent.CaseOpened;
import org.linli.casework.CaseEvent.CaseRated;
import org.linli.casework.CaseId;
import org.linli.casework.CaseReadings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the rows of events and cause tasks as their cases are: in the transaction that moves the case, whoever moved it and
 * on whatever page, so that lists and phones never see one without the other.
 */
@Component
class EventFollowsCase {

    private static final String ENDED_ELSEWHERE = "joined-ended";

    private final EventRows rows;
    private final CauseRows causes;
    private final CaseReadings readings;
    private final PostingsInForce postings;
    private final JoinedAnswers answers;
    private final EventNotices notices;

    EventFollowsCase(
            EventRows rows,
            CauseRows causes,
            CaseReadings readings,
            PostingsInForce postings,
            JoinedAnswers answers,
            EventNotices notices) {
        this.rows = rows;
        this.causes = causes;
        this.readings = readings;
        this.postings = postings;
        this.answers = answers;
        this.notices = notices;
    }

    @EventListener
    void follow(CaseEvent happened) {
        switch (happened.procedure()) {
            case Event.PROCEDURE -> {
                switch (happened) {
                    case CaseMoved moved -> moved(moved);
                    case CaseEnded ended -> rows.ofCase(ended.id()).ifPresent(notices::ended);
                    case CaseOpened opened -> {}
                    case CaseRated rated -> {}
                }
            }
            case Spots.PROCEDURE -> {
                if (happened instanceof CaseMoved moved) {
                    causes.follow(moved.id(), moved.to(), moved.at(), hasEnded(moved.id()));
                }
            }
            default -> {}
        }
    }

    private boolean hasEnded(CaseId id) {
        return readings.standing(id).filter(now -> now.standing().ended()).isPresent();
    }

    private void moved(CaseMoved moved) {
        var now = readings.standing(moved.id()).orElseThrow();
        var main = now.joinedInto().flatMap(rows::ofCase).map(Event::id);
        rows.follow(moved.id(), standing(now), main, moved.action().equals("leave"));
        if (moved.action().equals(ENDED_ELSEWHERE)) {
            rows.ofCase(moved.id())
                    .filter(joined -> !answers.answer(joined))
                    .ifPresent(alone -> rows.leave(alone.id()));
        }
    }

    private Event.Standing standing(CaseReadings.Reading now) {
        var snapshot = now.standing();
        return new Event.Standing(
                snapshot.state(),
                now.state().turn(),
                snapshot.unit(),
                snapshot.assignee(),
                task(now),
                now.hold(),
                now.supervision(),
                snapshot.due(),
                snapshot.revision(),
                snapshot.endedAt());
    }

    private Optional<UUID> task(CaseReadings.Reading now) {
        return now.standing().ended()
                ? Optional.empty()
                : now.standing()
                        .assignee()
                        .flatMap(postings::find)
                        .map(Acting::account)
                        .map(account -> account.value());
    }
}
