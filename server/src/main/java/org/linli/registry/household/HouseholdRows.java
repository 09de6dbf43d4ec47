package org.linli.registry.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.registry.change.Change;
import org.linli.registry.history.AsOf;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.linli.shared.Sex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of households and of who belongs to them. */
@Repository
class HouseholdRows {

    /** A household as its row says. */
    record HouseholdRow(
            UUID id,
            Optional<String> number,
            HouseholdKind kind,
            @Nullable UUID head,
            @Nullable UUID dwelling,
            DivisionCode division,
            int revision,
            boolean voided) {}

    /** Somebody of it. */
    record MemberRow(
            UUID id, UUID person, String relation, @Nullable LocalDate from, int revision) {}

    private static final String COLUMNS =
            "h.id, h.number, h.kind, h.head_id, h.dwelling_id, h.division, h.revision, h.voided_at";

    private final JdbcClient jdbc;

    HouseholdRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(HouseholdRow row, Change change) {
        jdbc.sql("""
                insert into registry.household (id, number, kind, head_id, dwelling_id, division, changed_at, change_id)
                values (:id, :number, :kind, :head, :dwelling, :division, :at, :change)""")
                .param("id", row.id())
                .param("number", row.number().orElse(null))
                .param("kind", row.kind().name())
                .param("head", row.head())
                .param("dwelling", row.dwelling())
                .param("division", row.division().value())
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id())
                .update();
    }

    /** Writes the row as it is to be, with its next revision. */
    void change(HouseholdRow to, Change change) {
        jdbc.sql("""
                update registry.household
                set number = :number, kind = :kind, head_id = :head, dwelling_id = :dwelling, division = :division,
                    voided_at = case when :voided then :at::timestamptz else voided_at end,
                    revision = revision + 1, changed_at = :at, change_id = :change
                where id = :id""")
                .param("id", to.id())
                .param("number", to.number().orElse(null))
                .param("kind", to.kind().name())
                .param("head", to.head())
                .param("dwelling", to.dwelling())
                .param("division", to.division().value())
                .param("voided", to.voided())
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id())
                .update();
    }

    Optional<HouseholdRow> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from registry.household h where h.id = :id")
                .param("id", id)
                .query(HouseholdRows::row)
                .optional();
    }

    /** Held until the transaction ends, so that changes come one after another. */
    Optional<HouseholdRow> lock(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from registry.household h where h.id = :id for update")
                .param("id", id)
                .query(HouseholdRows::row)
                .optional();
    }

    Optional<HouseholdRow> at(UUID id, AsOf on) {
        return jdbc.sql("select " + COLUMNS
                        + " from registry.household%s h where h.id = :id %s"
                                .formatted(on.versions(), on.condition("h")))
                .param("id", id)
                .param("end", on.stamp())
                .query(HouseholdRows::row)
                .optional();
    }

    List<HouseholdRow> in(UUID dwelling) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + " from registry.household h where h.dwelling_id = :dwelling and h.voided_at is null for update")
                .param("dwelling", dwelling)
                .query(HouseholdRows::row)
                .list();
    }

    /** Sex and birth date of a living record; empty when there is none. */
    Optional<Kin> kin(UUID person, Relation relation) {
        return jdbc.sql("select sex, birth_date from registry.person where id = :id and voided_at is null")
                .param("id", person)
                .query((row, number) -> new Kin(
                        person,
                        Sex.valueOf(row.getString("sex")),
                        row.getObject("birth_date", LocalDate.class),
                        relation))
                .optional();
    }

    List<Kin> kin(UUID household) {
        return jdbc.sql("""
                        select m.person_id, p.sex, p.birth_date, m.relation
                        from registry.household_member m join registry.person p on p.id = m.person_id
                        where m.household_id = :household and m.until_date is null and m.voided_at is null
                        order by m.id""")
                .param("household", household)
                .query((row, number) -> new Kin(
                        row.getObject("person_id", UUID.class),
                        Sex.valueOf(row.getString("sex")),
                        row.getObject("birth_date", LocalDate.class),
                        new Relation(row.getString("relation"))))
                .list();
    }

    Optional<MemberRow> member(UUID household, UUID person) {
        return jdbc.sql("""
                        select id, person_id, relation, from_date, revision from registry.household_member
                        where household_id = :household and person_id = :person
                          and until_date is null and voided_at is null""")
                .param("household", household)
                .param("person", person)
                .query((row, number) -> new MemberRow(
                        row.getObject("id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getString("relation"),
                        row.getObject("from_date", LocalDate.class),
                        row.getInt("revision")))
                .optional();
    }

    void join(UUID household, UUID person, Relation relation, LocalDate from, Change change) {
        jdbc.sql("""
                insert into registry.household_member
                  (id, household_id, person_id, relation, from_date, changed_at, change_id)
                values (:id, :household, :person, :relation, :from, :at, :change)""")
                .param("id", Ids.next())
                .param("household", household)
                .param("person", person)
                .param("relation", relation.code())
                .param("from", from)
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id())
                .update();
    }

    void relate(UUID member, Relation relation, Change change) {
        jdbc.sql("""
                update registry.household_member
                set relation = :relation, revision = revision + 1, changed_at = :at, change_id = :change
                where id = :id""")
                .param("id", member)
                .param("relation", relation.code())
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id())
                .update();
    }

    void leave(UUID member, LocalDate until, Change change) {
        jdbc.sql("""
                update registry.household_member
                set until_date = :until, revision = revision + 1, changed_at = :at, change_id = :change
                where id = :id""")
                .param("id", member)
                .param("until", until)
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id())
                .update();
    }

    private static HouseholdRow row(ResultSet row, int number) throws SQLException {
        return new HouseholdRow(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getString("number")),
                HouseholdKind.valueOf(row.getString("kind")),
                row.getObject("head_id", UUID.class),
                row.getObject("dwelling_id", UUID.class),
                DivisionCode.of(row.getString("division")),
                row.getInt("revision"),
                row.getObject("voided_at") != null);
    }
}
