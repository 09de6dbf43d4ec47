package org.linli.counter.hall;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.area.Unit;
import org.linli.counter.catalogue.Item;
import org.linli.counter.catalogue.Items;
import org.linli.shared.DemoData;
import org.linli.shared.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A queue for today and some weeks of finished visits; the people are invented, their numbers begin with 000000. */
@Component
class DemoHall implements DemoData {

    private static final List<String> PEOPLE = List.of("赵一", "钱二", "孙三", "李四", "周五", "吴六");
    private static final List<String> CAME_FOR = List.of(
            "150203-ZM-001", "150203-DB-009", "150203-SL-013", "150203-ZB-004", "150203-DB-006", "150203-ZM-003");
    /** An elder, then adults; region 000000 does not exist. */
    private static final List<String> BORN =
            List.of("19480512", "19901103", "19850721", "19560214", "19780930", "20011225");

    private final CheckingIn checkingIn;
    private final DemoHallRows rows;
    private final Items items;
    private final Areas areas;
    private final Clock clock;

    DemoHall(CheckingIn checkingIn, DemoHallRows rows, Items items, Areas areas, Clock clock) {
        this.checkingIn = checkingIn;
        this.rows = rows;
        this.items = items;
        this.areas = areas;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    @Transactional
    public void load(Size size) {
        if (size == Size.NONE) {
            return;
        }
        var stations = areas.units(Unit.Kind.STATION);
        stations.forEach(station -> past(station, size == Size.FULL ? 60 : 8, size));
        areas.units(Unit.Kind.DISTRICT_HALL).forEach(hall -> past(hall, size == Size.FULL ? 300 : 40, size));
        for (var at = 0; at < stations.size(); at++) {
            queue(stations.get(at).code().value(), at);
        }
    }

    private void past(Unit unit, int perDay, Size size) {
        var station = unit.code().value();
        var offered = items.offered(unit.code());
        var today = LocalDate.now(clock);
        var days = size == Size.FULL ? 84 : 28;
        rows.visits(new DemoHallRows.Past(
                station,
                perDay,
                today.minusDays(days),
                today.minusDays(1),
                Math.max(areas.windows(unit.code()).size(), 1),
                // Certificates and direct items come first, as they are asked for most.
                offered.stream()
                        .sorted(java.util.Comparator.comparing(Item::kind).thenComparing(Item::code))
                        .map(Item::code)
                        .toList()));
        rows.errands(
                station, offered.stream().filter(Item::atHall).map(Item::code).toList());
        rows.pace(station);
    }

    private void queue(String station, int seed) {
        for (var i = 0; i < 3 + seed % 3; i++) {
            var person = (seed + i) % PEOPLE.size();
            var visit = checkingIn.checkIn(
                    Acting.system("demo"),
                    station,
                    new CheckInForm(
                            Way.CARD,
                            number(BORN.get(person), seed * 10 + i),
                            PEOPLE.get(person),
                            null,
                            null,
                            null,
                            List.of(CAME_FOR.get(person)),
                            false,
                            Ids.next().toString()));
            rows.cameEarlier(visit.id(), 14 - 3 * i);
        }
    }

    /** Valid by its check character, and nobody's: there is no region 000000. */
    private static String number(String born, int sequence) {
        var digits = "000000" + born + "%03d".formatted(sequence);
        var weights = new int[] {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        var sum = 0;
        for (var i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }
}
