package org.linli.grid.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.access.Acting;
import org.linli.grid.DemoPeopleQueries;
import org.linli.grid.catalogue.Template.Target;
import org.linli.grid.catalogue.Templates;
import org.linli.grid.visit.PlanQueries.Which;
import org.linli.grid.visit.Visit.Result;
import org.linli.registry.Inventory;
import org.linli.shared.DemoData;
import org.linli.shared.DemoPast;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.springframework.stereotype.Component;

/** Rounds over the demo's community, some of them done, with a finding here and there. */
@Component
class DemoVisits implements DemoData {

    private static final DivisionCode COMMUNITY = DivisionCode.of("150203001015");
    private static final int DONE_OF_EACH = 9;

    private final DemoPeopleQueries people;
    private final Rounds rounds;
    private final Visiting visiting;
    private final PlanQueries plans;
    private final Templates templates;
    private final Inventory inventory;
    private final Clock clock;

    DemoVisits(
            DemoPeopleQueries people,
            Rounds rounds,
            Visiting visiting,
            PlanQueries plans,
            Templates templates,
            Inventory inventory,
            Clock clock) {
        this.people = people;
        this.rounds = rounds;
        this.visiting = visiting;
        this.plans = plans;
        this.templates = templates;
        this.inventory = inventory;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 94;
    }

    @Override
    public void load(Size size) {
        var lead = people.acting("gridlead");
        var worker = people.acting("grid");
        if (size == Size.NONE || lead.isEmpty() || worker.isEmpty() || !people.isEmpty("grid.plan")) {
            return;
        }
        var first = DivisionCode.of(COMMUNITY + "001");
        send(lead.get(), "civility", COMMUNITY, 5);
        send(lead.get(), "screening", COMMUNITY, 10);
        send(lead.get(), "support", COMMUNITY, 7);
        send(lead.get(), "fire-stairwell", first, 30);
        send(lead.get(), "opinion", DivisionCode.of(COMMUNITY + "002"), 60);
        for (var template : List.of("civility", "screening", "support", "fire-stairwell", "opinion")) {
            visit(worker.get(), template);
        }
    }

    private void send(Acting by, String template, DivisionCode area, int days) {
        var target = templates.require(template).target();
        var isThere = switch (target) {
            case CELL -> true;
            case PERSON -> !inventory.inside(area, Inventory.Kind.ELDER_ALONE).isEmpty();
            case HOUSEHOLD -> !inventory.inside(area, Inventory.Kind.HOUSEHOLD).isEmpty();
            case DWELLING -> !inventory.inside(area, Inventory.Kind.DWELLING).isEmpty();
            case PLACE, ORGANISATION -> false;
        };
        if (isThere) {
            DemoPast.ago(
                    Duration.ofDays(12),
                    () -> rounds.send(
                            by,
                            new Rounds.NewRound(
                                    Ids.next().toString(),
                                    template,
                                    area,
                                    LocalDate.now(clock).plusDays(days),
                                    List.of())));
        }
    }

    /** What lies in the worker's own three cells. */
    private void visit(Acting worker, String template) {
        var today = LocalDate.now(clock);
        var due = plans
                .page(COMMUNITY, Which.DUE, template, today.minusDays(30), today.plusDays(90), today, null, 200)
                .items()
                .stream()
                .filter(plan -> Integer.parseInt(plan.cell().value().substring(12)) <= 3)
                .limit(DONE_OF_EACH)
                .toList();
        for (var n = 0; n < due.size(); n++) {
            var plan = due.get(n);
            var number = n;
            DemoPast.ago(Duration.ofHours(20 + 7L * n), () -> visit(worker, plan, number));
        }
    }

    private void visit(Acting worker, Plan plan, int number) {
        var nobody = number % 5 == 3 && plan.target() != Target.CELL;
        var found = number % 6 == 1;
        visiting.record(
                worker,
                new MakeVisit(
                        Ids.next(),
                        Ids.next().toString(),
                        Optional.of(plan.id()),
                        plan.template(),
                        plan.cell(),
                        Optional.empty(),
                        nobody ? Result.NOBODY_THERE : Result.DONE,
                        nobody ? Map.of() : answers(plan.template(), found),
                        nobody ? "敲门无人，已留便条" : "情况正常",
                        number % 4 == 2 ? "单元门口" : "",
                        List.of(),
                        people.middle(plan.cell()),
                        true,
                        Optional.empty()));
    }

    private static Map<String, String> answers(String template, boolean found) {
        return switch (template) {
            case "civility" -> Map.of("rubbish", found ? "YES" : "NO", "bikes", "YES", "bills", "NO", "notice", "YES");
            case "screening" -> Map.of("dispute", "NO", "kinds", "");
            case "support" -> Map.of("wellbeing", found ? "bad" : "good", "food", "YES", "wish", "希望有人常来说说话");
            case "fire-stairwell" ->
                Map.of(
                        "charging",
                        found ? "YES" : "NO",
                        "stairwell",
                        "NO",
                        "wiring",
                        "NO",
                        "gas",
                        "good",
                        "detector",
                        "YES");
            default ->
                Map.of("security", "good", "property", found ? "poor" : "fair", "need", "希望修好路灯", "suggestion", "NO");
        };
    }
}
