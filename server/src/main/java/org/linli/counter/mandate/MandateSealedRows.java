package org.linli.counter.mandate;

import org.linli.access.sealing.SealedRows;
import org.linli.access.sealing.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever gave a mandate takes part in the rotation of keys. */
@Configuration(proxyBeanMethods = false)
class MandateSealedRows {

    @Bean
    SealedRows sealedMandates(JdbcClient jdbc, JdbcTemplate batches) {
        return new SealedRows(
                jdbc,
                batches,
                SealedTable.of("counter.mandate", "id uuid")
                        .sealed("name_sealed", MandateRows.NAME)
                        .sealed("document_sealed", MandateRows.DOCUMENT)
                        .indexed("document_index", "id-number", "t.document_sealed", MandateRows.DOCUMENT));
    }
}
