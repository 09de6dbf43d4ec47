package org.linli.registry.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.linli.access.Acting;
import org.linli.registry.Because;
import org.linli.registry.ChangeSource;
import org.linli.registry.NewPerson;
import org.linli.registry.People;
import org.linli.registry.PersonFacts;
import org.linli.registry.PersonId;
import org.linli.registry.finding.CompoundName;
import org.linli.registry.finding.DoorNumber;
import org.linli.registry.finding.Spelling;
import org.linli.shared.DivisionCode;
import org.linli.shared.IdDocument;
import org.linli.shared.Ids;
import org.linli.shared.Sex;
import org.linli.testing.Actings;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People behind doors, for tests. */
public final class Households {

    public static final DivisionCode COMMUNITY = DivisionCode.of("150203001015");
    public static final Because TOLD = Because.of(ChangeSource.COUNTER, "本人到窗口说明");

    /** Why somebody's data is only stored. */
    public static final Because WISHED = new Because(ChangeSource.DESK, "本人反对继续处理", Optional.of("rights-request:test"));

    private static final AtomicInteger GIVEN = new AtomicInteger();
    private static final int DAYS = 20_000;

    private final JdbcClient jdbc;
    private final People people;
    private final Acting clerk = Actings.clerk(People.READ, People.WRITE);

    public Households(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    public PersonId register(String name, IdDocument document, String phone) {
        return register(name, document, phone, COMMUNITY);
    }

    public PersonId register(String name, IdDocument document, String phone, DivisionCode place) {
        var number = document.idNumber().orElseThrow();
        var by =
                Actings.with("clerk", Actings.SHAOXIANLU_STATION, DivisionCode.of("150203"), People.READ, People.WRITE);
        return people.register(
                by,
                new NewPerson(
                        PersonFacts.of(name, number.sex(), Optional.of(number.birth())),
                        List.of(document),
                        List.of(phone),
                        place),
                TOLD);
    }

    public UUID compound(String name) {
        var id = Ids.next();
        jdbc.sql("""
                insert into registry.compound (id, community, name, name_key, initials, changed_at, change_id)
                values (:id, :community, :name, :key, :initials, now(), :id)""")
                .param("id", id)
                .param("community", COMMUNITY.value())
                .param("name", name)
                .param("key", CompoundName.key(name))
                .param("initials", Spelling.ofWords(CompoundName.key(name)).initials())
                .update();
        return id;
    }

    public UUID dwelling(UUID compound, String building, String unit, String room) {
        var id = Ids.next();
        jdbc.sql("""
                insert into registry.dwelling
                  (id, compound_id, building, unit, room, number_key, division, use, changed_at, change_id)
                values (:id, :compound, :building, :unit, :room, :key, :division, 'OWNER_OCCUPIED', now(), :id)""")
                .param("id", id)
                .param("compound", compound)
                .param("building", building)
                .param("unit", unit)
                .param("room", room)
                .param("key", DoorNumber.key(building, unit, room))
                .param("division", COMMUNITY.value())
                .update();
        return id;
    }

    public void settle(PersonId person, UUID dwelling) {
        jdbc.sql("""
                insert into registry.residence (id, person_id, dwelling_id, kind, from_date, changed_at, change_id)
                values (:id, :person, :dwelling, 'REGISTERED_HERE', date '2001-05-01', timestamptz '2026-03-02 00:00+08', :id)""")
                .param("id", Ids.next())
                .param("person", person.value())
                .param("dwelling", dwelling)
                .update();
    }

    /** A household whose first member is its head. */
    public UUID household(UUID dwelling, PersonId head, PersonId... others) {
        var id = Ids.next();
        jdbc.sql("""
                insert into registry.household (id, number, kind, head_id, dwelling_id, division, changed_at, change_id)
                values (:id, :number, 'FAMILY', :head, :dwelling, :division, timestamptz '2026-03-02 00:00+08', :id)""")
                .param("id", id)
                .param("number", Integer.toString(ThreadLocalRandom.current().nextInt(100_000_000, 999_999_999)))
                .param("head", head.value())
                .param("dwelling", dwelling)
                .param("division", COMMUNITY.value())
                .update();
        join(id, head, "02");
        for (var other : others) {
            join(id, other, "20");
        }
        return id;
    }

    private void join(UUID household, PersonId person, String relation) {
        jdbc.sql("""
                insert into registry.household_member (id, household_id, person_id, relation, changed_at, change_id)
                values (:id, :household, :person, :relation, timestamptz '2026-03-02 00:00+08', :id)""")
                .param("id", Ids.next())
                .param("household", household)
                .param("person", person.value())
                .param("relation", relation)
                .update();
    }

    public Acting clerk() {
        return clerk;
    }

    /** A number of a division that does not exist, another one each time. */
    public static IdDocument someDocument(Sex sex) {
        var given = GIVEN.getAndIncrement();
        var born = LocalDate.of(1950, 1, 1).plusDays(given % DAYS);
        var digits = "159999%s%03d"
                .formatted(born.toString().replace("-", ""), given / DAYS * 2 + (sex == Sex.MALE ? 1 : 2));
        for (var check : "0123456789X".toCharArray()) {
            try {
                return new IdDocument(IdDocument.Kind.RESIDENT_ID, digits + check);
            } catch (IllegalArgumentException notThisOne) {
                continue;
            }
        }
        throw new IllegalStateException();
    }

    /** A phone number that is nobody's: no number begins with 100. */
    public static String somePhone() {
        return "100%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }
}
