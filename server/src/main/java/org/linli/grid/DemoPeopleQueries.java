package org.linli.grid;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.access.PostingId;
import org.linli.access.PostingsInForce;
import org.linli.shared.DivisionCode;
import org.linli.shared.Point;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The demo's people as they act, and the places they act at. */
@Component
public class DemoPeopleQueries {

    private final JdbcClient jdbc;
    private final PostingsInForce postings;

    DemoPeopleQueries(JdbcClient jdbc, PostingsInForce postings) {
        this.jdbc = jdbc;
        this.postings = postings;
    }

    public Optional<Acting> acting(String login) {
        return jdbc.sql("""
                        select p.id from access.posting p join access.account a on a.id = p.account_id
                        where a.login = :login and p.ended_at is null order by p.id limit 1
                        """)
                .param("login", login)
                .query(UUID.class)
                .optional()
                .map(PostingId::new)
                .flatMap(postings::find);
    }

    /** Middle of a cell. */
    public Optional<Point> middle(DivisionCode cell) {
        return jdbc.sql("select centre_lon, centre_lat from area.grid_cell where code = :code and retired_at is null")
                .param("code", cell.value())
                .query((row, n) -> new Point(row.getDouble(1), row.getDouble(2)))
                .optional();
    }

    /** Whether a table of this module holds nothing yet. */
    public boolean isEmpty(String table) {
        if (!List.of("grid.member", "grid.event", "grid.plan").contains(table)) {
            throw new IllegalArgumentException(table);
        }
        return jdbc.sql("select not exists (select from " + table + ")")
                .query(Boolean.class)
                .single();
    }
}
