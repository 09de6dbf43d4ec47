package org.linli.grid.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.access.Acting;
import org.linli.area.Unit;
import org.linli.casework.CaseSubject;
import org.linli.casework.Cases;
import org.linli.casework.OpenCase;
import org.linli.grid.GridSettings;
import org.linli.grid.catalogue.Categories;
import org.linli.shared.Ids;
import org.linli.shared.Names;
import org.linli.shared.Point;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Events that come back at one spot (多发点位): with the third of a category within fifty metres and ninety days the
 * sub-district gets the task to find what lies behind them.
 */
@Component
class Spots {

    static final String PROCEDURE = "grid-cause";
    static final String SUBJECT = "grid.cause";

    private static final Acting HOUSE = Acting.system("grid");

    private final CauseRows rows;
    private final Categories categories;
    private final ObjectProvider<Cases> cases;
    private final GridSettings settings;

    Spots(CauseRows rows, Categories categories, ObjectProvider<Cases> cases, GridSettings settings) {
        this.rows = rows;
        this.categories = categories;
        this.cases = cases;
        this.settings = settings;
    }

    /** Looked at when an event is accepted: reports that were rejected or joined with another are no further event. */
    void look(Event event, Instant now) {
        if (event.at().isEmpty()) {
            return;
        }
        rows.lock(event.category());
        var point = event.at().get();
        var since = now.minus(Duration.ofDays(settings.spotDays()));
        if (rows.isOpenAt(event.category(), point, settings.spotMetres())) {
            return;
        }
        var after = rows.lastEndedAt(event.category(), point, settings.spotMetres())
                .filter(since::isBefore)
                .orElse(since);
        var events = rows.eventsAt(event.category(), point, settings.spotMetres(), after);
        if (events.size() >= settings.spotEvents()) {
            open(event, point, events);
        }
    }

    private void open(Event event, Point point, List<java.util.UUID> events) {
        var office = categories
                .unitOf(event.cell(), Unit.Kind.SUB_DISTRICT_OFFICE)
                .or(() -> categories.unitOf(event.cell(), Unit.Kind.COMMITTEE))
                .orElseThrow();
        var id = Ids.next();
        var category = categories.require(event.category());
        var title = categories.title(category);
        var receipt = cases.getObject()
                .open(
                        HOUSE,
                        new OpenCase(
                                PROCEDURE,
                                Names.of("多发点位 · " + title.zh(), "Repeated at one spot · " + title.en()),
                                new CaseSubject(SUBJECT, id.toString()),
                                event.cell(),
                                office.code(),
                                Optional.empty(),
                                Map.of("category", category.code(), "events", events.size()),
                                Optional.empty(),
                                Optional.empty(),
                                "cause:" + id));
        rows.add(new CauseRows.Cause(
                id,
                receipt.id(),
                receipt.number(),
                category.code(),
                event.cell(),
                point,
                events,
                receipt.at(),
                receipt.state(),
                Optional.empty()));
    }
}
