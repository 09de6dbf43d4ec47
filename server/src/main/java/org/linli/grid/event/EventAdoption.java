package org.linli.grid.event;

import java.util.Optional;
import org.linli.access.Acting;
import org.linli.casework.CaseEvent.CaseOpened;
import org.linli.casework.CaseSnapshot;
import org.linli.casework.Cases;
import org.linli.grid.catalogue.Categories;
import org.linli.grid.catalogue.Level;
import org.linli.grid.event.Event.Handling;
import org.linli.grid.event.Event.Rank;
import org.linli.grid.event.Event.Source;
import org.linli.grid.event.Event.Standing;
import org.linli.shared.Ids;
import org.linli.shared.Point;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes in events that another module opened as a case, such as a resident's report: with the facts {@code category},
 * {@code level}, {@code lon} and {@code lat} where it knows them. Its own title is what the event says.
 */
@Component
class EventAdoption {

    static final Handling NOTHING_DONE = new Handling(
            Optional.empty(),
            Optional.empty(),
            "",
            Optional.empty(),
            false,
            Optional.empty(),
            0,
            0,
            Optional.empty(),
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private static final String OTHER = "9901";

    private final EventRows rows;
    private final Categories categories;
    private final Cases cases;

    EventAdoption(EventRows rows, Categories categories, Cases cases) {
        this.rows = rows;
        this.categories = categories;
        this.cases = cases;
    }

    /** In the same transaction, so that there is no case of an event without its event. */
    @EventListener
    void adopt(CaseOpened opened) {
        if (opened.procedure().equals(Event.PROCEDURE)
                && !opened.subject().kind().equals(Event.SUBJECT)) {
            rows.add(
                    event(cases.find(opened.id()).orElseThrow()),
                    "case:" + opened.id().value());
        }
    }

    private Event event(CaseSnapshot opened) {
        var category = word(opened, "category")
                .flatMap(categories::find)
                .filter(found -> !found.isFirstLevel())
                .map(found -> found.code())
                .orElse(OTHER);
        var nobody = Acting.system("grid");
        return new Event(
                Ids.next(),
                opened.id(),
                opened.procedureVersion(),
                opened.number(),
                opened.area(),
                category,
                level(opened),
                Source.CASE,
                opened.title().zh(),
                "",
                point(opened),
                Optional.empty(),
                new Event.Reporter(nobody.account().value(), nobody.posting(), ""),
                opened.openedAt(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Rank.COMMUNITY,
                new Standing(
                        opened.state(),
                        "COMMITTEE",
                        opened.unit(),
                        opened.assignee(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        opened.due(),
                        opened.revision(),
                        opened.endedAt()),
                NOTHING_DONE,
                Optional.empty());
    }

    private static Level level(CaseSnapshot opened) {
        try {
            return word(opened, "level").map(Level::valueOf).orElse(Level.GENERAL);
        } catch (IllegalArgumentException unknown) {
            return Level.GENERAL;
        }
    }

    private static Optional<Point> point(CaseSnapshot opened) {
        return opened.facts().get("lon") instanceof Number lon && opened.facts().get("lat") instanceof Number lat
                ? Optional.of(new Point(lon.doubleValue(), lat.doubleValue()))
                : Optional.empty();
    }

    private static Optional<String> word(CaseSnapshot opened, String name) {
        return Optional.ofNullable(opened.facts().get(name))
                .map(Object::toString)
                .filter(text -> !text.isBlank());
    }
}
