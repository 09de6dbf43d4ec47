package org.linli.registry.dwelling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.registry.change.Change;
import org.linli.registry.finding.CompoundName;
import org.linli.registry.finding.Spelling;
import org.linli.registry.listing.Area;
import org.linli.registry.listing.Cursor;
import org.linli.shared.DivisionCode;
import org.linli.shared.Page;
import org.linli.shared.Point;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Rows of compounds. */
@Repository
class CompoundRows {

    /** A compound as its row says. */
    record CompoundRow(UUID id, DivisionCode community, CompoundFacts facts, int revision, boolean voided) {}

    /** Parts names in a text parameter, where a list would be spread. */
    private static final String BETWEEN = "\u001f";

    /** Behind every key that begins with what was said. */
    private static final String LAST = "\udbff\udfff";

    private static final String COLUMNS = "id, community, name, other_names, lon, lat, revision, voided_at";

    private final JdbcClient jdbc;

    CompoundRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, DivisionCode community, CompoundFacts facts, Change change) {
        filled(jdbc.sql("""
                                insert into registry.compound
                                  (id, community, name, name_key, initials, other_names, lon, lat, changed_at, change_id)
                                values (:id, :community, :name, :key, :initials, string_to_array(:others, :between),
                                        :lon, :lat, :at, :change)"""), facts, change)
                .param("id", id)
                .param("community", community.value())
                .update();
    }

    boolean correct(UUID id, int revision, CompoundFacts facts, Change change) {
        return filled(jdbc.sql("""
                                        update registry.compound
                                        set name = :name, name_key = :key, initials = :initials,
                                            other_names = string_to_array(:others, :between), lon = :lon, lat = :lat,
                                            revision = revision + 1, changed_at = :at, change_id = :change
                                        where id = :id and revision = :revision and voided_at is null"""), facts, change)
                        .param("id", id)
                        .param("revision", revision)
                        .update()
                == 1;
    }

    boolean voidOne(UUID id, int revision, Change change) {
        return jdbc.sql("""
                        update registry.compound
                        set voided_at = :at, revision = revision + 1, changed_at = :at, change_id = :change
                        where id = :id and revision = :revision and voided_at is null""")
                        .param("id", id)
                        .param("revision", revision)
                        .param("at", Timestamp.from(change.at()))
                        .param("change", change.id())
                        .update()
                == 1;
    }

    Optional<CompoundRow> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from registry.compound where id = :id")
                .param("id", id)
                .query(CompoundRows::row)
                .optional();
    }

    /** Compounds of an area, community by community, each by name. */
    Page<CompoundRow> within(DivisionCode place, Optional<Cursor> after, int limit) {
        var area = Area.communities(place);
        var read = jdbc.sql("select " + COLUMNS + """
                         from registry.compound
                        where community >= :from and community < :until and voided_at is null
                          and (community, name_key, id) > (:community, :key, :id)
                        order by community, name_key, id limit :limit""")
                .param("from", area.from())
                .param("until", area.until())
                .param("community", after.map(cursor -> cursor.part(0)).orElse(""))
                .param("key", after.map(cursor -> cursor.part(1)).orElse(""))
                .param("id", after.map(cursor -> cursor.id(2)).orElse(new UUID(0, 0)))
                .param("limit", limit + 1)
                .query(CompoundRows::row)
                .list();
        return Cursor.page(read, limit, CompoundRows::key);
    }

    Optional<CompoundRow> named(DivisionCode community, String name) {
        return jdbc.sql("select " + COLUMNS + """
                         from registry.compound
                        where community = :community and voided_at is null
                          and (name_key = :key or :name = any (other_names))
                        order by name_key = :key desc, id limit 1""")
                .param("community", community.value())
                .param("key", CompoundName.key(name))
                .param("name", name.strip())
                .query(CompoundRows::row)
                .optional();
    }

    /**
     * Compounds called so: those of one community first, then those whose whole name it is.
     *
     * @param key beginning of a name as {@link CompoundName#key} writes it, or of its initials
     */
    List<CompoundRow> beginning(String key, DivisionCode first, int most) {
        return jdbc.sql("select " + COLUMNS + """
                         from registry.compound
                        where voided_at is null
                          and (name_key >= :key and name_key < :key || :last or initials >= :key and initials < :key || :last)
                        order by starts_with(community, :first) desc, name_key <> :key, name_key, community, id
                        limit :most""")
                .param("key", key)
                .param("last", LAST)
                .param("first", first.value())
                .param("most", most)
                .query(CompoundRows::row)
                .list();
    }

    private static Cursor key(CompoundRow row) {
        return Cursor.of(
                row.community().value(),
                CompoundName.key(row.facts().name()),
                row.id().toString());
    }

    private static StatementSpec filled(StatementSpec statement, CompoundFacts facts, Change change) {
        return statement
                .param("name", facts.name())
                .param("key", CompoundName.key(facts.name()))
                .param("initials", Spelling.ofWords(facts.name()).initials())
                .param("others", String.join(BETWEEN, facts.otherNames()))
                .param("between", BETWEEN)
                .param("lon", facts.at().map(Point::lon).orElse(null))
                .param("lat", facts.at().map(Point::lat).orElse(null))
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id());
    }

    private static CompoundRow row(ResultSet row, int number) throws SQLException {
        var others = (String[]) row.getArray("other_names").getArray();
        return new CompoundRow(
                row.getObject("id", UUID.class),
                DivisionCode.of(row.getString("community")),
                new CompoundFacts(row.getString("name"), List.of(others), point(row)),
                row.getInt("revision"),
                row.getObject("voided_at") != null);
    }

    static Optional<Point> point(ResultSet row) throws SQLException {
        var lon = row.getObject("lon", Double.class);
        var lat = row.getObject("lat", Double.class);
        return lon == null || lat == null ? Optional.empty() : Optional.of(new Point(lon, lat));
    }
}
