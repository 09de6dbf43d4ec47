package org.linli.counter.errand;

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
import org.springframework.stereotype.Component;

/** The demo's people, as whom the demo's errands are taken in. */
@Component
class DemoDeskQueries {

    private static final Set<String> WORDS = Set.of(
            Accepting.ACCEPT,
            Errands.READ,
            Errands.HANDLE,
            "casework.case.act",
            "casework.case.read",
            "counter.mandate.make");

    private final JdbcClient jdbc;
    private final PersonalSeal seal;

    DemoDeskQueries(JdbcClient jdbc, PersonalSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** Somebody with a role at a unit. */
    Optional<Acting> acting(String role, String unit) {
        return jdbc.sql("""
                        select p.id, p.account_id, p.area, a.name_sealed
                        from access.posting p join access.account a on a.id = p.account_id
                        where p.role = :role and p.unit = :unit and p.ended_at is null
                        order by a.login limit 1""")
                .param("role", role)
                .param("unit", unit)
                .query((row, number) -> new Acting(
                        new PostingId(row.getObject("id", UUID.class)),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        seal.open("access.account.name", row.getString("name_sealed")),
                        role,
                        UnitCode.of(unit),
                        DivisionCode.of(row.getString("area")),
                        Optional.empty(),
                        WORDS))
                .optional();
    }
}
