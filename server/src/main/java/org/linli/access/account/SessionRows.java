package org.linli.access.account;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccountId;
import org.linli.access.PostingId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes {@code access.session} and {@code access.sign_in}. */
@Component
class SessionRows {

    /** A session with what a request must know of its account. */
    record Open(
            UUID id,
            AccountId account,
            Optional<PostingId> posting,
            Instant startedAt,
            Instant lastSeenAt,
            String login,
            String sealedName,
            boolean mustChange,
            boolean exempt,
            boolean authenticator) {}

    /** A session as its owner sees it. */
    record Past(
            UUID id,
            Instant startedAt,
            Instant lastSeenAt,
            @Nullable Instant endedAt,
            String address,
            String agent) {}

    private final JdbcClient jdbc;

    SessionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, byte[] tokenHash, AccountId account, Instant at, String address, String agent) {
        jdbc.sql("""
                        insert into access.session (id, token_hash, account_id, started_at, last_seen_at, address, agent)
                        values (:id, :hash, :account, :at, :at, :address, :agent)
                        """)
                .param("id", id)
                .param("hash", tokenHash)
                .param("account", account.value())
                .param("at", time(at))
                .param("address", address)
                .param("agent", agent)
                .update();
    }

    Optional<Open> open(byte[] tokenHash) {
        return jdbc.sql("""
                        select s.id, s.account_id, s.posting_id, s.started_at, s.last_seen_at, a.login, a.name_sealed,
                               a.must_change, a.totp_exempt, a.totp_confirmed_at is not null as authenticator
                          from access.session s join access.account a on a.id = s.account_id
                         where s.token_hash = :hash and s.ended_at is null and a.retired_at is null
                        """)
                .param("hash", tokenHash)
                .query((row, n) -> new Open(
                        row.getObject("id", UUID.class),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        Optional.ofNullable(row.getObject("posting_id", UUID.class))
                                .map(PostingId::new),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                        row.getString("login"),
                        row.getString("name_sealed"),
                        row.getBoolean("must_change"),
                        row.getBoolean("totp_exempt"),
                        row.getBoolean("authenticator")))
                .optional();
    }

    void touch(UUID id, Instant at) {
        jdbc.sql("update access.session set last_seen_at = :at where id = :id and last_seen_at < :at")
                .param("id", id)
                .param("at", time(at))
                .update();
    }

    void choosePosting(UUID id, PostingId posting) {
        jdbc.sql("update access.session set posting_id = :posting where id = :id")
                .param("id", id)
                .param("posting", posting.value())
                .update();
    }

    /** @return whether the account had such an open session */
    boolean end(AccountId account, UUID id, Instant at) {
        return jdbc.sql("""
                        update access.session set ended_at = :at
                         where id = :id and account_id = :account and ended_at is null
                        """)
                        .param("id", id)
                        .param("account", account.value())
                        .param("at", time(at))
                        .update()
                == 1;
    }

    /** Ends all sessions of an account, or all but one. */
    int endAll(AccountId account, @Nullable UUID but, Instant at) {
        return jdbc.sql("""
                        update access.session set ended_at = :at
                         where account_id = :account and ended_at is null and id is distinct from cast(:but as uuid)
                        """)
                .param("account", account.value())
                .param("but", but)
                .param("at", time(at))
                .update();
    }

    List<Past> latest(AccountId account, int limit) {
        return jdbc.sql("""
                        select id, started_at, last_seen_at, ended_at, address, agent from access.session
                         where account_id = :account order by started_at desc limit :limit
                        """)
                .param("account", account.value())
                .param("limit", limit)
                .query((row, n) -> {
                    var ended = row.getObject("ended_at", OffsetDateTime.class);
                    return new Past(
                            row.getObject("id", UUID.class),
                            row.getObject("started_at", OffsetDateTime.class).toInstant(),
                            row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                            ended == null ? null : ended.toInstant(),
                            row.getString("address"),
                            row.getString("agent"));
                })
                .list();
    }

    void noteAttempt(UUID id, @Nullable AccountId account, String address, String outcome, Instant at) {
        jdbc.sql("""
                        insert into access.sign_in (id, at, account_id, address, outcome)
                        values (:id, :at, :account, :address, :outcome)
                        """)
                .param("id", id)
                .param("at", time(at))
                .param("account", account == null ? null : account.value())
                .param("address", address)
                .param("outcome", outcome)
                .update();
    }

    /** How often signing in failed from an address since a moment, and when last. */
    record Failures(int count, Optional<Instant> last) {}

    Failures failuresFrom(String address, Instant since) {
        return jdbc.sql("""
                        select count(*) as count, max(at) as last from access.sign_in
                         where address = :address and at > :since and outcome = 'FAILED'
                        """)
                .param("address", address)
                .param("since", time(since))
                .query((row, n) -> new Failures(
                        row.getInt("count"),
                        Optional.ofNullable(row.getObject("last", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .single();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
