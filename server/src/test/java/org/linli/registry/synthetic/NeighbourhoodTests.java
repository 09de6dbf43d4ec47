package org.linli.registry.synthetic;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.linli.registry.Codes;
import org.linli.registry.bulk.Entry;
import org.linli.registry.synthetic.DistrictPlan.Part;
import org.linli.registry.synthetic.DistrictPlan.Share;
import org.linli.registry.synthetic.SyntheticQueries.Cell;
import org.linli.shared.IdDocument;
import org.linli.shared.Uscc;

class NeighbourhoodTests {

    private static final String COMMUNITY = "150203001015";
    private static final String SQUARE =
            "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[109.8,40.6],[109.81,40.6],[109.81,40.61],[109.8,40.61],[109.8,40.6]]]]}";

    private final List<Entry> entries = made(1, 10);

    @Test
    void comesOutTheSameForTheSameSeedOnly() {
        assertThat(made(1, 2)).isEqualTo(made(1, 2)).isNotEqualTo(made(2, 2));
        assertThat(all(Entry.Person.class).map(Entry.Person::id))
                .containsAll(made(1, 1).stream()
                        .filter(Entry.Person.class::isInstance)
                        .map(one -> ((Entry.Person) one).id())
                        .toList());
    }

    @Test
    void fillsEveryCellWithWhatItIsToHold() {
        assertThat(all(Entry.Person.class)
                        .collect(groupingBy(Entry.Person::division, counting()))
                        .values())
                .containsOnly(397L);
        assertThat(all(Entry.Dwelling.class).count()).isBetween(1555L, 1565L);
        assertThat(all(Entry.Organisation.class)
                        .filter(one -> one.kind().matches("SOCIAL.*|PRIVATE.*|FOUNDATION"))
                        .count())
                .isEqualTo(10);
    }

    @Test
    void hasAgesAndHouseholdsOfTheNorth() {
        var people = all(Entry.Person.class).toList();
        assertThat(share(people, 60, 200)).isBetween(0.17, 0.23);
        assertThat(share(people, 0, 14)).isBetween(0.11, 0.19);
        assertThat((double) people.size() / all(Entry.Household.class).count()).isBetween(2.5, 2.9);
        assertThat(people.stream()
                                .filter(one -> PersonNames.surnameOf(one.name()).isEmpty())
                                .count()
                        / (double) people.size())
                .isBetween(0.02, 0.07);
    }

    @Test
    void givesEverybodyANumberThatNobodyCanHave() {
        var numbers = all(Entry.Document.class)
                .flatMap(one -> one.document().idNumber().stream())
                .map(number -> number.value())
                .toList();
        assertThat(new HashSet<>(numbers)).hasSameSizeAs(numbers);
        var invented = numbers.stream()
                .filter(number -> !number.matches("150203.*|810000.*|9156.*"))
                .toList();
        assertThat(invented).hasSizeGreaterThan(3900).allMatch(number -> number.matches("159[89].*"));
        assertThat(all(Entry.Phone.class).map(Entry.Phone::number))
                .doesNotHaveDuplicates()
                .allMatch(one -> one.matches("154\\d{8}"));
        assertThat(all(Entry.Organisation.class)
                        .map(one -> new Uscc(one.uscc()).value().substring(2, 8))
                        .distinct())
                .containsExactly("159999");
    }

    @Test
    void usesCodesThatTheRegistryKnows() {
        var people = all(Entry.Person.class).toList();
        assertThat(people.stream()
                        .flatMap(one -> Stream.ofNullable(one.education()))
                        .distinct())
                .allMatch(code -> Codes.name(Codes.Table.EDUCATION, code).isPresent());
        assertThat(people.stream()
                        .flatMap(one -> Stream.ofNullable(one.maritalStatus()))
                        .distinct())
                .allMatch(code -> Codes.name(Codes.Table.MARITAL_STATUS, code).isPresent());
        assertThat(all(Entry.Member.class).map(Entry.Member::relation).distinct())
                .allMatch(code -> Codes.name(Codes.Table.RELATION, code).isPresent());
        assertThat(all(Entry.Residence.class)
                        .flatMap(one -> Stream.ofNullable(one.inflowReason()))
                        .distinct())
                .allMatch(code -> Codes.name(Codes.Table.INFLOW_REASON, code).isPresent());
    }

    @Test
    void keepsBuildingsInsideTheirCell() {
        var ground = Ground.of(SQUARE);
        assertThat(all(Entry.Dwelling.class))
                .allMatch(one -> ground.contains(one.at().lon(), one.at().lat()));
        assertThat(all(Entry.Dwelling.class)
                        .map(one -> one.compound() + one.building() + "-" + one.unit() + "-" + one.room()))
                .doesNotHaveDuplicates();
    }

    @Test
    void holdsTheHoldersOfTheDemosCards() {
        assertThat(all(Entry.Document.class).map(Entry.Document::document))
                .contains(new IdDocument(IdDocument.Kind.RESIDENT_ID, InventedNumbers.withCheck("15020319510416002")));
        assertThat(all(Entry.Dwelling.class)
                        .filter(one -> one.building().equals("14")
                                && one.unit().equals("3")
                                && one.room().equals("201")))
                .hasSize(1);
    }

    @Test
    void namesCompoundsAsTheDistrictDoes() {
        assertThat(Stream.of(
                                "少先二十一号街坊社区",
                                "友谊十八第二社区",
                                "东友谊二十二号街坊社区",
                                "团结甲十六号街坊社区",
                                "新光一村",
                                "卜尔汉图嘎查",
                                "友谊小区第一社区",
                                "锦绣嘉园社区",
                                "包钢厂区虚拟社区")
                        .map(name -> CompoundPlan.of(name, 3, 10, 0).getFirst().name()))
                .containsExactly(
                        "少先21号街坊", "友谊18号街坊", "东友谊22号街坊", "团结甲16号街坊", "新光一村", "卜尔汉图嘎查", "友谊小区", "锦绣嘉园", "包钢厂区公寓");
    }

    private static double share(List<Entry.Person> people, int from, int to) {
        return people.stream()
                        .filter(one -> {
                            var age = one.birth().until(Families.AS_OF).getYears();
                            return age >= from && age <= to;
                        })
                        .count()
                / (double) people.size();
    }

    private <T extends Entry> Stream<T> all(Class<T> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static List<Entry> made(long seed, int cells) {
        var entries = new ArrayList<Entry>();
        var shares = IntStream.range(0, cells)
                .mapToObj(cell ->
                        new Share(new Cell(COMMUNITY + "%03d".formatted(cell + 1), SQUARE), cell, 397, 156, 14, 1, 3))
                .toList();
        new Neighbourhood(seed, new Part(COMMUNITY, "少先二十一号街坊社区", 0, 10, 0, shares), entries::add).fill();
        return entries;
    }
}
