package org.linli.registry.dwelling;

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
import org.linli.registry.dwelling.CompoundRows.CompoundRow;
import org.linli.registry.dwelling.DwellingRows.DwellingRow;
import org.linli.registry.history.ChangeView;
import org.linli.registry.history.Histories;
import org.linli.registry.history.Trace;
import org.linli.registry.listing.Cursor;
import org.linli.shared.DivisionCode;
import org.linli.shared.DivisionCode.Level;
import org.linli.shared.Ids;
import org.linli.shared.Page;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers compounds, corrects them, and voids those that were registered by mistake. */
@Service
class Compounds {

    private final CompoundRows rows;
    private final DwellingRows dwellings;
    private final Histories histories;
    private final Changes changes;
    private final Areas areas;
    private final AuditTrail audit;

    Compounds(
            CompoundRows rows,
            DwellingRows dwellings,
            Histories histories,
            Changes changes,
            Areas areas,
            AuditTrail audit) {
        this.rows = rows;
        this.dwellings = dwellings;
        this.histories = histories;
        this.changes = changes;
        this.areas = areas;
        this.audit = audit;
    }

    @Transactional
    CompoundRow add(Acting by, DivisionCode community, CompoundFacts facts, Because because) {
        by.require(Dwellings.WRITE, community);
        areas.requireDivision(community);
        if (community.level() != Level.COMMUNITY) {
            throw Refusal.ofField("community", RegistryReason.NO_COMMUNITY, community.value());
        }
        if (rows.named(community, facts.name()).isPresent()) {
            throw Refusal.ofField("name", RegistryReason.COMPOUND_TAKEN);
        }
        var id = Ids.next();
        rows.add(id, community, facts, changes.begin(by, because));
        audit.note(by, "registry.compound.add", "compound:" + id, Map.of());
        return rows.find(id).orElseThrow();
    }

    @Transactional
    CompoundRow correct(Acting by, UUID id, int revision, CompoundFacts facts, Because because) {
        var row = living(by, id);
        if (rows.named(row.community(), facts.name())
                .filter(other -> !other.id().equals(id))
                .isPresent()) {
            throw Refusal.ofField("name", RegistryReason.COMPOUND_TAKEN);
        }
        requireDone(rows.correct(id, revision, facts, changes.begin(by, because)));
        audit.note(by, "registry.compound.correct", "compound:" + id, Map.of());
        return rows.find(id).orElseThrow();
    }

    @Transactional
    void voidOne(Acting by, UUID id, int revision, Because because) {
        living(by, id);
        if (!dwellings.ofCompound(id, Optional.empty(), 1).items().isEmpty()) {
            throw Refusal.because(RegistryReason.COMPOUND_IN_USE);
        }
        requireDone(rows.voidOne(id, revision, changes.begin(by, because)));
        audit.note(by, "registry.compound.void", "compound:" + id, Map.of());
    }

    @Transactional(readOnly = true)
    Page<CompoundRow> within(Acting by, DivisionCode place, Optional<Cursor> after, int limit) {
        by.require(Dwellings.READ, place);
        areas.requireDivision(place);
        return rows.within(place, after, limit);
    }

    @Transactional(readOnly = true)
    CompoundRow read(Acting by, UUID id) {
        return required(by, Dwellings.READ, id);
    }

    @Transactional(readOnly = true)
    Page<DwellingRow> dwellings(Acting by, UUID id, Optional<Cursor> after, int limit) {
        required(by, Dwellings.READ, id);
        return dwellings.ofCompound(id, after, limit);
    }

    @Transactional(readOnly = true)
    List<ChangeView> changes(Acting by, UUID id) {
        required(by, Dwellings.READ, id);
        return histories.of(id, List.of(Trace.COMPOUND), false);
    }

    private CompoundRow living(Acting by, UUID id) {
        var row = required(by, Dwellings.WRITE, id);
        if (row.voided()) {
            throw Refusal.because(RegistryReason.VOIDED);
        }
        return row;
    }

    private CompoundRow required(Acting by, String word, UUID id) {
        by.require(word);
        var row = rows.find(id).orElseThrow(() -> Refusal.because(RegistryReason.UNKNOWN_COMPOUND));
        by.require(word, row.community());
        return row;
    }

    private static void requireDone(boolean done) {
        if (!done) {
            throw Refusal.because(RegistryReason.STALE);
        }
    }
}
