package org.linli.privacy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.shared.Page;
import org.linli.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Searches the disclosure ledger, newest first: who read whose data, which fields, and why. */
@Component
class DisclosureQueries {

    private static final int PAGE = 50;

    /** What is looked for; {@code idNumber} is looked up by its blind index and stored nowhere. */
    record Filter(
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<String> login,
            Optional<String> idNumber,
            Optional<String> object) {}

    /**
     * One time a value was shown.
     *
     * @param name who read, or the house's own job
     */
    record DisclosureView(
            UUID id,
            Instant at,
            @Nullable String login,
            @Nullable String name,
            String role,
            String unit,
            @Nullable String homeUnit,
            List<String> fields,
            String purpose,
            String object) {}

    private final JdbcClient jdbc;
    private final BlindIndex index;
    private final FieldCipher cipher;
    private final AuditTrail audit;
    private final Clock clock;

    DisclosureQueries(JdbcClient jdbc, BlindIndex index, FieldCipher cipher, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.index = index;
        this.cipher = cipher;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Page<DisclosureView> page(Acting by, Filter filter, Optional<String> after) {
        by.require("privacy.disclosure.read");
        var cursor = after.map(Cursor::parse);
        var subject = filter.idNumber()
                .map(number -> HexFormat.of().formatHex(index.of("id-number", number)))
                .orElse("");
        var found = jdbc.sql("""
                        select d.id, d.at, a.login, a.name_sealed, d.job, d.role, d.unit, d.home_unit, d.fields, d.purpose,
                               d.object
                          from privacy.disclosure d left join access.account a on a.id = d.account_id
                         where d.at >= :from and d.at < :to
                        """ + conditions(filter, cursor) + """
                         order by d.at desc, d.id desc
                         limit :limit
                        """)
                .param("from", start(filter.from(), LocalDate.EPOCH))
                .param("to", start(filter.to().map(day -> day.plusDays(1)), LocalDate.of(9999, 1, 1)))
                .param("login", filter.login().orElse(""))
                .param("subject", subject)
                .param("object", filter.object().orElse(""))
                .param("afterAt", cursor.map(Cursor::at).orElse(null))
                .param("afterId", cursor.map(Cursor::id).orElse(null))
                .param("limit", PAGE + 1)
                .query((row, n) -> new DisclosureView(
                        row.getObject("id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("login"),
                        name(row.getString("name_sealed"), row.getString("job")),
                        row.getString("role"),
                        row.getString("unit"),
                        row.getString("home_unit"),
                        List.of(row.getString("fields").split(",")),
                        row.getString("purpose"),
                        row.getString("object")))
                .list();
        audit.note(by, "privacy.disclosure.read", "privacy:ledger", Map.of("lines", Integer.toString(found.size())));
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
                        conditions.append(" and d.account_id = (select id from access.account where login = :login)"));
        filter.idNumber().ifPresent(number -> conditions.append(" and d.subject = :subject"));
        filter.object().ifPresent(object -> conditions.append(" and d.object = :object"));
        cursor.ifPresent(last -> conditions.append(" and (d.at, d.id) < (:afterAt, :afterId)"));
        return conditions + "\n";
    }

    private @Nullable String name(@Nullable String sealed, @Nullable String job) {
        return sealed == null ? job : cipher.open("access.account.name", sealed);
    }

    private OffsetDateTime start(Optional<LocalDate> day, LocalDate otherwise) {
        return day.orElse(otherwise).atStartOfDay(clock.getZone()).toOffsetDateTime();
    }

    /** Where the next page goes on: time and identifier of the last line shown. */
    private record Cursor(OffsetDateTime at, UUID id) {

        static String of(DisclosureView line) {
            return line.at() + "_" + line.id();
        }

        static Cursor parse(String text) {
            try {
                var cut = text.indexOf('_');
                return new Cursor(
                        Instant.parse(text.substring(0, Math.max(0, cut))).atOffset(ZoneOffset.UTC),
                        UUID.fromString(text.substring(cut + 1)));
            } catch (DateTimeParseException | IllegalArgumentException e) {
                throw Refusal.ofField("after", PrivacyReason.PAGE_UNKNOWN);
            }
        }
    }
}
