package org.linli.registry.change;

import java.sql.Timestamp;
import org.linli.access.Acting;
import org.linli.area.UnitCode;
import org.linli.registry.Because;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of changes. */
@Component
class ChangeRows {

    private final JdbcClient jdbc;

    ChangeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Change change, Acting by, Because because) {
        jdbc.sql("""
                insert into registry.change (id, at, source, reason, reference, posting_id, actor, unit, home_unit)
                values (:id, :at, :source, :reason, :reference, :posting, :actor, :unit, :home)""")
                .param("id", change.id())
                .param("at", Timestamp.from(change.at()))
                .param("source", because.source().name())
                .param("reason", because.reason())
                .param("reference", because.reference().orElse(null))
                .param("posting", by.posting().value())
                .param("actor", by.name())
                .param("unit", by.unit().value())
                .param("home", by.homeUnit().map(UnitCode::value).orElse(null))
                .update();
    }
}
