package org.linli.counter.errand;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.area.Unit;
import org.linli.area.UnitCode;
import org.linli.casework.CaseReceipt;
import org.linli.casework.CaseSubject;
import org.linli.casework.CaseTerms;
import org.linli.casework.Cases;
import org.linli.casework.OpenCase;
import org.linli.counter.catalogue.Item;
import org.linli.counter.catalogue.Item.Audience;
import org.linli.counter.catalogue.Items;
import org.linli.counter.catalogue.Material;
import org.linli.counter.errand.Acceptance.Accepted;
import org.linli.counter.errand.Acceptance.ToldOnce;
import org.linli.counter.errand.CheckingMaterials.Checked;
import org.linli.counter.hall.Holder;
import org.linli.counter.hall.Serving;
import org.linli.counter.hall.VisitId;
import org.linli.counter.hall.Visits;
import org.linli.counter.mandate.Mandates;
import org.linli.counter.resident.ResidentNotes;
import org.linli.files.FileId;
import org.linli.privacy.Masking;
import org.linli.shared.Ids;
import org.linli.shared.Names;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Acceptance (收件) in one call: checked, then either a case with its receipt or a notice of everything that is missing. */
@Service
class Accepting {

    static final String ACCEPT = "counter.errand.accept";

    private static final int FOLLOWS_WITHIN_DAYS = 15;
    private static final int FOLLOWS_AT_MOST_DAYS = 30;

    private final Items items;
    private final Visits visits;
    private final Cases cases;
    private final Mandates mandates;
    private final Places places;
    private final ErrandFileRows rows;
    private final EnquiryRows enquiries;
    private final SubmitOnce submitOnce;
    private final ErrandPapers papers;
    private final FirstSteps firstSteps;
    private final Scans scans;
    private final ResidentNotes residents;
    private final AuditTrail audit;
    private final Clock clock;

