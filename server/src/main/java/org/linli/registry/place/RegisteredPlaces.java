package org.linli.registry.place;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.area.Areas;
import org.linli.registry.Because;
import org.linli.registry.RegistryReason;
import org.linli.registry.change.Changes;
import org.linli.registry.history.ChangeView;
import org.linli.registry.history.Histories;
import org.linli.registry.history.Trace;
import org.linli.registry.listing.Cursor;
import org.linli.registry.organisation.Organisations;
import org.linli.registry.place.PlaceRows.PlaceRow;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.linli.shared.Page;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers places, corrects and voids them. */
@Service
class RegisteredPlaces {

    private final PlaceRows rows;
    private final Organisations organisations;
    private final Histories histories;
    private final Changes changes;
    private final Areas areas;
    private final AuditTrail audit;

    RegisteredPlaces(
            PlaceRows rows,
            Organisations organisations,
            Histories histories,
            Changes changes,
            Areas areas,
            AuditTrail audit) {
        this.rows = rows;
        this.organisations = organisations;
        this.histories = histories;
        this.changes = changes;
        this.areas = areas;
        this.audit = audit;
    }

    @Transactional
    PlaceRow add(Acting by, PlaceFacts facts, Because because) {
        by.require(Organisations.WRITE, facts.division());
        check(facts);
        var id = Ids.next();
        rows.add(id, facts, changes.begin(by, because));
        note(by, "add", id);
        return rows.find(id).orElseThrow();
    }

    @Transactional
    PlaceRow correct(Acting by, UUID id, int revision, PlaceFacts facts, Because because) {
        living(by, id, revision);
        by.require(Organisations.WRITE, facts.division());
        check(facts);
        rows.correct(id, facts, changes.begin(by, because));
        note(by, "correct", id);
        return rows.find(id).orElseThrow();
    }

    @Transactional
    void voidOne(Acting by, UUID id, int revision, Because because) {
        living(by, id, revision);
        rows.voidOne(id, changes.begin(by, because));
        note(by, "void", id);
    }

    @Transactional(readOnly = true)
    Page<PlaceRow> within(
            Acting by,
            DivisionCode place,
            Optional<PlaceKind> kind,
            Optional<String> text,
            Optional<Cursor> after,
            int limit) {
        by.require(Organisations.READ, place);
        areas.requireDivision(place);
        return rows.within(place, kind, text, after, limit);
    }

    @Transactional(readOnly = true)
    PlaceRow read(Acting by, UUID id) {
        return required(by, Organisations.READ, id);
    }

    @Transactional(readOnly = true)
    List<ChangeView> changes(Acting by, UUID id) {
        required(by, Organisations.READ, id);
        return histories.of(id, List.of(Trace.PLACE), false);
    }

    private void check(PlaceFacts facts) {
        areas.requireDivision(facts.division());
        if (facts.organisation().filter(id -> !organisations.exists(id)).isPresent()) {
            throw Refusal.ofField("organisation", RegistryReason.UNKNOWN_ORGANISATION);
        }
    }

    private void living(Acting by, UUID id, int revision) {
        by.require(Organisations.WRITE);
        var row = rows.lock(id).orElseThrow(() -> Refusal.because(RegistryReason.UNKNOWN_PLACE));
        by.require(Organisations.WRITE, row.facts().division());
        if (row.voided()) {
            throw Refusal.because(RegistryReason.VOIDED);
        }
        if (row.revision() != revision) {
            throw Refusal.because(RegistryReason.STALE);
        }
    }

    private PlaceRow required(Acting by, String word, UUID id) {
        by.require(word);
        var row = rows.find(id).orElseThrow(() -> Refusal.because(RegistryReason.UNKNOWN_PLACE));
        by.require(word, row.facts().division());
        return row;
    }

    private void note(Acting by, String act, UUID id) {
        audit.note(by, "registry.place." + act, "place:" + id, Map.of());
    }
}
