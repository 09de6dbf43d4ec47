package org.linli.area;

import java.util.List;
import java.util.Optional;
import org.linli.area.Areas.Division;
import org.linli.area.Areas.Window;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the area tables into memory. */
@Repository
class AreaQueries {

    record StationArea(UnitCode station, DivisionCode subDistrict) {}

    record Drawn(DivisionCode code, Outline outline) {}

    private final JdbcClient jdbc;

    AreaQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Division> divisions() {
        return jdbc.sql("""
                select code, name_zh, short_name_zh, name_en, name_mn
                from area.division where retired_at is null order by code
                """)
                .query((row, number) -> new Division(
                        DivisionCode.of(row.getString("code")),
                        Names.of(row.getString("name_zh"), row.getString("name_en")),
                        Names.of(row.getString("short_name_zh"), row.getString("name_en")),
                        Optional.ofNullable(row.getString("name_mn"))))
                .list();
    }

    List<DivisionCode> cells() {
        return jdbc.sql("select code from area.grid_cell where retired_at is null order by code")
                .query((row, number) -> DivisionCode.of(row.getString("code")))
                .list();
    }

    boolean isCell(DivisionCode code) {
        return jdbc.sql("select exists (select from area.grid_cell where code = :code and retired_at is null)")
                .param("code", code.value())
                .query(Boolean.class)
                .single();
    }

    /** Grows with every change of the tables. */
    long version() {
        return jdbc.sql("select version from area.picture").query(Long.class).single();
    }

    List<Unit> units() {
        return jdbc.sql("""
                select code, kind, name_zh, name_en, area, parent
                from area.unit where retired_at is null order by code
                """)
                .query((row, number) -> new Unit(
                        UnitCode.of(row.getString("code")),
                        Unit.Kind.valueOf(row.getString("kind")),
                        Names.of(row.getString("name_zh"), row.getString("name_en")),
                        DivisionCode.of(row.getString("area")),
                        Optional.ofNullable(row.getString("parent")).map(UnitCode::of)))
                .list();
    }

    List<Window> windows() {
        return jdbc.sql("""
                select station, number, name_zh, name_en, active from area.station_window order by station, number
                """)
                .query((row, number) -> new Window(
                        UnitCode.of(row.getString("station")),
                        row.getInt("number"),
                        Names.of(row.getString("name_zh"), row.getString("name_en")),
                        row.getBoolean("active")))
                .list();
    }

    /** A station's own sub-district comes before those it serves besides. */
    List<StationArea> stationAreas() {
        return jdbc.sql("""
                select station, sub_district
                from area.station_area join area.unit on unit.code = station
                order by station, sub_district <> unit.area, sub_district
                """)
                .query((row, number) -> new StationArea(
                        UnitCode.of(row.getString("station")), DivisionCode.of(row.getString("sub_district"))))
                .list();
    }

    /** The outlines of divisions and cells together. */
    List<Drawn> outlines() {
        return jdbc.sql("""
                select code, outline from area.division where outline is not null and retired_at is null
                union all
                select code, outline from area.grid_cell where retired_at is null
                order by code
                """)
                .query((row, number) ->
                        new Drawn(DivisionCode.of(row.getString("code")), OutlineText.read(row.getString("outline"))))
                .list();
    }
}
