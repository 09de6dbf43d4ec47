package org.linli.grid.visit;

import org.linli.access.sealing.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Visits take part in the rotation of keys. */
@Configuration(proxyBeanMethods = false)
class VisitSealedTables {

    @Bean
    SealedTable sealedGridVisits() {
        return SealedTable.of("grid.visit", "id uuid")
                .sealed("answers_sealed", GridVisitRows.ANSWERS)
                .sealed("note_sealed", GridVisitRows.NOTE)
                .sealed("place_sealed", GridVisitRows.PLACE);
    }
}
