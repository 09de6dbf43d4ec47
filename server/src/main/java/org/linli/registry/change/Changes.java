package org.linli.registry.change;

import java.sql.Timestamp;
import java.time.Clock;
import org.linli.access.Acting;
import org.linli.area.UnitCode;
import org.linli.registry.Because;
import org.linli.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Begins changes: the one way to get what every write to the base must name. */
@Component
public class Changes {

    private final ChangeRows rows;
    private final Clock clock;

    Changes(ChangeRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Notes who changes the base and why, in the caller's transaction. */
    public Change begin(Acting by, Because because) {
        var change = new Change(Ids.next(), clock.instant());
        rows.add(change, by, because);
        return change;
    }

    /** Rows of changes. */
    @Component
    static class ChangeRows {

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
}
