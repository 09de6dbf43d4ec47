package org.linli.sync.push;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.shared.Refusal;
import org.linli.sync.Reviews;
import org.linli.sync.SyncReason;
import org.linli.sync.assignment.HeldScopes;
import org.linli.sync.contributions.Change;
import org.linli.sync.contributions.SameValue;
import org.linli.sync.contributions.Standing;
import org.linli.sync.contributions.SyncedCollection;
import org.linli.sync.log.ChangeQueries;
import org.linli.sync.log.ChangeQueries.Place;
import org.linli.sync.log.Scopes;
import org.linli.sync.log.SyncedTypes;
import org.linli.sync.push.MutationForm.FieldChange;
import org.linli.sync.review.StoredReviews;
import org.springframework.stereotype.Component;

/** Decides what becomes of one change and applies it, in its caller's transaction. */
@Component
class ApplyingMutations {

    private final SyncedTypes types;
    private final ChangeQueries changes;
    private final StoredReviews reviews;
    private final NewHolders newHolders;

    ApplyingMutations(SyncedTypes types, ChangeQueries changes, StoredReviews reviews, NewHolders newHolders) {
        this.types = types;
        this.changes = changes;
        this.reviews = reviews;
        this.newHolders = newHolders;
    }

    /** One change, who sent it, and what the account holds. */
    record Task(Acting by, HeldScopes held, Mutation mutation, Change change) {}

    /**
     * @throws Refusal when a rule stands against it
     * @throws org.linli.sync.contributions.AlreadyKnown when it is recorded already
     */
    Result apply(Task task) {
        var said = task.mutation().form().orElseThrow(() -> Refusal.because(SyncReason.MALFORMED));
        var collection =
                types.find(said.type()).orElseThrow(() -> Refusal.because(SyncReason.UNKNOWN_TYPE, said.type()));
        return switch (said.op()) {
            case create -> create(task, collection);
            case patch -> patch(task, collection);
            case command -> command(task, collection);
        };
    }

    private Result create(Task task, SyncedCollection collection) {
        var change = task.change();
        if (!changes.places(collection.type(), change.entity()).isEmpty()) {
            throw Refusal.because(SyncReason.RECORD_EXISTS);
        }
        var reach = Reach.ofCreation(task.held(), change.scope(), change.occurredAt());
        if (!reach.inside()) {
            return Result.of(Outcome.out_of_scope_recorded);
        }
        collection.create(task.by(), change);
        newHolders.tell(task.by(), task.held(), reach.scope(), collection.type(), change.entity());
        return Result.of(Outcome.applied);
    }

    private Result command(Task task, SyncedCollection collection) {
        var change = task.change();
        var standing = collection.hold(change.entity());
        var places = changes.places(collection.type(), change.entity());
        var reach = reach(task, standing, places);
        if (!reach.inside()) {
            return Result.of(Outcome.out_of_scope_recorded);
        }
        collection.command(task.by(), change);
        newHolders.tell(task.by(), task.held(), reach.scope(), collection.type(), change.entity());
        return Result.of(Outcome.applied);
    }

    private Result patch(Task task, SyncedCollection collection) {
        var change = task.change();
        var standing = collection.hold(change.entity());
        var places = changes.places(collection.type(), change.entity());
        var reach = reach(task, standing, places);
        var stands = standing.orElseThrow(() -> Refusal.because(SyncReason.UNKNOWN_RECORD));
        var patch = task.mutation().patch();
        if (!reach.inside()) {
            return recorded(task, stands, patch, Reviews.Kind.OUT_OF_SCOPE, Outcome.out_of_scope_recorded);
        }
        if (!stands.open()) {
            return recorded(task, stands, patch, Reviews.Kind.EDIT_AFTER_CLOSE, Outcome.review);
        }
        var merge = Merge.of(patch, standings(task, collection, stands, places));
        if (!merge.values().isEmpty()) {
            collection.patch(task.by(), change.with(merge.values()));
        }
        newHolders.tell(task.by(), task.held(), reach.scope(), collection.type(), change.entity());
        if (merge.reviews().isEmpty()) {
            return Result.of(merge.met() ? Outcome.merged : Outcome.applied);
        }
        var opened = merge.reviews().entrySet().stream()
                .map(unit -> open(task, stands, unit.getKey(), Reviews.Kind.FIELD, unit.getValue()))
                .toList();
        return Result.review(Outcome.review, opened.getFirst());
    }

    private static Reach reach(Task task, Optional<Standing> standing, List<Place> places) {
        if (standing.isEmpty() && places.isEmpty()) {
            throw Refusal.because(SyncReason.UNKNOWN_RECORD);
        }
        var change = task.change();
        return Reach.of(task.held(), change.scope(), standing, places, change.occurredAt());
    }

    private Merge.Standings standings(Task task, SyncedCollection collection, Standing stands, List<Place> places) {
        var said = task.mutation().form().orElseThrow();
        var entity = task.change().entity();
        var version = places.stream().mapToLong(Place::v).max().orElse(0);
        // A version beyond the record's is of an epoch that a restored backup ended: what stood then is not known.
        var movedOn = said.baseVersion() == null || said.baseVersion() != version;
        return new Merge.Standings(
                collection.type(),
                collection.units(),
                stands.values(),
                movedOn,
                () -> reviews.openUnits(collection.type(), entity));
    }

    /** Nothing of it is applied; a person looks at the whole. */
    private Result recorded(
            Task task, Standing stands, Map<String, FieldChange> patch, Reviews.Kind kind, Outcome outcome) {
        var changed = new LinkedHashMap<>(patch);
        changed.values().removeIf(change -> SameValue.of(change.base(), change.to()));
        if (changed.isEmpty()) {
            return Result.of(Outcome.applied);
        }
        return Result.review(outcome, open(task, stands, "", kind, changed));
    }

    private UUID open(Task task, Standing stands, String unit, Reviews.Kind kind, Map<String, FieldChange> fields) {
        var base = new LinkedHashMap<String, @Nullable Object>();
        var server = new LinkedHashMap<String, @Nullable Object>();
        var proposed = new LinkedHashMap<String, @Nullable Object>();
        fields.forEach((field, change) -> {
            base.put(field, change.base());
            server.put(field, stands.values().get(field));
            proposed.put(field, change.to());
        });
        return reviews.open(
                new Reviews.Question(
                        stands.scope(),
                        areaOf(stands.scope(), task.by()),
                        task.mutation().type(),
                        task.change().entity(),
                        unit,
                        kind,
                        Optional.empty(),
                        base,
                        server,
                        proposed),
                proposal(task));
    }

    /** What was to be added is there already: what its author wrote waits for somebody who may see both. */
    Result duplicate(Task task, UUID existing) {
        var change = task.change();
        var id = reviews.open(
                new Reviews.Question(
                        change.scope(),
                        areaOf(change.scope(), task.by()),
                        task.mutation().type(),
                        change.entity(),
                        "",
                        Reviews.Kind.DUPLICATE,
                        Optional.of(existing),
                        Map.of(),
                        Map.of(),
                        change.values()),
                proposal(task));
        return Result.review(Outcome.duplicate_person, id);
    }

    private static Reviews.Proposal proposal(Task task) {
        return new Reviews.Proposal(
                task.mutation().id(),
                task.by().account(),
                task.by().name(),
                task.change().device(),
                task.change().occurredAt());
    }

    static String areaOf(String scope, Acting by) {
        return Scopes.division(scope).orElse(by.area()).value();
    }
}
