package org.linli.privacy;

import org.linli.access.chain.ChainRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of the ledger's chain, next to the table it is about. */
@Configuration(proxyBeanMethods = false)
class DisclosureChainRows {

    @Bean
    ChainRows disclosureChainSql(JdbcClient jdbc, JdbcTemplate batches) {
        return new ChainRows(jdbc, batches, DisclosureRows.TABLE);
    }
}
