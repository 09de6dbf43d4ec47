package org.linli.eldercare.trunk;

import java.time.Clock;
import org.linli.access.Acting;
import org.linli.eldercare.EldercareSettings;
import org.linli.shared.DivisionCode;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The make-believe telephone system of the demo; each run of the demo brings a key of its own. */
@Component
class DemoTrunk implements ApplicationRunner {

    private static final String NAME = "演示话务系统";
    private static final DivisionCode DISTRICT = DivisionCode.of("150203");

    private final TrunkRows rows;
    private final EldercareSettings settings;
    private final Clock clock;

    DemoTrunk(TrunkRows rows, EldercareSettings settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        var key = settings.demoTrunkKey();
        if (key.isBlank()) {
            return;
        }
        if (rows.isTaken(NAME)) {
            rows.changeKey(NAME, key);
        } else {
            rows.add(NAME, DISTRICT, key, Acting.system("demo"), clock.instant());
        }
    }
}
