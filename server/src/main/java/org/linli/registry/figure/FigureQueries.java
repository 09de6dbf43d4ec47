package org.linli.registry.figure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.registry.finding.WrittenAddress;
import org.linli.registry.listing.Area;
import org.linli.registry.listing.Cursor;
import org.linli.registry.listing.MaskedPerson;
import org.linli.shared.DivisionCode;
import org.linli.shared.Page;
import org.linli.shared.Sex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Counts an area and lists whom a figure counted. */
@Repository
class FigureQueries {

    /** Somebody of a list. */
    record Resident(
            UUID residence,
            UUID person,
            String name,
            Sex sex,
            @Nullable LocalDate birth,
            boolean restricted,
            String kind,
            UUID dwelling,
            String address,
            DivisionCode division) {}

    /**
     * Dwellings at one point of the map, mostly those of a building.
     *
     * @param id the dwelling, or one of them
     * @param use what most of them are used for
     * @param building empty where they are of several
     */
    record Spot(UUID id, double lon, double lat, long dwellings, String use, String compound, String building) {}

    /** A dwelling of a spot. */
    record Behind(UUID id, String address, String use) {}

    private static final UUID FIRST = new UUID(0, 0);

    private static final String THERE = """
            from registry.dwelling d
            join registry.residence r on r.dwelling_id = d.id and r.until_date is null and r.voided_at is null
            join registry.person p on p.id = r.person_id and p.voided_at is null and p.standing <> 'DECEASED'
            """;

    private static final String COUNTED = Arrays.stream(ResidentGroup.values())
            .filter(group -> group != ResidentGroup.ELDER_ALONE)
            .map(group -> "count(*) filter (where %s) as \"%s\"".formatted(group.condition(), group))
            .collect(Collectors.joining(", "));

    private final JdbcClient jdbc;

    FigureQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<ResidentGroup, Long> residents(DivisionCode place, LocalDate today) {
        var figures = ages(
                        jdbc.sql("select " + COUNTED + " " + THERE
                                + "where d.division >= :from and d.division < :until and d.voided_at is null"),
                        place,
                        today)
                .query(FigureQueries::groups)
                .single();
        figures.put(ResidentGroup.ELDER_ALONE, eldersAlone(place, today));
        return figures;
    }

    /** Grouped once, which over a whole district is quicker than asking for each elder whether somebody else is there. */
    private long eldersAlone(DivisionCode place, LocalDate today) {
        return ages(jdbc.sql("""
                                select count(*) from (
                                  select 1 %s
                                  where d.division >= :from and d.division < :until and d.voided_at is null
                                    and r.kind <> 'LIVING_ELSEWHERE'
                                  group by d.id having count(*) = 1 and max(p.birth_date) <= :sixty) alone""".formatted(THERE)), place, today)
                .query(Long.class)
                .single();
    }

    Map<String, Long> dwellings(DivisionCode place) {
        return counted(place, "select use, count(*) from registry.dwelling where voided_at is null and ");
    }

    Map<String, Long> households(DivisionCode place) {
        return counted(place, "select kind, count(*) from registry.household where voided_at is null and ");
    }

    Map<String, Long> organisations(DivisionCode place) {
        return counted(
                place,
                "select kind, count(*) from registry.organisation where voided_at is null and dissolved_on is null and ");
    }

    Map<String, Long> places(DivisionCode place) {
        return counted(place, "select kind, count(*) from registry.place where voided_at is null and ");
    }

    private Map<String, Long> counted(DivisionCode place, String select) {
        var area = Area.of(place);
        var counted = new LinkedHashMap<String, Long>();
        jdbc.sql(select + "division >= :from and division < :until group by 1 order by 2 desc, 1")
                .param("from", area.from())
                .param("until", area.until())
                .query(row -> {
                    counted.put(row.getString(1), row.getLong(2));
                });
        return counted;
    }

