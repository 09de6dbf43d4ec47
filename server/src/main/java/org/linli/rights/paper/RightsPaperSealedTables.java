package org.linli.rights.paper;

import org.linli.access.sealing.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The desk's papers take part in the rotation of keys. */
@Configuration(proxyBeanMethods = false)
class RightsPaperSealedTables {

    @Bean
    SealedTable sealedRightsPapers() {
        return SealedTable.of("rights.paper", "request_id uuid", "kind text").sealed("pdf_sealed", SealedPaperRows.PDF);
    }
}
