package org.linli.registry.household;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.privacy.Masking;
import org.linli.registry.RegistryReason;
import org.linli.registry.change.VoidForm;
import org.linli.registry.change.WhyForm;
import org.linli.registry.history.AsOf;
import org.linli.registry.history.ChangeView;
import org.linli.registry.listing.Cursor;
import org.linli.registry.listing.PlaceNames;
import org.linli.registry.residence.ResidenceKind;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;
import org.linli.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Households: listed, shown as of a day, founded and changed. */
@RestController
@RequestMapping("/api/registry")
class HouseholdController {

    private final Households households;
    private final MovingHouse moving;
    private final ReadingHouseholds reading;
    private final PlaceNames places;
    private final Areas areas;
    private final Clock clock;

    HouseholdController(
            Households households,
            MovingHouse moving,
            ReadingHouseholds reading,
            PlaceNames places,
            Areas areas,
            Clock clock) {
        this.households = households;
        this.moving = moving;
        this.reading = reading;
        this.places = places;
        this.areas = areas;
        this.clock = clock;
    }

    /** One line of a list, the head's name and the household number masked. */
    record HouseholdLineView(
            UUID id,
            @Nullable String number,
            HouseholdKind kind,
            @Nullable String head,
            int members,
            @Nullable UUID dwelling,
            @Nullable String address,
            DivisionCode division,
            Names divisionNames) {}

    record HouseholdPageView(
            List<HouseholdLineView> items, @Nullable String next) {}

    record RelatedForm(@NotNull UUID person, @NotBlank String relation) {}

    record FoundHouseholdForm(
            @Nullable @Size(max = 20) String number,
            @NotNull HouseholdKind kind,
            @NotNull UUID dwelling,
            @NotEmpty List<@Valid RelatedForm> members,
            @NotNull LocalDate from,
            @Valid @NotNull WhyForm why) {}

    record FoundedView(UUID id) {}

    record JoinForm(
            int revision,
            @NotNull UUID person,
            @NotBlank String relation,
            @NotNull LocalDate from,
            @Valid @NotNull WhyForm why) {}

    record LeaveForm(
            int revision,
            @NotNull UUID person,
            @NotNull LocalDate until,
            @Valid @NotNull WhyForm why) {}

    record RelateForm(
            int revision,
            @NotNull UUID person,
            @NotBlank String relation,
            @Valid @NotNull WhyForm why) {}

    /** A new head; relations that do not follow from the former ones are told. */
    record ChangeHeadForm(
            int revision,
            @NotNull UUID head,
            @NotNull List<@Valid RelatedForm> relations,
            @Valid @NotNull WhyForm why) {}

    /** What somebody would be to the new head; no relation where it has to be asked. */
    record ProposedRelationView(UUID person, @Nullable String relation) {}

    record MoveHouseholdForm(
            int revision,
            @NotNull UUID dwelling,
            @NotNull ResidenceKind kind,
            @Nullable String inflowReason,
            @NotNull LocalDate from,
            @Valid @NotNull WhyForm why) {}

    record MovedView(int people) {}

    record CorrectHouseholdForm(
            int revision,
            @Nullable @Size(max = 20) String number,
            @NotNull HouseholdKind kind,
            @Valid @NotNull WhyForm why) {}

    @GetMapping("/areas/{code}/households")
    HouseholdPageView listHouseholds(
            Acting by,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable HouseholdKind kind,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        var place = areas.requireDivision(code).code();
        var page = reading.within(by, place, Optional.ofNullable(kind), Cursor.read(after, 2), Cursor.limit(limit))
                .map(this::line);
        return new HouseholdPageView(page.items(), page.next().orElse(null));
    }

    @GetMapping("/households/{id}")
    HouseholdView readHousehold(
            Acting by, @PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate on) {
        var day = AsOf.of(on, clock);
        return HouseholdView.of(reading.show(by, id, day), day, places);
    }

