package org.linli.access.audit;

import java.time.Clock;
import java.util.List;
import org.linli.access.ChainSeal;
import org.linli.access.PersonalSeal;
import org.linli.access.ledger.Ledger;
import org.linli.access.ledger.LedgerRows;
import org.linli.access.ledger.LedgerTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger {@code access.audit}. */
@Configuration(proxyBeanMethods = false)
class AuditLedgerRows {

    private static final LedgerTable TABLE =
            new LedgerTable("audit", "access.audit", List.of("act", "object", "facts"));

    @Bean
    Ledger auditLedger(
            JdbcClient jdbc, ChainSeal seal, PersonalSeal names, PlatformTransactionManager transactions, Clock clock) {
        return new Ledger(new LedgerRows(jdbc, TABLE), seal, names, new TransactionTemplate(transactions), clock);
    }
}
