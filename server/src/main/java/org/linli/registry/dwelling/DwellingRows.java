package org.linli.registry.dwelling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.linli.registry.change.Change;
import org.linli.registry.finding.DoorNumber;
import org.linli.registry.finding.WrittenAddress;
import org.linli.registry.history.AsOf;
import org.linli.registry.listing.Area;
import org.linli.registry.listing.Cursor;
import org.linli.shared.DivisionCode;
import org.linli.shared.Page;
import org.linli.shared.Point;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Rows of dwellings. */
@Repository
class DwellingRows {

    /** A dwelling as its row says, with the name of its compound. */
    record DwellingRow(
            UUID id,
            UUID compound,
            String compoundName,
            DwellingFacts facts,
            DivisionCode division,
            int revision,
            boolean voided) {

        String address() {
            return WrittenAddress.of(compoundName, facts.building(), facts.unit(), facts.room());
        }
    }

    private static final UUID FIRST = new UUID(0, 0);

    private static final String SELECT = """
            select d.id, d.compound_id, c.name as compound_name, d.building, d.unit, d.floor, d.room, d.division,
                   d.lon, d.lat, d.use, d.square_metres, d.revision, d.voided_at
            """;

    private static final String FROM = " from registry.dwelling d join registry.compound c on c.id = d.compound_id ";

    private final JdbcClient jdbc;

    DwellingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, UUID compound, DivisionCode division, DwellingFacts facts, Change change) {
        filled(jdbc.sql("""
                                insert into registry.dwelling
                                  (id, compound_id, building, unit, floor, room, number_key, division, lon, lat, use,
                                   square_metres, changed_at, change_id)
                                values (:id, :compound, :building, :unit, :floor, :room, :key, :division, :lon, :lat,
                                        :use, :size, :at, :change)"""), division, facts, change)
                .param("id", id)
                .param("compound", compound)
                .update();
    }

    boolean correct(UUID id, int revision, DivisionCode division, DwellingFacts facts, Change change) {
        return filled(jdbc.sql("""
                                        update registry.dwelling
                                        set building = :building, unit = :unit, floor = :floor, room = :room,
                                            number_key = :key, division = :division, lon = :lon, lat = :lat,
                                            use = :use, square_metres = :size,
                                            revision = revision + 1, changed_at = :at, change_id = :change
                                        where id = :id and revision = :revision and voided_at is null"""), division, facts, change)
                        .param("id", id)
                        .param("revision", revision)
                        .update()
                == 1;
    }

    boolean voidOne(UUID id, int revision, Change change) {
        return jdbc.sql("""
                        update registry.dwelling
                        set voided_at = :at, revision = revision + 1, changed_at = :at, change_id = :change
                        where id = :id and revision = :revision and voided_at is null""")
                        .param("id", id)
                        .param("revision", revision)
                        .param("at", Timestamp.from(change.at()))
                        .param("change", change.id())
                        .update()
                == 1;
    }

    Optional<DwellingRow> find(UUID id) {
        return jdbc.sql(SELECT + FROM + "where d.id = :id")
                .param("id", id)
                .query(DwellingRows::row)
                .optional();
    }

    /** The dwelling as the base had it at the end of a day. */
    Optional<DwellingRow> at(UUID id, AsOf on) {
        return jdbc.sql(SELECT + """
                        from registry.dwelling_version d join registry.compound c on c.id = d.compound_id
                        where d.id = :id and d.changed_at < :end and (d.until is null or d.until >= :end)""")
                .param("id", id)
                .param("end", on.stamp())
                .query(DwellingRows::row)
                .optional();
    }

    /** Held until the transaction ends, so that nobody moves in while it is voided. */
    void lock(UUID id) {
        jdbc.sql("select 1 from registry.dwelling where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .optional();
    }

    Optional<DwellingRow> behind(UUID compound, String building, String unit, String room) {
        return jdbc.sql(SELECT + FROM
                        + "where d.compound_id = :compound and d.number_key = :key and d.voided_at is null")
                .param("compound", compound)
                .param("key", DoorNumber.key(building, unit, room))
                .query(DwellingRows::row)
                .optional();
    }

    boolean isUsed(UUID id) {
        return jdbc.sql("""
                        select exists (select from registry.residence
                                       where dwelling_id = :id and voided_at is null and until_date is null)
                            or exists (select from registry.household where dwelling_id = :id and voided_at is null)""").param("id", id).query(Boolean.class).single();
    }

    Page<DwellingRow> ofCompound(UUID compound, Optional<Cursor> after, int limit) {
        var read = jdbc.sql(SELECT + FROM + """
                        where d.compound_id = :compound and d.number_key > :key and d.voided_at is null
                        order by d.number_key limit :limit""")
                .param("compound", compound)
                .param("key", after.map(cursor -> cursor.part(0)).orElse(""))
                .param("limit", limit + 1)
                .query(DwellingRows::row)
                .list();
        return Cursor.page(read, limit, row -> Cursor.of(row.facts().numberKey()));
    }

    /** Dwellings of an area, cell by cell; of one use only where one is named. */
    Page<DwellingRow> within(DivisionCode place, Optional<DwellingUse> use, Optional<Cursor> after, int limit) {
        var area = Area.of(place);
        var only = use.isPresent() ? " and d.use = :use" : "";
        var statement = jdbc.sql(SELECT + FROM + """
                        where d.division < :until and d.voided_at is null
                          and (d.division, d.id) > (:division, :id)""" + only + " order by d.division, d.id limit :limit")
                .param("until", area.until())
                .param("division", after.map(cursor -> cursor.part(0)).orElse(area.from()))
                .param("id", after.map(cursor -> cursor.id(1)).orElse(FIRST))
                .param("limit", limit + 1);
        use.ifPresent(one -> statement.param("use", one.name()));
        return Cursor.page(
                statement.query(DwellingRows::row).list(),
                limit,
                row -> Cursor.of(row.division().value(), row.id().toString()));
    }

    private static StatementSpec filled(
            StatementSpec statement, DivisionCode division, DwellingFacts facts, Change change) {
        return statement
                .param("building", facts.building())
                .param("unit", facts.unit())
                .param("floor", facts.floor().orElse(null))
                .param("room", facts.room())
                .param("key", facts.numberKey())
                .param("division", division.value())
                .param("lon", facts.at().map(Point::lon).orElse(null))
                .param("lat", facts.at().map(Point::lat).orElse(null))
                .param("use", facts.use().name())
                .param("size", facts.squareMetres().orElse(null))
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id());
    }

    private static DwellingRow row(ResultSet row, int number) throws SQLException {
        return new DwellingRow(
                row.getObject("id", UUID.class),
                row.getObject("compound_id", UUID.class),
                row.getString("compound_name"),
                new DwellingFacts(
                        row.getString("building"),
                        row.getString("unit"),
                        Optional.ofNullable(row.getObject("floor", Integer.class)),
                        row.getString("room"),
                        CompoundRows.point(row),
                        DwellingUse.valueOf(row.getString("use")),
                        Optional.ofNullable(row.getBigDecimal("square_metres"))),
                DivisionCode.of(row.getString("division")),
                row.getInt("revision"),
                row.getObject("voided_at") != null);
    }
}
