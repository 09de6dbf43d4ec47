package org.linli.rights.retention;

import java.util.List;
import java.util.Set;
import org.linli.access.Acting;
import org.linli.rights.retention.RetentionRows.Way;
import org.linli.shared.DemoData;
import org.linli.shared.RetentionRule;
import org.springframework.stereotype.Component;

/** All rules rehearsed once, the harmless ones switched on and run. */
@Component
class DemoRetention implements DemoData {

    private static final Set<String> ON = Set.of("counter.visit", "counter.booking", "notify.phone");

    private final List<RetentionRule> rules;
    private final RunningRules running;
    private final RetentionRows rows;
    private final java.time.Clock clock;

    DemoRetention(List<RetentionRule> rules, RunningRules running, RetentionRows rows, java.time.Clock clock) {
        this.rules = rules;
        this.running = running;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 85;
    }

    @Override
    public void load(Size size) {
        if (size == Size.NONE) {
            return;
        }
        var house = Acting.system("demo");
        for (var rule : rules) {
            running.rehearse(rule, house);
            if (ON.contains(rule.key())) {
                rows.switchTo(rule.key(), true, "演示", "其其格", clock.instant());
                running.run(rule, Way.BY_HAND, house);
            }
        }
    }
}
