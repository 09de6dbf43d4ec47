package org.linli.sync.assignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.AccountId;
import org.linli.access.Acting;
import org.linli.shared.Ids;
import org.linli.sync.Assignments.Assignment;
import org.linli.sync.Assignments.Mode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of assignments. */
@Repository
class AssignmentRows {

    private static final String SELECT = "select account_id, scope, mode, from_at, until_at from sync.assignment ";

    private final JdbcClient jdbc;

    AssignmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Changes the hold that has not ended by a moment, or will not have; false when there is none. */
    boolean change(AccountId account, String scope, Mode mode, Instant from) {
        return jdbc.sql("""
                update sync.assignment set mode = :mode, until_at = null, ended_by = null, from_at = least(from_at, :from)
                 where account_id = :account and scope = :scope and (until_at is null or until_at > :from)
                """)
                        .param("account", account.value())
                        .param("scope", scope)
                        .param("mode", mode.name())
                        .param("from", Timestamp.from(from))
                        .update()
                > 0;
    }

    void add(AccountId account, String scope, Mode mode, Instant from, Acting by) {
        jdbc.sql("""
                insert into sync.assignment (id, account_id, scope, mode, from_at, assigned_by)
                values (:id, :account, :scope, :mode, :from, :by)
                """)
                .param("id", Ids.next())
                .param("account", account.value())
                .param("scope", scope)
                .param("mode", mode.name())
                .param("from", Timestamp.from(from))
                .param("by", by.posting().value())
                .update();
    }

    boolean end(AccountId account, String scope, Instant at, Acting by) {
        return jdbc.sql("""
                update sync.assignment set until_at = greatest(from_at, :at), ended_by = :by
                 where account_id = :account and scope = :scope and (until_at is null or until_at > :at)
                """)
                        .param("account", account.value())
                        .param("scope", scope)
                        .param("at", Timestamp.from(at))
                        .param("by", by.posting().value())
                        .update()
                > 0;
    }

    /** One change of a hold at a time, so that two do not add it twice. */
    void lock(AccountId account) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('sync.assignment ' || :account, 0))")
                .param("account", account.value().toString())
                .query(rows -> {});
    }

    List<Assignment> of(AccountId account) {
        return jdbc.sql(SELECT + "where account_id = :account order by from_at desc, scope")
                .param("account", account.value())
                .query(AssignmentRows::assignment)
                .list();
    }

    List<Assignment> holding(String scope, Instant now) {
        return jdbc.sql(SELECT + """
                where scope = :scope and from_at <= :now and (until_at is null or until_at > :now) order by from_at
                """)
                .param("scope", scope)
                .param("now", Timestamp.from(now))
                .query(AssignmentRows::assignment)
                .list();
    }

    private static Assignment assignment(ResultSet row, int number) throws SQLException {
        return new Assignment(
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("scope"),
                Mode.valueOf(row.getString("mode")),
                row.getTimestamp("from_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("until_at")).map(Timestamp::toInstant));
    }
}
