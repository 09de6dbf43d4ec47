package org.linli.casework.running;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the recounts after changes of the calendar have come. */
@RestController
@RequestMapping("/api/casework/calendar/recounts")
class RecountController {

    private static final String VIEW = "casework.calendar.view";
    private static final int MOST = 10;

    private final RecountQueries queries;

    RecountController(RecountQueries queries) {
        this.queries = queries;
    }

    /**
     * A recount.
     *
     * @param changed cases whose clocks stand differently now
     * @param left cases still to be counted
     * @param failed cases that could not be counted, however often it was tried
     */
    record RecountView(
            UUID id,
            LocalDate firstDay,
            String why,
            String by,
            Instant askedAt,
            Instant beginsAt,
            int looked,
            int changed,
            int left,
            int failed,
            @Nullable Instant finishedAt) {}

    /** The last ten, newest first. */
    @GetMapping
    List<RecountView> listRecounts(Acting by) {
        by.require(VIEW);
        return queries.last(MOST);
    }
}
