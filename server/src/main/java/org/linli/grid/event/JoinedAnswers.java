package org.linli.grid.event;

import java.util.List;
import java.util.Map;
import org.linli.access.Acting;
import org.linli.casework.ActOnCase;
import org.linli.casework.CaseReadings;
import org.linli.casework.Cases;
import org.linli.grid.event.Event.Verdict;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Joined, not merged: when the event that was worked on for several reports is closed, each of the others is closed with an
 * answer of its own. When it came to nothing (rejected, void), the others go on by themselves.
 */
@Component
class JoinedAnswers {

    private static final Acting HOUSE = Acting.system("grid");

    private final EventRows rows;
    private final ObjectProvider<Cases> cases;
    private final CaseReadings readings;

    JoinedAnswers(EventRows rows, ObjectProvider<Cases> cases, CaseReadings readings) {
        this.rows = rows;
        this.cases = cases;
        this.readings = readings;
    }

    /** @return whether it was answered; otherwise it goes on by itself */
    boolean answer(Event joined) {
        var main = joined.joinedInto().flatMap(rows::find);
        if (main.isEmpty() || !isAnswer(main.get()) || !isOpenToAnswer(joined)) {
            return false;
        }
        cases.getObject()
                .act(
                        HOUSE,
                        new ActOnCase(
                                joined.caseId(),
                                joined.standing().revision(),
                                "ANSWER_JOINED",
                                words(main.get()),
                                Map.of(),
                                "joined:" + main.get().id() + ":" + joined.id()));
        return true;
    }

    private boolean isAnswer(Event main) {
        return main.standing().state().equals("CLOSED")
                && (main.handling().verdict().filter(Verdict.FIXED::equals).isPresent()
                        || main.handling().onTheSpot());
    }

    private static boolean isOpenToAnswer(Event joined) {
        return switch (joined.standing().state()) {
            case "REPORTED", "ACCEPTED", "DISPATCHED", "HANDLING" -> true;
            default -> false;
        };
    }

    private String words(Event main) {
        var reading = readings.of(HOUSE, List.of(main.caseId())).get(main.caseId());
        var told = reading == null ? "" : lastWords(reading);
        return "与事件 %s 合并办理，已办结。%s".formatted(main.number(), told);
    }

    private static String lastWords(CaseReadings.Reading reading) {
        return reading.timeline().reversed().stream()
                .filter(entry ->
                        entry.action().equals("FEED_BACK") || entry.action().equals("SELF_HANDLE"))
                .map(CaseReadings.Entry::note)
                .findFirst()
                .orElse("");
    }
}
