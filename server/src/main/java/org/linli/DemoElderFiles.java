package org.linli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.linli.access.Acting;
import org.linli.eldercare.Elders;
import org.linli.eldercare.Elders.Living;
import org.linli.eldercare.Elders.Relation;
import org.linli.shared.DemoData;
import org.linli.shared.DivisionCode;
import org.springframework.stereotype.Component;

/**
 * Files of the elders who wear the demo's watches: how they live, what helpers must know, and whom they call. It belongs to no
 * module, as their watches do. Numbers of the series 154 were never given to anybody.
 */
@Component
class DemoElderFiles implements DemoData {

    private static final DivisionCode COMMUNITY = DivisionCode.of("150203001015");
    private static final int AGE = 60;
    private static final String DAUGHTER = "154990000%02d";
    private static final String NEIGHBOUR = "154990001%02d";

    private static final List<Living> LIVING =
            List.of(Living.ALONE, Living.COUPLE, Living.ALONE, Living.WITH_CHILDREN, Living.COUPLE, Living.ALONE);
    private static final List<String> NEEDS = List.of("耳背，请大声慢说", "", "高血压，家门口有三级台阶", "说蒙语", "", "糖尿病");

    private final Elders files;
    private final DemoElderQueries elders;
    private final Clock clock;

    DemoElderFiles(Elders files, DemoElderQueries elders, Clock clock) {
        this.files = files;
        this.elders = elders;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 97;
    }

    @Override
    public void load(Size size) {
        if (size == Size.NONE) {
            return;
        }
        var by = Acting.system("demo");
        var found = elders.livingIn(COMMUNITY, LocalDate.now(clock).minusYears(AGE), LIVING.size());
        for (var n = 0; n < found.size(); n++) {
            var person = found.get(n).person();
            files.describe(by, person, 0, LIVING.get(n), NEEDS.get(n));
            files.addContact(by, person, "女儿", Relation.CHILD, DAUGHTER.formatted(n));
            files.addContact(by, person, "邻居", Relation.NEIGHBOUR, NEIGHBOUR.formatted(n));
        }
    }
}
