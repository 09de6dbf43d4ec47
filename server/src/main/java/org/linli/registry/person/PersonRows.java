package org.linli.registry.person;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.registry.NewPerson;
import org.linli.registry.Person;
import org.linli.registry.PersonFacts;
import org.linli.registry.PersonId;
import org.linli.registry.change.Change;
import org.linli.registry.finding.LookupKeys;
import org.linli.registry.finding.Spelling;
import org.linli.registry.sealing.Seals;
import org.linli.shared.DivisionCode;
import org.linli.shared.Sex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of people, and of what they are found by. Whoever was emptied is nobody any more. */
@Component
class PersonRows {

    /** A person as the row says, without documents and phones. */
    record PersonRow(
            PersonId id,
            PersonFacts facts,
            Spelling spelling,
            Person.Standing standing,
            Optional<LocalDate> standingSince,
            DivisionCode division,
            Optional<PersonId> mergedInto,
            boolean voided,
            int revision) {}

    private static final String FACTS = """
              name = :name, former_name = :formerName, pinyin = :pinyin, initials = :initials,
              pinyin_corrected = :corrected, sex = :sex, birth_date = :birth, marital_status = :maritalStatus,
              education = :education, occupation = :occupation, employer = :employer, native_place = :nativePlace,
              registered_division = :registeredDivision, registered_address_sealed = :registeredAddress""";

    private static final String NEXT = ", revision = revision + 1, changed_at = :at, change_id = :change";

    private final JdbcClient jdbc;
    private final Seals seals;

    PersonRows(JdbcClient jdbc, Seals seals) {
        this.jdbc = jdbc;
        this.seals = seals;
    }

