package org.linli.registry.dwelling;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.area.Areas;
import org.linli.registry.Because;
import org.linli.registry.RegistryReason;
import org.linli.registry.change.Changes;
import org.linli.registry.dwelling.DwellingQueries.HouseholdThere;
import org.linli.registry.dwelling.DwellingQueries.Resident;
import org.linli.registry.dwelling.DwellingRows.DwellingRow;
import org.linli.registry.history.AsOf;
import org.linli.registry.history.ChangeView;
import org.linli.registry.history.Histories;
import org.linli.registry.history.Trace;
import org.linli.registry.listing.Cursor;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.linli.shared.Page;
import org.linli.shared.Point;
import org.linli.shared.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers dwellings, corrects them, voids those that were registered by mistake, and shows who lives in them. */
@Service
public class Dwellings {

    public static final String READ = "registry.dwelling.read";
    public static final String WRITE = "registry.dwelling.write";

    /** A dwelling with who lives and lived in it, and the households that are there. */
    record Shown(DwellingRow dwelling, List<Resident> residents, List<HouseholdThere> households) {}

    private final DwellingRows rows;
    private final DwellingQueries queries;
    private final CompoundRows compounds;
    private final Histories histories;
    private final List<MovesWithDwelling> followers;
    private final Changes changes;
    private final Areas areas;
    private final AuditTrail audit;

    Dwellings(
            DwellingRows rows,
            DwellingQueries queries,
            CompoundRows compounds,
            Histories histories,
            List<MovesWithDwelling> followers,
            Changes changes,
            Areas areas,
            AuditTrail audit) {
        this.rows = rows;
        this.queries = queries;
        this.compounds = compounds;
        this.histories = histories;
        this.followers = followers;
        this.changes = changes;
        this.areas = areas;
        this.audit = audit;
    }

    @Transactional
    DwellingRow add(Acting by, UUID compound, @Nullable DivisionCode division, DwellingFacts facts, Because because) {
        var id = Ids.next();
        register(by, id, compound, division, facts, because);
        return rows.find(id).orElseThrow();
    }

    /** Registers a dwelling under an identifier that was given out before, as phones do that are offline. */
    @Transactional
    public void register(
            Acting by, UUID id, UUID compound, @Nullable DivisionCode division, DwellingFacts facts, Because because) {
        var place = placeIn(compound, division, facts.at());
        by.require(WRITE, place);
        try {
            rows.add(id, compound, place, facts, changes.begin(by, because));
        } catch (DuplicateKeyException taken) {
            throw Refusal.ofField("room", RegistryReason.ADDRESS_TAKEN);
        }
        audit.note(by, "registry.dwelling.add", "dwelling:" + id, Map.of());
    }

    /** Corrects what a dwelling is as it stands now; it stays in its cell. */
    @Transactional
    public void correct(Acting by, UUID id, UnaryOperator<DwellingFacts> to, Because because) {
        rows.lock(id);
        var row = living(by, id);
        var facts = to.apply(row.facts());
        if (!facts.equals(row.facts())) {
            correct(by, id, row.revision(), row.division(), facts, because);
        }
    }

    /** Puts other facts in the place of those of {@code revision}; who lives there counts in the new cell from then on. */
    @Transactional
    DwellingRow correct(
            Acting by, UUID id, int revision, @Nullable DivisionCode division, DwellingFacts facts, Because because) {
        var row = living(by, id);
        var place = placeIn(row.compound(), division, facts.at());
        by.require(WRITE, place);
        try {
            requireDone(rows.correct(id, revision, place, facts, changes.begin(by, because)));
        } catch (DuplicateKeyException taken) {
            throw Refusal.ofField("room", RegistryReason.ADDRESS_TAKEN);
        }
        if (!place.equals(row.division())) {
            followers.forEach(follower -> follower.follow(by, id, place, because));
        }
        audit.note(by, "registry.dwelling.correct", "dwelling:" + id, Map.of());
        return rows.find(id).orElseThrow();
    }

    @Transactional
    void voidOne(Acting by, UUID id, int revision, Because because) {
        rows.lock(id);
        living(by, id);
        if (rows.isUsed(id)) {
            throw Refusal.because(RegistryReason.DWELLING_IN_USE);
        }
        requireDone(rows.voidOne(id, revision, changes.begin(by, because)));
        audit.note(by, "registry.dwelling.void", "dwelling:" + id, Map.of());
    }

    /** The dwelling's page as of a day. */
    @Transactional
    Shown show(Acting by, UUID id, AsOf on) {
        var now = readable(by, id);
        var row = on.today()
                ? now
                : rows.at(id, on).orElseThrow(() -> Refusal.because(RegistryReason.NOT_YET_KNOWN, on.day()));
        audit.note(by, READ, "dwelling:" + id, on.facts());
        return new Shown(row, queries.residents(id, on), queries.households(id, on));
    }

    @Transactional(readOnly = true)
    List<ChangeView> changes(Acting by, UUID id) {
        readable(by, id);
        return histories.of(id, List.of(Trace.DWELLING, Trace.RESIDENCE_IN_DWELLING), false);
    }

    @Transactional(readOnly = true)
    Page<DwellingRow> within(
            Acting by, DivisionCode place, Optional<DwellingUse> use, Optional<Cursor> after, int limit) {
        by.require(READ, place);
        areas.requireDivision(place);
        return rows.within(place, use, after, limit);
    }

    /** Where a dwelling counts that somebody may move into, held so that it stays; refuses voided ones. */
    @Transactional
    public DivisionCode requireStanding(UUID id) {
        rows.lock(id);
        var row = rows.find(id).orElseThrow(() -> Refusal.because(RegistryReason.UNKNOWN_DWELLING));
        if (row.voided()) {
            throw Refusal.because(RegistryReason.VOIDED);
        }
        return row.division();
    }

    private DwellingRow readable(Acting by, UUID id) {
        return required(by, READ, id);
    }

    private DwellingRow living(Acting by, UUID id) {
        var row = required(by, WRITE, id);
        if (row.voided()) {
            throw Refusal.because(RegistryReason.VOIDED);
        }
        return row;
    }

    private DwellingRow required(Acting by, String word, UUID id) {
        by.require(word);
        var row = rows.find(id).orElseThrow(() -> Refusal.because(RegistryReason.UNKNOWN_DWELLING));
        by.require(word, row.division());
        return row;
    }

    /** The cell named, or the one the position lies in, or the community; all of them inside the compound's. */
    private DivisionCode placeIn(UUID compound, @Nullable DivisionCode named, Optional<Point> at) {
        var row = compounds.find(compound).orElseThrow(() -> Refusal.because(RegistryReason.UNKNOWN_COMPOUND));
        if (row.voided()) {
            throw Refusal.because(RegistryReason.VOIDED);
        }
        if (named == null) {
            return at.flatMap(areas::locate).filter(row.community()::covers).orElse(row.community());
        }
        areas.requireDivision(named);
        if (!row.community().covers(named)) {
            throw Refusal.ofField("division", RegistryReason.OUTSIDE_COMMUNITY, named.value());
        }
        return named;
    }

    private static void requireDone(boolean done) {
        if (!done) {
            throw Refusal.because(RegistryReason.STALE);
        }
    }
}
