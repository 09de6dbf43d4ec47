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
import org.linli.registry.PersonId;
import org.linli.shared.Sex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where somebody lives and with whom, as the base had it at an instant. */
@Component
class PersonPageQueries {

    /** A residence with its address. */
    record ResidenceRow(
            UUID id,
            UUID dwelling,
            String compound,
            String door,
            String division,
            String kind,
            Optional<String> inflowReason,
            Optional<LocalDate> from,
            Optional<LocalDate> until) {}

    /** A member of the household that somebody belongs to. */
    record MemberRow(
            UUID household,
            Optional<String> householdNumber,
            UUID person,
            String name,
            Sex sex,
            Optional<LocalDate> birth,
            String relation) {}

    private final JdbcClient jdbc;

    PersonPageQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first; ended ones too. */
    List<ResidenceRow> residences(PersonId person, Instant at) {
        return jdbc.sql("""
                        select r.id, r.dwelling_id, c.name as compound, w.number_key, w.division, r.kind,
                               r.inflow_reason, r.from_date, r.until_date
                          from registry.residence_version r
                          join registry.dwelling w on w.id = r.dwelling_id
                          join registry.compound c on c.id = w.compound_id
                         where r.person_id = :person and r.changed_at < :at and (r.until is null or r.until >= :at)
                           and (r.voided_at is null or r.voided_at >= :at)
                         order by r.until_date desc nulls first, r.from_date desc nulls last, r.id""")
                .param("person", person.value())
                .param("at", Timestamp.from(at))
                .query(PersonPageQueries::residence)
                .list();
    }

    /** Everybody of the household that somebody belonged to at the instant. */
    List<MemberRow> household(PersonId person, Instant at) {
        return jdbc.sql("""
                        select m.household_id, h.number, m.person_id, p.name, p.sex, p.birth_date, m.relation
                          from registry.household_member_version own
                          join registry.household h on h.id = own.household_id
                          join registry.household_member_version m on m.household_id = own.household_id
                          join registry.person p on p.id = m.person_id
                         where own.person_id = :person
                           and own.changed_at < :at and (own.until is null or own.until >= :at)
                           and own.until_date is null and own.voided_at is null
                           and m.changed_at < :at and (m.until is null or m.until >= :at)
                           and m.until_date is null and m.voided_at is null
                         order by m.relation, p.birth_date, m.id""")
                .param("person", person.value())
                .param("at", Timestamp.from(at))
                .query(PersonPageQueries::member)
                .list();
    }

    private static ResidenceRow residence(ResultSet row, int n) throws SQLException {
        return new ResidenceRow(
                row.getObject("id", UUID.class),
                row.getObject("dwelling_id", UUID.class),
                row.getString("compound"),
                row.getString("number_key"),
                row.getString("division"),
                row.getString("kind"),
                Optional.ofNullable(row.getString("inflow_reason")),
                PersonRows.day(row, "from_date"),
                PersonRows.day(row, "until_date"));
    }

    private static MemberRow member(ResultSet row, int n) throws SQLException {
        return new MemberRow(
                row.getObject("household_id", UUID.class),
                Optional.ofNullable(row.getString("number")),
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                Sex.valueOf(row.getString("sex")),
                Optional.ofNullable(row.getDate("birth_date")).map(Date::toLocalDate),
                row.getString("relation"));
    }
}
