package org.linli.registry.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.registry.NewPerson;
import org.linli.registry.People;
import org.linli.registry.PersonFacts;
import org.linli.registry.PersonId;
import org.linli.registry.finding.FindPeople;
import org.linli.registry.finding.PersonLine;
import org.linli.registry.history.Histories;
import org.linli.registry.history.Trace;
import org.linli.registry.testing.Households;
import org.linli.shared.IdDocument;
import org.linli.shared.Refusal;
import org.linli.shared.Sex;
import org.linli.testing.Actings;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinliTest
class MergingTests {

    @Autowired
    Merging merging;

    @Autowired
    PairQueries queries;

    @Autowired
    People people;

    @Autowired
    FindPeople finding;

    @Autowired
    Histories histories;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private final Acting clerk = Actings.clerk(People.READ, People.WRITE, Merging.REVIEW);
    private final Acting reviewer = Actings.clerk(People.READ, People.WRITE, Merging.REVIEW);
    private Households households;
    private IdDocument document;
    private String phone;
    private PersonId registered;
    private PersonId collected;
    private UUID dwelling;

    @AfterEach
    void today() {
        clock.set(SettableClock.START);
    }

    /** One woman twice: registered with her card, and collected at the door without one. */
    @BeforeEach
    void oneWomanTwice() {
        households = new Households(jdbc, people);
        document = Households.someDocument(Sex.FEMALE);
        phone = Households.somePhone();
        registered = households.register("王小芳", document, phone);
        collected = people.register(
                clerk,
                new NewPerson(
                        PersonFacts.of("王小芳", Sex.FEMALE, document.idNumber().map(number -> number.birth()))
                                .registeredAt("包头市昆都仑区友谊大街1号"),
                        List.of(),
                        List.of(phone, Households.somePhone()),
                        Households.COMMUNITY),
                Households.TOLD);
        dwelling = households.dwelling(households.compound("合并小区" + document.number()), "1", "1", "101");
        households.settle(collected, dwelling);
        households.household(dwelling, collected);
        clock.tick(Duration.ofMinutes(1));
    }

    @Test
    void findsTheTwoByNameBirthAndPhone() {
        merging.look(clerk, Actings.SHAOXIANLU);
        assertThat(pair().grounds()).contains(Duplicate.Ground.NAME_BIRTH, Duplicate.Ground.PHONE);
        assertThat(merging.look(clerk, Actings.SHAOXIANLU)).isZero();
    }

    @Test
    void doesNotTakeTwoNumbersForOnePerson() {
        var twin = Households.someDocument(Sex.FEMALE);
        var other = households.register("王小芳", twin, Households.somePhone());
        var id = merging.propose(clerk, registered, other);
        assertThatThrownBy(() -> merging.merge(reviewer, id, registered, "看错了"))
                .satisfies(is(DuplicateReason.TWO_NUMBERS));
    }

    @Test
    void asksForASecondPairOfEyes() {
        var id = merging.propose(clerk, registered, collected);
        assertThatThrownBy(() -> merging.merge(clerk, id, registered, "同一人"))
                .satisfies(is(DuplicateReason.SECOND_EYES));
        merging.merge(reviewer, id, registered, "同一人");
        assertThatThrownBy(() -> merging.merge(reviewer, id, registered, "同一人")).satisfies(is(DuplicateReason.DECIDED));
    }

    @Test
    void bringsEverythingToTheRecordThatIsKept() {
        merge();
        assertThat(people.resolve(collected)).isEqualTo(registered);
        var one = people.person(collected).orElseThrow();
        assertThat(one.id()).isEqualTo(registered);
        assertThat(one.phones()).hasSize(2);
        assertThat(one.facts().registeredAddress()).contains("包头市昆都仑区友谊大街1号");
        assertThat(homeOf(registered)).isEqualTo(dwelling);
        assertThat(headOf()).isEqualTo(registered.value());
        assertThat(found()).containsExactly(registered.value());
    }

    @Test
    void takesItAllBackAndKeepsTheHistoryReadable() {
        var before = people.person(registered).orElseThrow();
        var lostBefore = people.person(collected).orElseThrow();
        var merge = merge();
        clock.tick(Duration.ofDays(1));
        merging.undo(reviewer, merge, "原来是姐妹");

        var after = people.person(registered).orElseThrow();
        assertThat(after.facts()).isEqualTo(before.facts());
        assertThat(after.phones()).isEqualTo(before.phones());
        var lostAfter = people.person(collected).orElseThrow();
        assertThat(lostAfter.id()).isEqualTo(collected);
        assertThat(lostAfter.facts()).isEqualTo(lostBefore.facts());
        assertThat(lostAfter.phones())
                .extracting("number")
                .containsExactlyInAnyOrderElementsOf(lostBefore.phones().stream()
                        .map(one -> (Object) one.number())
                        .toList());
        assertThat(homeOf(collected)).isEqualTo(dwelling);
        assertThat(headOf()).isEqualTo(collected.value());
        assertThat(found()).containsExactlyInAnyOrder(registered.value(), collected.value());
        assertThat(histories.of(collected.value(), List.of(Trace.PERSON), false))
                .extracting("reason")
                .startsWith("原来是姐妹", "同一人");
        assertThatThrownBy(() -> merging.undo(reviewer, merge, "再来一次")).satisfies(is(DuplicateReason.UNDONE));
    }

    @Test
    void leavesWhatSomebodyChangedAfterTheMerge() {
        var merge = merge();
        clock.tick(Duration.ofDays(1));
        var kept = people.person(registered).orElseThrow();
        people.correct(clerk, registered, kept.revision(), kept.facts().registeredAt("新地址8号"), Households.TOLD);
        clock.tick(Duration.ofDays(1));
        merging.undo(reviewer, merge, "原来是姐妹");
        assertThat(people.person(registered).orElseThrow().facts().registeredAddress())
                .contains("新地址8号");
    }

    private UUID merge() {
        return merging.merge(reviewer, merging.propose(clerk, registered, collected), registered, "同一人");
    }

    private Duplicate pair() {
        return queries.open(Actings.SHAOXIANLU, Instant.EPOCH, new UUID(0, 0), 10_000).stream()
                .filter(pair -> List.of(pair.first(), pair.second()).containsAll(List.of(registered, collected)))
                .findFirst()
                .orElseThrow();
    }

    private List<UUID> found() {
        return finding.find(clerk, phone, Optional.empty()).people().stream()
                .map(PersonLine::id)
                .toList();
    }

    private UUID homeOf(PersonId person) {
        return jdbc.sql("select dwelling_id from registry.residence where person_id = :id and voided_at is null")
                .param("id", person.value())
                .query(UUID.class)
                .single();
    }

    private UUID headOf() {
        return jdbc.sql("select head_id from registry.household where dwelling_id = :id")
                .param("id", dwelling)
                .query(UUID.class)
                .single();
    }

    private static java.util.function.Consumer<Throwable> is(DuplicateReason reason) {
        return thrown -> assertThat(((Refusal) thrown).reason()).isEqualTo(reason);
    }
}
