package org.linli.casework.running;

import java.time.Clock;
import java.util.Optional;
import org.linli.area.Areas;
import org.linli.area.Unit;
import org.linli.casework.CaseId;
import org.linli.casework.PublicProgress;
import org.linli.casework.clock.ClockState;
import org.linli.casework.clock.WorkingCalendars;
import org.linli.casework.procedure.Procedures;
import org.linli.shared.Names;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Progress of a case without anything personal. */
@Component
class ProgressQueries implements PublicProgress {

    private final CaseRows rows;
    private final DossierQueries queries;
    private final Procedures procedures;
    private final WorkingCalendars calendars;
    private final Areas areas;
    private final Clock clock;

    ProgressQueries(
            CaseRows rows,
            DossierQueries queries,
            Procedures procedures,
            WorkingCalendars calendars,
            Areas areas,
            Clock clock) {
        this.rows = rows;
        this.queries = queries;
        this.procedures = procedures;
        this.calendars = calendars;
        this.areas = areas;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Progress> of(CaseId id) {
        return rows.find(id).map(this::progress);
    }

    private Progress progress(CaseFile file) {
        var procedure = procedures.version(file.procedure(), file.version()).orElseThrow();
        var now = file.now();
        var state = procedure.state(now.state());
        var leading = now.clocks().leading();
        var awaited = now.hold() == Hold.SUPPLEMENT
                ? queries.supplement(file.id()).map(CaseView.CaseSupplementView::items)
                : Optional.<java.util.List<String>>empty();
        return new Progress(
                file.number(),
                procedure.names(),
                state.names(),
                now.hold() == Hold.SUPPLEMENT ? "APPLICANT" : state.turn().name(),
                areas.unit(now.unit())
                        .map(Unit::names)
                        .orElse(Names.of(now.unit().value(), now.unit().value())),
                leading.map(this::colour),
                Moments.ofDue(now.due()),
                leading.filter(clock -> clock.pausedAt().isPresent())
                        .flatMap(ClockState::reason)
                        .map(Enum::name),
                leading.flatMap(clock -> calendars.terms().due(clock).assumedFrom())
                        .map(java.time.Year::getValue),
                awaited.orElse(java.util.List.of()),
                file.openedAt(),
                Optional.ofNullable(now.endedAt()),
                queries.states(file.id()).stream()
                        .map(reached ->
                                new Step(procedure.state(reached.state()).names(), reached.at()))
                        .toList());
    }

    private String colour(ClockState clock) {
        if (clock.stoppedAt().isPresent()) {
            return "DONE";
        }
        return clock.pausedAt().isPresent()
                ? "PAUSED"
                : calendars.terms().colour(clock, this.clock.instant()).name();
    }
}
