package org.linli.access.audit;

import org.linli.access.ChainSeal;
import org.linli.access.chain.ChainRows;
import org.linli.access.chain.SealedChain;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The chain of the audit trail. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    SealedChain auditChain(
            @Qualifier("auditChainSql") ChainRows rows, ChainSeal seal, PlatformTransactionManager transactions) {
        return new SealedChain(rows, seal, new TransactionTemplate(transactions));
    }
}
