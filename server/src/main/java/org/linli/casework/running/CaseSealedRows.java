package org.linli.casework.running;

import org.linli.access.sealing.SealedRows;
import org.linli.access.sealing.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people wrote on timelines and with ratings takes part in the rotation of keys. */
@Configuration(proxyBeanMethods = false)
class CaseSealedRows {

    @Bean
    SealedRows sealedTimelines(JdbcClient jdbc, JdbcTemplate batches) {
        return new SealedRows(
                jdbc,
                batches,
                SealedTable.of("casework.case_event", "case_id uuid", "seq int")
                        .sealed("note", Sealing.NOTE)
                        .sealed("acting_for", Sealing.ACTING_FOR));
    }

    @Bean
    SealedRows sealedRatings(JdbcClient jdbc, JdbcTemplate batches) {
        return new SealedRows(
                jdbc,
                batches,
                SealedTable.of("casework.case_rating", "case_id uuid", "visit text")
                        .sealed("words", Sealing.RATING));
    }
}
