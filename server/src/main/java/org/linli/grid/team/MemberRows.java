package org.linli.grid.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.AccountId;
import org.linli.access.Acting;
import org.linli.access.PostingId;
import org.linli.grid.team.Member.Duty;
import org.linli.shared.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of the members of teams. */
@Component
class MemberRows {

    private static final String SELECT = """
            select id, account_id, posting_id, name, role, cell, tier, duty, chief, substitute_for, from_day, to_day
            from grid.member
            """;

    private final JdbcClient jdbc;

    MemberRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One account on one cell. */
    record Hold(AccountId account, DivisionCode cell) {}

    /** Two changes of one cell's team come one after the other. */
    void lock(DivisionCode cell) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('grid.team:' || :cell))")
                .param("cell", cell.value())
                .query((row, n) -> n)
                .list();
    }

    void add(Member member, String requestKey, Acting by, Instant now) {
        jdbc.sql("""
                insert into grid.member
                  (id, request_key, account_id, posting_id, name, role, cell, tier, duty, chief, substitute_for, from_day,
                   to_day, added_at, added_by, added_by_name)
                values
                  (:id, :key, :account, :posting, :name, :role, :cell, :tier, :duty, :chief, :substitute, :from, :to, :now,
                   :by, :byName)
                """)
                .param("id", member.id())
                .param("key", requestKey)
                .param("account", member.account().value())
                .param("posting", member.posting().value())
                .param("name", member.name())
                .param("role", member.role())
                .param("cell", member.cell().value())
                .param("tier", member.tier())
                .param("duty", member.duty().name())
                .param("chief", member.chief())
                .param("substitute", member.substituteFor().orElse(null))
                .param("from", member.from())
                .param("to", member.to().orElse(null))
                .param("now", Timestamp.from(now))
                .param("by", by.posting().value())
                .param("byName", by.name())
                .update();
    }

    Optional<UUID> ofRequest(String key) {
        return jdbc.sql("select id from grid.member where request_key = :key")
                .param("key", key)
                .query(UUID.class)
                .optional();
    }

    Optional<Member> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query((row, n) -> member(row))
                .optional();
    }

    void end(UUID id, LocalDate lastDay, Acting by, String reason) {
        jdbc.sql("""
                update grid.member set to_day = greatest(:day, from_day - 1), ended_by_name = :by, end_reason = :reason
                where id = :id
                """)
                .param("id", id)
                .param("day", lastDay)
                .param("by", by.name())
                .param("reason", reason)
                .update();
    }

    /** Who is or will be in the teams of an area's cells. */
    List<Member> inside(DivisionCode area, LocalDate day) {
        return jdbc.sql(SELECT + """
                where cell >= :area and cell < :end and (to_day is null or to_day >= :day)
                order by cell, tier, not chief, from_day, id
                """)
                .param("area", area.value())
                .param("end", area.value() + ":")
                .param("day", day)
                .query((row, n) -> member(row))
                .list();
    }

    List<Member> of(AccountId account, LocalDate day) {
        return jdbc.sql(SELECT + " where account_id = :account and (to_day is null or to_day >= :day) order by cell")
                .param("account", account.value())
                .param("day", day)
                .query((row, n) -> member(row))
                .list();
    }

    boolean isInForce(Hold hold, LocalDate day) {
        return jdbc.sql("""
                select exists (select from grid.member
                  where account_id = :account and cell = :cell and from_day <= :day and (to_day is null or to_day >= :day))
                """)
                .param("account", hold.account().value())
                .param("cell", hold.cell().value())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** Whatever began or ended since a day. */
    List<Hold> changedSince(LocalDate since, LocalDate today) {
        return jdbc.sql("""
                select distinct account_id, cell from grid.member
                where from_day between :since and :today or to_day between :since - 1 and :today
                order by cell, account_id
                """)
                .param("since", since)
                .param("today", today)
                .query((row, n) -> new Hold(
                        new AccountId(row.getObject("account_id", UUID.class)), DivisionCode.of(row.getString("cell"))))
                .list();
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                new PostingId(row.getObject("posting_id", UUID.class)),
                row.getString("name"),
                row.getString("role"),
                DivisionCode.of(row.getString("cell")),
                row.getInt("tier"),
                Duty.valueOf(row.getString("duty")),
                row.getBoolean("chief"),
                Optional.ofNullable(row.getObject("substitute_for", UUID.class)),
                row.getObject("from_day", LocalDate.class),
                Optional.ofNullable(row.getObject("to_day", LocalDate.class)));
    }
}
