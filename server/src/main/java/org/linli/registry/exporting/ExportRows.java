package org.linli.registry.exporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
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
import org.linli.shared.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code registry.export}. */
@Repository
class ExportRows {

    private static final int PAGE = 30;

    private final JdbcClient jdbc;

    ExportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID add(
            Acting by,
            SheetKind kind,
            SheetFormat format,
            DivisionCode area,
            String purpose,
            @Nullable String fullPurpose,
            Instant now,
            Instant eraseAt) {
        var id = Ids.next();
        jdbc.sql("""
                insert into registry.export (id, kind, format, area, purpose, unmasked, unmasked_purpose, state, posting_id,
                                             account_id, actor, role, unit, home_unit, asked_at, erase_at)
                values (:id, :kind, :format, :area, :purpose, :unmasked, :full, 'WAITING', :posting, :account, :actor, :role,
                        :unit, :home, :now, :erase)""")
                .param("id", id)
                .param("kind", kind.name())
                .param("format", format.name())
                .param("area", area.value())
                .param("purpose", purpose)
                .param("unmasked", fullPurpose != null)
                .param("full", fullPurpose)
                .param("posting", by.posting().value())
                .param("account", by.account().value())
                .param("actor", by.name())
                .param("role", by.role())
                .param("unit", by.unit().value())
                .param("home", by.homeUnit().map(UnitCode::value).orElse(null))
                .param("now", Timestamp.from(now))
                .param("erase", Timestamp.from(eraseAt))
                .update();
        return id;
    }

    Optional<Export> find(UUID id) {
        return jdbc.sql("select * from registry.export where id = :id")
                .param("id", id)
                .query((row, number) -> export(row))
                .optional();
    }

    Page<Export> page(String unit, Optional<UUID> before) {
        var found = jdbc.sql("""
                select * from registry.export
                where unit = :unit and (cast(:before as uuid) is null or id < cast(:before as uuid))
                order by id desc limit :limit""")
                .param("unit", unit)
                .param("before", before.map(UUID::toString).orElse(null))
                .param("limit", PAGE + 1)
                .query((row, number) -> export(row))
                .list();
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        return new Page<>(
                shown, found.size() > PAGE ? Optional.of(shown.getLast().id().toString()) : Optional.empty());
    }

    List<UUID> waiting(Instant now) {
        return jdbc.sql("""
                select id from registry.export
                where state = 'WAITING' and (claimed_until is null or claimed_until < :now) order by id""").param("now", Timestamp.from(now)).query(UUID.class).list();
    }

    boolean claim(UUID id, UUID claimer, Instant now, Instant until) {
        return jdbc.sql("""
                update registry.export set claimed_by = :claimer, claimed_until = :until
                 where id = :id and state = 'WAITING'
                   and (claimed_until is null or claimed_until < :now or claimed_by = :claimer)""")
                        .param("id", id)
                        .param("claimer", claimer)
                        .param("now", Timestamp.from(now))
                        .param("until", Timestamp.from(until))
                        .update()
                == 1;
    }

    /** Notes how far the file is; false when it is not to go on. */
    boolean progress(UUID id, UUID claimer, int written, Instant until) {
        return jdbc.sql("""
                update registry.export set rows_written = :written, claimed_until = :until
                 where id = :id and state = 'WAITING' and claimed_by = :claimer""")
                        .param("id", id)
                        .param("claimer", claimer)
                        .param("written", written)
                        .param("until", Timestamp.from(until))
                        .update()
                == 1;
    }

    boolean ready(UUID id, int written, long bytes, Instant now, Instant eraseAt) {
        return jdbc.sql("""
                update registry.export set state = 'READY', rows_written = :written, bytes = :bytes, ended_at = :now,
                       erase_at = :erase
                 where id = :id and state = 'WAITING'""")
                        .param("id", id)
                        .param("written", written)
                        .param("bytes", bytes)
                        .param("now", Timestamp.from(now))
                        .param("erase", Timestamp.from(eraseAt))
                        .update()
                == 1;
    }

    /** Ends one that waits or is ready; false when it had ended. */
    boolean end(UUID id, ExportState state, Instant now) {
        return jdbc.sql("""
                update registry.export set state = :state, ended_at = coalesce(ended_at, :now)
                 where id = :id and state in ('WAITING', 'READY')""")
                        .param("id", id)
                        .param("state", state.name())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void downloaded(UUID id) {
        jdbc.sql("update registry.export set downloads = downloads + 1 where id = :id")
                .param("id", id)
                .update();
    }

    List<UUID> outlived(Instant now) {
        return jdbc.sql("""
                select id from registry.export where state in ('WAITING', 'READY') and erase_at <= :now limit 100""").param("now", Timestamp.from(now)).query(UUID.class).list();
    }

    private static Export export(ResultSet row) throws SQLException {
        var endedAt = row.getTimestamp("ended_at");
        return new Export(
                row.getObject("id", UUID.class),
                SheetKind.valueOf(row.getString("kind")),
                SheetFormat.valueOf(row.getString("format")),
                DivisionCode.of(row.getString("area")),
                row.getString("purpose"),
                row.getBoolean("unmasked"),
                row.getString("unmasked_purpose"),
                ExportState.valueOf(row.getString("state")),
                row.getInt("rows_written"),
                row.getLong("bytes"),
                row.getObject("posting_id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("actor"),
                row.getString("role"),
                row.getString("unit"),
                row.getString("home_unit"),
                row.getTimestamp("asked_at").toInstant(),
                endedAt == null ? null : endedAt.toInstant(),
                row.getTimestamp("erase_at").toInstant(),
                row.getInt("downloads"));
    }
}
