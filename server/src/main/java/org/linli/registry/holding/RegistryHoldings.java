package org.linli.registry.holding;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.shared.Names;
import org.linli.shared.PersonalHoldings;
import org.springframework.stereotype.Component;

/** The base's answer to what is held about somebody. */
@Component
class RegistryHoldings implements PersonalHoldings {

    private static final Names BASIS =
            Names.of("履行法定职责所必需（《个人信息保护法》第十三条第一款第三项、第三十四条）", "needed for statutory duties (PIPL art. 13(1)(3) and 34)");
    private static final Names KEPT =
            Names.of("在本区期间；离开 5 年、去世 10 年后清空", "while here; emptied 5 years after leaving, 10 years after death");

    private static final List<Kind> KINDS = List.of(
            new Kind("person", Names.of("人口基本信息", "Basic data"), BASIS, KEPT, true),
            new Kind("document", Names.of("身份证件", "Identity documents"), BASIS, KEPT, true),
            new Kind("phone", Names.of("联系电话", "Phones"), BASIS, KEPT, true),
            new Kind("residence", Names.of("居住情况", "Residence"), BASIS, KEPT, true),
            new Kind("household", Names.of("家庭户情况", "Household"), BASIS, KEPT, true));

    private static final Map<String, Names> SOURCES = Map.of(
            "CARD", Names.of("读取身份证", "read from the card"),
            "IMPORT", Names.of("文件导入", "imported from a file"),
            "FIELD", Names.of("现场采集", "seen on the spot"),
            "COUNTER", Names.of("窗口告知", "told at a window"),
            "DESK", Names.of("人口库页面登记", "entered in the registry"),
            "DEPARTMENT", Names.of("部门共享", "from a department"),
            "RETENTION", Names.of("到期清空", "emptied by a rule"),
            "DEMO", Names.of("演示数据", "invented for the demo"));

    private final HoldingQueries queries;

    RegistryHoldings(HoldingQueries queries) {
        this.queries = queries;
    }

    @Override
    public Names holder() {
        return Names.of("人口基础库", "Registry");
    }

    @Override
    public List<Kind> kinds() {
        return KINDS;
    }

    @Override
    public List<Holding> of(Subject subject) {
        var people = people(subject);
        return people.isEmpty()
                ? List.of()
                : queries.counts(people).stream()
                        .map(count -> new Holding(
                                count.kind(),
                                count.count(),
                                count.since(),
                                count.latest(),
                                count.sources().stream()
                                        .map(source -> SOURCES.getOrDefault(source, Names.of(source, source)))
                                        .toList()))
                        .toList();
    }

    @Override
    public List<Line> copy(Subject subject) {
        var people = people(subject);
        return people.isEmpty() ? List.of() : queries.lines(people);
    }

    @Override
    public Set<String> namedInLedgers(Subject subject) {
        return people(subject).stream()
                .map(person -> "person:" + person)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<UUID> people(Subject subject) {
        return Stream.concat(subject.person().stream(), queries.peopleWith(subject.documents()).stream())
                .collect(Collectors.toSet());
    }
}
