package org.linli.eldercare.holding;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.registry.People;
import org.linli.registry.PersonId;
import org.linli.shared.Names;
import org.linli.shared.PersonalHoldings;
import org.springframework.stereotype.Component;

/**
 * Elder care's answer to what is held about somebody: their file with its contacts, and the calls that operators found to be
 * about them.
 */
@Component
class EldercareHoldings implements PersonalHoldings {

    static final String CALL = "eldercare-call";
    static final String ELDER = "eldercare-elder";

    private static final Names DUTY =
            Names.of("履行法定职责所必需（《个人信息保护法》第十三条第一款第三项）", "needed to perform a statutory duty (PIPL art. 13(1)(3))");

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    ELDER,
                    Names.of("老人服务档案和紧急联系人", "Elder file and contacts"),
                    DUTY,
                    Names.of("服务期间", "as long as somebody is served"),
                    true),
            new Kind(
                    CALL,
                    Names.of("12349 来电和处置记录", "Calls to 12349, and what was done"),
                    DUTY,
                    Names.of("来电后 2 年清空", "emptied 2 years after the call"),
                    true));

    private final EldercareHoldingQueries queries;
    private final People people;

    EldercareHoldings(EldercareHoldingQueries queries, People people) {
        this.queries = queries;
        this.people = people;
    }

    @Override
    public Names holder() {
        return Names.of("12349 养老服务", "Elder care and 12349");
    }

    @Override
    public List<Kind> kinds() {
        return KINDS;
    }

    @Override
    public List<Holding> of(Subject subject) {
        return records(subject)
                .flatMap(record -> queries.counted(record).stream())
                .toList();
    }

    @Override
    public List<Line> copy(Subject subject) {
        return records(subject)
                .flatMap(record -> queries.lines(record).stream())
                .toList();
    }

    @Override
    public Set<String> namedInLedgers(Subject subject) {
        return records(subject).map(record -> "person:" + record).collect(Collectors.toSet());
    }

    private Stream<UUID> records(Subject subject) {
        return subject.person().stream()
                .flatMap(person -> people.recordsOf(new PersonId(person)).stream())
                .map(PersonId::value);
    }
}
