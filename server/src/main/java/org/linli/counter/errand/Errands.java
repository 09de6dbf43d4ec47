package org.linli.counter.errand;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.counter.errand.ErrandQueries.ErrandRow;
import org.linli.counter.hall.VisitId;
import org.linli.counter.hall.Visits;
import org.linli.files.FileId;
import org.linli.privacy.DisclosureLedger;
import org.linli.shared.DivisionCode;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a desk does with errands that were taken in: look at them, take what follows, be done with them. */
@Service
class Errands {

    static final String READ = "counter.errand.read";
    static final String HANDLE = "counter.errand.handle";
    static final String DISCLOSE = "counter.errand.disclose";

    private static final int LONGEST_LIST = 500;

    private final ErrandFileRows rows;
    private final ErrandQueries queries;
    private final HeldRows held;
    private final Places places;
    private final Visits visits;
    private final Scans scans;
    private final AuditTrail audit;
    private final DisclosureLedger disclosures;
    private final Clock clock;

    Errands(
            ErrandFileRows rows,
            ErrandQueries queries,
            HeldRows held,
            Places places,
            Visits visits,
            Scans scans,
            AuditTrail audit,
            DisclosureLedger disclosures,
            Clock clock) {
        this.rows = rows;
        this.queries = queries;
        this.held = held;
        this.places = places;
        this.visits = visits;
        this.scans = scans;
        this.audit = audit;
        this.disclosures = disclosures;
        this.clock = clock;
    }

    @Transactional
    Errand show(Acting by, ErrandId id) {
        var errand = reach(by, id);
        audit.note(by, READ, "errand:" + id.value(), Map.of());
        return errand;
    }

    /** The errands of a day at the posting's station, or only the posting's own. */
    @Transactional
    List<ErrandRow> ofDay(Acting by, LocalDate day, boolean own) {
        by.require(READ);
        var station = places.station(by).code();
        audit.note(by, READ, "station:" + station.value(), Map.of("day", day.toString()));
        return queries.ofStation(
                station,
                day.atStartOfDay(clock.getZone()).toInstant(),
                day.plusDays(1).atStartOfDay(clock.getZone()).toInstant(),
                own ? by.posting().value() : null,
                LONGEST_LIST);
    }

    /** Finds by a whole case number, document number or phone number; parts of one find nothing. */
    @Transactional
    List<ErrandRow> search(Acting by, String typed) {
        by.require(READ);
        var text = typed.replaceAll("\\s", "").toUpperCase(java.util.Locale.ROOT);
        if (text.length() < 6) {
            throw Refusal.ofField("text", ErrandReason.SEARCH_TOO_SHORT);
        }
        audit.note(by, "counter.errand.search", "errands", Map.of("length", Integer.toString(text.length())));
        var found = queries.byNumber(typed.strip(), by.area());
        if (found.isEmpty()) {
            found = queries.byDocument(text, by.area());
        }
        return found.isEmpty() ? queries.byPhone(text, by.area()) : found;
    }

    /** The applicant's full values: with the person at the window, or for a purpose that is written down. */
    @Transactional
    Errand disclose(Acting by, ErrandId id, String purpose) {
        by.require(DISCLOSE);
        var errand = reach(by, id);
        var atWindow = visits.serving(by.posting())
                .flatMap(serving -> serving.holderIndex())
                .filter(holder -> rows.isPerson(errand.applicant().document(), holder))
                .isPresent();
        if (!atWindow && purpose.strip().length() < 2) {
            throw Refusal.ofField("purpose", ErrandReason.PURPOSE_NEEDED);
        }
        var why = purpose.isBlank() ? "visit-in-hand" : purpose.strip();
        disclosures.note(
                by,
                disclosures.subjectOf(errand.applicant().document().number()),
                Set.of("name", "idNumber", "phone", "address", "form"),
                why,
                "errand:" + id.value());
        audit.note(by, DISCLOSE, "errand:" + id.value(), Map.of());
        return errand;
    }

    /** A material that was to follow has come. */
    @Transactional
    Errand settle(Acting by, ErrandId id, String material, List<FileId> files) {
        by.require(HANDLE);
        var errand = reach(by, id);
        scans.attach(by, id, Optional.of(material), files, "files");
        if (!rows.settle(errand.id(), material, clock.instant(), by.name())) {
            throw Refusal.ofField("material", ErrandReason.NOTHING_TO_SETTLE, material);
        }
        audit.note(by, HANDLE, "errand:" + id.value(), Map.of("material", material));
        return rows.find(id).orElseThrow();
    }

