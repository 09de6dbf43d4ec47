package org.linli.area;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.linli.area.Areas.Division;
import org.linli.area.Areas.Window;
import org.linli.shared.DivisionCode;
import org.linli.shared.DivisionCode.Level;
import org.linli.shared.Names;
import org.springframework.util.function.SingletonSupplier;

/** What the tables said at one moment; outlines are read when first asked for. */
final class Picture {

    private final long version;
    private final Map<DivisionCode, Division> divisions = new LinkedHashMap<>();
    private final Map<DivisionCode, List<Division>> inside = new LinkedHashMap<>();
    private final Map<UnitCode, Unit> units = new LinkedHashMap<>();
    private final Map<UnitCode, List<Window>> windows;
    private final Map<UnitCode, List<DivisionCode>> served;
    private final Map<DivisionCode, UnitCode> stations = new LinkedHashMap<>();
    private final SingletonSupplier<Outlines> outlines;

    Picture(AreaQueries queries) {
        // Read first, so that what changes meanwhile is noticed.
        version = queries.version();
        queries.divisions().forEach(this::add);
        queries.cells().forEach(code -> add(cell(code)));
        queries.units().forEach(unit -> units.put(unit.code(), unit));
        windows = grouped(queries.windows(), Window::station, Function.identity());
        var stationAreas = queries.stationAreas();
        stationAreas.forEach(row -> stations.put(row.subDistrict(), row.station()));
        served = grouped(stationAreas, AreaQueries.StationArea::station, AreaQueries.StationArea::subDistrict);
        outlines = SingletonSupplier.of(() -> new Outlines(queries.outlines()));
    }

    long version() {
        return version;
    }

    Optional<Division> division(DivisionCode code) {
        return Optional.ofNullable(divisions.get(code));
    }

    List<Division> within(DivisionCode parent) {
        return List.copyOf(inside.getOrDefault(parent, List.of()));
    }

    Optional<Unit> unit(UnitCode code) {
        return Optional.ofNullable(units.get(code));
    }

    List<Unit> units(Unit.Kind kind) {
        return units.values().stream().filter(unit -> unit.kind() == kind).toList();
    }

    List<Window> windows(UnitCode station) {
        return windows.getOrDefault(station, List.of());
    }

    Optional<Unit> stationServing(DivisionCode place) {
        return Optional.ofNullable(stations.get(place.upTo(Level.SUB_DISTRICT))).flatMap(this::unit);
    }

    List<DivisionCode> servedBy(UnitCode station) {
        return served.getOrDefault(station, List.of());
    }

    Outlines outlines() {
        return outlines.obtain();
    }

    static Division cell(DivisionCode code) {
        var number = code.value().substring(12);
        var names = Names.of(number + "网格", "Grid cell " + number);
        return new Division(code, names, names, Optional.empty());
    }

    private void add(Division division) {
        divisions.put(division.code(), division);
        parent(division.code())
                .ifPresent(parent ->
                        inside.computeIfAbsent(parent, key -> new ArrayList<>()).add(division));
    }

    private static Optional<DivisionCode> parent(DivisionCode code) {
        var level = code.level();
        return level == Level.PROVINCE ? Optional.empty() : Optional.of(code.upTo(Level.values()[level.ordinal() - 1]));
    }

    private static <R, K, V> Map<K, List<V>> grouped(List<R> rows, Function<R, K> key, Function<R, V> value) {
        var groups = new LinkedHashMap<K, List<V>>();
        rows.forEach(row -> groups.computeIfAbsent(key.apply(row), each -> new ArrayList<>())
                .add(value.apply(row)));
        groups.replaceAll((group, values) -> List.copyOf(values));
        return groups;
    }
}
