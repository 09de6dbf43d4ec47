package org.linli.grid.visit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.grid.catalogue.Template.Target;
import org.linli.grid.catalogue.Templates;
import org.linli.grid.visit.Visit.Result;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.linli.shared.RepeatedRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Visits that were made. */
@RestController
@RequestMapping("/api/grid/visits")
class GridVisitController {

    private static final int MOST = 100;

    private final VisitPages pages;
    private final Visiting visiting;
    private final Templates templates;
    private final Areas areas;

    GridVisitController(VisitPages pages, Visiting visiting, Templates templates, Areas areas) {
        this.pages = pages;
        this.visiting = visiting;
        this.templates = templates;
        this.areas = areas;
    }

    /** A visit in a list: nothing that anybody answered. */
    record GridVisitRowView(
            UUID id,
            String template,
            String cell,
            Target target,
            @Nullable UUID targetId,
            Result result,
            int findings,
            String by,
            Instant doneAt) {}

    record GridVisitPageView(
            List<GridVisitRowView> items, @Nullable String next) {}

    record GridVisitView(
            GridVisitRowView row,
            @Nullable UUID plan,
            Map<String, String> answers,
            String note,
            String place,
            List<UUID> events,
            @Nullable Instant occurredAt) {}

    record RecordVisitForm(
            @NotBlank @Size(max = 80) String requestKey,
            @Nullable UUID plan,
            @NotBlank String template,
            @NotBlank String cell,
            @Nullable UUID targetId,
            @NotNull Result result,
            @NotNull @Size(max = 60) Map<String, String> answers,
            @Nullable @Size(max = 2000) String note,
            @Nullable @Size(max = 200) String place) {}

    @GetMapping
    GridVisitPageView listGridVisits(
            Acting by,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String template,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "30") int limit) {
        var inside = area == null || area.isBlank()
                ? by.area()
                : areas.requireDivision(area).code();
        var length = Math.clamp(limit, 1, MOST);
        var found = pages.list(by, inside, Optional.ofNullable(template), Optional.ofNullable(after), length + 1);
        var shown = found.size() > length ? found.subList(0, length) : found;
        var last = shown.isEmpty() ? null : shown.getLast();
        return new GridVisitPageView(
                shown.stream().map(GridVisitController::row).toList(),
                found.size() > length && last != null ? last.doneAt() + "_" + last.id() : null);
    }

    @GetMapping("/{id}")
    GridVisitView showGridVisit(Acting by, @PathVariable UUID id) {
        return view(pages.show(by, id));
    }

    @PostMapping
    GridVisitView recordGridVisit(Acting by, @Valid @RequestBody RecordVisitForm form) {
        var id = RepeatedRequest.answer(() -> visiting.record(by, command(form)));
        return view(pages.show(by, id));
    }

    private MakeVisit command(RecordVisitForm form) {
        return new MakeVisit(
                Ids.next(),
                form.requestKey(),
                Optional.ofNullable(form.plan()),
                form.template(),
                areas.requireDivision(form.cell()).code().upTo(DivisionCode.Level.GRID_CELL),
                Optional.ofNullable(form.targetId())
                        .map(id -> new MakeVisit.Whom(
                                templates.require(form.template()).target(), id)),
                form.result(),
                form.answers(),
                form.note() == null ? "" : form.note(),
                form.place() == null ? "" : form.place(),
                List.of(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    private static GridVisitRowView row(Visit visit) {
        return new GridVisitRowView(
                visit.id(),
                visit.template(),
                visit.cell().value(),
                visit.target(),
                visit.targetId().orElse(null),
                visit.result(),
                visit.findings(),
                visit.name(),
                visit.doneAt());
    }

    private static GridVisitView view(Visit visit) {
        return new GridVisitView(
                row(visit),
                visit.plan().orElse(null),
                visit.answers(),
                visit.note(),
                visit.place(),
                visit.events(),
                visit.occurredAt().orElse(null));
    }
}
