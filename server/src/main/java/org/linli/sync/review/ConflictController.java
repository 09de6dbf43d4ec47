package org.linli.sync.review;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.shared.DivisionCode;
import org.linli.shared.Page;
import org.linli.shared.Refusal;
import org.linli.sync.SyncReason;
import org.linli.sync.SyncWords;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The desk where conflicts are decided. */
@RestController
@RequestMapping("/api/sync/conflicts")
class ConflictController {

    private static final int PAGE = 30;

    private final ConflictQueries queries;
    private final ConflictViews views;
    private final Deciding deciding;
    private final Areas areas;

    ConflictController(ConflictQueries queries, ConflictViews views, Deciding deciding, Areas areas) {
        this.queries = queries;
        this.views = views;
        this.deciding = deciding;
        this.areas = areas;
    }

    /** Which conflicts are listed. */
    enum ConflictState {
        OPEN,
        DECIDED
    }

    @GetMapping
    Page<ConflictViews.ConflictLineView> listConflicts(
            Acting by,
            @RequestParam Optional<String> area,
            @RequestParam(defaultValue = "OPEN") ConflictState state,
            @RequestParam Optional<UUID> after) {
        var place = place(by, area);
        var ids = queries.page(place, state == ConflictState.OPEN, after.orElse(null), PAGE + 1);
        var shown = ids.subList(0, Math.min(PAGE, ids.size()));
        var next = ids.size() > PAGE ? Optional.of(shown.getLast().toString()) : Optional.<String>empty();
        var conflicts = queries.all(shown);
        return new Page<>(
                shown.stream().map(conflicts::get).map(ConflictViews::line).toList(), next);
    }

    /** How many wait, how many of them too long, and since when the oldest. */
    @GetMapping("/figures")
    ConflictQueries.Figures countConflicts(Acting by, @RequestParam Optional<String> area) {
        return queries.figures(place(by, area));
    }

    @GetMapping("/{id}")
    ConflictViews.ConflictView readConflict(Acting by, @PathVariable UUID id) {
        var conflict = queries.find(id).orElseThrow(() -> Refusal.because(SyncReason.UNKNOWN_CONFLICT));
        by.require(SyncWords.READ_CONFLICTS, DivisionCode.of(conflict.area()));
        return views.of(by, conflict);
    }

    /**
     * One choice for each field, and why.
     *
     * @param same of a duplicate: whether it is the record that is there
     */
    record DecideForm(
            @NotNull Map<String, Deciding.FieldDecision> decisions,
            @Nullable Boolean same,
            @NotBlank @Size(max = 400) String reason) {}

    @PostMapping("/{id}/decide")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decideConflict(Acting by, @PathVariable UUID id, @Valid @RequestBody DecideForm form) {
        deciding.decide(by, id, form.decisions(), Boolean.TRUE.equals(form.same()), form.reason());
    }

    private DivisionCode place(Acting by, Optional<String> area) {
        var place = area.map(code -> areas.requireDivision(code).code()).orElse(by.area());
        by.require(SyncWords.READ_CONFLICTS, place);
        return place;
    }
}
