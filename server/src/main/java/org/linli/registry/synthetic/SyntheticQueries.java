package org.linli.registry.synthetic;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.linli.registry.change.Change;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What there is before the district is drawn: the cells to fill, and what an earlier load left. */
@Repository
class SyntheticQueries {

    /** @param outline GeoJSON */
    record Cell(String code, String outline) {

        String community() {
            return code.substring(0, 12);
        }
    }

    private final JdbcClient jdbc;

    SyntheticQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Cell> cells() {
        return jdbc.sql("select code, outline from area.grid_cell where retired_at is null order by code")
                .query(Cell.class)
                .list();
    }

    boolean holdsPeople() {
        return jdbc.sql("select exists (select from registry.person) or exists (select from registry.compound)")
                .query(Boolean.class)
                .single();
    }

    Optional<Change> change(String reference) {
        return jdbc.sql("select id, at from registry.change where reference = :reference and source = 'DEMO'")
                .param("reference", reference)
                .query((row, number) -> new Change(
                        row.getObject("id", UUID.class), row.getTimestamp("at").toInstant()))
                .optional();
    }

    /** Which of these compounds are there; a community is written whole or not at all, so one tells of all. */
    Set<UUID> compounds(List<UUID> ids) {
        return Set.copyOf(jdbc.sql("select id from registry.compound where id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    long people() {
        return jdbc.sql("select count(*) from registry.person")
                .query(Long.class)
                .single();
    }
}
