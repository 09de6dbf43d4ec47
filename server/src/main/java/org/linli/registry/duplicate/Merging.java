package org.linli.registry.duplicate;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.registry.Because;
import org.linli.registry.ChangeSource;
import org.linli.registry.People;
import org.linli.registry.Person;
import org.linli.registry.PersonId;
import org.linli.registry.PersonMerged;
import org.linli.registry.PersonParted;
import org.linli.registry.RegistryReason;
import org.linli.registry.change.Changes;
import org.linli.registry.duplicate.MergeRows.Merge;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.linli.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides whether two records are one person, merges them, and takes a merge back. */
@Service
public class Merging {

    static final String REVIEW = "registry.duplicate.review";

    private final DuplicateRows duplicates;
    private final MergeRows merges;
    private final PairQueries pairs;
    private final People people;
    private final Changes changes;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Merging(
            DuplicateRows duplicates,
            MergeRows merges,
            PairQueries pairs,
            People people,
            Changes changes,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.duplicates = duplicates;
        this.merges = merges;
        this.pairs = pairs;
        this.people = people;
        this.changes = changes;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Looks for pairs inside an area; those decided before do not come again. */
    @Transactional
    int look(Acting by, DivisionCode area) {
        by.require(REVIEW, area);
        return duplicates.find(area, clock.instant());
    }

    /** Somebody says that two records are one person; another posting decides. */
    @Transactional
    UUID propose(Acting by, PersonId one, PersonId other) {
        if (one.equals(other)) {
            throw Refusal.because(DuplicateReason.SAME_RECORD);
        }
        by.require(People.WRITE, alive(one).division());
        by.require(People.READ, alive(other).division());
        if (pairs.isMerged(one, other)) {
            throw Refusal.because(DuplicateReason.DECIDED);
        }
        var id = duplicates.propose(one, other, by, clock.instant());
        audit.note(by, "registry.duplicate.propose", "duplicate:" + id, Map.of());
        return id;
    }

    /** Two people who are alike. */
    @Transactional
    void different(Acting by, UUID id, String why) {
        var pair = open(by, id);
        duplicates.decide(id, Duplicate.State.DIFFERENT, by, reason(why).reason(), clock.instant());
        audit.note(by, "registry.duplicate.different", "duplicate:" + pair.id(), Map.of());
    }

    /** One person: all that belongs to the other record moves to the one that is kept. */
    @Transactional
    UUID merge(Acting by, UUID id, PersonId kept, String why) {
        var pair = open(by, id);
        if (!kept.equals(pair.first()) && !kept.equals(pair.second())) {
            throw Refusal.because(RegistryReason.UNKNOWN_PERSON);
        }
        var lost = kept.equals(pair.first()) ? pair.second() : pair.first();
        requireOnePerson(alive(kept), alive(lost));
        var merge = Ids.next();
        var change = changes.begin(by, reason(why, "merge:" + merge));
        merges.fill(kept, lost, change);
        merges.add(merge, id, kept, lost, change);
        merges.move(merge, kept, lost, change);
        merges.stepBack(lost, kept, change);
        duplicates.decide(id, Duplicate.State.MERGED, by, why.strip(), change.at());
        audit.note(by, "registry.duplicate.merge", "person:" + kept, Map.of("lost", lost.toString()));
        events.publishEvent(new PersonMerged(kept, lost, change.at()));
        return merge;
    }

    /**
     * The same person came in twice under one document. The house noticed it, so whoever may review duplicates decides.
     *
     * @return the merge, which can be undone like any other
     */
    @Transactional
    public UUID mergeMet(Acting by, PersonId known, PersonId met, String why) {
        return merge(by, duplicates.met(known, met, clock.instant()), known, why);
    }

    /** Two people after all: each gets back what was its own, and the history of both stays. */
    @Transactional
    void undo(Acting by, UUID id, String why) {
        var merge = merges.lock(id).orElseThrow(() -> Refusal.because(DuplicateReason.UNKNOWN_MERGE));
        by.require(REVIEW);
        if (merge.undone()) {
            throw Refusal.because(DuplicateReason.UNDONE);
        }
        var kept = people.person(merge.kept()).orElseThrow(() -> Refusal.because(DuplicateReason.UNKNOWN_MERGE));
        by.require(REVIEW, kept.division());
        if (!kept.id().equals(merge.kept())) {
            throw Refusal.because(DuplicateReason.MERGED_ON);
        }
        undo(by, merge, why);
    }

    private void undo(Acting by, Merge merge, String why) {
        var change = changes.begin(by, reason(why, "merge:" + merge.id()));
        merges.standAgain(merge.lost(), change);
        merges.giveBack(merge, change);
        merges.takeBackFacts(merge, change);
        merges.undone(merge, change);
        duplicates.reopen(merge.duplicate());
        audit.note(
                by,
                "registry.duplicate.undo",
                "person:" + merge.kept(),
                Map.of("parted", merge.lost().toString()));
        events.publishEvent(new PersonParted(merge.kept(), merge.lost(), change.at()));
    }

    private Duplicate open(Acting by, UUID id) {
        by.require(REVIEW);
        var pair = duplicates.lock(id).orElseThrow(() -> Refusal.because(DuplicateReason.UNKNOWN_PAIR));
        if (pair.state() != Duplicate.State.OPEN) {
            throw Refusal.because(DuplicateReason.DECIDED);
        }
        by.require(REVIEW, alive(pair.first()).division());
        by.require(REVIEW, alive(pair.second()).division());
        if (pair.proposedBy().filter(by.posting().value()::equals).isPresent()) {
            throw Refusal.because(DuplicateReason.SECOND_EYES);
        }
        return pair;
    }

    /** The very record, not the one that took its place. */
    private Person alive(PersonId id) {
        return people.person(id)
                .filter(person -> person.id().equals(id))
                .orElseThrow(() -> Refusal.because(DuplicateReason.NO_LONGER_TWO));
    }

    private static void requireOnePerson(Person kept, Person lost) {
        if (kept.idNumber().isPresent()
                && lost.idNumber().isPresent()
                && !kept.idNumber().equals(lost.idNumber())) {
            throw Refusal.because(DuplicateReason.TWO_NUMBERS);
        }
    }

    private static Because reason(String why) {
        return Because.of(ChangeSource.DESK, why);
    }

    private static Because reason(String why, String reference) {
        return new Because(ChangeSource.DESK, why, Optional.of(reference));
    }
}
