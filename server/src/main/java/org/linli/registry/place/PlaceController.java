package org.linli.registry.place;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.registry.change.VoidForm;
import org.linli.registry.change.WhyForm;
import org.linli.registry.history.ChangeView;
import org.linli.registry.listing.Cursor;
import org.linli.registry.listing.PlaceNames;
import org.linli.registry.listing.Position;
import org.linli.registry.place.PlaceRows.PlaceRow;
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

/** Places: listed, shown, registered, corrected, voided. */
@RestController
@RequestMapping("/api/registry/places")
class PlaceController {

    private final RegisteredPlaces places;
    private final PlaceNames names;
    private final Areas areas;

    PlaceController(RegisteredPlaces places, PlaceNames names, Areas areas) {
        this.places = places;
        this.names = names;
        this.areas = areas;
    }

    record RegisteredPlaceView(
            UUID id,
            PlaceKind kind,
            String name,
            @Nullable UUID organisation,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String openingHours,
            DivisionCode division,
            Names divisionNames,
            @Nullable Point at,
            int revision,
            boolean voided) {}

    record RegisteredPlacePageView(
            List<RegisteredPlaceView> items, @Nullable String next) {}

    record PlaceFactsForm(
            @NotNull PlaceKind kind,
            @NotBlank @Size(max = 100) String name,
            @Nullable UUID organisation,
            @Nullable @Size(max = 100) String address,
            @Nullable @Size(max = 40) String phone,
            @Nullable @Size(max = 100) String openingHours,
            @NotBlank String division,
            @Nullable Double lon,
            @Nullable Double lat) {}

    record AddPlaceForm(
            @Valid @NotNull PlaceFactsForm facts,
            @Valid @NotNull WhyForm why) {}

    record CorrectPlaceForm(
            int revision,
            @Valid @NotNull PlaceFactsForm facts,
            @Valid @NotNull WhyForm why) {}

    @GetMapping
    RegisteredPlacePageView listPlaces(
            Acting by,
            @RequestParam String area,
            @RequestParam(required = false) @Nullable PlaceKind kind,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        var place = areas.requireDivision(area).code();
        var looked = Optional.ofNullable(text).map(String::strip).filter(one -> !one.isEmpty());
        var page = places.within(
                        by, place, Optional.ofNullable(kind), looked, Cursor.read(after, 2), Cursor.limit(limit))
                .map(this::view);
        return new RegisteredPlacePageView(page.items(), page.next().orElse(null));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    RegisteredPlaceView addPlace(Acting by, @Valid @RequestBody AddPlaceForm form) {
        return view(places.add(by, facts(form.facts()), form.why().because()));
    }

    @GetMapping("/{id}")
    RegisteredPlaceView readPlace(Acting by, @PathVariable UUID id) {
        return view(places.read(by, id));
    }

    @GetMapping("/{id}/changes")
    List<ChangeView> listPlaceChanges(Acting by, @PathVariable UUID id) {
        return places.changes(by, id);
    }

    @PostMapping("/{id}/correct")
    RegisteredPlaceView correctPlace(Acting by, @PathVariable UUID id, @Valid @RequestBody CorrectPlaceForm form) {
        return view(places.correct(
                by, id, form.revision(), facts(form.facts()), form.why().because()));
    }

    @PostMapping("/{id}/void")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void voidPlace(Acting by, @PathVariable UUID id, @Valid @RequestBody VoidForm form) {
        places.voidOne(by, id, form.revision(), form.why().because());
    }

    private PlaceFacts facts(PlaceFactsForm form) {
        return new PlaceFacts(
                form.kind(),
                form.name(),
                Optional.ofNullable(form.organisation()),
                Optional.ofNullable(form.address()),
                Optional.ofNullable(form.phone()),
                Optional.ofNullable(form.openingHours()),
                areas.requireDivision(form.division()).code(),
                Position.read(form.lon(), form.lat()));
    }

    private RegisteredPlaceView view(PlaceRow row) {
        var facts = row.facts();
        return new RegisteredPlaceView(
                row.id(),
                facts.kind(),
                facts.name(),
                facts.organisation().orElse(null),
                facts.address().orElse(null),
                facts.phone().orElse(null),
                facts.openingHours().orElse(null),
                facts.division(),
                names.of(facts.division()),
                facts.at().orElse(null),
                row.revision(),
                row.voided());
    }
}
