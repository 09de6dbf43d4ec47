package org.linli.registry.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.registry.finding.WrittenAddress;
import org.linli.registry.history.AsOf;
import org.linli.registry.listing.Area;
import org.linli.registry.listing.Cursor;
import org.linli.registry.listing.MaskedPerson;
import org.linli.shared.DivisionCode;
import org.linli.shared.Page;
import org.linli.shared.Sex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Households as pages show them. */
@Repository
class HouseholdQueries {

    /** Somebody who belongs or belonged to it, with where they live. */
    record Member(
            UUID person,
            String name,
            Sex sex,
            @Nullable LocalDate birth,
            boolean restricted,
            String relation,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable UUID home,
            @Nullable String homeAddress,
            @Nullable String residence) {}

    /** One line of a list. */
    record Line(
            UUID id,
            @Nullable String number,
            HouseholdKind kind,
            @Nullable UUID head,
            @Nullable String headName,
            int members,
            @Nullable UUID dwelling,
            @Nullable String address,
            DivisionCode division) {}

    private static final UUID FIRST = new UUID(0, 0);

    private static final String ADDRESS = "c.name as compound_name, d.building, d.unit, d.room";

    private final JdbcClient jdbc;

    HouseholdQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Members on a day, and those who had left by then; where they live is as it was on that day. */
    List<Member> members(UUID household, AsOf on) {
        return jdbc.sql("""
                        select m.person_id, p.name, p.sex, p.birth_date, m.relation, m.from_date, m.until_date,
                               home.dwelling_id, home.kind, %1$s, %5$s
                        from registry.household_member%2$s m
                        join registry.person p on p.id = m.person_id
                        left join lateral (
                          select r.dwelling_id, r.kind from registry.residence%2$s r
                          where r.person_id = m.person_id and r.voided_at is null %4$s
                            and (r.from_date is null or r.from_date <= :day)
                            and (r.until_date is null or r.until_date > :day)
                          order by r.kind = 'LIVING_ELSEWHERE', r.id limit 1) home on true
                        left join registry.dwelling d on d.id = home.dwelling_id
                        left join registry.compound c on c.id = d.compound_id
                        where m.household_id = :household and m.voided_at is null %3$s
                        order by m.until_date is not null, m.relation, p.birth_date nulls last, m.id
                        limit 300""".formatted(
                                ADDRESS, on.versions(), on.condition("m"), on.condition("r"), MaskedPerson.RESTRICTED))
                .param("household", household)
                .param("day", on.day())
                .param("end", on.stamp())
                .query(HouseholdQueries::member)
                .list();
    }

    Optional<String> address(UUID dwelling) {
        return jdbc.sql("select " + ADDRESS
                        + " from registry.dwelling d join registry.compound c on c.id = d.compound_id where d.id = :id")
                .param("id", dwelling)
                .query((row, number) -> written(row))
                .optional();
    }

    /** Households of an area, cell by cell. */
    Page<Line> within(DivisionCode place, Optional<HouseholdKind> kind, Optional<Cursor> after, int limit) {
        var area = Area.of(place);
        var only = kind.isPresent() ? " and h.kind = :kind" : "";
        var statement = jdbc.sql("""
                        select h.id, h.number, h.kind, h.head_id, p.name, h.dwelling_id, h.division,
                               (select count(*) from registry.household_member m
                                where m.household_id = h.id and m.until_date is null and m.voided_at is null) as members,
                               """ + ADDRESS + """

                        from registry.household h
                        left join registry.person p on p.id = h.head_id
                        left join registry.dwelling d on d.id = h.dwelling_id
                        left join registry.compound c on c.id = d.compound_id
                        where h.division < :until and h.voided_at is null
                          and (h.division, h.id) > (:division, :id)""" + only + " order by h.division, h.id limit :limit")
                .param("until", area.until())
                .param("division", after.map(cursor -> cursor.part(0)).orElse(area.from()))
                .param("id", after.map(cursor -> cursor.id(1)).orElse(FIRST))
                .param("limit", limit + 1);
        kind.ifPresent(one -> statement.param("kind", one.name()));
        return Cursor.page(
                statement.query(HouseholdQueries::line).list(),
                limit,
                line -> Cursor.of(line.division().value(), line.id().toString()));
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getString("number"),
                HouseholdKind.valueOf(row.getString("kind")),
                row.getObject("head_id", UUID.class),
                row.getString("name"),
                row.getInt("members"),
                row.getObject("dwelling_id", UUID.class),
                row.getString("compound_name") == null ? null : written(row),
                DivisionCode.of(row.getString("division")));
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        return new Member(
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                Sex.valueOf(row.getString("sex")),
                row.getObject("birth_date", LocalDate.class),
                row.getBoolean("restricted"),
                row.getString("relation"),
                row.getObject("from_date", LocalDate.class),
                row.getObject("until_date", LocalDate.class),
                row.getObject("dwelling_id", UUID.class),
                row.getString("compound_name") == null ? null : written(row),
                row.getString("kind"));
    }

    private static String written(ResultSet row) throws SQLException {
        return WrittenAddress.of(
                row.getString("compound_name"),
                row.getString("building"),
                row.getString("unit"),
                row.getString("room"));
    }
}