    @GetMapping("/households/{id}/changes")
    List<ChangeView> listHouseholdChanges(Acting by, @PathVariable UUID id) {
        return reading.changes(by, id);
    }

    @PostMapping("/households")
    @ResponseStatus(HttpStatus.CREATED)
    FoundedView foundHousehold(Acting by, @Valid @RequestBody FoundHouseholdForm form) {
        var founding = new Households.Founding(
                filled(form.number()), form.kind(), form.dwelling(), related(form.members()), form.from());
        return new FoundedView(households.found(by, founding, form.why().because()));
    }

    @PostMapping("/households/{id}/join")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void joinHousehold(Acting by, @PathVariable UUID id, @Valid @RequestBody JoinForm form) {
        var relation = Relation.read(form.relation());
        households.join(
                by,
                id,
                form.revision(),
                form.person(),
                relation,
                form.from(),
                form.why().because());
    }

    @PostMapping("/households/{id}/leave")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leaveHousehold(Acting by, @PathVariable UUID id, @Valid @RequestBody LeaveForm form) {
        households.leave(
                by, id, form.revision(), form.person(), form.until(), form.why().because());
    }

    @PostMapping("/households/{id}/relate")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void relateHouseholdMember(Acting by, @PathVariable UUID id, @Valid @RequestBody RelateForm form) {
        var relation = Relation.read(form.relation());
        households.relate(
                by, id, form.revision(), form.person(), relation, form.why().because());
    }

    @GetMapping("/households/{id}/head/{person}")
    List<ProposedRelationView> proposeHouseholdHead(Acting by, @PathVariable UUID id, @PathVariable UUID person) {
        return households.proposeHead(by, id, person).entrySet().stream()
                .map(proposed -> new ProposedRelationView(
                        proposed.getKey(),
                        proposed.getValue().map(Relation::code).orElse(null)))
                .toList();
    }

    @PostMapping("/households/{id}/head")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeHouseholdHead(Acting by, @PathVariable UUID id, @Valid @RequestBody ChangeHeadForm form) {
        households.changeHead(
                by,
                id,
                form.revision(),
                form.head(),
                related(form.relations()),
                form.why().because());
    }

    @PostMapping("/households/{id}/move")
    MovedView moveHousehold(Acting by, @PathVariable UUID id, @Valid @RequestBody MoveHouseholdForm form) {
        return new MovedView(moving.move(
                by,
                id,
                form.revision(),
                form.dwelling(),
                form.kind(),
                filled(form.inflowReason()),
                form.from(),
                form.why().because()));
    }

    @PostMapping("/households/{id}/correct")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void correctHousehold(Acting by, @PathVariable UUID id, @Valid @RequestBody CorrectHouseholdForm form) {
        households.correct(
                by,
                id,
                form.revision(),
                filled(form.number()),
                form.kind(),
                form.why().because());
    }

    @PostMapping("/households/{id}/void")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void voidHousehold(Acting by, @PathVariable UUID id, @Valid @RequestBody VoidForm form) {
        households.voidOne(by, id, form.revision(), form.why().because());
    }

    private static Map<UUID, Relation> related(List<RelatedForm> members) {
        var related = new LinkedHashMap<UUID, Relation>();
        for (var member : members) {
            if (related.put(member.person(), Relation.read(member.relation())) != null) {
                throw Refusal.ofField("members", RegistryReason.RELATION_TWICE);
            }
        }
        return related;
    }

    private static Optional<String> filled(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(one -> !one.isEmpty());
    }

    private HouseholdLineView line(HouseholdQueries.Line line) {
        return new HouseholdLineView(
                line.id(),
                line.number() == null ? null : Masking.document(line.number()),
                line.kind(),
                line.headName() == null ? null : Masking.name(line.headName()),
                line.members(),
                line.dwelling(),
                line.address() == null ? null : Masking.address(line.address()),
                line.division(),
                places.of(line.division()));
    }
}
