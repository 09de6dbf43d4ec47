package org.linli.registry.organisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.privacy.Masking;
import org.linli.registry.change.VoidForm;
import org.linli.registry.change.WhyForm;
import org.linli.registry.history.ChangeView;
import org.linli.registry.listing.Cursor;
import org.linli.registry.listing.PlaceNames;
import org.linli.registry.listing.Position;
import org.linli.registry.organisation.OrganisationRows.OrganisationRow;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;
import org.linli.shared.Point;
import org.linli.shared.Refusal;
import org.linli.shared.Uscc;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Organisations: found, shown, registered, corrected, dissolved, voided. */
@RestController
@RequestMapping("/api/registry/organisations")
class OrganisationController {

    private final Organisations organisations;
    private final PlaceNames places;
    private final Areas areas;

    OrganisationController(Organisations organisations, PlaceNames places, Areas areas) {
        this.organisations = organisations;
        this.places = places;
        this.areas = areas;
    }

    record OrganisationLineView(
            UUID id,
            @Nullable String uscc,
            String name,
            OrganisationKind kind,
            @Nullable String address,
            DivisionCode division,
            Names divisionNames,
            @Nullable LocalDate dissolvedOn) {}

    record OrganisationPageView(
            List<OrganisationLineView> items, @Nullable String next) {}

    /** An organisation's page; the representative's name and the phone masked. */
    record OrganisationView(
            UUID id,
            @Nullable String uscc,
            String name,
            OrganisationKind kind,
            @Nullable String legalRepresentative,
            @Nullable String phone,
            @Nullable String address,
            DivisionCode division,
            Names divisionNames,
            @Nullable Point at,
            @Nullable Integer employees,
            @Nullable LocalDate establishedOn,
            @Nullable LocalDate dissolvedOn,
            int revision,
            boolean voided) {}

    /** What is known of it. Without a phone the one that is stored stays, and so does the representative's name. */
    record OrganisationFactsForm(
            @Nullable String uscc,
            @NotBlank @Size(max = 100) String name,
            @NotNull OrganisationKind kind,
            @Nullable @Size(max = 100) String legalRepresentative,
            @Nullable @Size(max = 40) String phone,
            @Nullable @Size(max = 100) String address,
            @NotBlank String division,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable Integer employees,
            @Nullable LocalDate establishedOn) {}

    record AddOrganisationForm(
            @Valid @NotNull OrganisationFactsForm facts,
            @Valid @NotNull WhyForm why) {}

    record CorrectOrganisationForm(
            int revision,
            @Valid @NotNull OrganisationFactsForm facts,
            @Valid @NotNull WhyForm why) {}

    record DissolveForm(
            int revision,
            @NotNull LocalDate on,
            @Valid @NotNull WhyForm why) {}

    /** For what the full values are needed. */
    record RevealContactForm(@NotBlank @Size(max = 200) String purpose) {}

    record ContactView(
            @Nullable String legalRepresentative, @Nullable String phone) {}

    @GetMapping
    OrganisationPageView listOrganisations(
            Acting by,
            @RequestParam String area,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable OrganisationKind kind,
            @RequestParam(defaultValue = "false") boolean dissolved,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        var question = new OrganisationQueries.Question(
                areas.requireDivision(area).code(), Optional.ofNullable(kind), filled(text), dissolved);
        var page = organisations
                .find(by, question, Cursor.read(after, 2), Cursor.limit(limit))
                .map(this::line);
        return new OrganisationPageView(page.items(), page.next().orElse(null));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OrganisationView addOrganisation(Acting by, @Valid @RequestBody AddOrganisationForm form) {
        return view(organisations.add(by, facts(form.facts()), form.why().because()));
    }

    @GetMapping("/{id}")
    OrganisationView readOrganisation(Acting by, @PathVariable UUID id) {
        return view(organisations.read(by, id));
    }

    @GetMapping("/{id}/changes")
    List<ChangeView> listOrganisationChanges(Acting by, @PathVariable UUID id) {
        return organisations.changes(by, id);
    }

    @PostMapping("/{id}/reveal")
    ContactView revealOrganisationContact(
            Acting by, @PathVariable UUID id, @Valid @RequestBody RevealContactForm form) {
        var facts = organisations.reveal(by, id, form.purpose()).facts();
        return new ContactView(
                facts.legalRepresentative().orElse(null), facts.phone().orElse(null));
    }

    @PostMapping("/{id}/correct")
    OrganisationView correctOrganisation(
            Acting by, @PathVariable UUID id, @Valid @RequestBody CorrectOrganisationForm form) {
        return view(organisations.correct(
                by, id, form.revision(), facts(form.facts()), form.why().because()));
    }

    @PostMapping("/{id}/dissolve")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dissolveOrganisation(Acting by, @PathVariable UUID id, @Valid @RequestBody DissolveForm form) {
        organisations.dissolve(by, id, form.revision(), form.on(), form.why().because());
    }

    @PostMapping("/{id}/void")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void voidOrganisation(Acting by, @PathVariable UUID id, @Valid @RequestBody VoidForm form) {
        organisations.voidOne(by, id, form.revision(), form.why().because());
    }

    private OrganisationFacts facts(OrganisationFactsForm form) {
        return new OrganisationFacts(
                filled(form.uscc()).map(OrganisationController::uscc),
                form.name(),
                form.kind(),
                Optional.ofNullable(form.legalRepresentative()),
                Optional.ofNullable(form.phone()),
                Optional.ofNullable(form.address()),
                areas.requireDivision(form.division()).code(),
                Position.read(form.lon(), form.lat()),
                Optional.ofNullable(form.employees()),
                Optional.ofNullable(form.establishedOn()));
    }

    private static Uscc uscc(String typed) {
        try {
            return Uscc.read(typed);
        } catch (Refusal refusal) {
            throw refusal.at("uscc");
        }
    }

    private static Optional<String> filled(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(one -> !one.isEmpty());
    }

    private OrganisationLineView line(OrganisationQueries.Line line) {
        return new OrganisationLineView(
                line.id(),
                line.uscc(),
                line.name(),
                line.kind(),
                line.address(),
                line.division(),
                places.of(line.division()),
                line.dissolvedOn());
    }

    private OrganisationView view(OrganisationRow row) {
        var facts = row.facts();
        return new OrganisationView(
                row.id(),
                facts.uscc().map(Uscc::value).orElse(null),
                facts.name(),
                facts.kind(),
                facts.legalRepresentative().map(Masking::name).orElse(null),
                facts.phone().map(Masking::phone).orElse(null),
                facts.address().orElse(null),
                facts.division(),
                places.of(facts.division()),
                facts.at().orElse(null),
                facts.employees().orElse(null),
                facts.establishedOn().orElse(null),
                row.dissolvedOn(),
                row.revision(),
                row.voided());
    }
}
