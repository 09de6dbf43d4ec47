package org.linli.counter.paper;

import org.linli.access.sealing.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The PDFs of papers take part in the rotation of keys. */
@Configuration(proxyBeanMethods = false)
class PaperSealedTables {

    @Bean
    SealedTable sealedPapers() {
        return SealedTable.of("counter.paper_file", "paper uuid").sealed("pdf", PaperFileRows.CONTEXT);
    }
}
