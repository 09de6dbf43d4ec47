package org.linli.wearables.holding;

import java.time.LocalDate;
import java.time.Period;
import org.linli.shared.Names;
import org.linli.shared.RetentionRule;
import org.springframework.stereotype.Component;

/** What was written about alarms, and where they came from; that there was one stays, for figures. */
@Component
class AlarmRetention implements RetentionRule {

    private final OldAlarmRows rows;

    AlarmRetention(OldAlarmRows rows) {
        this.rows = rows;
    }

    @Override
    public String key() {
        return "wearables.alarm";
    }

    @Override
    public Names data() {
        return Names.of("手表报警的位置和处置记录", "Where alarms of watches came from, and what was done");
    }

    @Override
    public Names basis() {
        return Names.of("《个人信息保护法》第十九条：为实现目的所必要的最短时间", "PIPL art. 19: the shortest time the purpose needs");
    }

    @Override
    public Names term() {
        return Names.of("结束后 2 年", "2 years after the end");
    }

    @Override
    public Period kept() {
        return Period.ofYears(2);
    }

    @Override
    public Treatment treatment() {
        return Treatment.EMPTY;
    }

    @Override
    public long due(LocalDate before) {
        return rows.due(before);
    }

    @Override
    public Step apply(LocalDate before, int most, String run) {
        return Step.emptied(rows.empty(before, most));
    }
}
