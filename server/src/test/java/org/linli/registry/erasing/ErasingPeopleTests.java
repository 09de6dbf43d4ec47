package org.linli.registry.erasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.access.Acting;
import org.linli.registry.Because;
import org.linli.registry.ChangeSource;
import org.linli.registry.Erasures;
import org.linli.registry.NewPerson;
import org.linli.registry.People;
import org.linli.registry.Person;
import org.linli.registry.PersonFacts;
import org.linli.registry.PersonId;
import org.linli.registry.RegistryReason;
import org.linli.registry.Restrictions;
import org.linli.registry.Restrictions.Ground;
import org.linli.shared.DivisionCode;
import org.linli.shared.IdDocument;
import org.linli.shared.PersonalHoldings;
import org.linli.shared.PersonalHoldings.Subject;
import org.linli.shared.Refusal;
import org.linli.shared.RetentionRule;
import org.linli.shared.RetentionRule.Step;
import org.linli.shared.Sex;
import org.linli.testing.Actings;
import org.linli.testing.IdNumbers;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records whose time is over say nothing any more, in their history neither; and nobody empties one without a rule. */
@LinliTest
class ErasingPeopleTests {

    private static final DivisionCode GRID = DivisionCode.of("150203001015");

    @Autowired
    People people;

    @Autowired
    Erasures erasures;

    @Autowired
    Restrictions restrictions;

    @Autowired
    @Qualifier("peopleWhoDied")
    RetentionRule died;

    @Autowired
    @Qualifier("registryHoldings")
    PersonalHoldings holdings;

    @Autowired
    JdbcClient jdbc;

    private final Acting clerk = Actings.clerk(People.READ, People.WRITE);
    private final Because told = Because.of(ChangeSource.COUNTER, "本人告知");
    private final IdDocument card = new IdDocument(IdDocument.Kind.RESIDENT_ID, IdNumbers.next());

    private PersonId somebody() {
        var facts = PersonFacts.of("斯琴高娃", Sex.UNKNOWN, Optional.empty()).registeredAt("少先路21号街坊3栋");
        var id = people.register(clerk, new NewPerson(facts, List.of(card), List.of("13847200001"), GRID), told);
        var changed = PersonFacts.of("斯琴高娃", Sex.UNKNOWN, Optional.empty()).registeredAt("钢铁大街30号");
        people.correct(clerk, id, 1, changed, told);
        people.addPhone(clerk, id, "13847200002", told);
        return id;
    }

