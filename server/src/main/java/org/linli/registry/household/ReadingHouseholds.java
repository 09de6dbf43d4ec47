package org.linli.registry.household;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.area.Areas;
import org.linli.registry.RegistryReason;
import org.linli.registry.dwelling.Dwellings;
import org.linli.registry.history.AsOf;
import org.linli.registry.history.ChangeView;
import org.linli.registry.history.Histories;
import org.linli.registry.history.Trace;
import org.linli.registry.household.HouseholdRows.HouseholdRow;
import org.linli.registry.listing.Cursor;
import org.linli.shared.DivisionCode;
import org.linli.shared.Page;
import org.linli.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows households as of a day, and lists them. */
@Service
class ReadingHouseholds {

    /** A household with its people. */
    record Shown(HouseholdRow household, @Nullable String address, List<HouseholdQueries.Member> members) {}

    private final HouseholdRows rows;
    private final HouseholdQueries queries;
    private final Histories histories;
    private final Areas areas;
    private final AuditTrail audit;

    ReadingHouseholds(
            HouseholdRows rows, HouseholdQueries queries, Histories histories, Areas areas, AuditTrail audit) {
        this.rows = rows;
        this.queries = queries;
        this.histories = histories;
        this.areas = areas;
        this.audit = audit;
    }

    @Transactional
    Shown show(Acting by, UUID id, AsOf on) {
        var now = required(by, id);
        var row = on.today()
                ? now
                : rows.at(id, on).orElseThrow(() -> Refusal.because(RegistryReason.NOT_YET_KNOWN, on.day()));
        audit.note(by, Dwellings.READ, "household:" + id, on.facts());
        var address = Optional.ofNullable(row.dwelling()).flatMap(queries::address);
        return new Shown(row, address.orElse(null), queries.members(id, on));
    }

    @Transactional(readOnly = true)
    List<ChangeView> changes(Acting by, UUID id) {
        required(by, id);
        return histories.of(id, List.of(Trace.HOUSEHOLD, Trace.MEMBERS_OF_HOUSEHOLD), false);
    }

    @Transactional
    Page<HouseholdQueries.Line> within(
            Acting by, DivisionCode place, Optional<HouseholdKind> kind, Optional<Cursor> after, int limit) {
        by.require(Dwellings.READ, place);
        areas.requireDivision(place);
        audit.note(by, Dwellings.READ, "area:" + place, Map.of("list", "households"));
        return queries.within(place, kind, after, limit);
    }

    private HouseholdRow required(Acting by, UUID id) {
        by.require(Dwellings.READ);
        var row = rows.find(id).orElseThrow(() -> Refusal.because(RegistryReason.UNKNOWN_HOUSEHOLD));
        by.require(Dwellings.READ, row.division());
        return row;
    }
}
