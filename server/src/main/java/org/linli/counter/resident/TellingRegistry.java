package org.linli.counter.resident;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.counter.resident.LearnedAtWindow.Learned;
import org.linli.counter.resident.ResidentNoteRows.Note;
import org.linli.counter.resident.ResidentNoteRows.Outcome;
import org.linli.registry.Because;
import org.linli.registry.ChangeSource;
import org.linli.registry.NewPerson;
import org.linli.registry.People;
import org.linli.registry.Person;
import org.linli.registry.PersonFacts;
import org.linli.shared.IdNumber;
import org.linli.shared.Refusal;
import org.linli.shared.Sex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells the registry what windows learned: somebody it did not know, another phone, what the card says now. Behind the
 * errand and in a transaction of its own, so that nobody waits for it and no errand fails because of it.
 */
@Component
public class TellingRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(TellingRegistry.class);
    private static final int AT_ONCE = 50;
    private static final int LONGEST_WAIT_DOUBLINGS = 10;

    private final ResidentNoteRows rows;
    private final LearnedAtWindow learned;
    private final People people;
    private final TransactionOperations transaction;
    private final Clock clock;

    TellingRegistry(
            ResidentNoteRows rows,
            LearnedAtWindow learned,
            People people,
            TransactionOperations transaction,
            Clock clock) {
        this.rows = rows;
        this.learned = learned;
        this.people = people;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Goes on until nothing is due, or somebody else has the rest. */
    public void runAll() {
        var due = rows.due(clock.instant(), AT_ONCE);
        while (!due.isEmpty() && !Thread.currentThread().isInterrupted()) {
            due.forEach(this::tellOrTryAgain);
            var rest = rows.due(clock.instant(), AT_ONCE);
            due = rest.equals(due) ? List.of() : rest;
        }
    }

    private void tellOrTryAgain(UUID errand) {
        try {
            transaction.executeWithoutResult(status -> rows.take(errand).ifPresent(this::tell));
        } catch (Refusal refused) {
            transaction.executeWithoutResult(status ->
                    rows.settle(errand, Outcome.REFUSED, refused.reason().key(), clock.instant()));
        } catch (RuntimeException failed) {
            LOG.warn("the registry was not told of errand {}", errand, failed);
            transaction.executeWithoutResult(status -> rows.take(errand)
                    .ifPresent(note -> rows.tryAgain(errand, clock.instant().plus(wait(note.tries())))));
        }
    }

    private static Duration wait(int tries) {
        return Duration.ofSeconds(5L << Math.min(tries, LONGEST_WAIT_DOUBLINGS));
    }

    private void tell(Note note) {
        var outcome =
                learned.of(note.errand()).map(person -> tell(note, person)).orElse(Outcome.AS_KNOWN);
        rows.settle(note.errand(), outcome, null, clock.instant());
    }

    private Outcome tell(Note note, Learned said) {
        var because = new Because(
                note.cardRead() ? ChangeSource.CARD : ChangeSource.COUNTER,
                "窗口办理：" + said.item(),
                Optional.of("errand:" + note.errand()));
        var known = people.byDocument(said.document()).flatMap(people::person);
        if (!note.by().area().covers(known.map(Person::division).orElse(said.area()))) {
            return Outcome.ELSEWHERE;
        }
        if (known.isEmpty()) {
            people.register(note.by(), newPerson(note, said), because);
            return Outcome.REGISTERED;
        }
        return correct(note.by(), known.get(), note.cardRead(), said, because);
    }

    private static NewPerson newPerson(Note note, Learned said) {
        var number = said.document().idNumber();
        var facts =
                PersonFacts.of(said.name(), number.map(IdNumber::sex).orElse(Sex.UNKNOWN), number.map(IdNumber::birth));
        var registered = note.cardRead() ? said.address() : Optional.<String>empty();
        return new NewPerson(
                registered.map(facts::registeredAt).orElse(facts),
                List.of(said.document()),
                said.phone().stream().toList(),
                said.area());
    }

    /** A card's address is newer than the one that stands there; what was typed by hand changes the phone only. */
    private Outcome correct(Acting by, Person known, boolean cardRead, Learned said, Because because) {
        var changed = false;
        var address = cardRead ? said.address() : Optional.<String>empty();
        if (address.isPresent() && !known.facts().registeredAddress().equals(address)) {
            people.correct(by, known.id(), known.revision(), known.facts().registeredAt(address.get()), because);
            changed = true;
        }
        if (said.phone().isPresent() && !known.phone().equals(said.phone())) {
            people.addPhone(by, known.id(), said.phone().get(), because);
            changed = true;
        }
        return changed ? Outcome.CHANGED : Outcome.AS_KNOWN;
    }
}
