package org.linli.access.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccountId;
import org.linli.access.PostingId;
import org.linli.access.posting.Posting;
import org.linli.area.UnitCode;
import org.linli.shared.DivisionCode;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes {@code access.session} and {@code access.sign_in}. */
@Component
class SessionRows {

    /**
     * A session with what a request must know of its account.
     *
     * @param postings those that were not ended, whatever their days
     */
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
            boolean authenticator,
            List<Posting> postings) {}

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

    /** One read for all that every request asks. */
    Optional<Open> open(byte[] tokenHash) {
        return jdbc.sql("""
                        select s.id, s.account_id, s.posting_id, s.started_at, s.last_seen_at, a.login, a.name_sealed,
                               a.must_change, a.totp_exempt, a.totp_confirmed_at is not null as authenticator,
                               p.id as held, p.role, p.unit, p.area, p.home_unit, p.from_day, p.to_day
                          from access.session s join access.account a on a.id = s.account_id
                          left join access.posting p on p.account_id = a.id and p.ended_at is null
                         where s.token_hash = :hash and s.ended_at is null and a.retired_at is null
                         order by p.from_day, p.id
                        """).param("hash", tokenHash).query((ResultSetExtractor<Optional<Open>>) SessionRows::opened);
    }

    private static Optional<Open> opened(ResultSet row) throws SQLException {
        if (!row.next()) {
            return Optional.empty();
        }
        var postings = new ArrayList<Posting>();
        var open = new Open(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                Optional.ofNullable(row.getObject("posting_id", UUID.class)).map(PostingId::new),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                row.getString("login"),
                row.getString("name_sealed"),
                row.getBoolean("must_change"),
                row.getBoolean("totp_exempt"),
                row.getBoolean("authenticator"),
                postings);
        do {
            posting(row, open.account()).ifPresent(postings::add);
        } while (row.next());
        return Optional.of(open);
    }

    private static Optional<Posting> posting(ResultSet row, AccountId account) throws SQLException {
        var id = row.getObject("held", UUID.class);
        if (id == null) {
            return Optional.empty();
        }
        return Optional.of(new Posting(
                new PostingId(id),
                account,
                row.getString("role"),
                UnitCode.of(row.getString("unit")),
                DivisionCode.of(row.getString("area")),
                Optional.ofNullable(row.getString("home_unit")).map(UnitCode::of),
                row.getObject("from_day", LocalDate.class),
                Optional.ofNullable(row.getObject("to_day", LocalDate.class)),
                false));
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
