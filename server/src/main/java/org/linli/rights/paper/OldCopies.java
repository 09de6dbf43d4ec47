package org.linli.rights.paper;

import java.time.LocalDate;
import java.time.Period;
import org.linli.shared.Names;
import org.linli.shared.RetentionRule;
import org.springframework.stereotype.Component;

/** A copy is made for the one who asked; what is left of it here goes after 90 days. */
@Component
class OldCopies implements RetentionRule {

    private final SealedPaperRows rows;

    OldCopies(SealedPaperRows rows) {
        this.rows = rows;
    }

    @Override
    public String key() {
        return "rights.copy";
    }

    @Override
    public Names data() {
        return Names.of("已交付的个人信息副本", "Copies of personal data that were handed over");
    }

    @Override
    public Names basis() {
        return Names.of("《个人信息保护法》第十九条：为实现目的所必要的最短时间", "PIPL art. 19: the shortest time the purpose needs");
    }

    @Override
    public Names term() {
        return Names.of("制作后 90 天", "90 days after it was made");
    }

    @Override
    public Period kept() {
        return Period.ofDays(90);
    }

    @Override
    public Treatment treatment() {
        return Treatment.EMPTY;
    }

    @Override
    public long due(LocalDate before) {
        return rows.oldCopies(before);
    }

    @Override
    public Step apply(LocalDate before, int most, String run) {
        return Step.emptied(rows.emptyCopies(before, most));
    }
}
