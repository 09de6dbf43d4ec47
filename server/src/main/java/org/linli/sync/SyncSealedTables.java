package org.linli.sync;

import org.linli.access.sealing.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What phones sent and people decide takes part in the rotation of keys. */
@Configuration(proxyBeanMethods = false)
class SyncSealedTables {

    private static final String VALUES = "sync.conflict.values";

    @Bean
    SealedTable sealedConflicts() {
        return SealedTable.of("sync.conflict", "id uuid")
                .sealed("base_sealed", VALUES)
                .sealed("server_sealed", VALUES)
                .sealed("proposed_sealed", VALUES)
                .sealed("decision_sealed", VALUES);
    }

    @Bean
    SealedTable sealedProposals() {
        return SealedTable.of("sync.proposal", "conflict_id uuid", "mutation_id uuid")
                .sealed("base_sealed", VALUES)
                .sealed("proposed_sealed", VALUES);
    }

    @Bean
    SealedTable sealedExceptions() {
        return SealedTable.of("sync.exception", "id uuid").sealed("payload_sealed", "sync.exception.payload");
    }

    @Bean
    SealedTable sealedMutations() {
        return SealedTable.of("sync.mutation", "id uuid").sealed("arguments_sealed", "sync.mutation.arguments");
    }
}
