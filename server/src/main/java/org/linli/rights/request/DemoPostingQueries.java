package org.linli.rights.request;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.linli.access.AccountId;
import org.linli.access.Acting;
import org.linli.access.PersonalSeal;
import org.linli.access.PostingId;
import org.linli.area.UnitCode;
import org.linli.registry.People;
import org.linli.rights.RightsWords;
import org.linli.shared.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The demo's people as they act at the desk. */
@Component
class DemoPostingQueries {

    private static final Set<String> WORDS = Set.of(
            RightsWords.USE,
            RightsWords.LOOK,
            RightsWords.READ_RETENTION,
            RightsWords.RUN_RETENTION,
            People.READ,
            People.WRITE,
            "casework.case.act",
            "casework.case.read");

    private final JdbcClient jdbc;
    private final PersonalSeal seal;

    DemoPostingQueries(JdbcClient jdbc, PersonalSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    Optional<Acting> acting(String login) {
        return jdbc.sql("""
                        select p.id, p.account_id, p.role, p.unit, p.area, a.name_sealed
                        from access.posting p join access.account a on a.id = p.account_id
                        where a.login = :login and p.ended_at is null order by p.id limit 1""")
                .param("login", login)
                .query((row, number) -> new Acting(
                        new PostingId(row.getObject("id", UUID.class)),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        seal.open("access.account.name", row.getString("name_sealed")),
                        row.getString("role"),
                        UnitCode.of(row.getString("unit")),
                        DivisionCode.of(row.getString("area")),
                        Optional.empty(),
                        WORDS))
                .optional();
    }
}
