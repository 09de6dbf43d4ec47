package org.linli.counter.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.linli.area.Areas;
import org.linli.area.Unit;
import org.linli.area.UnitCode;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;
import org.linli.shared.Point;

/** Just enough of the district for reading items: a few departments, an office, a committee and a station. */
final class KnownUnits {

    private KnownUnits() {}

    static Areas areas() {
        var departments = Stream.of(
                        "MZ", "MZLL", "RS", "RSJY", "RSSB", "RSJC", "YB", "WJ", "WJSQ", "CL", "ZJ", "TY", "GA", "SFFY",
                        "JYJ", "CS", "GH", "FL")
                .map(name -> unit("DEPT-" + name, Unit.Kind.DEPARTMENT));
        var others = Stream.of(
                unit("SO-150203001", Unit.Kind.SUB_DISTRICT_OFFICE),
                unit("CO-150203001015", Unit.Kind.COMMITTEE),
                unit("ST-150203001", Unit.Kind.STATION));
        return new Fixed(Stream.concat(departments, others).toList());
    }

    private static Unit unit(String code, Unit.Kind kind) {
        return new Unit(UnitCode.of(code), kind, Names.of(code, code), DivisionCode.of("150203"), Optional.empty());
    }

    private record Fixed(List<Unit> all) implements Areas {

        @Override
        public Optional<Division> division(DivisionCode code) {
            return Optional.empty();
        }

        @Override
        public List<Division> within(DivisionCode parent) {
            return List.of();
        }

        @Override
        public Optional<Unit> unit(UnitCode code) {
            return all.stream().filter(unit -> unit.code().equals(code)).findFirst();
        }

        @Override
        public List<Unit> units(Unit.Kind kind) {
            return all.stream().filter(unit -> unit.kind() == kind).toList();
        }

        @Override
        public Optional<DivisionCode> locate(Point point) {
            return Optional.empty();
        }

        @Override
        public List<Window> windows(UnitCode station) {
            return List.of();
        }

        @Override
        public Optional<Unit> stationServing(DivisionCode place) {
            return Optional.empty();
        }

        @Override
        public List<DivisionCode> servedBy(UnitCode station) {
            return List.of();
        }
    }
}
