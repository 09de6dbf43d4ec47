package org.linli.access.posting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccountId;
import org.linli.access.PostingId;
import org.linli.area.UnitCode;
import org.linli.shared.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes {@code access.posting}. */
@Component
class PostingRows {

    private static final String COLUMNS =
            "id, account_id, role, unit, area, home_unit, from_day, to_day, ended_at is not null as ended";

    private final JdbcClient jdbc;

    PostingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Posting> ofAccount(AccountId account) {
        return jdbc.sql("select " + COLUMNS + " from access.posting where account_id = :account order by from_day, id")
                .param("account", account.value())
                .query((row, n) -> posting(row))
                .list();
    }

    Optional<Posting> find(PostingId id) {
        return jdbc.sql("select " + COLUMNS + " from access.posting where id = :id")
                .param("id", id.value())
                .query((row, n) -> posting(row))
                .optional();
    }

    List<Posting> covering(String role, DivisionCode place, LocalDate day) {
        return jdbc.sql("select " + COLUMNS + """
                         from access.posting
                        where role = :role and ended_at is null and starts_with(:place, area)
                          and from_day <= :day and (to_day is null or to_day >= :day)
                          and exists (select from access.account a where a.id = account_id and a.retired_at is null)
                        order by id
                        """)
                .param("role", role)
                .param("place", place.value())
                .param("day", day)
                .query((row, n) -> posting(row))
                .list();
    }

    /** Locks the account, so that two grants at once cannot join roles that do not combine; false when it is missing. */
    boolean lockAccount(AccountId account) {
        return jdbc.sql("select 1 from access.account where id = :id and retired_at is null for update")
                .param("id", account.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void insert(Posting posting, @Nullable UUID by, Instant at) {
        jdbc.sql("""
                        insert into access.posting
                          (id, account_id, role, unit, area, home_unit, from_day, to_day, granted_by, granted_at)
                        values (:id, :account, :role, :unit, :area, :home, :from, :to, :by, :at)
                        """)
                .param("id", posting.id().value())
                .param("account", posting.account().value())
                .param("role", posting.role())
                .param("unit", posting.unit().value())
                .param("area", posting.area().value())
                .param("home", posting.homeUnit().map(UnitCode::value).orElse(null))
                .param("from", posting.from())
                .param("to", posting.to().orElse(null))
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void end(PostingId id, Instant at) {
        jdbc.sql("update access.posting set ended_at = :at where id = :id")
                .param("id", id.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Posting posting(ResultSet row) throws SQLException {
        return new Posting(
                new PostingId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("role"),
                UnitCode.of(row.getString("unit")),
                DivisionCode.of(row.getString("area")),
                Optional.ofNullable(row.getString("home_unit")).map(UnitCode::of),
                row.getObject("from_day", LocalDate.class),
                Optional.ofNullable(row.getObject("to_day", LocalDate.class)),
                row.getBoolean("ended"));
    }
}
