package org.linli.registry.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.linli.registry.listing.Area;
import org.linli.shared.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Compounds and dwellings by what was said. */
@Repository
class SaidAddressQueries {

    /** A compound whose name or initials begin so. */
    record FoundCompound(UUID id, String name, DivisionCode community) {}

    /** A dwelling whose door number begins so. */
    record FoundDwelling(UUID id, UUID compound, String address, DivisionCode division, String use) {}

    private static final int MOST_COMPOUNDS = 20;

    /** Behind every key that begins with what was said. */
    private static final String LAST = "\udbff\udfff";

    private final JdbcClient jdbc;

    SaidAddressQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Compounds of an area that may have been meant; those called exactly so first. */
    List<FoundCompound> compounds(String said, DivisionCode area) {
        return SaidAddress.readings(said).stream()
                .flatMap(reading -> named(reading.compound(), said, area).stream())
                .distinct()
                .limit(MOST_COMPOUNDS)
                .toList();
    }

    /** Dwellings of an area behind the door that was said, for each way to read it, the likeliest first. */
    List<FoundDwelling> dwellings(String said, DivisionCode place, Area area, int limit) {
        var found = new LinkedHashMap<UUID, FoundDwelling>();
        for (var reading : SaidAddress.readings(said)) {
            var compounds = named(reading.compound(), said, place).stream()
                    .map(FoundCompound::id)
                    .toList();
            if (!compounds.isEmpty() && found.size() < limit) {
                behind(compounds, reading.door(), area, limit - found.size())
                        .forEach(dwelling -> found.putIfAbsent(dwelling.id(), dwelling));
            }
        }
        return List.copyOf(found.values());
    }

    private List<FoundCompound> named(String key, String said, DivisionCode place) {
        if (key.isEmpty()) {
            return List.of();
        }
        var area = Area.communities(place);
        return jdbc.sql("""
                        select id, name, community from registry.compound
                        where community >= :from and community < :until and voided_at is null
                          and (name_key >= :key and name_key < :key || :last
                               or initials >= :key and initials < :key || :last
                               or exists (select from unnest(other_names) other where starts_with(:said, other)))
                        order by name_key <> :key, name_key, id limit :most""")
                .param("from", area.from())
                .param("until", area.until())
                .param("key", key)
                .param("said", said)
                .param("last", LAST)
                .param("most", MOST_COMPOUNDS)
                .query((row, number) -> new FoundCompound(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        DivisionCode.of(row.getString("community"))))
                .list();
    }

    /** Door numbers sort 19-3, 19-3-502, 19-30, so what was said whole comes before what only begins so. */
    private List<FoundDwelling> behind(List<UUID> compounds, String door, Area area, int limit) {
        return jdbc.sql("""
                        select d.id, d.compound_id, c.name, d.building, d.unit, d.room, d.division, d.use
                        from registry.compound c
                        cross join lateral (
                          select * from registry.dwelling
                          where compound_id = c.id and number_key >= :door and number_key < :door || :last
                            and voided_at is null and division >= :from and division < :until
                          order by number_key limit :limit) d
                        where c.id in (:compounds)
                        order by array_position(string_to_array(:order, ','), c.id::text), d.number_key
                        limit :limit""")
                .param("compounds", compounds)
                .param(
                        "order",
                        String.join(",", compounds.stream().map(UUID::toString).toList()))
                .param("door", door)
                .param("last", LAST)
                .param("from", area.from())
                .param("until", area.until())
                .param("limit", limit)
                .query(SaidAddressQueries::dwelling)
                .list();
    }

    private static FoundDwelling dwelling(ResultSet row, int number) throws SQLException {
        return new FoundDwelling(
                row.getObject("id", UUID.class),
                row.getObject("compound_id", UUID.class),
                WrittenAddress.of(
                        row.getString("name"), row.getString("building"), row.getString("unit"), row.getString("room")),
                DivisionCode.of(row.getString("division")),
                row.getString("use"));
    }
}