    Accepting(
            Items items,
            Visits visits,
            Cases cases,
            Mandates mandates,
            Places places,
            ErrandFileRows rows,
            EnquiryRows enquiries,
            SubmitOnce submitOnce,
            ErrandPapers papers,
            FirstSteps firstSteps,
            Scans scans,
            ResidentNotes residents,
            AuditTrail audit,
            Clock clock) {
        this.items = items;
        this.visits = visits;
        this.cases = cases;
        this.mandates = mandates;
        this.places = places;
        this.rows = rows;
        this.enquiries = enquiries;
        this.submitOnce = submitOnce;
        this.papers = papers;
        this.firstSteps = firstSteps;
        this.scans = scans;
        this.residents = residents;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Acceptance accept(Acting by, AcceptErrand command) {
        by.require(ACCEPT);
        var earlier = earlier(command);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var item = items.current(command.item())
                .orElseThrow(() -> Refusal.ofField("item", ErrandReason.UNKNOWN_ITEM, command.item()));
        var station = places.station(by);
        check(by, command, item, station);
        var person = rows.personOf(command.applicant().document());
        var agent = mandates.agentFor(by, command.mandate(), command.applicant().document(), item.code());
        var form = CheckingForm.check(item.form(), command.form());
        var checked = new CheckingMaterials(
                        item,
                        command.materials(),
                        submitOnce.heldOf(rows.indexesOf(command.applicant().document())),
                        command.consentToReuse(),
                        command.cardRead())
                .check();
        if (!checked.complete()) {
            return tell(by, command, item, station, checked);
        }
        return take(by, command, item, station, person, agent, form, checked);
    }

    /** The same key again is a double click or a message sent twice: it gets what the first one got. */
    private Optional<Acceptance> earlier(AcceptErrand command) {
        if (!rows.isAnswered(command.requestKey())) {
            return Optional.empty();
        }
        var errand = rows.findByRequest(command.requestKey());
        if (errand.isPresent()) {
            if (!errand.get().item().equals(command.item())) {
                throw Refusal.because(ErrandReason.REQUEST_REPEATED);
            }
            return Optional.of(new Accepted(errand.get(), papers.of(errand.get().caseId()), true));
        }
        return enquiries.find(command.requestKey(), command.item());
    }

    private void check(Acting by, AcceptErrand command, Item item, Unit station) {
        if (!item.isOfferedAt(station.code())) {
            throw Refusal.ofField("item", ErrandReason.ITEM_NOT_OFFERED, item.names());
        }
        places.check(command.area(), item);
        by.require(ACCEPT, places.caseArea(by, item, command.area(), station));
        command.cardValidUntil().filter(until -> until.isBefore(today())).ifPresent(until -> {
            throw Refusal.ofField("cardValidUntil", ErrandReason.CARD_EXPIRED_AT_WINDOW, until.toString());
        });
        var organisationOnly = item.audiences().equals(Set.of(Audience.ORGANISATION));
        var forOrganisation = command.applicant().organisation().isPresent();
        if (forOrganisation ? !item.audiences().contains(Audience.ORGANISATION) : organisationOnly) {
            throw Refusal.ofField("organisation", ErrandReason.AUDIENCE, item.names());
        }
        if (item.kind() == Item.Kind.CERTIFICATE
                && command.applicant().address().isEmpty()
                && !organisationOnly) {
            throw Refusal.ofField("address", ErrandReason.ADDRESS_NEEDED);
        }
    }

    private ToldOnce tell(Acting by, AcceptErrand command, Item item, Unit station, Checked checked) {
        var notice = papers.oneTimeNotice(by, command.applicant(), item, station.code(), checked.missing());
        var missing = checked.missing().stream()
                .map(CheckingMaterials.Missing::material)
                .toList();
        enquiries.add(command.requestKey(), station.code(), item, notice, missing, clock.instant());
        audit.note(by, "counter.errand.tell", "paper:" + notice.id().value(), Map.of("item", item.code()));
        return new ToldOnce(notice, missing);
    }

    private Accepted take(
            Acting by,
            AcceptErrand command,
            Item item,
            Unit station,
            byte[] person,
            Optional<String> agent,
            Map<String, Object> form,
            Checked checked) {
        var serving = command.visit().map(visit -> atTheWindow(by, command, visit));
        var id = new ErrandId(Ids.next());
        var opened = cases.open(by, opening(by, command, item, station, id, checked));
        var follows = checked.given().stream().anyMatch(Errand.Given::outstanding);
        var errand = new Errand(
                id,
                opened.id(),
                opened.number(),
                station.code(),
                command.area(),
                serving.map(Serving::window),
                command.visit().map(VisitId::value),
                item.code(),
                item.version(),
                item.names(),
                item.kind(),
                command.applicant(),
                person,
                form,
                Map.of(),
                checked.given(),
                follows ? Optional.of(followUntil(command)) : Optional.empty(),
                agent,
                clock.instant(),
                Optional.empty(),
                Optional.empty());
        rows.add(errand, entry(by, command));
        serving.ifPresent(
                visit -> visits.noteErrandStarted(by, visit.visit(), id.value(), item.code(), item.version()));
        for (var given : errand.materials()) {
            var files = given.files().stream().map(FileId::new).toList();
            scans.attach(by, id, Optional.of(given.code()), files, "materials." + given.code());
        }
        residents.note(by, id.value(), command.cardRead());
        submitOnce.learn(by, errand, item, command.cardRead(), command.cardValidUntil());
        handOut(by, errand, item, opened);
        firstSteps.take(by, errand, opened, command.requestKey());
        audit.note(by, ACCEPT, "errand:" + id.value(), Map.of("item", item.code(), "case", opened.number()));
        return new Accepted(errand, papers.of(opened.id()), false);
    }

    /** Codes of what an item asks for that the applicant brings or fills in. */
    List<String> materialsOf(String item) {
        return items.current(item).orElseThrow().materials().stream()
                .filter(material -> material.source() != Material.Source.DISTRICT_HELD)
                .map(Material::code)
                .toList();
    }

    private Serving atTheWindow(Acting by, AcceptErrand command, VisitId visit) {
        var applicant = command.applicant();
        return visits.hold(
                by,
                visit,
                new Holder(
                        applicant.name(),
                        applicant.document().idNumber().map(number -> number.value()),
                        applicant.document().idNumber().map(number -> number.birth())));
    }

    private OpenCase opening(Acting by, AcceptErrand command, Item item, Unit station, ErrandId id, Checked checked) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("item", item.code());
        facts.put("kind", item.kind().name());
        facts.put("station", station.code().value());
        facts.put("instant", item.instant());
        facts.put("deferred", checked.given().stream().anyMatch(Errand.Given::outstanding));
        facts.put("committed", checked.given().stream().anyMatch(given -> given.state() == MaterialState.COMMITTED));
        var certificate = item.kind() == Item.Kind.CERTIFICATE;
        return new OpenCase(
                item.procedure(),
                title(item, command.applicant()),
                new CaseSubject(Errand.SUBJECT, id.value().toString()),
                places.caseArea(by, item, command.area(), station),
                certificate ? places.decides(item, command.area(), station) : station.code(),
                certificate ? Optional.empty() : Optional.of(by.posting()),
                facts,
                Optional.of(new CaseTerms(item.terms().statutory(), item.terms().promised())),
                Optional.empty(),
                command.requestKey());
    }

    private static Names title(Item item, Applicant applicant) {
        var whose = " · " + Masking.name(applicant.name());
        return Names.of(item.names().zh() + whose, item.names().en() + whose);
    }

    private ErrandFileRows.Entry entry(Acting by, AcceptErrand command) {
        var point = places.isAgencyPoint(by.unit()) ? Optional.of(by.unit()) : Optional.<UnitCode>empty();
        return new ErrandFileRows.Entry(
                command.requestKey(),
                command.consentToReuse(),
                command.mandate(),
                by.posting().value(),
                by.name(),
                point);
    }

    private void handOut(Acting by, Errand errand, Item item, CaseReceipt opened) {
        papers.receipt(by, errand, item, opened.due());
        if (!errand.outstanding().isEmpty()) {
            papers.deferred(by, errand);
        }
        if (errand.committed()) {
            papers.commitment(by, errand);
        }
    }

    private LocalDate followUntil(AcceptErrand command) {
        var until = command.followUntil().orElse(today().plusDays(FOLLOWS_WITHIN_DAYS));
        if (!until.isAfter(today()) || until.isAfter(today().plusDays(FOLLOWS_AT_MOST_DAYS))) {
            throw Refusal.ofField("followUntil", ErrandReason.FOLLOW_DATE, FOLLOWS_AT_MOST_DAYS);
        }
        return until;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
