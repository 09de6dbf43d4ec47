package org.linli.registry.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.registry.People;
import org.linli.registry.finding.FindPeople.By;
import org.linli.registry.finding.FindPeople.Found;
import org.linli.registry.testing.Households;
import org.linli.shared.DivisionCode;
import org.linli.shared.Refusal;
import org.linli.shared.Sex;
import org.linli.testing.Actings;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinliTest
class FindPeopleTests {

    private static final AtomicInteger WORDS = new AtomicInteger(0x7000);

    @Autowired
    FindPeople finding;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private Households households;
    private Acting clerk;

    @BeforeEach
    void base() {
        households = new Households(jdbc, people);
        clerk = households.clerk();
    }

    @Test
    void findsByNamePartPinyinAndInitials() {
        var name = "魍" + someWord() + someWord();
        var person = households.register(name, Households.someDocument(Sex.MALE), Households.somePhone());
        var spelling = Spelling.of(name);
        for (var typed :
                new String[] {name, name.substring(1), spelling.pinyin(), spelling.joined(), spelling.initials()}) {
            assertThat(all(typed)).as(typed).contains(person.value());
        }
    }

    @Test
    void findsByNumberPhoneAndHousehold() {
        var document = Households.someDocument(Sex.FEMALE);
        var phone = Households.somePhone();
        var mother = households.register("王芳", document, phone);
        var son = households.register("李小明", Households.someDocument(Sex.MALE), phone);
        var dwelling = households.dwelling(households.compound("测试" + someWord() + "小区"), "19", "3", "502");
        var household = households.household(dwelling, mother, son);

        assertThat(found(document.number()).by()).isEqualTo(By.DOCUMENT);
        assertThat(ids(found(document.number()))).containsExactly(mother.value());
        assertThat(ids(found(phone))).containsExactlyInAnyOrder(mother.value(), son.value());
        var number = jdbc.sql("select number from registry.household where id = :id")
                .param("id", household)
                .query(String.class)
                .single();
        assertThat(ids(found(number))).containsExactly(mother.value(), son.value());
    }

    @Test
    void findsByTheAddressAsItIsSaid() {
        var word = someWord() + someWord();
        var compound = households.compound(word + "小区");
        var person = households.register("赵丽", Households.someDocument(Sex.FEMALE), Households.somePhone());
        households.settle(person, households.dwelling(compound, "19", "3", "502"));
        var neighbour = households.register("钱进", Households.someDocument(Sex.MALE), Households.somePhone());
        households.settle(neighbour, households.dwelling(compound, "19", "3", "501"));

        assertThat(ids(found(word + "19-3-502"))).containsExactly(person.value());
        assertThat(ids(found(word + "小区19号楼3单元502室"))).containsExactly(person.value());
        assertThat(ids(found(word + "19-3"))).containsExactly(neighbour.value(), person.value());
    }

    @Test
    void showsNothingWhole() {
        var document = Households.someDocument(Sex.MALE);
        households.register("王小明", document, "10012345678");
        var line = found(document.number()).people().getFirst();
        assertThat(line.name()).isEqualTo("王**");
        assertThat(line.documentNumber())
                .endsWith(document.number().substring(14))
                .contains("********");
        assertThat(line.phone()).isEqualTo("100****5678");
    }

    @Test
    void saysOnlyThatANumberIsKnownElsewhere() {
        var document = Households.someDocument(Sex.MALE);
        households.register("王小明", document, Households.somePhone(), DivisionCode.of("150203006"));
        var found = found(document.number());
        assertThat(found.people()).isEmpty();
        assertThat(found.elsewhere()).isOne();
    }

    @Test
    void pagesWithoutLosingOrRepeatingAnybody() {
        var name = "魉" + someWord() + someWord();
        var registered = new HashSet<UUID>();
        for (var n = 0; n < 47; n++) {
            registered.add(households
                    .register(name, Households.someDocument(Sex.MALE), Households.somePhone())
                    .value());
        }
        assertThat(all(name)).hasSameSizeAs(registered).containsAll(registered);
        assertThat(all(Spelling.of(name).joined())).doesNotHaveDuplicates().containsAll(registered);
    }

    @Test
    void tellsWhatIsWrongWithANumber() {
        assertThatThrownBy(() -> found("150203194901010014")).isInstanceOf(Refusal.class);
    }

    @Test
    void refusesWhoMayNotRead() {
        assertThatThrownBy(() -> finding.find(Actings.clerk(), "王", Optional.empty()))
                .isInstanceOf(Refusal.class);
    }

    private Found found(String typed) {
        return finding.find(clerk, typed, Optional.empty());
    }

    private java.util.List<UUID> all(String typed) {
        var found = found(typed);
        var all = new java.util.ArrayList<>(ids(found));
        while (found.next().isPresent()) {
            found = finding.find(clerk, typed, found.next());
            all.addAll(ids(found));
        }
        return all;
    }

    private static java.util.List<UUID> ids(Found found) {
        return found.people().stream().map(PersonLine::id).toList();
    }

    /** A character that no other test's people have in their names. */
    private static String someWord() {
        return Character.toString(WORDS.getAndIncrement());
    }
}
