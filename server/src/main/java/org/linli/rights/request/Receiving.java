package org.linli.rights.request;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.area.Areas;
import org.linli.area.Unit;
import org.linli.casework.CaseSubject;
import org.linli.casework.CaseTerms;
import org.linli.casework.Cases;
import org.linli.casework.OpenCase;
import org.linli.casework.Term;
import org.linli.files.Attachments;
import org.linli.files.FileId;
import org.linli.registry.People;
import org.linli.registry.Person;
import org.linli.registry.PhoneNumber;
import org.linli.rights.RightsReason;
import org.linli.rights.RightsSettings;
import org.linli.rights.RightsWords;
import org.linli.rights.request.ReceiveRequestForm.CorrectionForm;
import org.linli.rights.request.ReceiveRequestForm.PartyForm;
import org.linli.rights.request.Request.Party;
import org.linli.rights.request.Request.Wish;
import org.linli.shared.DivisionCode;
import org.linli.shared.IdDocument;
import org.linli.shared.Ids;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Receives requests: whoever asks shows who they are, and by what right they ask for somebody else. */
@Service
class Receiving {

    private final RequestRows rows;
    private final RequestPapers papers;
    private final Cases cases;
    private final People people;
    private final Attachments attachments;
    private final Areas areas;
    private final RightsSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    Receiving(
            RequestRows rows,
            RequestPapers papers,
            Cases cases,
            People people,
            Attachments attachments,
            Areas areas,
            RightsSettings settings,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.papers = papers;
        this.cases = cases;
        this.people = people;
        this.attachments = attachments;
        this.areas = areas;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Request receive(Acting by, ReceiveRequestForm form) {
        by.require(RightsWords.USE);
        var earlier = rows.findByRequest(form.requestKey());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var requester = party(form.requester(), "requester");
        var subject = subject(form, requester);
        var person = people.byDocument(subject.document());
        if (person.isEmpty() && form.kind().needsRecord()) {
            throw Refusal.because(RightsReason.NOT_IN_BASE);
        }
        requireStanding(form, person.flatMap(people::person));
        var id = Ids.next();
        var request = opened(by, form, id, requester, subject, person);
        request.proof().ifPresent(file -> attachments.assign(by, file, RequestFiles.ownerOf(id)));
        rows.add(request, form.requestKey(), by);
        papers.receipt(by, request);
        audit.note(
                by,
                "rights.request.receive",
                "request:" + id,
                Map.of("kind", form.kind().name(), "asked-by", form.askedBy().name()));
        return request;
    }

    private Request opened(
            Acting by,
            ReceiveRequestForm form,
            UUID id,
            Party requester,
            Party subject,
            Optional<org.linli.registry.PersonId> person) {
        var area = by.area().upTo(DivisionCode.Level.SUB_DISTRICT);
        var receipt = cases.open(
                by,
                new OpenCase(
                        form.kind().procedure(),
                        form.kind().names(),
                        new CaseSubject(Request.SUBJECT, id.toString()),
                        area,
                        district(by).code(),
                        Optional.empty(),
                        Map.of("askedBy", form.askedBy().name()),
                        Optional.of(new CaseTerms(
                                Optional.empty(),
                                Optional.of(new Term(settings.promisedWorkingDays(), Term.Unit.WORKING_DAYS)))),
                        Optional.empty(),
                        form.requestKey()));
        return new Request(
                id,
                receipt.id(),
                receipt.number(),
                form.kind(),
                form.askedBy(),
                requester,
                phone(form),
                subject,
                person,
                wish(form),
                form.identity(),
                Optional.ofNullable(form.proofFile()).map(FileId::new),
                by.unit(),
                area,
                by.name(),
                receipt.at(),
                Optional.empty(),
                Optional.empty());
    }

    /** The district's own office, where the data protection officer sits. */
    private Unit district(Acting by) {
        return areas.units(Unit.Kind.DISTRICT).stream()
                .filter(unit -> unit.area().covers(by.area()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no district office covers " + by.area()));
    }

    private Party party(PartyForm form, String field) {
        if (form.name().isBlank()) {
            throw Refusal.ofField(field + ".name", RightsReason.NAME_MISSING);
        }
        try {
            var document = IdDocument.read(form.documentKind(), form.documentNumber(), LocalDate.now(clock));
            return new Party(form.name().strip(), document);
        } catch (Refusal refusal) {
            throw refusal.at(field + ".documentNumber");
        }
    }

    private Party subject(ReceiveRequestForm form, Party requester) {
        var named = form.subject();
        if (form.askedBy() == AskedBy.SELF) {
            if (named != null) {
                throw Refusal.ofField("subject", RightsReason.SUBJECT_IS_ANOTHER);
            }
            return requester;
        }
        if (named == null) {
            throw Refusal.ofField("subject", RightsReason.SUBJECT_MISSING);
        }
        if (form.proofFile() == null) {
            throw Refusal.ofField("proofFile", RightsReason.PROOF_MISSING);
        }
        return party(named, "subject");
    }

    /** Relatives act for the dead; of somebody the base does not know, the proof says it. */
    private static void requireStanding(ReceiveRequestForm form, Optional<Person> person) {
        if (form.askedBy() == AskedBy.RELATIVE
                && person.filter(one -> one.standing() != Person.Standing.DECEASED)
                        .isPresent()) {
            throw Refusal.ofField("askedBy", RightsReason.NOT_DECEASED);
        }
    }

    private static Optional<String> phone(ReceiveRequestForm form) {
        return Optional.ofNullable(form.phone()).filter(text -> !text.isBlank()).map(text -> {
            try {
                return PhoneNumber.read(text);
            } catch (Refusal malformed) {
                throw Refusal.ofField("phone", RightsReason.MALFORMED_PHONE);
            }
        });
    }

    private static Wish wish(ReceiveRequestForm form) {
        var corrections = new EnumMap<CorrectedField, String>(CorrectedField.class);
        Optional.ofNullable(form.corrections())
                .orElse(List.<CorrectionForm>of())
                .forEach(one -> corrections.put(one.field(), one.value().strip()));
        if (form.kind() == RequestKind.CORRECTION && corrections.isEmpty()) {
            throw Refusal.ofField("corrections", RightsReason.CORRECTIONS_MISSING);
        }
        // A copy needs no reason (PIPL art. 45); whoever acts for somebody else says what for.
        var plain = form.kind() == RequestKind.COPY && form.askedBy() == AskedBy.SELF
                || form.kind() == RequestKind.CORRECTION;
        if (form.wish().isBlank() && !plain) {
            throw Refusal.ofField("wish", RightsReason.WISH_MISSING);
        }
        return new Wish(form.wish().strip(), corrections);
    }
}
