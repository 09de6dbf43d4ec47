package org.linli.registry.dwelling;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.registry.change.VoidForm;
import org.linli.registry.change.WhyForm;
import org.linli.registry.dwelling.CompoundRows.CompoundRow;
import org.linli.registry.history.ChangeView;
import org.linli.registry.listing.Cursor;
import org.linli.registry.listing.PlaceNames;
import org.linli.registry.listing.Position;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;
import org.linli.shared.Point;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Compounds: listed, registered, corrected, voided. */
@RestController
@RequestMapping("/api/registry/compounds")
class CompoundController {

    private static final int COMPOUND_KEY = 3;

    private final Compounds compounds;
    private final PlaceNames places;
    private final Areas areas;

    CompoundController(Compounds compounds, PlaceNames places, Areas areas) {
        this.compounds = compounds;
        this.places = places;
        this.areas = areas;
    }

    /** A compound as pages show it. */
    record CompoundView(
            UUID id,
            DivisionCode community,
            Names communityNames,
            String name,
            List<String> otherNames,
            @Nullable Point at,
            int revision,
            boolean voided) {}

    record CompoundPageView(
            List<CompoundView> items, @Nullable String next) {}

    /** A compound to be registered. */
    record AddCompoundForm(
            @NotBlank String community,
            @NotBlank @Size(max = 50) String name,
            @Nullable List<String> otherNames,
            @Nullable Double lon,
            @Nullable Double lat,
            @Valid @NotNull WhyForm why) {}

    /** What a compound is instead. */
    record CorrectCompoundForm(
            int revision,
            @NotBlank @Size(max = 50) String name,
            @Nullable List<String> otherNames,
            @Nullable Double lon,
            @Nullable Double lat,
            @Valid @NotNull WhyForm why) {}

    @GetMapping
    CompoundPageView listCompounds(
            Acting by,
            @RequestParam String area,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        var place = areas.requireDivision(area).code();
        var page = compounds
                .within(by, place, Cursor.read(after, COMPOUND_KEY), Cursor.limit(limit))
                .map(this::view);
        return new CompoundPageView(page.items(), page.next().orElse(null));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CompoundView addCompound(Acting by, @Valid @RequestBody AddCompoundForm form) {
        var community = areas.requireDivision(form.community()).code();
        var facts = facts(form.name(), form.otherNames(), form.lon(), form.lat());
        return view(compounds.add(by, community, facts, form.why().because()));
    }

    @GetMapping("/{id}")
    CompoundView readCompound(Acting by, @PathVariable UUID id) {
        return view(compounds.read(by, id));
    }

    @PostMapping("/{id}/correct")
    CompoundView correctCompound(Acting by, @PathVariable UUID id, @Valid @RequestBody CorrectCompoundForm form) {
        var facts = facts(form.name(), form.otherNames(), form.lon(), form.lat());
        return view(compounds.correct(by, id, form.revision(), facts, form.why().because()));
    }

    @PostMapping("/{id}/void")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void voidCompound(Acting by, @PathVariable UUID id, @Valid @RequestBody VoidForm form) {
        compounds.voidOne(by, id, form.revision(), form.why().because());
    }

    @GetMapping("/{id}/changes")
    List<ChangeView> listCompoundChanges(Acting by, @PathVariable UUID id) {
        return compounds.changes(by, id);
    }

    @GetMapping("/{id}/dwellings")
    DwellingPageView listDwellingsOfCompound(
            Acting by,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        var page = compounds
                .dwellings(by, id, Cursor.read(after, 1), Cursor.limit(limit))
                .map(row -> DwellingLineView.of(row, places));
        return new DwellingPageView(page.items(), page.next().orElse(null));
    }

    private static CompoundFacts facts(
            String name, @Nullable List<String> others, @Nullable Double lon, @Nullable Double lat) {
        return new CompoundFacts(name, others == null ? List.of() : others, Position.read(lon, lat));
    }

    private CompoundView view(CompoundRow row) {
        return new CompoundView(
                row.id(),
                row.community(),
                places.of(row.community()),
                row.facts().name(),
                row.facts().otherNames(),
                row.facts().at().orElse(null),
                row.revision(),
                row.voided());
    }
}
