package org.linli.sync.holding;

import java.util.List;
import java.util.Set;
import org.linli.shared.Names;
import org.linli.shared.PersonalHoldings;
import org.springframework.stereotype.Component;

/** What phones sent about somebody's record and a person had to decide; what was only refused is not found by whose it is. */
@Component
class SyncHoldings implements PersonalHoldings {

    private static final Names BASIS =
            Names.of("履行法定职责所必需（《个人信息保护法》第十三条第一款第三项、第三十四条）", "needed for statutory duties (PIPL art. 13(1)(3) and 34)");
    private static final Names PHONES = Names.of("现场采集", "seen on the spot");
    private static final Names PROPOSED = Names.of("待核对的修改", "Changes that a person had to decide");

    private final KeptRows rows;

    SyncHoldings(KeptRows rows) {
        this.rows = rows;
    }

    @Override
    public Names holder() {
        return Names.of("手机同步", "Phones");
    }

    @Override
    public List<Kind> kinds() {
        return List.of(
                new Kind("proposal", PROPOSED, BASIS, Names.of("核定后 3 年", "3 years after the decision"), true),
                new Kind(
                        "exception",
                        Names.of("未能办理的手机上报", "Changes from phones that could not be done"),
                        BASIS,
                        Names.of("上报后 1 年", "1 year after they came"),
                        false));
    }

    @Override
    public List<Holding> of(Subject subject) {
        return subject.person().flatMap(rows::proposals).stream()
                .map(count -> new Holding("proposal", count.count(), count.since(), count.latest(), List.of(PHONES)))
                .toList();
    }

    @Override
    public List<Line> copy(Subject subject) {
        return subject.person().stream()
                .flatMap(person -> rows.proposed(person).stream())
                .map(one -> new Line(
                        "proposal",
                        one.unit().isEmpty() ? PROPOSED : Names.of(one.unit(), one.unit()),
                        one.json(),
                        one.since()))
                .toList();
    }

    @Override
    public Set<String> namedInLedgers(Subject subject) {
        return Set.of();
    }
}
