package org.linli.counter.mandate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.access.PersonalSeal;
import org.linli.area.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The postings that may act for residents. */
@Component
class AgentQueries {

    private static final String AGENTS = """
            select p.id, p.unit, a.name_sealed
            from access.posting p join access.account a on a.id = p.account_id
            where p.role = 'agent' and p.ended_at is null and a.retired_at is null
              and p.from_day <= :today and (p.to_day is null or p.to_day >= :today)
            """;

    private final JdbcClient jdbc;
    private final PersonalSeal seal;

    AgentQueries(JdbcClient jdbc, PersonalSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** Agent (代办员): a posting, under the name its account has. */
    record Agent(UUID posting, String name, UnitCode unit) {}

    Optional<Agent> find(UUID posting, LocalDate today) {
        return jdbc.sql(AGENTS + " and p.id = :posting")
                .param("posting", posting)
                .param("today", today)
                .query(this::agent)
                .optional();
    }

    List<Agent> at(Collection<UnitCode> units, LocalDate today) {
        return jdbc.sql(AGENTS + " and p.unit in (:units) order by p.unit, a.login")
                .param("units", units.stream().map(UnitCode::value).toList())
                .param("today", today)
                .query(this::agent)
                .list();
    }

    private Agent agent(ResultSet row, int number) throws SQLException {
        return new Agent(
                row.getObject("id", UUID.class),
                seal.open("access.account.name", row.getString("name_sealed")),
                UnitCode.of(row.getString("unit")));
    }
}
