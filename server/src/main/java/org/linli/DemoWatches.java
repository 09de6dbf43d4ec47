package org.linli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.linli.access.Acting;
import org.linli.shared.DemoData;
import org.linli.shared.DivisionCode;
import org.linli.shared.Point;
import org.linli.wearables.ConsentKind;
import org.linli.wearables.SafeZones;
import org.linli.wearables.Wearables;
import org.springframework.stereotype.Component;

/**
 * Watches on the wrists of a few elders, some of whom agreed that it says where they are, and two in stock; a smoke detector
 * and a pill box in the home of the eldest. It belongs to no module, because wearables and the base do not know each other.
 * Numbers that begin with 00 are for trying only.
 */
@Component
class DemoWatches implements DemoData {

    private static final DivisionCode COMMUNITY = DivisionCode.of("150203001015");
    private static final String NUMBER = "000000000001%03d";
    private static final String LIVING = "000000000003%03d";
    private static final String SENSOR = "000000000002%03d";
    private static final DivisionCode DISTRICT = DivisionCode.of("150203");

    /** Where the watches for trying live that walk out of their zone. */
    private static final Point HOME = new Point(109.6259, 40.6358);

    private static final double AROUND_HOME = 250;
    private static final int LIVE = 300;
    private static final int WORN = 6;
    private static final int AGREED = 4;
    private static final int WITH_ZONE = 2;
    private static final int IN_STOCK = 2;
    private static final int AGE = 60;

    private final Wearables wearables;
    private final SafeZones zones;
    private final DemoElderQueries elders;
    private final Clock clock;

    DemoWatches(Wearables wearables, SafeZones zones, DemoElderQueries elders, Clock clock) {
        this.wearables = wearables;
        this.zones = zones;
        this.elders = elders;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 96;
    }

    @Override
    public void load(Size size) {
        if (size == Size.NONE || elders.hasWatches()) {
            return;
        }
        var by = Acting.system("demo");
        var worn = elders.livingIn(COMMUNITY, LocalDate.now(clock).minusYears(AGE), WORN);
        for (var n = 0; n < worn.size(); n++) {
            var watch = wearables.register(by, NUMBER.formatted(101 + n), "演示手表 A1", COMMUNITY);
            wearables.handOut(by, watch, worn.get(n).person(), worn.get(n).division());
            if (n < AGREED) {
                agree(by, watch, ConsentKind.POSITION, ConsentKind.TRACK, ConsentKind.VITALS);
            }
            if (n < WITH_ZONE) {
                zones.drawCircle(by, watch, "家", HOME, AROUND_HOME);
            }
        }
        live(by, worn);
        if (!worn.isEmpty()) {
            sensors(by, worn.getFirst());
        }
        for (var n = 0; n < IN_STOCK; n++) {
            wearables.register(by, NUMBER.formatted(191 + n), "演示手表 A1", COMMUNITY);
        }
    }

    /** Those that a fleet of make-believe watches speaks for while the demo runs; one in four agreed to nothing. */
    private void live(Acting by, List<DemoElderQueries.Elder> others) {
        var elders = this.elders.livingIn(DISTRICT, LocalDate.now(clock).minusYears(AGE), LIVE + WORN).stream()
                .filter(elder -> !others.contains(elder))
                .limit(LIVE)
                .toList();
        for (var n = 0; n < elders.size(); n++) {
            var watch = wearables.register(
                    by, LIVING.formatted(n + 1), "演示手表 A2", elders.get(n).division());
            wearables.handOut(by, watch, elders.get(n).person(), elders.get(n).division());
            if (n % 4 != 0) {
                agree(by, watch, ConsentKind.POSITION, ConsentKind.TRACK, ConsentKind.VITALS);
            }
        }
    }

    private void agree(Acting by, int watch, ConsentKind... kinds) {
        for (var kind : kinds) {
            wearables.consent(by, watch, kind, "本人书面同意");
        }
    }

    private void sensors(Acting by, DemoElderQueries.Elder elder) {
        var detector = wearables.register(by, SENSOR.formatted(101), "演示烟感 S1", COMMUNITY);
        wearables.handOut(by, detector, elder.person(), elder.division());
        var pillBox = wearables.register(by, SENSOR.formatted(102), "演示药盒 P1", COMMUNITY);
        wearables.handOut(by, pillBox, elder.person(), elder.division());
        wearables.consent(by, pillBox, ConsentKind.VITALS, "本人书面同意");
    }
}
