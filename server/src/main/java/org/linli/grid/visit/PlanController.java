package org.linli.grid.visit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.grid.GridWords;
import org.linli.grid.catalogue.Template;
import org.linli.grid.catalogue.Template.Question;
import org.linli.grid.catalogue.Template.Target;
import org.linli.grid.catalogue.Templates;
import org.linli.grid.visit.PlanQueries.Which;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;
import org.linli.shared.RepeatedRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Templates, rounds, and what is due. */
@RestController
@RequestMapping("/api/grid")
class PlanController {

    private static final int MOST = 200;
    private static final int SPAN_DAYS = 92;

    private final Templates templates;
    private final Rounds rounds;
    private final PlanQueries plans;
    private final VisitPages pages;
    private final Areas areas;
    private final Clock clock;

    PlanController(Templates templates, Rounds rounds, PlanQueries plans, VisitPages pages, Areas areas, Clock clock) {
        this.templates = templates;
        this.rounds = rounds;
        this.plans = plans;
        this.pages = pages;
        this.areas = areas;
        this.clock = clock;
    }

    record VisitTemplateView(
            UUID id,
            String code,
            Template.Kind kind,
            Target target,
            Names names,
            @Nullable Integer everyDays,
            List<Question> questions) {}

    record SendRoundForm(
            @NotBlank @Size(max = 80) String requestKey,
            @NotBlank String template,
            @NotBlank String area,
            @NotNull LocalDate dueOn,
            @Nullable @Size(max = 2000) List<UUID> people) {}

    record VisitRoundView(UUID id, String template, String area, LocalDate dueOn, int planned) {}

    record VisitPlanView(
            UUID id,
            String template,
            String cell,
            Target target,
            @Nullable UUID targetId,
            @Nullable String label,
            LocalDate dueOn,
            Plan.State state,
            int attempts,
            @Nullable UUID visit) {}

    record VisitPlanPageView(
            List<VisitPlanView> items, @Nullable String next) {}

    /** Of what is planned in one part of an area, how much is done; {@code planned} leaves out what was skipped. */
    record VisitCoverageView(
            String place,
            Names placeNames,
            String template,
            int planned,
            int done,
            int due,
            int overdue,
            int notMet,
            int skipped) {}

    record SkipPlanForm(@NotBlank @Size(max = 200) String reason) {}

    @GetMapping("/templates")
    List<VisitTemplateView> listVisitTemplates(Acting by) {
        return templates.all().stream()
                .map(template -> new VisitTemplateView(
                        template.id(),
                        template.code(),
                        template.kind(),
                        template.target(),
                        template.names(),
                        template.everyDays().orElse(null),
                        template.questions()))
                .toList();
    }

    @PostMapping("/rounds")
    VisitRoundView sendRound(Acting by, @Valid @RequestBody SendRoundForm form) {
        var command = new Rounds.NewRound(
                form.requestKey(),
                form.template(),
                areas.requireDivision(form.area()).code(),
                form.dueOn(),
                form.people() == null ? List.of() : form.people());
        var round = RepeatedRequest.answer(() -> rounds.send(by, command));
        return new VisitRoundView(round.id(), round.template(), round.area().value(), round.dueOn(), round.planned());
    }

    @GetMapping("/plans")
    VisitPlanPageView listVisitPlans(
            Acting by,
            @RequestParam(defaultValue = "DUE") Which which,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String template,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        var inside = area(by, area);
        by.require(GridWords.READ_VISITS, inside);
        var page = plans.page(
                inside, which, template, from(from), until(until), today(), after, Math.clamp(limit, 1, MOST));
        return new VisitPlanPageView(
                page.items().stream().map(PlanController::view).toList(),
                page.next().orElse(null));
    }

    /** By part of the area and template; each figure opens the rows of {@code /plans} with the same span. */
    @GetMapping("/plans/coverage")
    List<VisitCoverageView> coverVisitPlans(
            Acting by,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until) {
        return pages.shares(by, area(by, area), from(from), until(until)).stream()
                .map(share -> new VisitCoverageView(
                        share.place().value(),
                        areas.division(share.place())
                                .map(Areas.Division::shortNames)
                                .orElse(Names.of(share.place().value(), "")),
                        share.template(),
                        share.planned(),
                        share.done(),
                        share.due(),
                        share.overdue(),
                        share.notMet(),
                        share.skipped()))
                .toList();
    }

    @PostMapping("/plans/{id}/skip")
    void skipVisitPlan(Acting by, @PathVariable UUID id, @Valid @RequestBody SkipPlanForm form) {
        rounds.skip(by, id, form.reason());
    }

    private static VisitPlanView view(Plan plan) {
        return new VisitPlanView(
                plan.id(),
                plan.template(),
                plan.cell().value(),
                plan.target(),
                plan.targetId().orElse(null),
                plan.label().orElse(null),
                plan.dueOn(),
                plan.state(),
                plan.attempts(),
                plan.visit().orElse(null));
    }

    private DivisionCode area(Acting by, @Nullable String area) {
        return area == null || area.isBlank()
                ? by.area()
                : areas.requireDivision(area).code();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDate from(@Nullable LocalDate from) {
        return from == null ? today().minusDays(SPAN_DAYS) : from;
    }

    private LocalDate until(@Nullable LocalDate until) {
        return until == null ? today().plusDays(SPAN_DAYS) : until;
    }
}
