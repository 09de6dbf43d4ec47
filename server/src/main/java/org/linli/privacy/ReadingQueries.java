package org.linli.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.AccessReason;
import org.linli.shared.Page;
import org.linli.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads both ledgers by whose data it was. */
@Component
class ReadingQueries implements PersonalReadings {

    private static final int PAGE = 50;
    private static final LocalDate NEVER = LocalDate.of(9999, 1, 1);

    private final JdbcClient jdbc;
    private final Clock clock;

    ReadingQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Cursor(OffsetDateTime at, UUID id) {}

    @Override
    @Transactional(readOnly = true)
    public Page<Reading> page(Question question, Optional<String> after) {
        if (question.subjects().isEmpty()) {
            return new Page<>(List.of(), Optional.empty());
        }
        var cursor = after.map(ReadingQueries::cursor).orElse(new Cursor(start(NEVER), new UUID(-1, -1)));
        var found = jdbc.sql("""
                        select id, at, true as in_full, role, unit, home_unit, fields, purpose, object
                          from privacy.disclosure
                         where subject in (:subjects) and at >= :from and at < :to and (at, id) < (:at, :id)
                        union all
                        select id, at, false, role, unit, home_unit, '', act, object
                          from access.audit
                         where object in (:subjects) and at >= :from and at < :to and (at, id) < (:at, :id)
                         order by at desc, id desc limit :limit""")
                .param("subjects", question.subjects())
                .param("from", start(question.from().orElse(LocalDate.EPOCH)))
                .param("to", start(question.to().map(day -> day.plusDays(1)).orElse(NEVER)))
                .param("at", cursor.at())
                .param("id", cursor.id())
                .param("limit", PAGE + 1)
                .query(ReadingQueries::reading)
                .list();
        if (found.size() <= PAGE) {
            return new Page<>(found, Optional.empty());
        }
        var shown = List.copyOf(found.subList(0, PAGE));
        return new Page<>(
                shown, Optional.of(shown.getLast().at() + "_" + shown.getLast().id()));
    }

    private OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }

    private static Reading reading(ResultSet row, int number) throws SQLException {
        var fields = row.getString("fields");
        return new Reading(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBoolean("in_full"),
                row.getString("role"),
                row.getString("unit"),
                Optional.ofNullable(row.getString("home_unit")),
                fields.isEmpty() ? List.of() : List.of(fields.split(",")),
                row.getString("purpose"),
                row.getString("object"));
    }

    private static Cursor cursor(String text) {
        try {
            var cut = text.indexOf('_');
            return new Cursor(
                    Instant.parse(text.substring(0, Math.max(0, cut))).atOffset(ZoneOffset.UTC),
                    UUID.fromString(text.substring(cut + 1)));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw Refusal.ofField("after", AccessReason.PAGE_UNKNOWN);
        }
    }
}
