package org.linli.registry.duplicate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.registry.People;
import org.linli.registry.PersonId;
import org.linli.registry.finding.PersonLine;
import org.linli.registry.finding.PersonLines;
import org.linli.shared.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Records that may be one person: found, proposed, decided, and merges taken back. */
@RestController
@RequestMapping("/api/registry")
class DuplicateController {

    private static final int PAGE = 20;
    private static final int MOST_ALIKE = 5;
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    private final Merging merging;
    private final PairQueries queries;
    private final PersonLines lines;

    DuplicateController(Merging merging, PairQueries queries, PersonLines lines) {
        this.merging = merging;
        this.queries = queries;
        this.lines = lines;
    }

    /** Two records that may be one person. */
    record DuplicateView(
            UUID id,
            List<PersonLine> people,
            Set<Duplicate.Ground> grounds,
            Instant foundAt,
            @Nullable String proposedBy,
            boolean ownProposal) {}

    /** A merge, with both records as they are today. */
    record MergeView(
            UUID id,
            List<PersonLine> people,
            Instant at,
            String actor,
            String reason,
            @Nullable Instant undoneAt) {}

    @GetMapping("/duplicates")
    Page<DuplicateView> listDuplicates(Acting by, @RequestParam Optional<String> after) {
        by.require(Merging.REVIEW);
        var from = Place.read(after, new Place(Instant.EPOCH, FIRST));
        var rows = queries.open(by.area(), from.at(), from.id(), PAGE + 1);
        var shown = rows.subList(0, Math.min(PAGE, rows.size()));
        var next = rows.size() > PAGE
                ? Optional.of(
                        new Place(shown.getLast().foundAt(), shown.getLast().id()).text())
                : Optional.<String>empty();
        return new Page<>(shown.stream().map(pair -> view(by, pair)).toList(), next);
    }

    /** How many pairs are new. */
    record LookedView(int found) {}

    @PostMapping("/duplicates/look")
    LookedView lookForDuplicates(Acting by) {
        return new LookedView(merging.look(by, by.area()));
    }

    /** Two records that somebody takes for one person. */
    record ProposeForm(@NotNull UUID one, @NotNull UUID other) {}

    /** The pair. */
    record ProposedView(UUID id) {}

    @PostMapping("/duplicates")
    ProposedView proposeDuplicate(Acting by, @Valid @RequestBody ProposeForm form) {
        return new ProposedView(merging.propose(by, new PersonId(form.one()), new PersonId(form.other())));
    }

    /** Which record stays, and why the two are one person. */
    record MergeForm(
            @NotNull UUID kept, @NotBlank @Size(max = 400) String reason) {}

    /** The merge, by which it can be undone. */
    record MergedView(UUID id) {}

    @PostMapping("/duplicates/{id}/merge")
    MergedView mergeDuplicate(Acting by, @PathVariable UUID id, @Valid @RequestBody MergeForm form) {
        return new MergedView(merging.merge(by, id, new PersonId(form.kept()), form.reason()));
    }

    /** Why. */
    record WhyForm(@NotBlank @Size(max = 400) String reason) {}

    @PostMapping("/duplicates/{id}/different")
    void keepDuplicateApart(Acting by, @PathVariable UUID id, @Valid @RequestBody WhyForm form) {
        merging.different(by, id, form.reason());
    }

    @GetMapping("/merges")
    Page<MergeView> listMerges(Acting by, @RequestParam Optional<String> after) {
        by.require(Merging.REVIEW);
        var before = Place.read(after, new Place(Instant.parse("9999-01-01T00:00:00Z"), LAST));
        var rows = queries.merges(by.area(), before.at(), before.id(), PAGE + 1);
        var shown = rows.subList(0, Math.min(PAGE, rows.size()));
        var next = rows.size() > PAGE
                ? Optional.of(new Place(shown.getLast().at(), shown.getLast().id()).text())
                : Optional.<String>empty();
        return new Page<>(shown.stream().map(this::view).toList(), next);
    }

    @PostMapping("/merges/{id}/undo")
    void undoMerge(Acting by, @PathVariable UUID id, @Valid @RequestBody WhyForm form) {
        merging.undo(by, id, form.reason());
    }

    /** Somebody who is about to be registered. */
    record AlikeForm(
            @NotBlank @Size(max = 50) String name, @NotNull LocalDate birth) {}

    /** Who is there already with this name and birth date. */
    @PostMapping("/people/alike")
    List<PersonLine> findPeopleAlike(Acting by, @Valid @RequestBody AlikeForm form) {
        by.require(People.READ);
        return lines.of(queries.alike(form.name().strip(), form.birth(), by.area(), MOST_ALIKE));
    }

    private DuplicateView view(Acting by, Duplicate pair) {
        return new DuplicateView(
                pair.id(),
                lines.of(List.of(pair.first().value(), pair.second().value())),
                pair.grounds(),
                pair.foundAt(),
                pair.proposedName().orElse(null),
                pair.proposedBy().filter(by.posting().value()::equals).isPresent());
    }

    private MergeView view(PairQueries.MergeRow row) {
        return new MergeView(
                row.id(),
                lines.of(List.of(row.kept(), row.lost())),
                row.at(),
                row.actor(),
                row.reason(),
                row.undoneAt().orElse(null));
    }

    /** Where a page ends. */
    private record Place(Instant at, UUID id) {

        static Place read(Optional<String> text, Place otherwise) {
            try {
                return text.map(one -> one.split("/", 2))
                        .map(parts -> new Place(Instant.parse(parts[0]), UUID.fromString(parts[1])))
                        .orElse(otherwise);
            } catch (RuntimeException notOurs) {
                return otherwise;
            }
        }

        String text() {
            return at + "/" + id;
        }
    }
}
