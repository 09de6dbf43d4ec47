package org.linli;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.linli.shared.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Elders of the demo district who could wear a watch. */
@Component
class DemoElderQueries {

    /** Somebody, and where they count. */
    record Elder(UUID person, DivisionCode division) {}

    private final JdbcClient jdbc;

    DemoElderQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Elder> livingIn(DivisionCode community, LocalDate bornBefore, int most) {
        return jdbc.sql("""
                        select id, division from registry.person
                         where division > :community and division < :community || 'A'
                           and birth_date < :born and standing = 'PRESENT' and voided_at is null
                         order by birth_date, id limit :most""")
                .param("community", community.value())
                .param("born", bornBefore)
                .param("most", most)
                .query((row, n) ->
                        new Elder(row.getObject("id", UUID.class), DivisionCode.of(row.getString("division"))))
                .list();
    }

    boolean hasWatches() {
        return jdbc.sql("select exists (select from wearables.device)")
                .query(Boolean.class)
                .single();
    }
}
