package org.linli.privacy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.linli.shared.Names;
import org.linli.shared.PersonalHoldings;
import org.springframework.stereotype.Component;

/** What the disclosure ledger itself holds: lines that name somebody by an index. */
@Component
class LedgerHoldings implements PersonalHoldings {

    private static final List<Kind> KINDS = List.of(new Kind(
            "disclosure",
            Names.of("调阅记录（不含资料内容）", "Who saw the data (not the data itself)"),
            Names.of(
                    "履行法定义务（《个人信息保护法》第十三条第一款第三项、第五十一条）",
                    "needed for statutory obligations (PIPL art. 13(1)(3) and 51)"),
            Names.of("不少于 3 年", "at least 3 years"),
            true));

    private final LedgerQueries queries;
    private final DisclosureLedger ledger;

    LedgerHoldings(LedgerQueries queries, DisclosureLedger ledger) {
        this.queries = queries;
        this.ledger = ledger;
    }

    @Override
    public Names holder() {
        return Names.of("个人信息保护", "Privacy");
    }

    @Override
    public List<Kind> kinds() {
        return KINDS;
    }

    @Override
    public List<Holding> of(Subject subject) {
        var names = namedInLedgers(subject);
        return names.isEmpty()
                ? List.of()
                : queries
                        .about(names)
                        .map(lines -> new Holding(
                                "disclosure",
                                lines.count(),
                                lines.since(),
                                lines.latest(),
                                List.of(Names.of("系统自动记录", "noted by the house"))))
                        .stream()
                        .toList();
    }

    /** The lines are shown in words of their own, as who read the data and for what. */
    @Override
    public List<Line> copy(Subject subject) {
        return List.of();
    }

    @Override
    public Set<String> namedInLedgers(Subject subject) {
        return subject.documents().stream()
                .map(document -> ledger.subjectOf(document.number()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
