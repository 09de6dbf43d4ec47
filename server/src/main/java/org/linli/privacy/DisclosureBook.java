package org.linli.privacy;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;
import org.linli.access.Acting;
import org.linli.access.chain.SealedChain;
import org.linli.area.UnitCode;
import org.linli.shared.Ids;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

/** The ledger in the database: each line sealed as it is written, chained once committed. */
@Service
class DisclosureBook implements DisclosureLedger {

    private final DisclosureRows rows;
    private final SealedChain chain;
    private final Clock clock;

    DisclosureBook(DisclosureRows rows, @Qualifier("disclosureChain") SealedChain chain, Clock clock) {
        this.rows = rows;
        this.chain = chain;
        this.clock = clock;
    }

    @Override
    public void note(Acting reader, String subject, Set<String> fields, String purpose, String object) {
        var person = !reader.isSystem();
        var line = new DisclosureRows.Line(
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                person ? reader.account().value() : null,
                person ? reader.posting().value() : null,
                person ? null : reader.name(),
                reader.role(),
                reader.unit().value(),
                reader.homeUnit().map(UnitCode::value).orElse(null),
                subject,
                String.join(",", new TreeSet<>(fields)),
                purpose,
                object);
        var id = Ids.next();
        rows.insert(id, line, chain.seal(id, line.content()));
    }
}
