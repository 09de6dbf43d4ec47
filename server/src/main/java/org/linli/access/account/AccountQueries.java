package org.linli.access.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.access.PersonalSeal;
import org.linli.shared.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The list of accounts as administrators see it. */
@Component
class AccountQueries {

    private static final int PAGE = 50;
    private static final int PHONE_END = 4;

    /** @param phoneEnd the last digits of the phone */
    record AccountView(
            UUID id,
            String login,
            String name,
            @Nullable String phoneEnd,
            boolean mustChange,
            boolean totpActive,
            @Nullable Instant lockedUntil,
            @Nullable Instant retiredAt,
            @Nullable Instant lastSignIn,
            int postings,
            int revision) {}

    private final JdbcClient jdbc;
    private final PersonalSeal seal;
    private final AuditTrail audit;
    private final Clock clock;

    AccountQueries(JdbcClient jdbc, PersonalSeal seal, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Accounts by login.
     *
     * @param part of the login; names are sealed and cannot be searched
     */
    @Transactional
    Page<AccountView> page(Acting by, String part, Optional<String> after) {
        if (!by.may("access.account.read")) {
            by.require("access.people.read");
        }
        var found = jdbc.sql("""
                        select a.id, a.login, a.name_sealed, a.phone_sealed, a.must_change, a.revision,
                               a.totp_confirmed_at is not null as totp, a.locked_until, a.retired_at,
                               (select max(s.started_at) from access.session s where s.account_id = a.id) as last_sign_in,
                               (select count(*) from access.posting p where p.account_id = a.id and p.ended_at is null
                                   and p.from_day <= :today and (p.to_day is null or p.to_day >= :today)) as postings
                          from access.account a
                         where position(lower(:part) in a.login) > 0 and a.login > :after
                         order by a.login
                         limit :limit
                        """)
                .param("part", part.strip())
                .param("after", after.orElse(""))
                .param("today", java.time.LocalDate.now(clock))
                .param("limit", PAGE + 1)
                .query((row, n) -> view(row))
                .list();
        audit.note(by, "access.account.read", "accounts:list", java.util.Map.of("part", part.strip()));
        if (found.size() <= PAGE) {
            return new Page<>(found, Optional.empty());
        }
        var shown = List.copyOf(found.subList(0, PAGE));
        return new Page<>(shown, Optional.of(shown.getLast().login()));
    }

    private AccountView view(ResultSet row) throws SQLException {
        var lockedUntil = time(row, "locked_until");
        return new AccountView(
                row.getObject("id", UUID.class),
                row.getString("login"),
                seal.open(Account.NAME, row.getString("name_sealed")),
                phoneEnd(row.getString("phone_sealed")),
                row.getBoolean("must_change"),
                row.getBoolean("totp"),
                lockedUntil == null || lockedUntil.isBefore(clock.instant()) ? null : lockedUntil,
                time(row, "retired_at"),
                time(row, "last_sign_in"),
                row.getInt("postings"),
                row.getInt("revision"));
    }

    private @Nullable String phoneEnd(@Nullable String sealed) {
        if (sealed == null) {
            return null;
        }
        var phone = seal.open(Account.PHONE, sealed);
        return phone.substring(Math.max(0, phone.length() - PHONE_END));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
