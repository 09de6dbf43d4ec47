package org.linli.access.audit;

import org.linli.access.chain.ChainRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of the trail's chain, next to the table it is about. */
@Configuration(proxyBeanMethods = false)
class AuditChainRows {

    @Bean
    ChainRows auditChainSql(JdbcClient jdbc, JdbcTemplate batches) {
        return new ChainRows(jdbc, batches, AuditRows.TABLE);
    }
}