    @Test
    void emptiesTheRecordAndAllItEverWas() {
        var id = somebody();
        erasures.empty(clerk, id, "rights-deletion", told);

        assertThat(people.person(id)).isEmpty();
        assertThat(people.byDocument(card)).isEmpty();
        for (var table : List.of("person", "person_history")) {
            assertThat(jdbc.sql("select count(*) from registry." + table
                                    + " where id = :id and (name <> '' or pinyin <> '' or initials <> ''"
                                    + " or registered_address_sealed is not null)")
                            .param("id", id.value())
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        for (var table : List.of("document", "document_history", "phone", "phone_history")) {
            assertThat(jdbc.sql(
                                    "select count(*) from registry." + table
                                            + " where person_id = :id and (number_sealed is not null or number_index is not null)")
                            .param("id", id.value())
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(jdbc.sql("select count(*) from registry.lookup where person_id = :id")
                        .param("id", id.value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select rule from registry.erasure where person_id = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .list())
                .containsExactly("rights-deletion");
    }

    @Test
    void letsTheSameDocumentBeRegisteredAnew() {
        var id = somebody();
        erasures.empty(clerk, id, "rights-deletion", told);
        var again = somebody();
        assertThat(again).isNotEqualTo(id);
        assertThat(people.byDocument(card)).contains(again);
    }

    @Test
    void refusesToEmptyHistoryWithoutAnErasureOfTheSamePerson() {
        var id = somebody();
        assertThatThrownBy(() -> jdbc.sql("update registry.person_history set name = '' where id = :id")
                        .param("id", id.value())
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(
                        () -> jdbc.sql("update registry.phone_history set number_sealed = null where person_id = :id")
                                .param("id", id.value())
                                .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() ->
                        jdbc.sql("update registry.erasure set rule = 'another'").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void emptiesThoseWhoDiedLongAgoAndBlocksThoseWhoStillCount() {
        var gone = somebody();
        die(gone, "2010-01-01");
        var before = LocalDate.of(2016, 1, 1);
        assertThat(died.due(before)).isPositive();
        var step = Step.NOTHING;
        for (var more = died.apply(before, 50, "retention-run:test");
                more.looked() > 0;
                more = died.apply(before, 50, "retention-run:test")) {
            step = step.plus(more);
        }
        assertThat(step.emptied()).isPositive();
        assertThat(people.person(gone)).isEmpty();
        assertThat(died.due(before)).isZero();
    }

    @Test
    void blocksWhoIsStillSaidToLiveSomewhere() {
        var id = somebody();
        die(id, "2011-01-01");
        liveSomewhere(id);
        var before = LocalDate.of(2016, 1, 1);
        while (died.apply(before, 50, "retention-run:test").looked() > 0) {
            // until nothing is left
        }
        assertThat(people.person(id)).isPresent();
        assertThat(restrictions.of(id))
                .extracting(Restrictions.Restriction::ground)
                .containsExactly(Ground.KEPT_BY_LAW);
    }

    @Test
    void refusesChangesOfThoseWhoObjectedUnlessTheyComeThemselves() {
        var id = somebody();
        var wish = new Because(ChangeSource.DESK, "限制处理", Optional.of("rights-request:1"));
        var restriction = restrictions.restrict(clerk, id, Ground.OBJECTION, wish);
        assertThat(restrictions.restrict(clerk, id, Ground.OBJECTION, wish)).isEqualTo(restriction);

        var imported = Because.of(ChangeSource.IMPORT, "名单");
        assertThatThrownBy(() -> people.addPhone(clerk, id, "13847200003", imported))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(RegistryReason.RESTRICTED));
        people.addPhone(clerk, id, "13847200004", told);
        restrictions.lift(clerk, restriction.id(), told);
        people.addPhone(clerk, id, "13847200005", imported);
        assertThat(restrictions.among(List.of(id))).isEmpty();
    }

    @Test
    void tellsWhatItHoldsAndSinceWhen() {
        var id = somebody();
        var subject = new Subject(Optional.of(id.value()), java.util.Set.of(card));
        assertThat(holdings.of(subject))
                .extracting(PersonalHoldings.Holding::kind)
                .containsExactlyInAnyOrder("person", "document", "phone");
        assertThat(holdings.copy(subject))
                .extracting(line -> line.field().en() + " " + line.value())
                .contains(
                        "Name 斯琴高娃",
                        "Registered address 钢铁大街30号",
                        "Registered address (formerly) 少先路21号街坊3栋",
                        "Document number " + card.number(),
                        "Phone 13847200002");
        assertThat(holdings.namedInLedgers(subject)).containsExactly("person:" + id);
    }

    private void die(PersonId id, String day) {
        people.stand(clerk, id, Person.Standing.DECEASED, told);
        jdbc.sql("""
                        update registry.person set standing_since = cast(:day as date), revision = revision + 1,
                               change_id = gen_random_uuid() where id = :id""").param("day", day).param("id", id.value()).update();
    }

    private void liveSomewhere(PersonId id) {
        var compound = UUID.randomUUID();
        var dwelling = UUID.randomUUID();
        jdbc.sql("""
                        insert into registry.compound (id, community, name, name_key, initials, changed_at, change_id)
                        values (:id, '150203001015', '试验小区', '试验', 'sy', now(), :id)""").param("id", compound).update();
        jdbc.sql("""
                        insert into registry.dwelling (id, compound_id, building, unit, room, number_key, division, use,
                                                       changed_at, change_id)
                        values (:id, :compound, '1', '', '101', '1-101', '150203001015', 'RENTAL', now(), :id)""").param("id", dwelling).param("compound", compound).update();
        jdbc.sql("""
                        insert into registry.residence (id, person_id, dwelling_id, kind, changed_at, change_id)
                        values (gen_random_uuid(), :person, :dwelling, 'RENTAL', now(), :dwelling)""").param("person", id.value()).param("dwelling", dwelling).update();
    }
}
