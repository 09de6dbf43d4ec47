package org.linli.registry.finding;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.registry.Person;
import org.linli.shared.DivisionCode;
import org.linli.shared.IdDocument;
import org.linli.shared.Sex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a list shows of people. */
@Component
class PersonLineQueries {

    /** A person with one document, one phone and the dwelling lived in. */
    record Line(
            UUID id,
            String name,
            Sex sex,
            Optional<LocalDate> birth,
            Optional<IdDocument.Kind> documentKind,
            Optional<String> number,
            Optional<String> phone,
            Optional<String> compound,
            DivisionCode division,
            Person.Standing standing,
            boolean restricted) {}

    private final JdbcClient jdbc;

    PersonLineQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Line> lines(Collection<UUID> people, LocalDate today) {
        return jdbc.sql("""
                        select p.id, p.name, p.sex, p.birth_date, p.division, p.standing,
                               d.kind, d.number_sealed as number, t.number_sealed as phone, a.name as compound,
                               exists (select from registry.person_restriction x
                                        where x.person_id = p.id and x.lifted_change_id is null) as restricted
                          from registry.person p
                          left join lateral (
                            select kind, number_sealed from registry.document
                             where person_id = p.id and voided_at is null
                             order by number_scope = 'CITIZEN' desc, id limit 1) d on true
                          left join lateral (
                            select number_sealed from registry.phone
                             where person_id = p.id and voided_at is null
                             order by preferred desc, id limit 1) t on true
                          left join lateral (
                            select c.name from registry.residence r
                              join registry.dwelling w on w.id = r.dwelling_id
                              join registry.compound c on c.id = w.compound_id
                             where r.person_id = p.id and r.voided_at is null
                               and (r.until_date is null or r.until_date >= :today)
                             order by r.kind = 'LIVING_ELSEWHERE', r.id limit 1) a on true
                         where p.id = any(:people)""")
                .param("people", people.toArray(UUID[]::new))
                .param("today", Date.valueOf(today))
                .query(PersonLineQueries::line)
                .list();
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Sex.valueOf(row.getString("sex")),
                Optional.ofNullable(row.getDate("birth_date")).map(Date::toLocalDate),
                Optional.ofNullable(row.getString("kind")).map(IdDocument.Kind::valueOf),
                Optional.ofNullable(row.getString("number")),
                Optional.ofNullable(row.getString("phone")),
                Optional.ofNullable(row.getString("compound")),
                DivisionCode.of(row.getString("division")),
                Person.Standing.valueOf(row.getString("standing")),
                row.getBoolean("restricted"));
    }
}
