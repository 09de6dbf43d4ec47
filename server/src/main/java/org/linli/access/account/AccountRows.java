package org.linli.access.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes {@code access.account} and {@code access.password_past}. */
@Component
class AccountRows {

    private final JdbcClient jdbc;

    AccountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> find(AccountId id) {
        return jdbc.sql("select * from access.account where id = :id")
                .param("id", id.value())
                .query((row, n) -> account(row))
                .optional();
    }

    Optional<Account> lock(AccountId id) {
        return jdbc.sql("select * from access.account where id = :id for update")
                .param("id", id.value())
                .query((row, n) -> account(row))
                .optional();
    }

    Optional<Account> lockByLogin(String login) {
        return jdbc.sql("select * from access.account where login = :login for update")
                .param("login", login)
                .query((row, n) -> account(row))
                .optional();
    }

    boolean any() {
        return jdbc.sql("select exists (select from access.account)")
                .query(Boolean.class)
                .single();
    }

    /** Logins that the demo made and whose password was not changed since. */
    Set<String> demoLogins() {
        return Set.copyOf(jdbc.sql("""
                        select login from access.account
                         where totp_exempt and retired_at is null and password_set_at = created_at
                        """).query(String.class).list());
    }

    /** @return whether the login was free */
    boolean insert(Account account, Instant at) {
        return jdbc.sql("""
                        insert into access.account
                          (id, login, name_sealed, phone_sealed, password_hash, password_set_at, must_change, totp_exempt, created_at)
                        values (:id, :login, :name, :phone, :hash, :at, :must, :exempt, :at)
                        on conflict (login) do nothing
                        """)
                        .param("id", account.id().value())
                        .param("login", account.login())
                        .param("name", account.sealedName())
                        .param("phone", account.sealedPhone().orElse(null))
                        .param("hash", account.passwordHash())
                        .param("must", account.mustChange())
                        .param("exempt", account.exempt())
                        .param("at", time(at))
                        .update()
                == 1;
    }

    /** @return whether the revision was still the present one */
    boolean rename(AccountId id, String sealedName, @Nullable String sealedPhone, int revision) {
        return jdbc.sql("""
                        update access.account set name_sealed = :name, phone_sealed = :phone, revision = revision + 1
                         where id = :id and revision = :revision
                        """)
                        .param("id", id.value())
                        .param("name", sealedName)
                        .param("phone", sealedPhone)
                        .param("revision", revision)
                        .update()
                == 1;
    }

    void setPassword(AccountId id, String hash, boolean mustChange, Instant at) {
        jdbc.sql("""
                        insert into access.password_past (account_id, set_at, password_hash)
                        select id, password_set_at, password_hash from access.account where id = :id
                        on conflict do nothing
                        """).param("id", id.value()).update();
        jdbc.sql("""
                        update access.account
                           set password_hash = :hash, password_set_at = :at, must_change = :must, failures = 0, locked_until = null
                         where id = :id
                        """)
                .param("id", id.value())
                .param("hash", hash)
                .param("must", mustChange)
                .param("at", time(at))
                .update();
    }

    List<String> pastPasswords(AccountId id, int howMany) {
        return jdbc.sql("""
                        select password_hash from access.password_past
                         where account_id = :id order by set_at desc limit :limit
                        """)
                .param("id", id.value())
                .param("limit", howMany)
                .query(String.class)
                .list();
    }

    void setFailures(AccountId id, int failures, @Nullable Instant lockedUntil) {
        jdbc.sql("update access.account set failures = :failures, locked_until = :until where id = :id")
                .param("id", id.value())
                .param("failures", failures)
                .param("until", lockedUntil == null ? null : time(lockedUntil))
                .update();
    }

    void setSecret(AccountId id, @Nullable String sealedSecret) {
        jdbc.sql("""
                        update access.account set totp_sealed = :secret, totp_confirmed_at = null, totp_last_step = 0
                         where id = :id
                        """).param("id", id.value()).param("secret", sealedSecret).update();
    }

    void confirmSecret(AccountId id, long step, Instant at) {
        jdbc.sql("update access.account set totp_confirmed_at = :at, totp_last_step = :step where id = :id")
                .param("id", id.value())
                .param("step", step)
                .param("at", time(at))
                .update();
    }

    void setLastStep(AccountId id, long step) {
        jdbc.sql("update access.account set totp_last_step = :step where id = :id")
                .param("id", id.value())
                .param("step", step)
                .update();
    }

    void retire(AccountId id, String why, Instant at) {
        jdbc.sql(
                        "update access.account set retired_at = :at, retired_why = :why, revision = revision + 1 where id = :id")
                .param("id", id.value())
                .param("why", why)
                .param("at", time(at))
                .update();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("login"),
                row.getString("name_sealed"),
                Optional.ofNullable(row.getString("phone_sealed")),
                row.getString("password_hash"),
                row.getBoolean("must_change"),
                Optional.ofNullable(row.getString("totp_sealed")),
                row.getObject("totp_confirmed_at") != null,
                row.getLong("totp_last_step"),
                row.getBoolean("totp_exempt"),
                row.getInt("failures"),
                Optional.ofNullable(row.getObject("locked_until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getObject("retired_at") != null,
                row.getInt("revision"));
    }
}
