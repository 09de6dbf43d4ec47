package org.linli.counter.resident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccountId;
import org.linli.access.Acting;
import org.linli.access.PostingId;
import org.linli.area.UnitCode;
import org.linli.registry.People;
import org.linli.shared.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of what the registry is to be told. */
@Component
class ResidentNoteRows {

    /** What the registry did with a note. */
    enum Outcome {
        REGISTERED,
        CHANGED,
        AS_KNOWN,
        ELSEWHERE,
        REFUSED
    }

    /** A note, and who acts in it. */
    record Note(UUID errand, Acting by, boolean cardRead, int tries) {}

    private final JdbcClient jdbc;

    ResidentNoteRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID errand, Acting by, boolean cardRead, Instant at) {
        jdbc.sql("""
                insert into counter.resident_note
                  (errand_id, posting_id, account_id, actor, role, unit, home_unit, area, card_read, noted_at, next_try_at)
                values
                  (:errand, :posting, :account, :actor, :role, :unit, :home, :area, :card, :at, :at)""")
                .param("errand", errand)
                .param("posting", by.posting().value())
                .param("account", by.account().value())
                .param("actor", by.name())
                .param("role", by.role())
                .param("unit", by.unit().value())
                .param("home", by.homeUnit().map(UnitCode::value).orElse(null))
                .param("area", by.area().value())
                .param("card", cardRead)
                .param("at", Timestamp.from(at))
                .update();
    }

    List<UUID> due(Instant now, int limit) {
        return jdbc.sql("""
                        select errand_id from counter.resident_note
                         where settled_at is null and next_try_at <= :now order by next_try_at limit :limit""")
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** The note, held until the transaction ends; empty when somebody else has it or it is settled. */
    Optional<Note> take(UUID errand) {
        return jdbc.sql("""
                        select * from counter.resident_note
                         where errand_id = :errand and settled_at is null for update skip locked""")
                .param("errand", errand)
                .query(ResidentNoteRows::note)
                .optional();
    }

    void settle(UUID errand, Outcome outcome, @Nullable String why, Instant at) {
        jdbc.sql("""
                update counter.resident_note set outcome = :outcome, refused_because = :why, settled_at = :at
                 where errand_id = :errand""")
                .param("outcome", outcome.name())
                .param("why", why)
                .param("at", Timestamp.from(at))
                .param("errand", errand)
                .update();
    }

    void tryAgain(UUID errand, Instant at) {
        jdbc.sql("""
                update counter.resident_note set tries = tries + 1, next_try_at = :at
                 where errand_id = :errand and settled_at is null""").param("at", Timestamp.from(at)).param("errand", errand).update();
    }

    private static Note note(ResultSet row, int n) throws SQLException {
        var by = new Acting(
                new PostingId(row.getObject("posting_id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("actor"),
                row.getString("role"),
                UnitCode.of(row.getString("unit")),
                DivisionCode.of(row.getString("area")),
                Optional.ofNullable(row.getString("home_unit")).map(UnitCode::of),
                Set.of(People.READ, People.WRITE));
        return new Note(row.getObject("errand_id", UUID.class), by, row.getBoolean("card_read"), row.getInt("tries"));
    }
}
