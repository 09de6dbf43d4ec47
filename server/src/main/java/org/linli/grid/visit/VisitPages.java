package org.linli.grid.visit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.grid.GridReason;
import org.linli.grid.GridWords;
import org.linli.grid.catalogue.Template;
import org.linli.privacy.DisclosureLedger;
import org.linli.shared.DivisionCode;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans and visits read at desks; what somebody answered is shown one visit at a time, and noted. */
@Service
class VisitPages {

    /** Later than all, since the newest come first. */
    private static final Place BEGINNING = new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    private final GridVisitRows rows;
    private final PlanQueries plans;
    private final DisclosureLedger disclosures;
    private final AuditTrail audit;
    private final Clock clock;

    VisitPages(GridVisitRows rows, PlanQueries plans, DisclosureLedger disclosures, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.plans = plans;
        this.disclosures = disclosures;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<PlanQueries.Share> shares(Acting by, DivisionCode area, LocalDate from, LocalDate until) {
        by.require(GridWords.READ_VISITS, area);
        return plans.shares(area, digitsBelow(area), from, until, LocalDate.now(clock));
    }

    /** The parts an area is divided into; a cell has none. */
    static int digitsBelow(DivisionCode area) {
        return switch (area.level()) {
            case PROVINCE, CITY -> 6;
            case DISTRICT -> 9;
            case SUB_DISTRICT -> 12;
            case COMMUNITY, GRID_CELL -> 15;
        };
    }

    @Transactional(readOnly = true)
    List<Visit> list(Acting by, DivisionCode area, Optional<String> template, Optional<String> after, int limit) {
        by.require(GridWords.READ_VISITS, area);
        var place = after.map(VisitPages::place).orElse(BEGINNING);
        return rows.inside(area, template, place.before(), place.id(), limit);
    }

    /** Where a page ended. */
    private record Place(Instant before, UUID id) {}

    private static Place place(String after) {
        try {
            var parts = after.split("_", 2);
            return new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (RuntimeException malformed) {
            throw Refusal.ofField("after", GridReason.MALFORMED);
        }
    }

    @Transactional
    Visit show(Acting by, UUID id) {
        by.require(GridWords.READ_VISITS);
        var visit = rows.find(id)
                .filter(found -> by.isSystem() || by.area().covers(found.cell()))
                .orElseThrow(() -> Refusal.because(GridReason.UNKNOWN_VISIT));
        audit.note(by, GridWords.READ_VISITS, "grid.visit:" + id, Map.of());
        visit.targetId()
                .filter(target -> visit.target() == Template.Target.PERSON)
                .ifPresent(person -> disclosures.note(
                        by, "person:" + person, Set.of("visitAnswers"), GridWords.READ_VISITS, "grid.visit:" + id));
        return visit;
    }
}
