package org.linli.testing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.linli.access.AccountId;
import org.linli.access.Acting;
import org.linli.access.PersonalSeal;
import org.linli.access.PostingId;
import org.linli.area.UnitCode;
import org.linli.shared.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Postings that are in the database, for tests in which somebody looks one up. */
public final class StoredPosting {

    private StoredPosting() {}

    /** In force since 2020. */
    public static Acting of(
            JdbcClient jdbc, PersonalSeal seal, String role, UnitCode unit, DivisionCode area, String... permissions) {
        var account = UUID.randomUUID();
        var posting = UUID.randomUUID();
        var since = OffsetDateTime.of(2020, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
        store(jdbc, account, posting, seal.seal("access.account.name", "苏日娜"), role, unit, area, since);
        return new Acting(
                new PostingId(posting),
                new AccountId(account),
                "苏日娜",
                role,
                unit,
                area,
                Optional.empty(),
                Set.of(permissions));
    }

    /** Its last day is over. */
    public static void end(JdbcClient jdbc, PostingId posting) {
        jdbc.sql("update access.posting set to_day = date '2020-12-31' where id = :id")
                .param("id", posting.value())
                .update();
    }

    /** An account under a name of its own and its posting, in force for as long as any test looks back. */
    static void store(
            JdbcClient jdbc,
            UUID account,
            UUID posting,
            String sealedName,
            String role,
            UnitCode unit,
            DivisionCode area,
            OffsetDateTime since) {
        jdbc.sql("""
                        insert into access.account
                          (id, login, name_sealed, password_hash, password_set_at, must_change, totp_exempt, created_at)
                        values (:id, :login, :name, 'none', :since, false, true, :since)
                        """)
                .param("id", account)
                .param("login", "test-" + account)
                .param("name", sealedName)
                .param("since", since)
                .update();
        jdbc.sql("""
                        insert into access.posting (id, account_id, role, unit, area, from_day, granted_at)
                        values (:id, :account, :role, :unit, :area, :from, :since)
                        """)
                .param("id", posting)
                .param("account", account)
                .param("role", role)
                .param("unit", unit.value())
                .param("area", area.value())
                .param("from", LocalDate.of(2020, 1, 1))
                .param("since", since)
                .update();
    }
}
