package org.linli.registry.field;

import static org.linli.sync.contributions.MergeUnit.Policy.REVIEW;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.registry.RegistryReason;
import org.linli.registry.dwelling.DwellingFacts;
import org.linli.registry.dwelling.DwellingUse;
import org.linli.registry.dwelling.Dwellings;
import org.linli.shared.Point;
import org.linli.shared.Refusal;
import org.linli.sync.contributions.Change;
import org.linli.sync.contributions.MergeUnit;
import org.linli.sync.contributions.Standing;
import org.linli.sync.contributions.SyncedCollection;
import org.springframework.stereotype.Component;

/** Dwellings (房屋) on phones: doors of a grid cell with their compound's name. */
@Component
class FieldDwellings implements SyncedCollection {

    private final FieldQueries queries;
    private final Dwellings dwellings;

    FieldDwellings(FieldQueries queries, Dwellings dwellings) {
        this.queries = queries;
        this.dwellings = dwellings;
    }

    @Override
    public String type() {
        return "dwelling";
    }

    @Override
    public Set<String> tables() {
        return Set.of("registry.dwelling", "registry.compound");
    }

    @Override
    public Map<UUID, Map<String, Object>> load(Acting by, Collection<UUID> ids) {
        return queries.dwellings(ids);
    }

    @Override
    public List<MergeUnit> units() {
        return List.of(
                MergeUnit.of("use", REVIEW, "use"),
                MergeUnit.of("squareMetres", REVIEW, "squareMetres"),
                MergeUnit.of("position", REVIEW, "lon", "lat"),
                MergeUnit.of("address", REVIEW, "building", "unit", "floor", "room"));
    }

    @Override
    public Optional<Standing> hold(UUID id) {
        return queries.hold("registry.dwelling", id)
                .map(held -> new Standing(
                        FieldReason.scope(held.division()),
                        queries.dwellings(List.of(id)).getOrDefault(id, Map.of()),
                        held.living()));
    }

    /** In the cell of the worker who saw it, wherever the phone thought it was. */
    @Override
    public void create(Acting by, Change change) {
        var values = new Values(change.values());
        var facts = facts(
                values,
                new DwellingFacts(
                        values.text("building").orElse(""),
                        values.text("unit").orElse(""),
                        Optional.empty(),
                        values.text("room").orElse(""),
                        Optional.empty(),
                        DwellingUse.OTHER,
                        Optional.empty()));
        dwellings.register(
                by,
                change.entity(),
                Values.required("compound", values.id("compound")),
                FieldReason.cell(change)
                        .orElseThrow(() -> Refusal.ofField("scope", RegistryReason.NO_GRID_CELL, change.scope())),
                facts,
                FieldReason.of(change, "登记房屋"));
    }

    @Override
    public void patch(Acting by, Change change) {
        var values = new Values(change.values());
        dwellings.correct(by, change.entity(), was -> facts(values, was), FieldReason.of(change, "更正房屋"));
    }

    private static DwellingFacts facts(Values values, DwellingFacts was) {
        return new DwellingFacts(
                values.has("building") ? values.text("building").orElse("") : was.building(),
                values.has("unit") ? values.text("unit").orElse("") : was.unit(),
                values.has("floor") ? values.whole("floor") : was.floor(),
                values.has("room") ? values.text("room").orElse("") : was.room(),
                values.has("lon", "lat") ? at(values, was) : was.at(),
                values.has("use") ? Values.required("use", values.one("use", DwellingUse.class)) : was.use(),
                values.has("squareMetres") ? values.number("squareMetres") : was.squareMetres());
    }

    /** Half of a position is none; what was not sent is as it was. */
    private static Optional<Point> at(Values values, DwellingFacts was) {
        var lon = values.has("lon")
                ? values.number("lon").map(Number::doubleValue)
                : was.at().map(Point::lon);
        var lat = values.has("lat")
                ? values.number("lat").map(Number::doubleValue)
                : was.at().map(Point::lat);
        if (lon.isEmpty() && lat.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Point(Values.required("lon", lon), Values.required("lat", lat)));
        } catch (IllegalArgumentException offTheGlobe) {
            throw Refusal.ofField("lon", RegistryReason.MALFORMED_VALUE);
        }
    }
}
