package org.linli.casework.worklist;

import java.time.Instant;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.area.Unit;
import org.linli.area.UnitCode;
import org.linli.casework.procedure.Procedures;
import org.linli.shared.Names;
import org.linli.shared.Page;
import org.springframework.stereotype.Component;

/** Makes rows into lines that people read: names for codes, a colour for the clock. */
@Component
class WorkItems {

    private final Procedures procedures;
    private final Areas areas;

    WorkItems(Procedures procedures, Areas areas) {
        this.procedures = procedures;
        this.areas = areas;
    }

    WorkPageView page(Page<WorkQueries.Item> page, Acting by, Instant now) {
        var views = page.map(item -> view(item, by, now));
        return new WorkPageView(views.items(), views.next().orElse(null));
    }

    WorkItemView view(WorkQueries.Item item, Acting by, Instant now) {
        var procedure = procedures.version(item.procedure(), item.version()).orElseThrow();
        var state = procedure.state(item.state());
        return new WorkItemView(
                item.id(),
                item.number(),
                item.title(),
                item.procedure(),
                procedure.names(),
                state.names(),
                state.turn().name(),
                item.unit(),
                unitNames(item.unit()),
                item.assignee() != null,
                by.posting().value().equals(item.assignee()),
                item.hold(),
                item.supervision(),
                colour(item, now),
                item.due(),
                item.openedAt(),
                item.endedAt());
    }

    Names unitNames(String code) {
        return areas.unit(UnitCode.of(code)).map(Unit::names).orElse(Names.of(code, code));
    }

    private static String colour(WorkQueries.Item item, Instant now) {
        if (item.endedAt() != null) {
            return "DONE";
        }
        var due = item.due();
        if (due == null) {
            return "PAUSED";
        }
        var yellowAt = item.yellowAt();
        return due.isBefore(now) ? "RED" : yellowAt != null && !yellowAt.isAfter(now) ? "YELLOW" : "GREEN";
    }
}