    void add(PersonId id, NewPerson person, Change change) {
        bind(jdbc.sql("""
                        insert into registry.person
                          (id, name, former_name, pinyin, initials, pinyin_corrected, sex, birth_date, marital_status,
                           education, occupation, employer, native_place, registered_division,
                           registered_address_sealed, division, changed_at, change_id)
                        values
                          (:id, :name, :formerName, :pinyin, :initials, :corrected, :sex, :birth, :maritalStatus,
                           :education, :occupation, :employer, :nativePlace, :registeredDivision,
                           :registeredAddress, :division, :at, :change)"""), person.facts())
                .param("id", id.value())
                .param("division", person.division().value())
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id())
                .update();
        addKeys(id, person.facts(), person.division());
    }

    /** False when the row is not at that revision any more. */
    boolean correct(PersonId id, int revision, PersonFacts facts, DivisionCode division, Change change) {
        var done = bind(
                                jdbc.sql("update registry.person set " + FACTS + NEXT
                                        + " where id = :id and revision = :revision and voided_at is null"),
                                facts)
                        .param("id", id.value())
                        .param("revision", revision)
                        .param("at", Timestamp.from(change.at()))
                        .param("change", change.id())
                        .update()
                == 1;
        if (done) {
            replaceKeys(id, facts, division);
        }
        return done;
    }

    void stand(PersonId id, Person.Standing standing, LocalDate since, Change change) {
        jdbc.sql("update registry.person set standing = :standing, standing_since = :since" + NEXT + " where id = :id")
                .param("standing", standing.name())
                .param("since", Date.valueOf(since))
                .param("id", id.value())
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id())
                .update();
    }

    void moveTo(PersonRow person, DivisionCode division, Change change) {
        jdbc.sql("update registry.person set division = :division" + NEXT + " where id = :id")
                .param("division", division.value())
                .param("id", person.id().value())
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id())
                .update();
        replaceKeys(person.id(), person.facts(), division);
    }

    Optional<PersonRow> find(PersonId id) {
        return jdbc.sql("select * from registry.person where id = :id and name <> ''")
                .param("id", id.value())
                .query(this::person)
                .optional();
    }

    /** Records that were merged into one, and into those, in the order of their identifiers. */
    List<PersonId> mergedInto(PersonId id) {
        return jdbc.sql("""
                with recursive merged as (
                  select id from registry.person where merged_into = :id
                  union select p.id from registry.person p join merged m on p.merged_into = m.id)
                select id from merged order by id""")
                .param("id", id.value())
                .query((row, n) -> new PersonId(row.getObject("id", UUID.class)))
                .list();
    }

    /** The row, held until the transaction ends. */
    Optional<PersonRow> lock(PersonId id) {
        return jdbc.sql("select * from registry.person where id = :id and name <> '' for update")
                .param("id", id.value())
                .query(this::person)
                .optional();
    }

    /** What the row was at an instant. */
    Optional<PersonRow> at(PersonId id, Instant instant) {
        return jdbc.sql("""
                        select * from registry.person_version
                         where id = :id and changed_at < :at and (until is null or until >= :at) and name <> ''
                         order by revision desc limit 1""")
                .param("id", id.value())
                .param("at", Timestamp.from(instant))
                .query(this::person)
                .optional();
    }

    private void replaceKeys(PersonId id, PersonFacts facts, DivisionCode division) {
        jdbc.sql("delete from registry.lookup where person_id = :id")
                .param("id", id.value())
                .update();
        addKeys(id, facts, division);
    }

    private void addKeys(PersonId id, PersonFacts facts, DivisionCode division) {
        var keys = LookupKeys.of(facts.name(), spelling(facts), facts.formerName());
        jdbc.sql("insert into registry.lookup (community, key, person_id) select :community, unnest(:keys), :id")
                .param("community", division.upTo(DivisionCode.Level.COMMUNITY).value())
                .param("keys", keys.toArray(String[]::new))
                .param("id", id.value())
                .update();
    }

    private static Spelling spelling(PersonFacts facts) {
        return facts.pinyin().map(Spelling::corrected).orElseGet(() -> Spelling.of(facts.name()));
    }

    private JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, PersonFacts facts) {
        var spelling = spelling(facts);
        return statement
                .param("name", facts.name())
                .param("formerName", facts.formerName().orElse(null))
                .param("pinyin", spelling.pinyin())
                .param("initials", spelling.initials())
                .param("corrected", facts.pinyin().isPresent())
                .param("sex", facts.sex().name())
                .param("birth", facts.birth().map(Date::valueOf).orElse(null))
                .param("maritalStatus", facts.maritalStatus().orElse(null))
                .param("education", facts.education().orElse(null))
                .param("occupation", facts.occupation().orElse(null))
                .param("employer", facts.employer().orElse(null))
                .param("nativePlace", facts.nativePlace().orElse(null))
                .param(
                        "registeredDivision",
                        facts.registeredDivision().map(DivisionCode::value).orElse(null))
                .param(
                        "registeredAddress",
                        facts.registeredAddress().map(seals::address).orElse(null));
    }

    private PersonRow person(ResultSet row, int n) throws SQLException {
        var spelling = new Spelling(row.getString("pinyin"), row.getString("initials"));
        var facts = new PersonFacts(
                row.getString("name"),
                text(row, "former_name"),
                row.getBoolean("pinyin_corrected") ? Optional.of(spelling.pinyin()) : Optional.empty(),
                Sex.valueOf(row.getString("sex")),
                day(row, "birth_date"),
                text(row, "marital_status"),
                text(row, "education"),
                text(row, "occupation"),
                text(row, "employer"),
                text(row, "native_place"),
                text(row, "registered_division").map(DivisionCode::of),
                text(row, "registered_address_sealed").map(seals::openAddress));
        return new PersonRow(
                new PersonId(row.getObject("id", UUID.class)),
                facts,
                spelling,
                Person.Standing.valueOf(row.getString("standing")),
                day(row, "standing_since"),
                DivisionCode.of(row.getString("division")),
                Optional.ofNullable(row.getObject("merged_into", UUID.class)).map(PersonId::new),
                row.getObject("voided_at") != null,
                row.getInt("revision"));
    }

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        @Nullable Date stored = row.getDate(column);
        return Optional.ofNullable(stored).map(Date::toLocalDate);
    }
}
