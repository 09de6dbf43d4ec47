package org.linli.registry.residence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.registry.PersonId;
import org.linli.registry.change.Change;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of residence, and what of a person decides whether somebody may move. */
@Repository
class ResidenceRows {

    /** A residence with where its dwelling counts. */
    record ResidenceRow(
            UUID id,
            PersonId person,
            UUID dwelling,
            DivisionCode division,
            ResidenceKind kind,
            Optional<String> inflowReason,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            int revision,
            boolean voided) {}

    /** Of a person, what moving depends on. */
    record Mover(String standing, @Nullable LocalDate birth, DivisionCode division, boolean voided) {}

    private static final String SELECT = """
            select r.id, r.person_id, r.dwelling_id, d.division, r.kind, r.inflow_reason, r.from_date, r.until_date,
                   r.revision, r.voided_at
            from registry.residence r join registry.dwelling d on d.id = r.dwelling_id
            """;

    private final JdbcClient jdbc;

    ResidenceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Held until the transaction ends, so that nobody moves twice at once. */
    Optional<Mover> lockPerson(PersonId person) {
        return jdbc.sql(
                        "select standing, birth_date, division, voided_at from registry.person where id = :id for update")
                .param("id", person.value())
                .query((row, number) -> new Mover(
                        row.getString("standing"),
                        row.getObject("birth_date", LocalDate.class),
                        DivisionCode.of(row.getString("division")),
                        row.getObject("voided_at") != null))
                .optional();
    }

    Optional<ResidenceRow> find(UUID id) {
        return jdbc.sql(SELECT + "where r.id = :id")
                .param("id", id)
                .query(ResidenceRows::row)
                .optional();
    }

    /** What is open of a person: where somebody lives, and where somebody is registered without living there. */
    List<ResidenceRow> open(PersonId person) {
        return jdbc.sql(SELECT + "where r.person_id = :person and r.until_date is null and r.voided_at is null")
                .param("person", person.value())
                .query(ResidenceRows::row)
                .list();
    }

    List<ResidenceRow> openIn(UUID dwelling) {
        return jdbc.sql(SELECT + "where r.dwelling_id = :dwelling and r.until_date is null and r.voided_at is null")
                .param("dwelling", dwelling)
                .query(ResidenceRows::row)
                .list();
    }

    UUID add(
            PersonId person,
            UUID dwelling,
            ResidenceKind kind,
            Optional<String> inflowReason,
            LocalDate from,
            Change change) {
        var id = Ids.next();
        jdbc.sql("""
                insert into registry.residence
                  (id, person_id, dwelling_id, kind, inflow_reason, from_date, changed_at, change_id)
                values (:id, :person, :dwelling, :kind, :reason, :from, :at, :change)""")
                .param("id", id)
                .param("person", person.value())
                .param("dwelling", dwelling)
                .param("kind", kind.name())
                .param("reason", inflowReason.orElse(null))
                .param("from", from)
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id())
                .update();
        return id;
    }

    void end(UUID id, LocalDate until, Change change) {
        jdbc.sql("""
                update registry.residence
                set until_date = :until, revision = revision + 1, changed_at = :at, change_id = :change
                where id = :id""")
                .param("id", id)
                .param("until", until)
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id())
                .update();
    }

    boolean correct(
            UUID id,
            int revision,
            ResidenceKind kind,
            Optional<String> inflowReason,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            Change change) {
        return jdbc.sql("""
                        update registry.residence
                        set kind = :kind, inflow_reason = :reason, from_date = :from, until_date = :until,
                            revision = revision + 1, changed_at = :at, change_id = :change
                        where id = :id and revision = :revision and voided_at is null""")
                        .param("id", id)
                        .param("revision", revision)
                        .param("kind", kind.name())
                        .param("reason", inflowReason.orElse(null))
                        .param("from", from)
                        .param("until", until)
                        .param("at", Timestamp.from(change.at()))
                        .param("change", change.id())
                        .update()
                == 1;
    }

    boolean voidOne(UUID id, int revision, Change change) {
        return jdbc.sql("""
                        update registry.residence
                        set voided_at = :at, revision = revision + 1, changed_at = :at, change_id = :change
                        where id = :id and revision = :revision and voided_at is null""")
                        .param("id", id)
                        .param("revision", revision)
                        .param("at", Timestamp.from(change.at()))
                        .param("change", change.id())
                        .update()
                == 1;
    }

    private static ResidenceRow row(ResultSet row, int number) throws SQLException {
        return new ResidenceRow(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getObject("dwelling_id", UUID.class),
                DivisionCode.of(row.getString("division")),
                ResidenceKind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("inflow_reason")),
                row.getObject("from_date", LocalDate.class),
                row.getObject("until_date", LocalDate.class),
                row.getInt("revision"),
                row.getObject("voided_at") != null);
    }
}
