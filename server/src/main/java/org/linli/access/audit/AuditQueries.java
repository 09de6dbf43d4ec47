package org.linli.access.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccessReason;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.access.PersonalSeal;
import org.linli.access.audit.AuditController.AuditLineView;
import org.linli.shared.Page;
import org.linli.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Searches the audit trail, newest first. */
@Component
class AuditQueries {

    private static final int PAGE = 50;

    /** What is looked for; everything empty finds all. {@code act} is the beginning of a word. */
    record Filter(
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<String> login,
            Optional<String> act,
            Optional<String> object) {}

    private final JdbcClient jdbc;
    private final PersonalSeal seal;
    private final AuditTrail audit;
    private final Clock clock;

    AuditQueries(JdbcClient jdbc, PersonalSeal seal, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Page<AuditLineView> page(Acting by, Filter filter, Optional<String> after) {
        by.require("access.audit.read");
        var cursor = after.map(Cursor::parse);
        var found = jdbc.sql("""
                        select e.id, e.at, a.login, a.name_sealed, e.job, e.role, e.unit, e.home_unit, e.act, e.object,
                               e.facts, l.sequence
                          from access.audit e
                          left join access.account a on a.id = e.account_id
                          left join access.audit_link l on l.entry_id = e.id
                         where e.at >= :from and e.at < :to
                        """ + conditions(filter, cursor) + """
                         order by e.at desc, e.id desc
                         limit :limit
                        """)
                .param("from", start(filter.from(), LocalDate.EPOCH))
                .param("to", start(filter.to().map(day -> day.plusDays(1)), LocalDate.of(9999, 1, 1)))
                .param("login", filter.login().orElse(""))
                .param("act", filter.act().map(act -> act + "%").orElse(""))
                .param("object", filter.object().orElse(""))
                .param("afterAt", cursor.map(Cursor::at).orElse(null))
                .param("afterId", cursor.map(Cursor::id).orElse(null))
                .param("limit", PAGE + 1)
                .query((row, n) -> new AuditLineView(
                        row.getObject("id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("login"),
                        name(row.getString("name_sealed"), row.getString("job")),
                        row.getString("role"),
                        row.getString("unit"),
                        row.getString("home_unit"),
                        row.getString("act"),
                        row.getString("object"),
                        row.getString("facts"),
                        row.getObject("sequence", Long.class)))
                .list();
        audit.note(by, "access.audit.read", "audit:trail", Map.of("lines", Integer.toString(found.size())));
        if (found.size() <= PAGE) {
            return new Page<>(found, Optional.empty());
        }
        var shown = List.copyOf(found.subList(0, PAGE));
        return new Page<>(shown, Optional.of(Cursor.of(shown.getLast())));
    }

    private static String conditions(Filter filter, Optional<Cursor> cursor) {
        var conditions = new StringBuilder();
        filter.login()
                .ifPresent(login ->
                        conditions.append(" and e.account_id = (select id from access.account where login = :login)"));
        filter.act().ifPresent(act -> conditions.append(" and e.act like :act"));
        filter.object().ifPresent(object -> conditions.append(" and e.object = :object"));
        cursor.ifPresent(last -> conditions.append(" and (e.at, e.id) < (:afterAt, :afterId)"));
        return conditions + "\n";
    }

    private @Nullable String name(@Nullable String sealed, @Nullable String job) {
        return sealed == null ? job : seal.open("access.account.name", sealed);
    }

    private OffsetDateTime start(Optional<LocalDate> day, LocalDate otherwise) {
        return day.orElse(otherwise).atStartOfDay(clock.getZone()).toOffsetDateTime();
    }

    /** Where the next page goes on: time and identifier of the last line shown. */
    private record Cursor(OffsetDateTime at, UUID id) {

        static String of(AuditLineView line) {
            return line.at() + "_" + line.id();
        }

        static Cursor parse(String text) {
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
}
