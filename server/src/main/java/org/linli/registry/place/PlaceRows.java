package org.linli.registry.place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.linli.registry.change.Change;
import org.linli.registry.finding.Spelling;
import org.linli.registry.listing.Area;
import org.linli.registry.listing.Cursor;
import org.linli.shared.DivisionCode;
import org.linli.shared.Page;
import org.linli.shared.Point;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Rows of places. */
@Repository
class PlaceRows {

    /** A place as its row says. */
    record PlaceRow(UUID id, PlaceFacts facts, int revision, boolean voided) {}

    private static final Pattern INITIALS = Pattern.compile("[A-Za-z0-9]+");
    private static final UUID FIRST = new UUID(0, 0);
    private static final String COLUMNS = """
            select id, kind, name, organisation_id, address, phone, opening_hours, division, lon, lat, revision,
                   voided_at
            from registry.place
            """;

    private final JdbcClient jdbc;

    PlaceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, PlaceFacts facts, Change change) {
        filled(jdbc.sql("""
                                insert into registry.place
                                  (id, kind, name, initials, organisation_id, address, phone, opening_hours, division,
                                   lon, lat, changed_at, change_id)
                                values (:id, :kind, :name, :initials, :organisation, :address, :phone, :hours,
                                        :division, :lon, :lat, :at, :change)"""), facts, change).param("id", id).update();
    }

    void correct(UUID id, PlaceFacts facts, Change change) {
        filled(jdbc.sql("""
                                update registry.place
                                set kind = :kind, name = :name, initials = :initials, organisation_id = :organisation,
                                    address = :address, phone = :phone, opening_hours = :hours, division = :division,
                                    lon = :lon, lat = :lat, revision = revision + 1, changed_at = :at,
                                    change_id = :change
                                where id = :id"""), facts, change).param("id", id).update();
    }

    void voidOne(UUID id, Change change) {
        jdbc.sql("""
                update registry.place
                set voided_at = :at, revision = revision + 1, changed_at = :at, change_id = :change
                where id = :id""")
                .param("id", id)
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id())
                .update();
    }

    Optional<PlaceRow> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(PlaceRows::row)
                .optional();
    }

    Optional<PlaceRow> lock(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id for update")
                .param("id", id)
                .query(PlaceRows::row)
                .optional();
    }

    /** Places of an area; of one kind, or with a part of a name or the beginning of its initials, where asked for. */
    Page<PlaceRow> within(
            DivisionCode place, Optional<PlaceKind> kind, Optional<String> text, Optional<Cursor> after, int limit) {
        var area = Area.of(place);
        var initials = text.filter(one -> INITIALS.matcher(one).matches());
        var statement = jdbc.sql(COLUMNS
                        + "where division < :until and voided_at is null and (division, id) > (:division, :id)"
                        + (kind.isPresent() ? " and kind = :kind" : "")
                        + (text.isEmpty()
                                ? ""
                                : initials.isPresent()
                                        ? " and (position(:text in name) > 0 or initials like :initials)"
                                        : " and position(:text in name) > 0")
                        + " order by division, id limit :limit")
                .param("until", area.until())
                .param("division", after.map(cursor -> cursor.part(0)).orElse(area.from()))
                .param("id", after.map(cursor -> cursor.id(1)).orElse(FIRST))
                .param("limit", limit + 1);
        kind.ifPresent(one -> statement.param("kind", one.name()));
        text.ifPresent(one -> statement.param("text", one));
        initials.ifPresent(one -> statement.param("initials", one.toLowerCase(Locale.ROOT) + "%"));
        return Cursor.page(
                statement.query(PlaceRows::row).list(),
                limit,
                row -> Cursor.of(row.facts().division().value(), row.id().toString()));
    }

    private static StatementSpec filled(StatementSpec statement, PlaceFacts facts, Change change) {
        return statement
                .param("kind", facts.kind().name())
                .param("name", facts.name())
                .param("initials", Spelling.ofWords(facts.name()).initials())
                .param("organisation", facts.organisation().orElse(null))
                .param("address", facts.address().orElse(null))
                .param("phone", facts.phone().orElse(null))
                .param("hours", facts.openingHours().orElse(null))
                .param("division", facts.division().value())
                .param("lon", facts.at().map(Point::lon).orElse(null))
                .param("lat", facts.at().map(Point::lat).orElse(null))
                .param("at", Timestamp.from(change.at()))
                .param("change", change.id());
    }

    private static PlaceRow row(ResultSet row, int number) throws SQLException {
        var lon = row.getObject("lon", Double.class);
        var lat = row.getObject("lat", Double.class);
        return new PlaceRow(
                row.getObject("id", UUID.class),
                new PlaceFacts(
                        PlaceKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        Optional.ofNullable(row.getObject("organisation_id", UUID.class)),
                        Optional.ofNullable(row.getString("address")),
                        Optional.ofNullable(row.getString("phone")),
                        Optional.ofNullable(row.getString("opening_hours")),
                        DivisionCode.of(row.getString("division")),
                        lon == null || lat == null ? Optional.empty() : Optional.of(new Point(lon, lat))),
                row.getInt("revision"),
                row.getObject("voided_at") != null);
    }
}
