package org.linli.registry.dwelling;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.registry.change.VoidForm;
import org.linli.registry.change.WhyForm;
import org.linli.registry.dwelling.DwellingRows.DwellingRow;
import org.linli.registry.history.AsOf;
import org.linli.registry.history.ChangeView;
import org.linli.registry.listing.Cursor;
import org.linli.registry.listing.PlaceNames;
import org.linli.registry.listing.Position;
import org.linli.shared.DivisionCode;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Dwellings: listed, shown as of a day, registered, corrected, voided. */
@RestController
@RequestMapping("/api/registry")
class DwellingController {

    private final Dwellings dwellings;
    private final PlaceNames places;
    private final Areas areas;
    private final Clock clock;

    DwellingController(Dwellings dwellings, PlaceNames places, Areas areas, Clock clock) {
        this.dwellings = dwellings;
        this.places = places;
        this.areas = areas;
        this.clock = clock;
    }

    /** What is known of a dwelling. Without a division it counts in the cell that its position lies in. */
    record DwellingFactsForm(
            @NotNull @Size(max = 20) String building,
            @NotNull @Size(max = 20) String unit,
            @Nullable Integer floor,
            @NotNull @Size(max = 20) String room,
            @Nullable String division,
            @Nullable Double lon,
            @Nullable Double lat,
            @NotNull DwellingUse use,
            @Nullable BigDecimal squareMetres) {

        DwellingFacts facts() {
            return new DwellingFacts(
                    building,
                    unit,
                    Optional.ofNullable(floor),
                    room,
                    Position.read(lon, lat),
                    use,
                    Optional.ofNullable(squareMetres));
        }
    }

    record AddDwellingForm(
            @NotNull UUID compound,
            @Valid @NotNull DwellingFactsForm facts,
            @Valid @NotNull WhyForm why) {}

    record CorrectDwellingForm(
            int revision,
            @Valid @NotNull DwellingFactsForm facts,
            @Valid @NotNull WhyForm why) {}

    @GetMapping("/areas/{code}/dwellings")
    DwellingPageView listDwellings(
            Acting by,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable DwellingUse use,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        var place = areas.requireDivision(code).code();
        var page = dwellings
                .within(by, place, Optional.ofNullable(use), Cursor.read(after, 2), Cursor.limit(limit))
                .map(row -> DwellingLineView.of(row, places));
        return new DwellingPageView(page.items(), page.next().orElse(null));
    }

    @PostMapping("/dwellings")
    @ResponseStatus(HttpStatus.CREATED)
    DwellingLineView addDwelling(Acting by, @Valid @RequestBody AddDwellingForm form) {
        var facts = form.facts();
        return line(dwellings.add(
                by,
                form.compound(),
                division(facts.division()),
                facts.facts(),
                form.why().because()));
    }

    @GetMapping("/dwellings/{id}")
    DwellingView readDwelling(
            Acting by, @PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate on) {
        var day = AsOf.of(on, clock);
        return DwellingView.of(dwellings.show(by, id, day), day, places);
    }

    @GetMapping("/dwellings/{id}/changes")
    List<ChangeView> listDwellingChanges(Acting by, @PathVariable UUID id) {
        return dwellings.changes(by, id);
    }

    @PostMapping("/dwellings/{id}/correct")
    DwellingLineView correctDwelling(Acting by, @PathVariable UUID id, @Valid @RequestBody CorrectDwellingForm form) {
        var facts = form.facts();
        return line(dwellings.correct(
                by,
                id,
                form.revision(),
                division(facts.division()),
                facts.facts(),
                form.why().because()));
    }

    @PostMapping("/dwellings/{id}/void")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void voidDwelling(Acting by, @PathVariable UUID id, @Valid @RequestBody VoidForm form) {
        dwellings.voidOne(by, id, form.revision(), form.why().because());
    }

    private DwellingLineView line(DwellingRow row) {
        return DwellingLineView.of(row, places);
    }

    private @Nullable DivisionCode division(@Nullable String code) {
        return code == null || code.isBlank()
                ? null
                : areas.requireDivision(code.strip()).code();
    }
}
