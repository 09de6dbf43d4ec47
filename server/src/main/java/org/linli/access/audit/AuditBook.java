package org.linli.access.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.access.chain.SealedChain;
import org.linli.area.UnitCode;
import org.linli.shared.Ids;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** The trail in the database: each line sealed as it is written, chained once committed. */
@Service
class AuditBook implements AuditTrail {

    private final AuditRows rows;
    private final SealedChain chain;
    private final JsonMapper json;
    private final Clock clock;

    AuditBook(AuditRows rows, @Qualifier("auditChain") SealedChain chain, JsonMapper json, Clock clock) {
        this.rows = rows;
        this.chain = chain;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void note(Acting by, String act, String object, Map<String, String> facts) {
        var person = !by.isSystem();
        var line = new AuditRows.Line(
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                person ? by.account().value() : null,
                person ? by.posting().value() : null,
                person ? null : by.name(),
                by.role(),
                by.unit().value(),
                by.homeUnit().map(UnitCode::value).orElse(null),
                act,
                object,
                json.writeValueAsString(new TreeMap<>(facts)));
        var id = Ids.next();
        rows.insert(id, line, chain.seal(id, line.content()));
    }
}
