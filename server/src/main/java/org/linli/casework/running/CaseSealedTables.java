package org.linli.casework.running;

import org.linli.access.sealing.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote on timelines and with ratings takes part in the rotation of keys. */
@Configuration(proxyBeanMethods = false)
class CaseSealedTables {

    @Bean
    SealedTable sealedTimelines() {
        return SealedTable.of("casework.case_event", "case_id uuid", "seq int")
                .sealed("note", Sealing.NOTE)
                .sealed("acting_for", Sealing.ACTING_FOR);
    }

    @Bean
    SealedTable sealedRatings() {
        return SealedTable.of("casework.case_rating", "case_id uuid", "visit text")
                .sealed("words", Sealing.RATING);
    }
}
