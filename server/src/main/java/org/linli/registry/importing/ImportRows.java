package org.linli.registry.importing;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.area.UnitCode;
import org.linli.registry.sheet.SheetFormat;
import org.linli.registry.sheet.SheetKind;
import org.linli.shared.DivisionCode;
import org.linli.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code registry.import}. */
@Repository
class ImportRows {

    private static final String COLUMNS = """
            id, kind, name, format, area, length, received, state, headers, header_row, fields, encoding, parsed_to,
            last_row, rows_read, rows_staged, good_rows, faulty_rows, notices, known_rows, step, steps, outcome, refusal,
            refusal_arguments, posting_id, account_id, actor, role, unit, home_unit, began_at, ended_at, expires_at""";

    private final JdbcClient jdbc;

    ImportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID add(Acting by, SheetKind kind, String name, SheetFormat format, long length, Instant now, Instant expiresAt) {
        var id = Ids.next();
        jdbc.sql("""
                insert into registry.import (id, kind, name, format, area, length, state, posting_id, account_id, actor,
                                             role, unit, home_unit, began_at, moved_at, expires_at)
                values (:id, :kind, :name, :format, :area, :length, 'RECEIVING', :posting, :account, :actor, :role, :unit,
                        :home, :now, :now, :expires)""")
                .param("id", id)
                .param("kind", kind.name())
                .param("name", name)
                .param("format", format.name())
                .param("area", by.area().value())
                .param("length", length)
                .param("posting", by.posting().value())
                .param("account", by.account().value())
                .param("actor", by.name())
                .param("role", by.role())
                .param("unit", by.unit().value())
                .param("home", by.homeUnit().map(UnitCode::value).orElse(null))
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(expiresAt))
                .update();
        return id;
    }

    Optional<Sheet> find(UUID id) {
        return one("", id);
    }

    /** Held until the transaction ends. */
    Optional<Sheet> hold(UUID id) {
        return one("for no key update", id);
    }

    void received(UUID id, long received, Instant now) {
        update(id, "received = :received", now).param("received", received).update();
    }

    void readHeaders(UUID id, List<String> headers, int headerRow, List<String> fields, Instant now) {
        update(id, "headers = :headers, header_row = :row, fields = :fields, state = 'MAPPING'", now)
                .param("headers", headers.toArray(String[]::new))
                .param("row", headerRow)
                .param("fields", fields.toArray(String[]::new))
                .update();
    }

    void beginChecking(UUID id, List<String> fields, Instant now) {
        update(id, """
                fields = :fields, state = 'CHECKING', parsed_to = 0, last_row = 0, rows_read = 0, rows_staged = false,
                good_rows = 0, faulty_rows = 0, notices = 0, known_rows = 0, refusal = null, refusal_arguments = '{}',
                claimed_by = null, claimed_until = null""", now).param("fields", fields.toArray(String[]::new)).update();
    }

    /** Notes how far a check has come; false when it is not to go on. */
    boolean checkpoint(
            UUID id,
            UUID claimer,
            long parsedTo,
            int lastRow,
            int rowsRead,
            @Nullable String encoding,
            Instant now,
            Instant claimedUntil) {
        return jdbc.sql("""
                update registry.import set parsed_to = :to, last_row = :row, rows_read = :read, encoding = :encoding,
                       moved_at = :now, claimed_until = :until
                 where id = :id and state = 'CHECKING' and claimed_by = :claimer""")
                        .param("id", id)
                        .param("claimer", claimer)
                        .param("to", parsedTo)
                        .param("row", lastRow)
                        .param("read", rowsRead)
                        .param("encoding", encoding)
                        .param("now", Timestamp.from(now))
                        .param("until", Timestamp.from(claimedUntil))
                        .update()
                == 1;
    }

    void staged(UUID id, Instant now) {
        update(id, "rows_staged = true", now).update();
    }

    /** Ends the check; false when it was cancelled meanwhile. */
    boolean checked(UUID id, SheetFindings.Counts counts, Instant now) {
        return moved(id, ImportState.CHECKING, counted(ImportState.CHECKED), now, counts);
    }

    /** What the check before the writing found, when it found more than before. */
    void checkedAgain(UUID id, SheetFindings.Counts counts, ImportReason because, Instant now) {
        moved(
                id,
                ImportState.APPLYING,
                counted(ImportState.CHECKED) + ", refusal = '" + because.key() + "'",
                now,
                counts);
    }

    boolean beginApplying(UUID id, int steps, Instant now) {
        return update(id, "state = 'APPLYING', step = 0, steps = :steps, refusal = null, refusal_arguments = '{}'", now)
                        .param("steps", steps)
                        .update()
                == 1;
    }

    /** Notes a step of the writing; false when it is not to go on. */
    boolean step(UUID id, UUID claimer, int step, Instant now, Instant claimedUntil) {
        return jdbc.sql("""
                update registry.import set step = :step, moved_at = :now, claimed_until = :until
                 where id = :id and state = 'APPLYING' and claimed_by = :claimer""")
                        .param("id", id)
                        .param("claimer", claimer)
                        .param("step", step)
                        .param("now", Timestamp.from(now))
                        .param("until", Timestamp.from(claimedUntil))
                        .update()
                == 1;
    }

    /** The last statement of the writing; false when somebody cancelled it meanwhile. */
    boolean applied(UUID id, UUID change, List<String> outcome, Instant now) {
        return jdbc.sql("""
                update registry.import set state = 'APPLIED', step = steps, change_id = :change, outcome = :outcome,
                       moved_at = :now, ended_at = :now, claimed_by = null, claimed_until = null
                 where id = :id and state = 'APPLYING'""")
                        .param("id", id)
                        .param("change", change)
                        .param("outcome", outcome.toArray(String[]::new))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** The writing was given up; nothing of it is in the base. */
    void backToChecked(UUID id, ImportReason because, Instant now) {
        update(id, "state = 'CHECKED', refusal = :key, step = 0, claimed_by = null, claimed_until = null", now)
                .param("key", because.key())
                .update();
    }

    void refuse(UUID id, ImportReason because, List<String> arguments, Instant now) {
        update(id, "state = 'REFUSED', refusal = :key, refusal_arguments = :arguments, ended_at = :now", now)
                .param("key", because.key())
                .param("arguments", arguments.toArray(String[]::new))
                .update();
    }

    void end(UUID id, ImportState state, Instant now) {
        update(id, "state = '" + state.name() + "', ended_at = :now, claimed_by = null, claimed_until = null", now)
                .update();
    }

    /** Imports that have work to be done by this house and are nobody's at the moment. */
    List<UUID> waiting(Instant now) {
        return jdbc.sql("""
                select id from registry.import
                where state in ('CHECKING', 'APPLYING') and (claimed_until is null or claimed_until < :now)
                order by moved_at""").param("now", Timestamp.from(now)).query(UUID.class).list();
    }

    /** A statement may take longer than a claim lasts, so a process that lives says so in between. */
    void keepClaims(UUID claimer, Instant until) {
        jdbc.sql("""
                update registry.import set claimed_until = :until
                 where state in ('CHECKING', 'APPLYING') and claimed_by = :claimer and claimed_until < :until""")
                .param("claimer", claimer)
                .param("until", Timestamp.from(until))
                .update();
    }

    boolean claim(UUID id, UUID claimer, Instant now, Instant until) {
        return jdbc.sql("""
                update registry.import set claimed_by = :claimer, claimed_until = :until
                 where id = :id and state in ('CHECKING', 'APPLYING')
                   and (claimed_until is null or claimed_until < :now or claimed_by = :claimer)""")
                        .param("id", id)
                        .param("claimer", claimer)
                        .param("now", Timestamp.from(now))
                        .param("until", Timestamp.from(until))
                        .update()
                == 1;
    }

    /** Imports that ended, with content or staged rows that are still there. */
    List<UUID> toBeCleared() {
        return jdbc.sql("""
                select id from registry.import
                where not cleared and state in ('APPLIED', 'REFUSED', 'CANCELLED', 'EXPIRED') order by ended_at limit 20""").query(UUID.class).list();
    }

    void cleared(UUID id) {
        jdbc.sql("update registry.import set cleared = true where id = :id")
                .param("id", id)
                .update();
    }

    List<UUID> outlived(Instant now) {
        return jdbc.sql("""
                select id from registry.import
                where state in ('RECEIVING', 'MAPPING', 'CHECKED') and expires_at < :now and not cleared limit 100""").param("now", Timestamp.from(now)).query(UUID.class).list();
    }

    Optional<List<String>> mapping(String unit, SheetKind kind, String digest) {
        return jdbc.sql("""
                select fields from registry.import_mapping
                where unit = :unit and kind = :kind and headers_digest = :digest""")
                .param("unit", unit)
                .param("kind", kind.name())
                .param("digest", digest)
                .query((row, number) -> texts(row.getArray("fields")))
                .optional();
    }

    void remember(Acting by, SheetKind kind, String digest, List<String> fields, Instant now) {
        jdbc.sql("""
                insert into registry.import_mapping (unit, kind, headers_digest, fields, changed_at, changed_by)
                values (:unit, :kind, :digest, :fields, :now, :by)
                on conflict (unit, kind, headers_digest) do update
                   set fields = excluded.fields, changed_at = excluded.changed_at, changed_by = excluded.changed_by""")
                .param("unit", by.unit().value())
                .param("kind", kind.name())
                .param("digest", digest)
                .param("fields", fields.toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .param("by", by.posting().value())
                .update();
    }

    private static String counted(ImportState state) {
        return "state = '" + state.name() + """
                ', good_rows = :good, faulty_rows = :faulty, notices = :notices, known_rows = :known, step = 0,
                claimed_by = null, claimed_until = null""";
    }

    private boolean moved(UUID id, ImportState from, String set, Instant now, SheetFindings.Counts counts) {
        return jdbc.sql("update registry.import set moved_at = :now, " + set + " where id = :id and state = :from")
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .param("from", from.name())
                        .param("good", counts.good())
                        .param("faulty", counts.faulty())
                        .param("notices", counts.notices())
                        .param("known", counts.known())
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec update(UUID id, String set, Instant now) {
        return jdbc.sql("update registry.import set moved_at = :now, " + set + " where id = :id")
                .param("id", id)
                .param("now", Timestamp.from(now));
    }

    private Optional<Sheet> one(String lock, UUID id) {
        return jdbc.sql("select " + COLUMNS + " from registry.import where id = :id " + lock)
                .param("id", id)
                .query((row, number) -> sheet(row))
                .optional();
    }

    static Sheet sheet(ResultSet row) throws SQLException {
        var endedAt = row.getTimestamp("ended_at");
        return new Sheet(
                row.getObject("id", UUID.class),
                SheetKind.valueOf(row.getString("kind")),
                row.getString("name"),
                SheetFormat.valueOf(row.getString("format")),
                DivisionCode.of(row.getString("area")),
                row.getLong("length"),
                row.getLong("received"),
                ImportState.valueOf(row.getString("state")),
                texts(row.getArray("headers")),
                row.getInt("header_row"),
                texts(row.getArray("fields")),
                row.getString("encoding"),
                row.getLong("parsed_to"),
                row.getInt("last_row"),
                row.getInt("rows_read"),
                row.getBoolean("rows_staged"),
                row.getInt("good_rows"),
                row.getInt("faulty_rows"),
                row.getInt("notices"),
                row.getInt("known_rows"),
                row.getInt("step"),
                row.getInt("steps"),
                texts(row.getArray("outcome")),
                row.getString("refusal"),
                texts(row.getArray("refusal_arguments")),
                new Sheet.Sender(
                        row.getObject("posting_id", UUID.class),
                        row.getObject("account_id", UUID.class),
                        row.getString("actor"),
                        row.getString("role"),
                        row.getString("unit"),
                        row.getString("home_unit")),
                row.getTimestamp("began_at").toInstant(),
                endedAt == null ? null : endedAt.toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }

    static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
