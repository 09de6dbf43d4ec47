package org.linli.area;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.linli.area.GridCells.Draughtsman;
import org.linli.area.GridCells.Redrawn;
import org.linli.shared.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of grid cells that are redrawn, and of the redrawings. */
@Repository
class CellRows {

    /** What was done. */
    enum Act {
        REDRAW,
        SPLIT,
        MERGE,
        RETIRE
    }

    private final JdbcClient jdbc;

    CellRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One redrawing at a time: the next waits here until this one's transaction ends. */
    void raiseVersion() {
        jdbc.sql("update area.picture set version = version + 1").update();
    }

    Optional<Outline> community(DivisionCode code) {
        return jdbc.sql("select outline from area.division where code = :code and outline is not null")
                .param("code", code.value())
                .query((row, number) -> OutlineText.read(row.getString("outline")))
                .optional();
    }

    SortedMap<DivisionCode, Outline> cells(DivisionCode community) {
        var cells = new TreeMap<DivisionCode, Outline>();
        jdbc.sql("select code, outline from area.grid_cell where community = :community and retired_at is null")
                .param("community", community.value())
                .query((row, number) ->
                        Map.entry(DivisionCode.of(row.getString("code")), OutlineText.read(row.getString("outline"))))
                .list()
                .forEach(cell -> cells.put(cell.getKey(), cell.getValue()));
        return cells;
    }

    /** The highest number that a cell of the community has or had, between two. */
    int highest(DivisionCode community, int from, int until) {
        return jdbc.sql("""
                        select coalesce(max(right(code, 3)::int), :from - 1) from area.grid_cell
                         where community = :community and right(code, 3)::int between :from and :until""")
                .param("community", community.value())
                .param("from", from)
                .param("until", until)
                .query(Integer.class)
                .single();
    }

    void add(Redrawn done, Act act, Draughtsman by, Timestamp now) {
        jdbc.sql("""
                insert into area.redrawing (id, at, act, community, posting_id, actor, reason, created, retired)
                values (:id, :at, :act, :community, :posting, :actor, :reason, cast(:created as text[]),
                        cast(:retired as text[]))""")
                .param("id", done.id())
                .param("at", now)
                .param("act", act.name())
                .param("community", done.community().value())
                .param("posting", by.posting())
                .param("actor", by.name())
                .param("reason", by.reason())
                .param("created", codes(done.created()))
                .param("retired", codes(done.retired()))
                .update();
        for (var cells : List.of(done.kept(), done.retired())) {
            jdbc.sql("""
                    insert into area.former_outline (redrawing_id, code, outline)
                    select :id, code, outline from area.grid_cell where code = any (cast(:cells as text[]))""").param("id", done.id()).param("cells", codes(cells)).update();
        }
    }

    void draw(DivisionCode code, Outline outline) {
        jdbc.sql("""
                insert into area.grid_cell (code, community, outline, centre_lon, centre_lat, square_metres)
                values (:code, left(:code, 12), :outline, :lon, :lat, :metres)
                on conflict (code) do update set
                    outline = excluded.outline, centre_lon = excluded.centre_lon, centre_lat = excluded.centre_lat,
                    square_metres = excluded.square_metres""")
                .param("code", code.value())
                .param("outline", OutlineText.write(outline))
                .param("lon", outline.centre()[0])
                .param("lat", outline.centre()[1])
                .param("metres", outline.squareMetres())
                .update();
    }

    void retire(List<DivisionCode> cells, Timestamp now) {
        jdbc.sql("update area.grid_cell set retired_at = :now where code = any (cast(:cells as text[]))")
                .param("now", now)
                .param("cells", codes(cells))
                .update();
    }

    private static String[] codes(List<DivisionCode> cells) {
        return cells.stream().map(DivisionCode::value).toArray(String[]::new);
    }
}
