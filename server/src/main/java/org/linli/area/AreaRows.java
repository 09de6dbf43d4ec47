package org.linli.area;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.shared.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the area tables. Lists go as arrays, one statement a table. */
@Repository
class AreaRows {

    record DivisionRow(
            DivisionCode code,
            String name,
            String shortName,
            String english,
            String mongolian,
            @Nullable Outline outline) {}

    record CellRow(DivisionCode code, Outline outline) {}

    private final JdbcClient jdbc;

    AreaRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isLoaded(String fingerprint) {
        return jdbc.sql("select exists (select from area.reference where fingerprint = :fingerprint and current)")
                .param("fingerprint", fingerprint)
                .query(Boolean.class)
                .single();
    }

    /** Holds other processes that start at the same time until this transaction ends. */
    void lockReference() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('area.reference'))")
                .query((result, row) -> row)
                .list();
    }

    void noteLoaded(String fingerprint, Instant now) {
        jdbc.sql("update area.picture set version = version + 1").update();
        jdbc.sql("update area.reference set current = false where current").update();
        jdbc.sql("""
                insert into area.reference (fingerprint, loaded_at, current) values (:fingerprint, :now, true)
                on conflict (fingerprint) do update set loaded_at = excluded.loaded_at, current = true
                """)
                .param("fingerprint", fingerprint)
                .param("now", Timestamp.from(now))
                .update();
    }

    void saveDivisions(List<DivisionRow> divisions, Instant now) {
        var codes = column(divisions, row -> row.code().value());
        jdbc.sql("""
                insert into area.division
                    (code, name_zh, short_name_zh, name_en, name_mn, outline, centre_lon, centre_lat, square_metres)
                select * from unnest(:codes::text[], :names::text[], :shortNames::text[], :english::text[],
                    :mongolian::text[], :outlines::text[], :lons::float8[], :lats::float8[], :metres::float8[])
                on conflict (code) do update set
                    name_zh = excluded.name_zh, short_name_zh = excluded.short_name_zh, name_en = excluded.name_en,
                    name_mn = excluded.name_mn, outline = excluded.outline, centre_lon = excluded.centre_lon,
                    centre_lat = excluded.centre_lat, square_metres = excluded.square_metres, retired_at = null
                """)
                .param("codes", codes)
                .param("names", column(divisions, DivisionRow::name))
                .param("shortNames", column(divisions, DivisionRow::shortName))
                .param("english", column(divisions, DivisionRow::english))
                .param("mongolian", column(divisions, row -> row.mongolian().isEmpty() ? null : row.mongolian()))
                .param(
                        "outlines",
                        column(divisions, row -> row.outline() == null ? null : OutlineText.write(row.outline())))
                .param(
                        "lons",
                        numbers(
                                divisions,
                                row -> row.outline() == null
                                        ? null
                                        : row.outline().centre()[0]))
                .param(
                        "lats",
                        numbers(
                                divisions,
                                row -> row.outline() == null
                                        ? null
                                        : row.outline().centre()[1]))
                .param(
                        "metres",
                        numbers(
                                divisions,
                                row -> row.outline() == null
                                        ? null
                                        : row.outline().squareMetres()))
                .update();
        retireOthers("area.division", codes, now);
    }

    void saveUnits(List<Map<String, String>> units, Instant now) {
        var codes = column(units, row -> row.get("code"));
        jdbc.sql("""
                insert into area.unit (code, kind, name_zh, name_en, area, parent)
                select code, kind, name_zh, name_en, area, nullif(parent, '')
                from unnest(:codes::text[], :kinds::text[], :names::text[], :english::text[], :areas::text[],
                    :parents::text[]) as file (code, kind, name_zh, name_en, area, parent)
                on conflict (code) do update set
                    kind = excluded.kind, name_zh = excluded.name_zh, name_en = excluded.name_en,
                    area = excluded.area, parent = excluded.parent, retired_at = null
                """)
                .param("codes", codes)
                .param("kinds", column(units, row -> row.get("kind")))
                .param("names", column(units, row -> row.get("name_zh")))
                .param("english", column(units, row -> row.get("name_en")))
                .param("areas", column(units, row -> row.get("area")))
                .param("parents", column(units, row -> row.get("parent")))
                .update();
        retireOthers("area.unit", codes, now);
    }

    void saveStationAreas(List<Map<String, String>> served) {
        jdbc.sql("""
                insert into area.station_area (sub_district, station)
                select * from unnest(:subDistricts::text[], :stations::text[])
                on conflict (sub_district) do update set station = excluded.station
                """)
                .param("subDistricts", column(served, row -> row.get("sub_district")))
                .param("stations", column(served, row -> row.get("station")))
                .update();
    }

    /** Whether a window is in use is the station's own affair, so a new file does not change it. */
    void saveWindows(List<Map<String, String>> windows) {
        jdbc.sql("""
                insert into area.station_window (station, number, name_zh, name_en)
                select station, number::int, name_zh, name_en
                from unnest(:stations::text[], :numbers::text[], :names::text[], :english::text[])
                    as file (station, number, name_zh, name_en)
                on conflict (station, number) do update set name_zh = excluded.name_zh, name_en = excluded.name_en
                """)
                .param("stations", column(windows, row -> row.get("station")))
                .param("numbers", column(windows, row -> row.get("number")))
                .param("names", column(windows, row -> row.get("name_zh")))
                .param("english", column(windows, row -> row.get("name_en")))
                .update();
    }

    /** In communities whose cells somebody has redrawn, what was drawn stays. */
    void saveCells(List<CellRow> cells, Instant now) {
        var codes = column(cells, row -> row.code().value());
        jdbc.sql("""
                insert into area.grid_cell (code, community, outline, centre_lon, centre_lat, square_metres)
                select code, left(code, 12), outline, lon, lat, metres
                from unnest(:codes::text[], :outlines::text[], :lons::float8[], :lats::float8[], :metres::float8[])
                    as laid (code, outline, lon, lat, metres)
                where left(code, 12) not in (select community from area.redrawing)
                on conflict (code) do update set
                    outline = excluded.outline, centre_lon = excluded.centre_lon, centre_lat = excluded.centre_lat,
                    square_metres = excluded.square_metres, retired_at = null
                """)
                .param("codes", codes)
                .param("outlines", column(cells, row -> OutlineText.write(row.outline())))
                .param("lons", numbers(cells, row -> row.outline().centre()[0]))
                .param("lats", numbers(cells, row -> row.outline().centre()[1]))
                .param("metres", numbers(cells, row -> row.outline().squareMetres()))
                .update();
        jdbc.sql("""
                update area.grid_cell set retired_at = :now
                where retired_at is null and code <> all (:kept::text[])
                  and community not in (select community from area.redrawing)""").param("now", Timestamp.from(now)).param("kept", codes).update();
    }

    private void retireOthers(String table, @Nullable String[] kept, Instant now) {
        jdbc.sql("update " + table + " set retired_at = :now where retired_at is null and code <> all (:kept::text[])")
                .param("now", Timestamp.from(now))
                .param("kept", kept)
                .update();
    }

    private static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static <T> @Nullable Double[] numbers(List<T> rows, Function<T, @Nullable Double> value) {
        return rows.stream().map(value).toArray(Double[]::new);
    }
}
