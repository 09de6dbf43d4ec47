package org.linli.grid.event;

import java.time.Clock;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.area.Unit;
import org.linli.area.UnitCode;
import org.linli.casework.CaseWords;
import org.linli.grid.catalogue.Categories;
import org.linli.grid.event.EventView.EventRowView;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;
import org.springframework.stereotype.Component;

/** Events as lists show them. */
@Component
class EventWording {

    private final Categories categories;
    private final CaseWords words;
    private final Areas areas;
    private final Clock clock;

    EventWording(Categories categories, CaseWords words, Areas areas, Clock clock) {
        this.categories = categories;
        this.words = words;
        this.areas = areas;
        this.clock = clock;
    }

    EventRowView row(Acting reader, Event event) {
        var now = event.standing();
        return new EventRowView(
                event.id(),
                event.number(),
                event.category(),
                categories.find(event.category()).map(categories::title).orElse(plain(event.category())),
                event.level(),
                now.state(),
                state(event.procedureVersion(), now.state()),
                now.turn(),
                now.unit().value(),
                unit(now.unit()),
                event.cell().value(),
                areas.division(event.cell().upTo(DivisionCode.Level.COMMUNITY))
                        .map(Areas.Division::shortNames)
                        .orElse(plain(event.cell().value())),
                EventQueries.lon(event),
                EventQueries.lat(event),
                now.due().orElse(null),
                !now.ended() && now.due().filter(clock.instant()::isAfter).isPresent(),
                event.reportedAt(),
                now.endedAt().orElse(null),
                event.reporter().name(),
                now.assignee().filter(reader.posting()::equals).isPresent(),
                now.assignee().isPresent(),
                now.hold().orElse(null),
                now.supervision().orElse(null),
                event.handling().onTheSpot(),
                event.joinedInto().orElse(null));
    }

    Names state(int version, String state) {
        return words.state(Event.PROCEDURE, version, state).names();
    }

    Names unit(UnitCode code) {
        return areas.unit(code).map(Unit::names).orElse(plain(code.value()));
    }

    private static Names plain(String text) {
        return Names.of(text, text);
    }
}