    Page<Resident> list(DivisionCode place, ResidentGroup group, LocalDate today, Optional<Cursor> after, int limit) {
        var area = Area.of(place);
        var read = ages(
                        jdbc.sql("""
                                select r.id, p.id as person_id, p.name, p.sex, p.birth_date, r.kind, d.id as dwelling_id,
                                       d.division, c.name as compound_name, d.building, d.unit, d.room,
                                """ + MaskedPerson.RESTRICTED + """

                                """ + THERE + """
                                 join registry.compound c on c.id = d.compound_id
                                where d.division >= :from and d.division < :until and d.voided_at is null
                                  and (d.division, d.id) >= (:division, :dwelling)
                                  and (d.division, d.id, r.id) > (:division, :dwelling, :residence)
                                  and """ + " " + group.condition() + """

                                order by d.division, d.id, r.id limit :limit"""),
                        place,
                        today)
                .param("division", after.map(cursor -> cursor.part(0)).orElse(area.from()))
                .param("dwelling", after.map(cursor -> cursor.id(1)).orElse(FIRST))
                .param("residence", after.map(cursor -> cursor.id(2)).orElse(FIRST))
                .param("limit", limit + 1)
                .query(FigureQueries::resident)
                .list();
        return Cursor.page(
                read,
                limit,
                row -> Cursor.of(
                        row.division().value(),
                        row.dwelling().toString(),
                        row.residence().toString()));
    }

    /** How many dwellings lie in each division of a number of digits. */
    Map<String, Long> dwellingsBy(DivisionCode place, int digits) {
        var area = Area.of(place);
        var counted = new LinkedHashMap<String, Long>();
        jdbc.sql("""
                select left(division, :digits), count(*) from registry.dwelling
                where division >= :from and division < :until and voided_at is null group by 1 order by 1""")
                .param("digits", digits)
                .param("from", area.from())
                .param("until", area.until())
                .query(row -> {
                    counted.put(row.getString(1), row.getLong(2));
                });
        return counted;
    }

    List<Spot> spots(DivisionCode place, int most) {
        var area = Area.of(place);
        return jdbc.sql("""
                        select (array_agg(d.id order by d.id))[1] as id, d.lon, d.lat, count(*) as dwellings,
                               mode() within group (order by d.use) as use, min(c.name) as compound,
                               case when min(d.building) = max(d.building) then min(d.building) else '' end as building
                        from registry.dwelling d join registry.compound c on c.id = d.compound_id
                        where d.division >= :from and d.division < :until and d.voided_at is null and d.lon is not null
                        group by d.lon, d.lat order by d.lon, d.lat limit :most""")
                .param("from", area.from())
                .param("until", area.until())
                .param("most", most)
                .query(Spot.class)
                .list();
    }

    /** The dwellings of a spot, door by door. */
    List<Behind> behind(DivisionCode place, double lon, double lat, int most) {
        var area = Area.of(place);
        return jdbc.sql("""
                        select d.id, c.name, d.building, d.unit, d.room, d.use
                        from registry.dwelling d join registry.compound c on c.id = d.compound_id
                        where d.division >= :from and d.division < :until and d.voided_at is null
                          and d.lon = :lon and d.lat = :lat
                        order by c.name, length(d.building), d.building, length(d.unit), d.unit, length(d.room), d.room, d.id
                        limit :most""")
                .param("from", area.from())
                .param("until", area.until())
                .param("lon", lon)
                .param("lat", lat)
                .param("most", most)
                .query((row, number) -> new Behind(
                        row.getObject("id", UUID.class),
                        WrittenAddress.of(
                                row.getString("name"),
                                row.getString("building"),
                                row.getString("unit"),
                                row.getString("room")),
                        row.getString("use")))
                .list();
    }

    /** An age begins on the birthday: six years old is whoever was born on this day six years ago or before. */
    private static StatementSpec ages(StatementSpec statement, DivisionCode place, LocalDate today) {
        var area = Area.of(place);
        return statement
                .param("from", area.from())
                .param("until", area.until())
                .param("six", today.minusYears(6))
                .param("eighteen", today.minusYears(18))
                .param("sixty", today.minusYears(60))
                .param("eighty", today.minusYears(80));
    }

    private static Map<ResidentGroup, Long> groups(ResultSet row, int number) throws SQLException {
        var groups = new EnumMap<ResidentGroup, Long>(ResidentGroup.class);
        for (var group : ResidentGroup.values()) {
            if (group != ResidentGroup.ELDER_ALONE) {
                groups.put(group, row.getLong(group.name()));
            }
        }
        return groups;
    }

    private static Resident resident(ResultSet row, int number) throws SQLException {
        return new Resident(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                Sex.valueOf(row.getString("sex")),
                row.getObject("birth_date", LocalDate.class),
                row.getBoolean("restricted"),
                row.getString("kind"),
                row.getObject("dwelling_id", UUID.class),
                WrittenAddress.of(
                        row.getString("compound_name"),
                        row.getString("building"),
                        row.getString("unit"),
                        row.getString("room")),
                DivisionCode.of(row.getString("division")));
    }
}
