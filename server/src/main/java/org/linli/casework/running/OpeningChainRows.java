package org.linli.casework.running;

import java.util.List;
import org.linli.access.ChainSeal;
import org.linli.access.ledger.ChainRows;
import org.linli.access.ledger.ChainedTable;
import org.linli.access.ledger.SealedChain;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The chain of openings (立案链): a case that is removed with its whole timeline leaves a gap that is named. */
@Configuration(proxyBeanMethods = false)
class OpeningChainRows {

    private static final ChainedTable TABLE = new ChainedTable(
            "cases",
            "casework.case_opening",
            List.of(
                    ChainedTable.micros("e.at"),
                    "e.number",
                    "e.procedure",
                    "e.procedure_version::text",
                    "e.subject_kind",
                    "e.subject_id",
                    "e.area",
                    "e.station",
                    "e.promised_term",
                    "e.statutory_term"));

    @Bean
    ChainRows openingChainSql(JdbcClient jdbc) {
        return new ChainRows(jdbc, TABLE);
    }

    @Bean
    SealedChain openingChain(
            @Qualifier("openingChainSql") ChainRows rows, ChainSeal seal, PlatformTransactionManager transactions) {
        return new SealedChain(rows, seal, new TransactionTemplate(transactions));
    }
}
