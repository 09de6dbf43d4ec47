package org.linli.rights.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.privacy.DisclosureLedger;
import org.linli.privacy.PersonalReadings;
import org.linli.registry.Because;
import org.linli.registry.ChangeSource;
import org.linli.registry.People;
import org.linli.registry.PersonId;
import org.linli.registry.Restrictions;
import org.linli.rights.RightsReason;
import org.linli.rights.RightsWords;
import org.linli.rights.desk.DeskForms.IdentifiedForm;
import org.linli.rights.desk.DeskForms.ReadersForm;
import org.linli.rights.holding.Holdings;
import org.linli.rights.request.RequestsAbout;
import org.linli.shared.IdDocument;
import org.linli.shared.Page;
import org.linli.shared.PersonalHoldings.Subject;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is held about the person at the desk, who read it, and the restrictions on it; every look is noted. */
@Service
class DataDesk {

    private final Holdings holdings;
    private final PersonalReadings readings;
    private final RequestsAbout requests;
    private final People people;
    private final Restrictions restrictions;
    private final DisclosureLedger disclosures;
    private final AuditTrail audit;
    private final Clock clock;

    DataDesk(
            Holdings holdings,
            PersonalReadings readings,
            RequestsAbout requests,
            People people,
            Restrictions restrictions,
            DisclosureLedger disclosures,
            AuditTrail audit,
            Clock clock) {
        this.holdings = holdings;
        this.readings = readings;
        this.requests = requests;
        this.people = people;
        this.restrictions = restrictions;
        this.disclosures = disclosures;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    SubjectView look(Acting by, IdentifiedForm form) {
        by.require(RightsWords.LOOK);
        var document = identified(form);
        var subject = holdings.subject(document);
        note(by, subject, document, Set.of("holdings"), "rights.holdings.read");
        var person = subject.person().map(PersonId::new);
        return SubjectView.of(
                document,
                person.flatMap(people::person),
                person.map(restrictions::of).orElse(java.util.List.of()),
                holdings.of(subject),
                requests.of(subject));
    }

    /** Noted too: whoever asks next sees that it was asked. */
    @Transactional
    Page<ReadingView> readers(Acting by, ReadersForm form) {
        by.require(RightsWords.LOOK);
        var document = identified(form.person());
        var subject = holdings.subject(document);
        if (form.after() == null) {
            note(by, subject, document, Set.of("readers"), "rights.readers.read");
        }
        var question = new PersonalReadings.Question(
                holdings.namedInLedgers(subject), Optional.ofNullable(form.from()), Optional.ofNullable(form.to()));
        return readings.page(question, Optional.ofNullable(form.after())).map(ReadingView::of);
    }

    @Transactional
    void lift(Acting by, UUID restriction, String reason) {
        by.require(RightsWords.LOOK);
        restrictions.lift(by, restriction, Because.of(ChangeSource.DESK, reason));
    }

    private void note(Acting by, Subject subject, IdDocument document, Set<String> fields, String act) {
        var named = disclosures.subjectOf(document.number());
        audit.note(
                by,
                act,
                subject.person().map(id -> "person:" + id).orElse("subject:" + named.substring(0, 16)),
                Map.of());
        disclosures.note(by, named, fields, act, "rights:desk");
    }

    private IdDocument identified(IdentifiedForm form) {
        if (!form.identityChecked()) {
            throw Refusal.ofField("identityChecked", RightsReason.IDENTITY_NOT_CHECKED);
        }
        try {
            return IdDocument.read(form.documentKind(), form.documentNumber(), LocalDate.now(clock));
        } catch (Refusal refusal) {
            throw refusal.at("documentNumber");
        }
    }
}
