package org.linli.grid.event;

import org.linli.access.sealing.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Events take part in the rotation of keys. */
@Configuration(proxyBeanMethods = false)
class EventSealedTables {

    @Bean
    SealedTable sealedEvents() {
        return SealedTable.of("grid.event", "id uuid")
                .sealed("description_sealed", EventRows.DESCRIPTION)
                .sealed("place_sealed", EventRows.PLACE)
                .sealed("remaining_sealed", EventRows.REMAINING);
    }

    @Bean
    SealedTable sealedEventChecks() {
        return SealedTable.of("grid.event_check", "event_id uuid", "number int")
                .sealed("remaining_sealed", EventRows.REMAINING);
    }
}
