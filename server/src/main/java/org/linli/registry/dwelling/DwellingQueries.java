package org.linli.registry.dwelling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.registry.history.AsOf;
import org.linli.registry.listing.MaskedPerson;
import org.linli.shared.Sex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who lives or lived in a dwelling. */
@Repository
class DwellingQueries {

    /** Somebody who lives there, lived there, or is registered there; {@code here} as of the day asked for. */
    record Resident(
            UUID residence,
            int revision,
            UUID person,
            String name,
            Sex sex,
            @Nullable LocalDate birth,
            boolean restricted,
            String kind,
            @Nullable String inflowReason,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean here,
            @Nullable UUID household,
            @Nullable String relation) {}

    /** A household in it, with its head's name. */
    record HouseholdThere(UUID id, String kind, @Nullable String head, int members) {}

    private static final int MOST = 300;

    private final JdbcClient jdbc;

    DwellingQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those who are there first, the oldest first; then those who were, the last first. */
    List<Resident> residents(UUID dwelling, AsOf on) {
        return jdbc.sql("""
                        select r.id, r.revision, r.person_id, p.name, p.sex, p.birth_date, r.kind, r.inflow_reason,
                               r.from_date, r.until_date, m.household_id, m.relation, %s,
                               (r.from_date is null or r.from_date <= :day)
                                 and (r.until_date is null or r.until_date > :day) as here
                        from registry.residence%s r
                        join registry.person p on p.id = r.person_id
                        left join registry.household_member m
                          on m.person_id = r.person_id and m.until_date is null and m.voided_at is null
                        where r.dwelling_id = :dwelling and r.voided_at is null %s
                        order by here desc, case when r.until_date is null then p.birth_date end nulls last,
                                 r.until_date desc, r.id
                        limit :most""".formatted(MaskedPerson.RESTRICTED, on.versions(), on.condition("r")))
                .param("dwelling", dwelling)
                .param("day", on.day())
                .param("end", on.stamp())
                .param("most", MOST)
                .query(DwellingQueries::resident)
                .list();
    }

    List<HouseholdThere> households(UUID dwelling, AsOf on) {
        return jdbc.sql("""
                        select h.id, h.kind, p.name,
                               (select count(*) from registry.household_member m
                                where m.household_id = h.id and m.until_date is null and m.voided_at is null) as members
                        from registry.household%s h left join registry.person p on p.id = h.head_id
                        where h.dwelling_id = :dwelling and h.voided_at is null %s
                        order by h.id limit :most""".formatted(on.versions(), on.condition("h")))
                .param("dwelling", dwelling)
                .param("end", on.stamp())
                .param("most", MOST)
                .query((row, number) -> new HouseholdThere(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("name"),
                        row.getInt("members")))
                .list();
    }

    private static Resident resident(ResultSet row, int number) throws SQLException {
        return new Resident(
                row.getObject("id", UUID.class),
                row.getInt("revision"),
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                Sex.valueOf(row.getString("sex")),
                row.getObject("birth_date", LocalDate.class),
                row.getBoolean("restricted"),
                row.getString("kind"),
                row.getString("inflow_reason"),
                row.getObject("from_date", LocalDate.class),
                row.getObject("until_date", LocalDate.class),
                row.getBoolean("here"),
                row.getObject("household_id", UUID.class),
                row.getString("relation"));
    }
}
