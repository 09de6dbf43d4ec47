package org.linli.registry.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.registry.Because;
import org.linli.registry.NewPerson;
import org.linli.registry.People;
import org.linli.registry.Person;
import org.linli.registry.PersonFacts;
import org.linli.registry.PersonId;
import org.linli.registry.RegistryReason;
import org.linli.registry.testing.Households;
import org.linli.shared.DivisionCode;
import org.linli.shared.IdDocument;
import org.linli.shared.Refusal;
import org.linli.shared.Sex;
import org.linli.testing.Actings;
import org.linli.testing.LinliTest;
import org.linli.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;

@LinliTest
class PeopleTests {

    private static final DivisionCode COMMUNITY = Households.COMMUNITY;
    private static final Because TOLD = Households.TOLD;

    @Autowired
    People people;

    @Autowired
    StoredPeople stored;

    @Autowired
    SettableClock clock;

    private final Acting clerk = Actings.clerk(People.READ, People.WRITE);

    @AfterEach
    void today() {
        clock.set(SettableClock.START);
    }

    @Test
    void findsWhomItRegisteredByDocument() {
        var document = someDocument();
        var id = register("王小明", document);
        assertThat(people.byDocument(document)).contains(id);
        var person = people.person(id).orElseThrow();
        assertThat(person.facts().name()).isEqualTo("王小明");
        assertThat(person.idNumber().orElseThrow().value()).isEqualTo(document.number());
        assertThat(person.phone()).contains("13800001234");
    }

    @Test
    void refusesASecondRecordForOneDocument() {
        var document = someDocument();
        register("王小明", document);
        assertThatThrownBy(() -> register("王晓明", document)).satisfies(is(RegistryReason.DOCUMENT_TAKEN));
    }

    @Test
    void takesATemporaryCardForTheSameNumber() {
        var document = someDocument();
        var id = register("王小明", document);
        var temporary = new IdDocument(IdDocument.Kind.TEMPORARY_RESIDENT_ID, document.number());
        assertThat(people.byDocument(temporary)).contains(id);
        people.addDocument(clerk, id, temporary, TOLD);
        assertThat(people.person(id).orElseThrow().documents()).hasSize(1);
    }

    @Test
    void refusesFactsThatContradictTheNumber() {
        var document = someDocument();
        var wrong = PersonFacts.of("王小明", Sex.FEMALE, document.idNumber().map(number -> number.birth()));
        assertThatThrownBy(() ->
                        people.register(clerk, new NewPerson(wrong, List.of(document), List.of(), COMMUNITY), TOLD))
                .satisfies(is(RegistryReason.NOT_AS_THE_NUMBER_SAYS));
    }

    @Test
    void refusesToActOutsideItsArea() {
        var elsewhere = DivisionCode.of("150203006");
        assertThatThrownBy(() -> people.register(
                        clerk,
                        new NewPerson(
                                PersonFacts.of("王小明", Sex.MALE, Optional.empty()), List.of(), List.of(), elsewhere),
                        TOLD))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("outside-area");
    }

    @Test
    void letsTheFasterOfTwoCorrect() {
        var id = register("王小明", someDocument());
        var before = people.person(id).orElseThrow();
        people.correct(clerk, id, before.revision(), named(before, "王晓明"), TOLD);
        assertThatThrownBy(() -> people.correct(clerk, id, before.revision(), named(before, "王小铭"), TOLD))
                .satisfies(is(RegistryReason.STALE));
        assertThat(people.person(id).orElseThrow().facts().name()).isEqualTo("王晓明");
    }

    @Test
    void remembersWhoSomebodyWasOnAnyDay() {
        var id = register("王小明", someDocument());
        var registered = clock.instant();
        clock.tick(Duration.ofDays(3));
        var before = people.person(id).orElseThrow();
        people.correct(clerk, id, before.revision(), named(before, "王晓明"), TOLD);
        people.addPhone(clerk, id, "138 1111 2222", TOLD);
        clock.tick(Duration.ofDays(1));

        assertThat(stored.personAt(id, registered.minusSeconds(1))).isEmpty();
        var then = stored.personAt(id, registered.plus(Duration.ofDays(1))).orElseThrow();
        assertThat(then.facts().name()).isEqualTo("王小明");
        assertThat(then.phone()).contains("13800001234");
        var now = stored.personAt(id, clock.instant()).orElseThrow();
        assertThat(now.facts().name()).isEqualTo("王晓明");
        assertThat(now.phone()).contains("13811112222");
        assertThat(now.phones()).hasSize(2);
    }

    @Test
    void takesInSomebodyFromAnotherArea() {
        var elsewhere = Actings.with(
                "clerk", Actings.SHAOXIANLU_STATION, DivisionCode.of("150203003"), People.READ, People.WRITE);
        var id = register("王小明", someDocument());
        people.moveTo(elsewhere, id, DivisionCode.of("150203003"), TOLD);
        assertThat(people.person(id).orElseThrow().division().value()).isEqualTo("150203003");
        var third = Actings.with(
                "clerk", Actings.SHAOXIANLU_STATION, DivisionCode.of("150203006"), People.READ, People.WRITE);
        assertThatThrownBy(() -> people.moveTo(third, id, DivisionCode.of("150203001"), TOLD))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("outside-area");
    }

    @Test
    void changesNothingWhenNothingIsNew() {
        var id = register("王小明", someDocument());
        var before = people.person(id).orElseThrow();
        people.correct(clerk, id, before.revision(), before.facts(), TOLD);
        people.addPhone(clerk, id, "13800001234", TOLD);
        people.stand(clerk, id, Person.Standing.PRESENT, TOLD);
        assertThat(people.person(id).orElseThrow()).isEqualTo(before);
    }

    private PersonId register(String name, IdDocument document) {
        var number = document.idNumber().orElseThrow();
        return people.register(
                clerk,
                new NewPerson(
                        PersonFacts.of(name, number.sex(), Optional.of(number.birth())),
                        List.of(document),
                        List.of("138-0000-1234"),
                        COMMUNITY),
                TOLD);
    }

    private static PersonFacts named(Person person, String name) {
        return PersonFacts.of(name, person.facts().sex(), person.facts().birth());
    }

    private static IdDocument someDocument() {
        return Households.someDocument(Sex.MALE);
    }

    private static java.util.function.Consumer<Throwable> is(RegistryReason reason) {
        return thrown -> assertThat(((Refusal) thrown).reason()).isEqualTo(reason);
    }
}
