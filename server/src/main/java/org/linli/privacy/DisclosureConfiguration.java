package org.linli.privacy;

import org.linli.access.ChainSeal;
import org.linli.access.chain.ChainRows;
import org.linli.access.chain.SealedChain;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The chain of the disclosure ledger. */
@Configuration(proxyBeanMethods = false)
class DisclosureConfiguration {

    @Bean
    SealedChain disclosureChain(
            @Qualifier("disclosureChainSql") ChainRows rows, ChainSeal seal, PlatformTransactionManager transactions) {
        return new SealedChain(rows, seal, new TransactionTemplate(transactions));
    }
}
