package org.linli.grid.event;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.linli.shared.DivisionCode;
import org.linli.shared.Point;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves events and cause tasks between cells. */
@Component
class EventMoveRows {

    private final JdbcClient jdbc;

    EventMoveRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An event whose place is known. */
    record Placed(UUID id, DivisionCode cell, Point at) {}

    List<Placed> placed(Set<DivisionCode> cells) {
        return jdbc.sql("""
                select id, cell, lon, lat from grid.event where cell = any (:cells) and lon is not null order by cell, id
                """)
                .param("cells", cells.stream().map(DivisionCode::value).toArray(String[]::new))
                .query((row, n) -> new Placed(
                        row.getObject("id", UUID.class),
                        DivisionCode.of(row.getString("cell")),
                        new Point(row.getDouble("lon"), row.getDouble("lat"))))
                .list();
    }

    void moveTo(UUID id, DivisionCode cell) {
        jdbc.sql("update grid.event set cell = :cell where id = :id")
                .param("id", id)
                .param("cell", cell.value())
                .update();
    }

    int moveAll(DivisionCode from, DivisionCode to) {
        jdbc.sql("update grid.cause set cell = :to where cell = :from")
                .param("from", from.value())
                .param("to", to.value())
                .update();
        return jdbc.sql("update grid.event set cell = :to where cell = :from")
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }
}
