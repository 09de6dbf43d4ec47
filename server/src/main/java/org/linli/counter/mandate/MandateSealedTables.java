package org.linli.counter.mandate;

import org.linli.access.sealing.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whoever gave a mandate takes part in the rotation of keys. */
@Configuration(proxyBeanMethods = false)
class MandateSealedTables {

    @Bean
    SealedTable sealedMandates() {
        return SealedTable.of("counter.mandate", "id uuid")
                .sealed("name_sealed", MandateRows.NAME)
                .sealed("document_sealed", MandateRows.DOCUMENT)
                .indexed("document_index", "id-number", "t.document_sealed", MandateRows.DOCUMENT);
    }
}
