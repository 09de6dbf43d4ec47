package org.linli.registry.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.access.Acting;
import org.linli.registry.Because;
import org.linli.registry.Person.HeldDocument;
import org.linli.registry.PersonFacts;
import org.linli.registry.RegistryReason;
import org.linli.registry.change.Changes;
import org.linli.registry.person.PersonRows.PersonRow;
import org.linli.shared.IdDocument;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Component;

/** Puts a document in the place of the one that was wrong, together with the facts that it proves. */
@Component
class ProvingDocuments {

    private final DocumentRows documents;
    private final PersonRows rows;
    private final Changes changes;
    private final Clock clock;

    ProvingDocuments(DocumentRows documents, PersonRows rows, Changes changes, Clock clock) {
        this.documents = documents;
        this.rows = rows;
        this.changes = changes;
        this.clock = clock;
    }

    void replace(Acting by, PersonRow row, PersonFacts facts, IdDocument document, Because because) {
        if (documents
                .holder(document)
                .filter(holder -> !holder.equals(row.id()))
                .isPresent()) {
            throw Refusal.ofField("documentNumber", RegistryReason.DOCUMENT_TAKEN);
        }
        var held = documents.of(row.id());
        var wrong = shown(held).filter(one -> !one.document().equals(document));
        var proofs = new ArrayList<>(held.stream()
                .filter(one -> !wrong.equals(Optional.of(one)))
                .map(HeldDocument::document)
                .toList());
        var known = proofs.contains(document);
        proofs.add(document);
        Agreement.require(facts, proofs, LocalDate.now(clock));
        var change = changes.begin(by, because);
        wrong.ifPresent(one -> documents.voidOne(one.id(), change));
        if (!known) {
            documents.add(row.id(), document, change);
        }
        if (!row.facts().equals(facts)) {
            rows.correct(row.id(), row.revision(), facts, row.division(), change);
        }
    }

    /** The one with an identity number, else the first. */
    private static Optional<HeldDocument> shown(List<HeldDocument> held) {
        return held.stream()
                .filter(one -> one.document().idNumber().isPresent())
                .findFirst()
                .or(() -> held.stream().findFirst());
    }
}
