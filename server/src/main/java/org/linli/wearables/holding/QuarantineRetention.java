package org.linli.wearables.holding;

import java.time.LocalDate;
import java.time.Period;
import org.linli.shared.Names;
import org.linli.shared.RetentionRule;
import org.linli.wearables.quarantine.QuarantineRows;
import org.springframework.stereotype.Component;

/** Samples of what could not be read; they are there to find a fault by, and go with their rows. */
@Component
class QuarantineRetention implements RetentionRule {

    private final QuarantineRows rows;

    QuarantineRetention(QuarantineRows rows) {
        this.rows = rows;
    }

    @Override
    public String key() {
        return "wearables.quarantine";
    }

    @Override
    public Names data() {
        return Names.of("设备发来的无法识别的数据样本", "Samples of what devices sent that could not be read");
    }

    @Override
    public Names basis() {
        return Names.of("《个人信息保护法》第十九条：为实现目的所必要的最短时间", "PIPL art. 19: the shortest time the purpose needs");
    }

    @Override
    public Names term() {
        return Names.of("收到后 7 天", "7 days after it came");
    }

    @Override
    public Period kept() {
        return Period.ofDays(7);
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
        return Step.emptied(rows.delete(before, most));
    }
}
