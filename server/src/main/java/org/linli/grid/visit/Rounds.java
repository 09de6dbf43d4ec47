package org.linli.grid.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.area.Areas;
import org.linli.grid.GridReason;
import org.linli.grid.GridWords;
import org.linli.grid.catalogue.Template;
import org.linli.grid.catalogue.Template.Target;
import org.linli.grid.catalogue.Templates;
import org.linli.grid.visit.PlanRows.Round;
import org.linli.registry.Inventory;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends templates out over an area: one plan for each target that lies in one of its cells. */
@Service
class Rounds {

    /** More than the households of a sub-district; a district is done sub-district by sub-district. */
    private static final int MOST = 60_000;

    private final PlanRows rows;
    private final Templates templates;
    private final Inventory inventory;
    private final Areas areas;
    private final AuditTrail audit;
    private final Clock clock;

    Rounds(PlanRows rows, Templates templates, Inventory inventory, Areas areas, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.templates = templates;
        this.inventory = inventory;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A round to be sent out.
     *
     * @param people whom to visit, of a template for people; none means elders who live alone
     */
    record NewRound(String requestKey, String template, DivisionCode area, LocalDate dueOn, List<UUID> people) {}

    @Transactional
    Round send(Acting by, NewRound command) {
        by.require(GridWords.PLAN_VISITS, command.area());
        var earlier = rows.ofRequest(command.requestKey());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (command.dueOn().isBefore(LocalDate.now(clock))) {
            throw Refusal.ofField("dueOn", GridReason.DAY_OVER);
        }
        var template = templates.require(command.template());
        var id = Ids.next();
        var plans = plans(id, template, command);
        if (plans.isEmpty()) {
            throw Refusal.because(GridReason.NOTHING_TO_VISIT);
        }
        if (plans.size() > MOST) {
            throw Refusal.ofField("area", GridReason.ROUND_TOO_LARGE, MOST);
        }
        var round = new Round(id, template.code(), command.area(), command.dueOn(), plans.size());
        rows.add(round, command.requestKey(), by, clock.instant());
        rows.add(plans);
        audit.note(
                by,
                GridWords.PLAN_VISITS,
                "grid.round:" + id,
                Map.of(
                        "template", template.code(),
                        "area", command.area().value(),
                        "planned", Integer.toString(plans.size())));
        return round;
    }

    @Transactional
    void skip(Acting by, UUID id, String why) {
        var plan = rows.hold(id).orElseThrow(() -> Refusal.because(GridReason.UNKNOWN_PLAN));
        by.require(GridWords.PLAN_VISITS, plan.cell());
        if (why.isBlank()) {
            throw Refusal.ofField("reason", GridReason.REASON_MISSING);
        }
        if (plan.state() != Plan.State.DUE) {
            throw Refusal.because(GridReason.PLAN_SETTLED);
        }
        rows.skip(id, why.strip(), by, clock.instant());
        audit.note(by, GridWords.PLAN_VISITS, "grid.plan:" + id, Map.of("act", "skip"));
    }

    /** Plans go where their targets went, since people move and cells are redrawn. */
    @Transactional
    int follow(DivisionCode area) {
        var moved = 0;
        for (var group : rows.open(area).stream()
                .collect(Collectors.groupingBy(PlanRows.Open::target))
                .entrySet()) {
            var now = where(
                    group.getKey(),
                    group.getValue().stream().map(PlanRows.Open::targetId).toList());
            for (var open : group.getValue()) {
                var cell = now.get(open.targetId());
                if (cell != null && !cell.equals(open.cell()) && cell.level() == DivisionCode.Level.GRID_CELL) {
                    rows.moveTo(open.id(), cell);
                    moved++;
                }
            }
        }
        return moved;
    }

    private Map<UUID, DivisionCode> where(Target target, List<UUID> ids) {
        var found = target == Target.PERSON ? inventory.people(ids) : inventory.find(ids, kind(target));
        return found.stream()
                .collect(Collectors.toMap(Inventory.Entry::id, Inventory.Entry::division, (one, other) -> one));
    }

    private List<Plan> plans(UUID round, Template template, NewRound command) {
        if (template.target() == Target.CELL) {
            return cells(command.area()).stream()
                    .map(cell -> plan(round, template, cell, Optional.empty(), Optional.empty(), command.dueOn()))
                    .toList();
        }
        var plans = new ArrayList<Plan>();
        for (var entry : targets(template.target(), command)) {
            if (entry.division().level() == DivisionCode.Level.GRID_CELL
                    && command.area().covers(entry.division())) {
                plans.add(plan(
                        round, template, entry.division(), Optional.of(entry.id()), entry.label(), command.dueOn()));
            }
        }
        plans.sort(Comparator.comparing(Plan::cell));
        return plans;
    }

    private List<Inventory.Entry> targets(Target target, NewRound command) {
        if (target == Target.PERSON) {
            return command.people().isEmpty()
                    ? inventory.inside(command.area(), Inventory.Kind.ELDER_ALONE)
                    : inventory.people(command.people());
        }
        return inventory.inside(command.area(), kind(target));
    }

    private static Inventory.Kind kind(Target target) {
        return switch (target) {
            case HOUSEHOLD -> Inventory.Kind.HOUSEHOLD;
            case DWELLING -> Inventory.Kind.DWELLING;
            case PLACE -> Inventory.Kind.PLACE;
            case ORGANISATION -> Inventory.Kind.ORGANISATION;
            case PERSON, CELL -> throw new IllegalArgumentException("not listed by division: " + target);
        };
    }

    private List<DivisionCode> cells(DivisionCode area) {
        return area.level() == DivisionCode.Level.GRID_CELL
                ? List.of(area)
                : areas.within(area).stream()
                        .flatMap(part -> cells(part.code()).stream())
                        .toList();
    }

    private static Plan plan(
            UUID round,
            Template template,
            DivisionCode cell,
            Optional<UUID> target,
            Optional<String> label,
            LocalDate dueOn) {
        return new Plan(
                Ids.next(),
                round,
                template.code(),
                cell,
                template.target(),
                target,
                label,
                dueOn,
                Plan.State.DUE,
                0,
                Optional.empty(),
                Optional.empty());
    }
}
