package org.linli.rights.holding;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.linli.registry.People;
import org.linli.registry.Person;
import org.linli.registry.PersonId;
import org.linli.shared.IdDocument;
import org.linli.shared.Names;
import org.linli.shared.PersonalHoldings;
import org.linli.shared.PersonalHoldings.Holding;
import org.linli.shared.PersonalHoldings.Kind;
import org.linli.shared.PersonalHoldings.Line;
import org.linli.shared.PersonalHoldings.Subject;
import org.springframework.stereotype.Component;

/** Asks every module what it holds about somebody. */
@Component
public class Holdings {

    /** What one module holds: every kind it may hold, and how much of each there is about this person. */
    public record Held(Names holder, List<Kind> kinds, List<Holding> holdings) {}

    /** The values of one module, and the kinds they are of. */
    public record Copied(Names holder, List<Kind> kinds, List<Line> lines) {}

    private final List<PersonalHoldings> modules;
    private final People people;

    Holdings(List<PersonalHoldings> modules, People people) {
        this.modules = modules.stream()
                .sorted(java.util.Comparator.comparing(
                        module -> module.getClass().getName()))
                .toList();
        this.people = people;
    }

    /** Whoever holds the document, with all documents the base knows of that person. */
    public Subject subject(IdDocument document) {
        var record = people.byDocument(document);
        var documents = new java.util.HashSet<IdDocument>(Set.of(document));
        record.flatMap(people::person)
                .ifPresent(person -> person.documents().stream()
                        .map(Person.HeldDocument::document)
                        .forEach(documents::add));
        return new Subject(record.map(PersonId::value), documents);
    }

    public List<Held> of(Subject subject) {
        return modules.stream()
                .map(module -> new Held(module.holder(), module.kinds(), module.of(subject)))
                .toList();
    }

    /** Modules that hold something, with every value. */
    public List<Copied> copies(Subject subject) {
        return modules.stream()
                .map(module -> {
                    var lines = module.copy(subject);
                    var kinds = module.kinds().stream()
                            .filter(kind ->
                                    lines.stream().anyMatch(line -> line.kind().equals(kind.code())))
                            .toList();
                    return new Copied(module.holder(), kinds, lines);
                })
                .filter(copied -> !copied.lines().isEmpty())
                .toList();
    }

    /** As what the ledgers name what is the person's. */
    public Set<String> namedInLedgers(Subject subject) {
        var names = new TreeSet<String>();
        modules.forEach(module -> names.addAll(module.namedInLedgers(subject)));
        return names;
    }
}
