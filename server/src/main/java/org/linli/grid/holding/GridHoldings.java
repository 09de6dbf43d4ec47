package org.linli.grid.holding;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.shared.Names;
import org.linli.shared.PersonalHoldings;
import org.springframework.stereotype.Component;

/** The grid's answer to what is held about somebody: visits made to them. */
@Component
class GridHoldings implements PersonalHoldings {

    static final String VISIT = "grid-visit";

    private static final Names DUTY =
            Names.of("履行法定职责所必需（《个人信息保护法》第十三条第一款第三项）", "needed for statutory duties (PIPL art. 13(1)(3))");

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    VISIT,
                    Names.of("走访记录", "Visits by grid workers"),
                    DUTY,
                    Names.of("走访后 3 年清空", "emptied 3 years after the visit"),
                    true),
            new Kind(
                    "grid-event",
                    Names.of("网格事件的文字和照片", "Words and photos of grid events"),
                    DUTY,
                    Names.of("结案后 5 年清空", "emptied 5 years after the end"),
                    false));

    private final GridHoldingQueries queries;

    GridHoldings(GridHoldingQueries queries) {
        this.queries = queries;
    }

    @Override
    public Names holder() {
        return Names.of("网格", "Grids");
    }

    @Override
    public List<Kind> kinds() {
        return KINDS;
    }

    @Override
    public List<Holding> of(Subject subject) {
        return subject.person().stream()
                .flatMap(person -> queries.counts(person).stream())
                .toList();
    }

    @Override
    public List<Line> copy(Subject subject) {
        return subject.person().stream()
                .flatMap(person -> queries.lines(person).stream())
                .toList();
    }

    @Override
    public Set<String> namedInLedgers(Subject subject) {
        return subject.person().stream().map(person -> "person:" + person).collect(Collectors.toSet());
    }
}