    /** Photos or scans of a material, taken now or later. */
    @Transactional
    Errand addScans(Acting by, ErrandId id, String material, List<FileId> files) {
        by.require(HANDLE);
        var errand = reach(by, id);
        if (errand.materials().stream().noneMatch(given -> given.code().equals(material))) {
            throw Refusal.ofField("material", ErrandReason.UNKNOWN_MATERIAL, material);
        }
        scans.attach(by, id, Optional.of(material), files, "files");
        audit.note(by, HANDLE, "errand:" + id.value(), Map.of("material", material, "files", "" + files.size()));
        return rows.find(id).orElseThrow();
    }

    /** A photo taken by mistake no longer counts and goes soon; who took it away and why is kept. */
    @Transactional
    Errand voidScan(Acting by, ErrandId id, FileId file, String why) {
        by.require(HANDLE);
        reach(by, id);
        scans.makeVoid(by, id, file, why.strip());
        audit.note(
                by,
                HANDLE,
                "errand:" + id.value(),
                Map.of("voided", file.value().toString()));
        return rows.find(id).orElseThrow();
    }

    /** The window is done with it; its minutes go to the quarter of an hour. */
    @Transactional
    Duration finish(Acting by, ErrandId id) {
        by.require(HANDLE);
        var errand = reach(by, id);
        if (errand.finishedAt().isPresent()) {
            throw Refusal.because(ErrandReason.ALREADY_FINISHED);
        }
        var took = errand.visit()
                .map(visit ->
                        visits.noteErrandFinished(by, new VisitId(visit), id.value(), Optional.of(errand.caseId())))
                .orElseGet(() -> Duration.between(errand.acceptedAt(), clock.instant()));
        if (!rows.finish(id, clock.instant(), (int) took.toSeconds())) {
            throw Refusal.because(ErrandReason.ALREADY_FINISHED);
        }
        audit.note(by, "counter.errand.finish", "errand:" + id.value(), Map.of("seconds", "" + took.toSeconds()));
        return took;
    }

    /** What came of verifying a promise (告知承诺核查). */
    @Transactional
    void verifyPromise(Acting by, ErrandId id, String material, boolean isTrue, String note) {
        by.require(HANDLE);
        var errand = reach(by, id);
        if (!isTrue && note.isBlank()) {
            throw Refusal.ofField("note", ErrandReason.REASON_NEEDED);
        }
        if (!held.checkCommitment(errand.id(), material, isTrue, note, clock.instant(), by.name())) {
            throw Refusal.ofField("material", ErrandReason.NOTHING_TO_SETTLE, material);
        }
        audit.note(by, HANDLE, "errand:" + id.value(), Map.of("promise", material, "true", Boolean.toString(isTrue)));
    }

    /** The station has the originals that an agency point took. */
    @Transactional
    void takeOriginals(Acting by, ErrandId id) {
        by.require(HANDLE);
        var errand = reach(by, id);
        if (!rows.takeOriginals(errand.id())) {
            throw Refusal.because(ErrandReason.NOTHING_TO_SETTLE, errand.caseNumber());
        }
        audit.note(by, HANDLE, "errand:" + id.value(), Map.of("originals", "handed-over"));
    }

    /** The errand for a posting that may see it; to all others it does not exist. */
    Errand reach(Acting by, ErrandId id) {
        by.require(READ);
        var errand = rows.find(id).orElseThrow(() -> Refusal.because(ErrandReason.UNKNOWN_ERRAND));
        if (!reaches(by, errand)) {
            throw Refusal.because(ErrandReason.UNKNOWN_ERRAND);
        }
        return errand;
    }

    /** Its station's area, or the area of the person it is for. */
    static boolean reaches(Acting by, Errand errand) {
        var station = DivisionCode.of(errand.station().value().replaceAll("\\D", ""));
        return by.isSystem() || by.area().covers(errand.area()) || by.area().covers(station);
    }

    List<HeldRows.Held> heldOf(Acting by, UUID errand) {
        var document = reach(by, new ErrandId(errand)).applicant().document();
        return held.of(rows.indexesOf(document), LocalDate.now(clock));
    }
}
