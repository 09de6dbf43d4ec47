package org.linli.registry.dwelling;

import java.math.BigDecimal;
import java.util.Optional;
import org.linli.registry.RegistryReason;
import org.linli.registry.finding.DoorNumber;
import org.linli.shared.Point;
import org.linli.shared.Refusal;

/**
 * What is known of a dwelling (房屋) beside where it counts.
 *
 * @param unit empty where the building has one staircase only
 */
public record DwellingFacts(
        String building,
        String unit,
        Optional<Integer> floor,
        String room,
        Optional<Point> at,
        DwellingUse use,
        Optional<BigDecimal> squareMetres) {

    private static final int LONGEST = 20;
    private static final int DEEPEST = -5;
    private static final int HIGHEST = 200;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(99_999);

    public DwellingFacts {
        building = building.strip();
        unit = unit.strip();
        room = room.strip();
        requireLength("building", building);
        requireLength("unit", unit);
        requireLength("room", room);
        if (DoorNumber.key(building, unit, room).isEmpty()) {
            throw Refusal.ofField("room", RegistryReason.DOOR_MISSING);
        }
        floor.filter(one -> one < DEEPEST || one > HIGHEST).ifPresent(one -> {
            throw Refusal.ofField("floor", RegistryReason.IMPOSSIBLE_NUMBER, one);
        });
        squareMetres
                .filter(size -> size.signum() <= 0 || size.compareTo(LARGEST) > 0)
                .ifPresent(size -> {
                    throw Refusal.ofField("squareMetres", RegistryReason.IMPOSSIBLE_NUMBER, size);
                });
    }

    String numberKey() {
        return DoorNumber.key(building, unit, room);
    }

    private static void requireLength(String field, String text) {
        if (text.length() > LONGEST) {
            throw Refusal.ofField(field, RegistryReason.TEXT_TOO_LONG, LONGEST);
        }
    }
}
