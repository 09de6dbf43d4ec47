package org.linli.grid.drawing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.linli.access.Acting;
import org.linli.grid.drawing.Drawing.Done;
import org.linli.shared.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Edits that were made, so that one that is sent twice is made once. */
@Component
class CellEditRows {

    private final JdbcClient jdbc;

    CellEditRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Looked for under a lock, since the first one may still be at work. */
    Optional<Done> ofRequest(String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('grid.edit:' || :key))")
                .param("key", key)
                .query((row, n) -> n)
                .list();
        return jdbc.sql("""
                select community, kept, created, retired, dwellings, households, people, events, phones
                from grid.edit where request_key = :key
                """)
                .param("key", key)
                .query((row, n) -> new Done(
                        DivisionCode.of(row.getString("community")),
                        codes((String[]) row.getArray("kept").getArray()),
                        codes((String[]) row.getArray("created").getArray()),
                        codes((String[]) row.getArray("retired").getArray()),
                        row.getInt("dwellings"),
                        row.getInt("households"),
                        row.getInt("people"),
                        row.getInt("events"),
                        row.getInt("phones")))
                .optional();
    }

    void add(String key, String act, Done done, String reason, Acting by, Instant at) {
        jdbc.sql("""
                insert into grid.edit
                  (request_key, act, community, kept, created, retired, dwellings, households, people, events, phones, reason,
                   by_name, at)
                values (:key, :act, :community, :kept, :created, :retired, :dwellings, :households, :people, :events, :phones,
                        :reason, :by, :at)
                """)
                .param("key", key)
                .param("act", act)
                .param("community", done.community().value())
                .param("kept", texts(done.kept()))
                .param("created", texts(done.created()))
                .param("retired", texts(done.retired()))
                .param("dwellings", done.dwellings())
                .param("households", done.households())
                .param("people", done.people())
                .param("events", done.events())
                .param("phones", done.phones())
                .param("reason", reason.strip())
                .param("by", by.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    private static List<DivisionCode> codes(String[] texts) {
        return Arrays.stream(texts).map(DivisionCode::of).toList();
    }

    private static String[] texts(List<DivisionCode> codes) {
        return codes.stream().map(DivisionCode::value).toArray(String[]::new);
    }
}
