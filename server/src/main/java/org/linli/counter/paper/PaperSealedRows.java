package org.linli.counter.paper;

import org.linli.access.sealing.SealedRows;
import org.linli.access.sealing.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The PDFs of papers take part in the rotation of keys. */
@Configuration(proxyBeanMethods = false)
class PaperSealedRows {

    @Bean
    SealedRows sealedPapers(JdbcClient jdbc, JdbcTemplate batches) {
        return new SealedRows(
                jdbc,
                batches,
                SealedTable.of("counter.paper_file", "paper uuid").sealed("pdf", PaperFileRows.CONTEXT));
    }
}
